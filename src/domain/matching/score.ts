/** How well a mentor fits a mentee, in points that can be explained. */
import { type Criterion, criteriaInUse, WEIGHT_VALUE } from "./criteria";
import { compileCriterion } from "./kinds/compile";
import { type Kernel, MISSING, type People } from "./kinds/kernel";
import { NO_RULES } from "./pairing-rules";
import type { Participant } from "./participant";
import { RULE_BIT } from "./rules";
import { realAt } from "./solver/typed-read";
import { doubtAbout, reasonFor } from "./words";

/** The score of a pair that fits fully. */
export const FULL_SCORE = 1000;

const MOST_REASONS = 2;

/** Below this fit a criterion speaks against the pair (chosen). */
const DOUBTFUL_FIT = 0.5;

/** A smaller part of all weights is no cause for doubt (chosen). */
const DOUBTFUL_SHARE = 0.1;

export type ScorePart = {
  /** Key of the criterion. */
  readonly key: string;
  /** Points of `most`; the points of all parts sum to the score. */
  readonly points: number;
  /** What a full fit would have given, rounded. */
  readonly most: number;
  /** One Russian sentence, for or against; "" where nothing may be said. */
  readonly sentence: string;
};

export type PairScore = {
  /** Integer 0 to 1000; 0 also when nothing could be compared. */
  readonly score: number;
  /** Share of the criteria, by weight, that could be compared, 0 to 100. */
  readonly completeness: number;
  /** The criteria compared, in canonical order. */
  readonly parts: readonly ScorePart[];
  /** Criteria left out for want of an answer, one Russian sentence each. */
  readonly missing: readonly {
    readonly key: string;
    readonly sentence: string;
  }[];
  /** At most two Russian sentences, the weightiest first. */
  readonly reasons: readonly string[];
  /** What speaks against or is not known, one Russian sentence. */
  readonly doubt: string | null;
};

type Used = {
  readonly criterion: Criterion;
  readonly kernel: Kernel;
  readonly value: number;
  /** Bit of the rule broken at fit 0; 0 when the criterion is no must. */
  readonly mustBit: number;
};

export type Scorer = {
  /**
   * Scores of one mentee with every mentor, and in `bits` (added to what is
   * there) the rules of must-criteria that each pair breaks.
   */
  readonly row: (mentee: number, scores: Int16Array, bits: Int32Array) => void;
  readonly detail: (mentee: number, mentor: number) => PairScore;
};

/**
 * Σ weight · fit / Σ weight over the criteria whose answers both have given. A
 * missing answer leaves its criterion out and lowers the completeness.
 *
 * @param criteria - The curator's rows; their order does not matter.
 */
export function scorerOf(
  people: People,
  criteria: readonly Criterion[],
): Scorer {
  const used = criteriaInUse(criteria).map(
    (criterion): Used => ({
      criterion,
      kernel: compileCriterion(people, criterion),
      value: WEIGHT_VALUE[criterion.weight],
      mustBit: criterion.weight === "must" ? RULE_BIT[criterion.code] : 0,
    }),
  );
  return {
    row: rowScorer(used, people.mentors.length),
    detail: (mentee, mentor) => detailOf(people, used, mentee, mentor),
  };
}

/** Scores two people by themselves. */
export function scorePair(
  mentor: Participant,
  mentee: Participant,
  criteria: readonly Criterion[],
): PairScore {
  const people: People = {
    mentors: [mentor],
    mentees: [mentee],
    mentorOf: new Map([[mentor.id, 0]]),
    menteeOf: new Map([[mentee.id, 0]]),
    rules: NO_RULES,
  };
  return scorerOf(people, criteria).detail(0, 0);
}

function rowScorer(used: readonly Used[], mentors: number): Scorer["row"] {
  const weights = new Float64Array(mentors);
  const points = new Float64Array(mentors);
  const own = new Float64Array(mentors);
  const fitsOf = (kernel: Kernel, mentee: number) => {
    const kept = kernel.row?.(mentee) ?? null;
    if (kept === null) {
      kernel.fill(mentee, 0, mentors, own);
    }
    return kept ?? own;
  };
  return (mentee, scores, bits) => {
    weights.fill(0);
    points.fill(0);
    for (const { kernel, value, mustBit } of used) {
      const fits = fitsOf(kernel, mentee);
      if (kernel.strength === undefined) {
        addFits(fits, value, weights, points);
      } else {
        addSingle(fits, value, kernel.strength, mentee, weights, points);
      }
      if (mustBit !== 0) {
        markMisfits(fits, mustBit, bits);
      }
    }
    writeScores(points, weights, scores);
  };
}

function writeScores(
  points: Float64Array,
  weights: Float64Array,
  scores: Int16Array,
): void {
  for (let mentor = 0; mentor < points.length; mentor += 1) {
    scores[mentor] = scoreOf(realAt(points, mentor), realAt(weights, mentor));
  }
}

function scoreOf(points: number, weights: number): number {
  return weights === 0 ? 0 : Math.round((FULL_SCORE * points) / weights);
}

function addFits(
  fits: Float64Array,
  value: number,
  weights: Float64Array,
  points: Float64Array,
): void {
  for (let mentor = 0; mentor < fits.length; mentor += 1) {
    const fit = realAt(fits, mentor);
    if (fit !== MISSING) {
      weights[mentor] = realAt(weights, mentor) + value;
      points[mentor] = realAt(points, mentor) + value * fit;
    }
  }
}

function addSingle(
  fits: Float64Array,
  value: number,
  strength: (mentee: number, mentor: number) => number,
  mentee: number,
  weights: Float64Array,
  points: Float64Array,
): void {
  for (let mentor = 0; mentor < fits.length; mentor += 1) {
    const fit = realAt(fits, mentor);
    if (fit !== MISSING) {
      const share = value * strength(mentee, mentor);
      weights[mentor] = realAt(weights, mentor) + share;
      points[mentor] = realAt(points, mentor) + share * fit;
    }
  }
}

function markMisfits(fits: Float64Array, bit: number, bits: Int32Array): void {
  for (let mentor = 0; mentor < fits.length; mentor += 1) {
    if (fits[mentor] === 0) {
      bits[mentor] = (bits[mentor] ?? 0) | bit;
    }
  }
}

/** One criterion in the eyes of one pair. */
type View = Used & {
  /** 0 to 1, or MISSING. */
  readonly fit: number;
  /** The weight that counts for this pair. */
  readonly share: number;
};

function detailOf(
  people: People,
  used: readonly Used[],
  mentee: number,
  mentor: number,
): PairScore {
  const single = new Float64Array(1);
  const views = used.map((entry): View => {
    entry.kernel.fill(mentee, mentor, mentor + 1, single);
    const share = entry.kernel.strength?.(mentee, mentor) ?? 1;
    return { ...entry, fit: realAt(single, 0), share: entry.value * share };
  });
  const known = views.filter(({ fit }) => fit !== MISSING);
  const weights = sumOf(known, ({ share }) => share);
  const score = scoreOf(
    sumOf(known, ({ share, fit }) => share * fit),
    weights,
  );
  const missing = missingOf(views);
  const all = weights + sumOf(missing, ({ value }) => value);
  // Both are in the scene whose kernels have just been asked.
  const [one, other] = [
    people.mentees[mentee] as Participant,
    people.mentors[mentor] as Participant,
  ];
  const forIt = ({ criterion }: View) =>
    reasonFor({ criterion, mentee: one, mentor: other });
  const against = ({ criterion, fit }: View) => doubtAbout(criterion, fit);
  const points = partsOf(known, weights, score);
  return {
    score,
    completeness: all === 0 ? 0 : Math.round((100 * weights) / all),
    parts: known.map((view, index) => ({
      key: view.criterion.key,
      points: points[index] ?? 0,
      most: Math.round((FULL_SCORE * view.share) / weights),
      sentence: view.fit < DOUBTFUL_FIT ? against(view) : forIt(view),
    })),
    missing: missing.map((view) => ({
      key: view.criterion.key,
      sentence: against(view),
    })),
    reasons: known
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.share * b.fit - a.share * a.fit)
      .map(forIt)
      .filter((sentence) => sentence !== "")
      .slice(0, MOST_REASONS),
    doubt: doubtOf(known, missing, DOUBTFUL_SHARE * all, against),
  };
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Unanswered questions; all of them when nobody was asked anything. */
function missingOf(views: readonly View[]): readonly View[] {
  const missing = views.filter(
    ({ fit, kernel }) => fit === MISSING && kernel.single !== true,
  );
  return views.some(({ kernel }) => kernel.asked)
    ? missing.filter(({ kernel }) => kernel.asked)
    : missing;
}

/** Largest remainder: whole points first, then one more where most is lost. */
function partsOf(
  known: readonly View[],
  weights: number,
  score: number,
): readonly number[] {
  const exact = known.map(({ share, fit }) =>
    weights === 0 ? 0 : (FULL_SCORE * share * fit) / weights,
  );
  const whole = exact.map(Math.floor);
  const rest = score - sumOf(whole, (points) => points);
  const byRemainder = exact
    .map((points, index) => ({ index, lost: points - Math.floor(points) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  const raised = new Set(
    byRemainder.slice(0, Math.max(0, rest)).map(({ index }) => index),
  );
  return whole.map((points, index) => points + (raised.has(index) ? 1 : 0));
}

/** The heaviest loss among what is known, else the heaviest unknown. */
function doubtOf(
  known: readonly View[],
  missing: readonly View[],
  least: number,
  say: (view: View) => string,
): string | null {
  const against = known
    .filter(
      ({ fit, share }) => fit < DOUBTFUL_FIT && share * (1 - fit) >= least,
    )
    .sort((a, b) => b.share * (1 - b.fit) - a.share * (1 - a.fit));
  const unknown = missing
    .filter(({ value }) => value >= least)
    .sort((a, b) => b.value - a.value);
  return (
    [...against, ...unknown].map(say).find((sentence) => sentence !== "") ??
    null
  );
}
