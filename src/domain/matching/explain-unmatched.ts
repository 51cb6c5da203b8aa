/** Why somebody has no mentor, and what would help. */
import type { IdPair, Participant } from "./participant";
import { codesOf, RULE_BIT, type RuleCode } from "./rules";
import type { Scene } from "./scene";
import { adviceFor } from "./unmatched-words";

/** Exactly one of these is the main reason. */
export type UnmatchedCode =
  | "WITHDRAWN"
  | "NO_CONSENT"
  | "EXCLUDED"
  | "INCOMPLETE"
  | "NO_ELIGIBLE"
  | "BELOW_MIN"
  | "ONLY_LOCKED"
  | "LOST_TO_HIGHER"
  | "ELIGIBLE_ALL_FULL";

/** How the mentors of the bank dwindle for one mentee; each figure <= the last. */
export type Funnel = {
  /** All mentors. */
  readonly mentors: number;
  /** Those whom no hard rule forbids. */
  readonly eligible: number;
  /** Of these, those whom the curator did not forbid. */
  readonly notBlocked: number;
  /** Of these, those at or above the lowest score allowed. */
  readonly aboveMin: number;
  /** Of these, those with a place that no locked pair holds. */
  readonly withPlaces: number;
  /** Mentors removed, by the first rule broken. */
  readonly removed: Partial<Record<RuleCode, number>>;
  /** Best score among `notBlocked`; null when there is none. */
  readonly bestScore: number | null;
};

export type Unmatched = {
  readonly id: string;
  readonly code: UnmatchedCode;
  readonly funnel: Funnel;
  /** What is the matter and what to do, one to three Russian sentences. */
  readonly advice: string;
};

/** Scores of the pairs that the run itself made, by mentor; and locks by mentor. */
type Taken = {
  readonly made: ReadonlyMap<number, readonly number[]>;
  readonly locked: ReadonlyMap<number, number>;
};

/** @returns One entry per mentee of the bank without a pair, by id. */
export function explainUnmatched(
  scene: Scene,
  pairs: readonly IdPair[],
): readonly Unmatched[] {
  const paired = new Set(pairs.map(([mentee]) => mentee));
  const taken = takenPlaces(scene, pairs);
  return scene.mentees.flatMap(({ id }, mentee) =>
    paired.has(id) ? [] : [explain(scene, taken, mentee)],
  );
}

function takenPlaces(scene: Scene, pairs: readonly IdPair[]): Taken {
  const keys = new Set(
    scene.rules.locked.map(([mentee, mentor]) => `${mentee}\n${mentor}`),
  );
  const made = new Map<number, number[]>();
  const locked = new Map<number, number>();
  const all = new Map(
    [...scene.rules.locked, ...pairs].map(([one, other]) => [
      `${one}\n${other}`,
      [scene.menteeOf.get(one), scene.mentorOf.get(other)] as const,
    ]),
  );
  for (const [key, [mentee, mentor]] of all) {
    if (mentee === undefined || mentor === undefined) {
      continue;
    }
    if (keys.has(key)) {
      locked.set(mentor, (locked.get(mentor) ?? 0) + 1);
    } else {
      const scores = made.get(mentor) ?? [];
      made.set(mentor, [...scores, scene.score(mentee, mentor)]);
    }
  }
  return { made, locked };
}

/** One mentor in the eyes of one mentee. */
type View = {
  readonly mentor: number;
  readonly code: RuleCode | null;
  readonly score: number;
};

/** Places are counted by the funnel itself. */
const PLACES = RULE_BIT.CAPACITY_MENTOR;

function explain(scene: Scene, taken: Taken, mentee: number): Unmatched {
  const views = scene.mentors.map(
    (_, mentor): View => ({
      mentor,
      code: codesOf(scene.broken(mentee, mentor) & ~PLACES)[0] ?? null,
      score: scene.score(mentee, mentor),
    }),
  );
  const offered = views.filter(({ code }) => code === null);
  const withPlaces = offered.filter(
    ({ mentor }) =>
      (scene.places[mentor] ?? 0) > (taken.locked.get(mentor) ?? 0),
  );
  const funnel = funnelOf(views, offered.length, withPlaces.length);
  // The index is one of the scene's own.
  const person = scene.mentees[mentee] as Participant;
  const code =
    ownReason(person) ?? mentorsReason(taken, funnel, offered, withPlaces);
  return {
    id: person.id,
    code,
    funnel,
    advice: adviceFor(code, person, funnel, scene.rules.minScore),
  };
}

function funnelOf(
  views: readonly View[],
  aboveMin: number,
  withPlaces: number,
): Funnel {
  const removed: Partial<Record<RuleCode, number>> = {};
  let bestScore: number | null = null;
  for (const { code, score } of views) {
    if (code !== null) {
      removed[code] = (removed[code] ?? 0) + 1;
    }
    if (code === null || code === "MIN_SCORE") {
      bestScore = Math.max(bestScore ?? 0, score);
    }
  }
  const notBlocked = aboveMin + (removed.MIN_SCORE ?? 0);
  return {
    mentors: views.length,
    eligible: notBlocked + (removed.NEVER_PAIR ?? 0),
    notBlocked,
    aboveMin,
    withPlaces,
    removed,
    bestScore,
  };
}

/** A reason that lies with the mentee. */
function ownReason(person: Participant): UnmatchedCode | null {
  if (person.consent === "withdrawn") {
    return "WITHDRAWN";
  }
  if (person.consent === "no") {
    return "NO_CONSENT";
  }
  if (!person.active) {
    return "EXCLUDED";
  }
  return (person.form ?? "").trim() === "" ? "INCOMPLETE" : null;
}

/**
 * A reason that lies with the mentors there are. In an optimal pairing nobody
 * holds a place with a lower score than someone without a pair would have there,
 * so a place is lost to a higher score or, between equals, for lack of places.
 */
function mentorsReason(
  taken: Taken,
  funnel: Funnel,
  offered: readonly View[],
  withPlaces: readonly View[],
): UnmatchedCode {
  if (funnel.eligible === 0) {
    return "NO_ELIGIBLE";
  }
  if (funnel.notBlocked === 0) {
    return "EXCLUDED";
  }
  if (funnel.aboveMin === 0) {
    return "BELOW_MIN";
  }
  if (withPlaces.length === 0) {
    const isHeld = offered.some(({ mentor }) => taken.locked.has(mentor));
    return isHeld ? "ONLY_LOCKED" : "ELIGIBLE_ALL_FULL";
  }
  const isLower = withPlaces.every(({ mentor, score }) =>
    (taken.made.get(mentor) ?? []).every((other) => other > score),
  );
  return isLower ? "LOST_TO_HIGHER" : "ELIGIBLE_ALL_FULL";
}
