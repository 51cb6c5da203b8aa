/** Why mentees have no mentor, or fewer than they want: one main reason each. */
import type { IdPair, Participant } from "../participant";
import { RULE_BIT, RULE_CODES, type RuleCode } from "../rules";
import type { Scene } from "../scene";
import { intAt } from "../solver/typed-read";
import type { UnmatchedCode, UnmatchedNote } from "./explanation";
import {
  hasFreePlace,
  type Standing,
  standingPairs,
  wantsOf,
} from "./standing";
import { unmatchedWords } from "./unmatched-words";

/** How the mentors look to one mentee; each figure <= the last. */
export type Outlook = {
  readonly code: UnmatchedCode;
  /** Mentors of the bank who are not theirs already. */
  readonly mentors: number;
  /** Those whom only the curator's rules or the threshold may forbid. */
  readonly eligible: number;
  /** Of these, those whom the curator's rules do not forbid. */
  readonly notBlocked: number;
  /** Of these, those at or above the threshold. */
  readonly fitting: number;
  /** Mentors removed, by the first rule broken. */
  readonly removed: ReadonlyMap<RuleCode, number>;
  /** Best score among `notBlocked`; null when there is none. */
  readonly bestScore: number | null;
};

/** The rules that say what the curator, or earlier years, decided of pairs. */
const DECIDED =
  RULE_BIT.NEVER_PAIR |
  RULE_BIT.GROUP_NEVER |
  RULE_BIT.HISTORY_BAN |
  RULE_BIT.MUST;

/** Places are counted here, the pairs that stand with them. */
const PLACES = RULE_BIT.CAPACITY_MENTOR;

/**
 * Everybody with fewer mentors than wanted, by id, without re-solving anything.
 *
 * @param pairs - Those in the tab, whether the best or not.
 */
export function unmatchedNotes(
  scene: Scene,
  pairs: readonly IdPair[],
): readonly UnmatchedNote[] {
  const standing = standingPairs(scene, pairs);
  return scene.mentees.flatMap((_, mentee) =>
    (standing.mentorsOf[mentee]?.length ?? 0) < wantsOf(scene, mentee)
      ? [noteOf(scene, standing, mentee)]
      : [],
  );
}

export function noteOf(
  scene: Scene,
  standing: Standing,
  mentee: number,
): UnmatchedNote {
  const outlook = outlookOf(scene, standing, mentee);
  const has = standing.mentorsOf[mentee]?.length ?? 0;
  const wants = wantsOf(scene, mentee);
  return {
    menteeId: scene.instance.mentees[mentee] ?? "",
    code: outlook.code,
    has,
    wants,
    words: unmatchedWords(scene, mentee, outlook, has, wants),
  };
}

/** What a mentee's row of the scene comes to. */
type Count = {
  mentors: number;
  eligible: number;
  notBlocked: number;
  bestScore: number;
  /** Mentors who fit. */
  readonly fitting: number[];
  /** Mentors by the first rule broken, in the order of RULE_CODES. */
  readonly removed: Int32Array;
};

export function outlookOf(
  scene: Scene,
  standing: Standing,
  mentee: number,
): Outlook {
  const count = countRow(scene, standing, mentee);
  const { mentors, eligible, notBlocked, fitting } = count;
  const person = scene.mentees[mentee];
  const ownCode = person === undefined ? null : ownReason(person);
  return {
    code:
      ownCode ??
      rulesReason(count) ??
      placesReason(scene, standing, mentee, fitting),
    mentors,
    eligible,
    notBlocked,
    fitting: fitting.length,
    removed: new Map(
      RULE_CODES.flatMap((code, at) => {
        const removed = intAt(count.removed, at);
        return removed === 0 ? [] : [[code, removed] as const];
      }),
    ),
    bestScore: notBlocked === 0 ? null : count.bestScore,
  };
}

function countRow(scene: Scene, standing: Standing, mentee: number): Count {
  const own = standing.mentorsOf[mentee] ?? [];
  const count: Count = {
    mentors: 0,
    eligible: 0,
    notBlocked: 0,
    bestScore: 0,
    fitting: [],
    removed: new Int32Array(RULE_CODES.length),
  };
  const size = scene.mentors.length;
  for (let mentor = 0; mentor < size; mentor += 1) {
    if (!own.includes(mentor)) {
      const bits = scene.broken(mentee, mentor) & ~PLACES;
      countPair(count, mentor, bits, scene.score(mentee, mentor));
    }
  }
  return count;
}

function countPair(
  count: Count,
  mentor: number,
  bits: number,
  score: number,
): void {
  count.mentors += 1;
  if ((bits & ~(RULE_BIT.MIN_SCORE | DECIDED)) === 0) {
    count.eligible += 1;
  }
  if ((bits & ~RULE_BIT.MIN_SCORE) === 0) {
    count.notBlocked += 1;
    count.bestScore = Math.max(count.bestScore, score);
  }
  if (bits === 0) {
    count.fitting.push(mentor);
  } else {
    const first = 31 - Math.clz32(bits & -bits);
    count.removed[first] = intAt(count.removed, first) + 1;
  }
}

function rulesReason({
  eligible,
  notBlocked,
  fitting,
}: Count): UnmatchedCode | null {
  if (eligible === 0) {
    return "NO_ELIGIBLE";
  }
  if (notBlocked === 0) {
    return "EXCLUDED";
  }
  return fitting.length === 0 ? "BELOW_MIN" : null;
}

/** A reason that lies with the mentee, or with a mentor as a person. */
export function ownReason(
  person: Participant,
): "WITHDRAWN" | "NO_CONSENT" | "EXCLUDED" | "INCOMPLETE" | null {
  if (person.consent === "withdrawn") {
    return "WITHDRAWN";
  }
  if (person.consent === "no") {
    return "NO_CONSENT";
  }
  if (!person.active || person.capacity <= 0) {
    return "EXCLUDED";
  }
  return (person.form ?? "").trim() === "" ? "INCOMPLETE" : null;
}

/**
 * In the best pairing nobody holds a place with a lower score than someone
 * without a pair would have there, so a place is lost to a higher score or,
 * between equals, for lack of places.
 */
function placesReason(
  scene: Scene,
  standing: Standing,
  mentee: number,
  fitting: readonly number[],
): UnmatchedCode {
  if (fitting.some((mentor) => hasFreePlace(scene, standing, mentor))) {
    return "PLACE_FREE";
  }
  const lockedAt = (mentor: number) => standing.lockedOf[mentor] ?? 0;
  const contested = fitting.filter(
    (mentor) => (scene.places[mentor] ?? 0) > lockedAt(mentor),
  );
  if (contested.length === 0) {
    return fitting.some((mentor) => lockedAt(mentor) > 0)
      ? "ONLY_LOCKED"
      : "ELIGIBLE_ALL_FULL";
  }
  const isLower = contested.every((mentor) =>
    (standing.menteesOf[mentor] ?? []).every(
      (other) =>
        standing.isLocked(other, mentor) ||
        scene.score(other, mentor) > scene.score(mentee, mentor),
    ),
  );
  return isLower ? "LOST_TO_HIGHER" : "ELIGIBLE_ALL_FULL";
}
