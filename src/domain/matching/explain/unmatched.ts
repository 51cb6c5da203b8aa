/** Why mentees have no mentor, or fewer than they want: one main reason each. */
import type { IdPair, Participant } from "../participant";
import { codesOf, RULE_BIT, type RuleCode } from "../rules";
import type { Scene } from "../scene";
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
  /** The best fitting mentor with a free place, null without one. */
  readonly free: number | null;
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

/** One mentor in the eyes of one mentee. */
type View = {
  readonly mentor: number;
  readonly bits: number;
  readonly score: number;
};

export function outlookOf(
  scene: Scene,
  standing: Standing,
  mentee: number,
): Outlook {
  const own = standing.mentorsOf[mentee] ?? [];
  const views: View[] = [];
  scene.mentors.forEach((_, mentor) => {
    if (!own.includes(mentor)) {
      const bits = scene.broken(mentee, mentor) & ~PLACES;
      views.push({ mentor, bits, score: scene.score(mentee, mentor) });
    }
  });
  const without = (bits: number) =>
    views.filter((view) => (view.bits & ~bits) === 0);
  const eligible = without(RULE_BIT.MIN_SCORE | DECIDED);
  const notBlocked = without(RULE_BIT.MIN_SCORE);
  const fitting = [...without(0)].sort(
    (a, b) => b.score - a.score || a.mentor - b.mentor,
  );
  const free = fitting.find(({ mentor }) =>
    hasFreePlace(scene, standing, mentor),
  );
  const person = scene.mentees[mentee];
  const ownCode = person === undefined ? null : ownReason(person);
  return {
    code:
      ownCode ??
      rulesReason(eligible, notBlocked, fitting) ??
      placesReason(scene, standing, fitting),
    mentors: views.length,
    eligible: eligible.length,
    notBlocked: notBlocked.length,
    fitting: fitting.length,
    removed: removedOf(views),
    bestScore:
      notBlocked.length === 0
        ? null
        : notBlocked.reduce((best, { score }) => Math.max(best, score), 0),
    free: free?.mentor ?? null,
  };
}

function removedOf(views: readonly View[]): ReadonlyMap<RuleCode, number> {
  const removed = new Map<RuleCode, number>();
  for (const { bits } of views) {
    const code = bits === 0 ? undefined : codesOf(bits)[0];
    if (code !== undefined) {
      removed.set(code, (removed.get(code) ?? 0) + 1);
    }
  }
  return removed;
}

function rulesReason(
  eligible: readonly View[],
  notBlocked: readonly View[],
  fitting: readonly View[],
): UnmatchedCode | null {
  if (eligible.length === 0) {
    return "NO_ELIGIBLE";
  }
  if (notBlocked.length === 0) {
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
  fitting: readonly View[],
): UnmatchedCode {
  if (fitting.some(({ mentor }) => hasFreePlace(scene, standing, mentor))) {
    return "PLACE_FREE";
  }
  const lockedAt = (mentor: number) => standing.lockedOf[mentor] ?? 0;
  const contested = fitting.filter(
    ({ mentor }) => (scene.places[mentor] ?? 0) > lockedAt(mentor),
  );
  if (contested.length === 0) {
    return fitting.some(({ mentor }) => lockedAt(mentor) > 0)
      ? "ONLY_LOCKED"
      : "ELIGIBLE_ALL_FULL";
  }
  const isLower = contested.every(({ mentor, score }) =>
    (standing.menteesOf[mentor] ?? []).every(
      (other) =>
        isLocked(scene, other, mentor) || scene.score(other, mentor) > score,
    ),
  );
  return isLower ? "LOST_TO_HIGHER" : "ELIGIBLE_ALL_FULL";
}

function isLocked(scene: Scene, mentee: number, mentor: number): boolean {
  return scene.instance.locked.some(
    ([one, other]) => one === mentee && other === mentor,
  );
}
