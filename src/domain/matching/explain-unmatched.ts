/** Why somebody has no mentor, and what would help. */
import {
  type BuildOptions,
  inOrder,
  type Judgement,
  judgement,
} from "./build-instance";
import { type CriterionRow, criteriaInUse, type RuleCode } from "./criteria";
import type { PairingSolution } from "./pairing";
import type { Participant, Profile } from "./participant";
import { placesOf } from "./place-locks";
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

export type Run = {
  readonly mentors: readonly Participant[];
  readonly mentees: readonly Participant[];
  readonly criteria: readonly CriterionRow[];
  readonly options: BuildOptions;
  /** Answer of `solve` to the instance built from the same people. */
  readonly result: PairingSolution;
};

/** What the explanation of one mentee needs to know of everybody else. */
type Scene = {
  readonly mentors: readonly Profile[];
  readonly minScore: number;
  readonly judge: Judgement;
  /** Locked pairs of each mentor id. */
  readonly locked: ReadonlyMap<string, number>;
  /** Scores of the pairs that the run itself made, by mentor id. */
  readonly made: ReadonlyMap<string, readonly number[]>;
};

/** @returns One entry per mentee of the bank without a pair, by id. */
export function explainUnmatched(run: Run): readonly Unmatched[] {
  const mentees = inOrder(run.mentees);
  const paired = new Set(run.result.pairs.map(([mentee]) => mentee));
  const scene = setScene(run, mentees);
  return mentees
    .filter(({ person }) => !paired.has(person.id))
    .map((mentee) => explain(scene, mentee));
}

function setScene(run: Run, mentees: readonly Profile[]): Scene {
  const mentors = inOrder(run.mentors);
  const judge = judgement(criteriaInUse(run.criteria), run.options);
  const menteeOf = new Map(mentees.map((one) => [one.person.id, one]));
  const mentorOf = new Map(mentors.map((one) => [one.person.id, one]));
  const keys = new Set(run.options.locked.map((pair) => JSON.stringify(pair)));
  const locked = new Map<string, number>();
  for (const key of keys) {
    // Written by JSON.stringify from an IdPair two lines above.
    const [menteeId, mentorId] = JSON.parse(key) as [string, string];
    if (menteeOf.has(menteeId)) {
      locked.set(mentorId, (locked.get(mentorId) ?? 0) + 1);
    }
  }
  const made = new Map<string, number[]>();
  for (const [menteeId, mentorId] of run.result.pairs) {
    const mentee = menteeOf.get(menteeId);
    const mentor = mentorOf.get(mentorId);
    if (mentee && mentor && !keys.has(JSON.stringify([menteeId, mentorId]))) {
      const scores = made.get(mentorId) ?? [];
      scores.push(judge.score(mentor, mentee));
      made.set(mentorId, scores);
    }
  }
  return {
    mentors,
    minScore: run.options.minScore,
    judge,
    locked,
    made,
  };
}

/** One mentor in the eyes of one mentee. */
type View = {
  readonly mentor: Profile;
  readonly code: RuleCode | null;
  readonly score: number;
};

function explain(scene: Scene, mentee: Profile): Unmatched {
  const blocked = scene.judge.blockedOf(mentee);
  const views = scene.mentors.map(
    (mentor): View => ({
      mentor,
      ...scene.judge.pair(mentor, mentee, blocked),
    }),
  );
  const offered = views.filter(({ code }) => code === null);
  const withPlaces = offered.filter(({ mentor }) =>
    hasFreePlace(scene, mentor),
  );
  const funnel = funnelOf(views, offered.length, withPlaces.length);
  const code =
    ownReason(mentee) ?? mentorsReason(scene, funnel, offered, withPlaces);
  return {
    id: mentee.person.id,
    code,
    funnel,
    advice: adviceFor(code, mentee, funnel, scene.minScore),
  };
}

function hasFreePlace(scene: Scene, mentor: Profile): boolean {
  return placesOf(mentor) > (scene.locked.get(mentor.person.id) ?? 0);
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
function ownReason({ person, form }: Profile): UnmatchedCode | null {
  if (person.consent === "withdrawn") {
    return "WITHDRAWN";
  }
  if (person.consent === "no") {
    return "NO_CONSENT";
  }
  if (!person.active) {
    return "EXCLUDED";
  }
  return form === null ? "INCOMPLETE" : null;
}

/**
 * A reason that lies with the mentors there are. In an optimal pairing nobody
 * holds a place with a lower score than someone without a pair would have there,
 * so a place is lost to a higher score or, between equals, for lack of places.
 */
function mentorsReason(
  scene: Scene,
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
    const isHeld = offered.some(({ mentor }) =>
      scene.locked.has(mentor.person.id),
    );
    return isHeld ? "ONLY_LOCKED" : "ELIGIBLE_ALL_FULL";
  }
  const isLower = withPlaces.every(({ mentor, score }) =>
    (scene.made.get(mentor.person.id) ?? []).every((other) => other > score),
  );
  return isLower ? "LOST_TO_HIGHER" : "ELIGIBLE_ALL_FULL";
}
