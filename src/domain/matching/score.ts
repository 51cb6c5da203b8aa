/** How well a mentor fits a mentee, in points that can be explained. */
import {
  type CriterionKey,
  type CriterionRow,
  criteriaInUse,
  type Weighted,
} from "./criteria";
import { type Participant, type Profile, toProfile } from "./participant";
import { doubtAbout, reasonFor } from "./words";

/** The score of a pair that fits fully. */
export const FULL_SCORE = 1000;

const MOST_REASONS = 2;

export type PairScore = {
  /** Integer 0 to 1000; 0 also when nothing could be compared. */
  readonly score: number;
  /** Share of the criteria, by weight, that could be compared, 0 to 100. */
  readonly completeness: number;
  /** Points of each criterion compared; they sum to `score`. */
  readonly parts: readonly {
    readonly key: CriterionKey;
    readonly points: number;
  }[];
  /** At most two Russian sentences, the weightiest first. */
  readonly reasons: readonly string[];
  /** What speaks against or is not known, one Russian sentence. */
  readonly doubt: string | null;
};

/**
 * Σ weight · fit / Σ weight over the criteria whose answers both have given. A
 * missing answer leaves its criterion out and lowers the completeness.
 *
 * @param criteria - The curator's rows; their order does not matter.
 */
export function scorePair(
  mentor: Participant,
  mentee: Participant,
  criteria: readonly CriterionRow[],
): PairScore {
  return scoreProfiles(
    toProfile(mentor),
    toProfile(mentee),
    criteriaInUse(criteria),
  );
}

/** The same for people already prepared. */
export function scoreProfiles(
  mentor: Profile,
  mentee: Profile,
  used: readonly Weighted[],
): PairScore {
  const fits = used.map(({ criterion }) => criterion.fit(mentor, mentee));
  const score = scoreOfFits(used, fits);
  return {
    score,
    completeness: completenessOf(used, fits),
    parts: partsOf(used, fits, score),
    reasons: reasonsOf(mentor, mentee, used, fits),
    doubt: doubtOf(used, fits),
  };
}

/**
 * @param fits - 0 to 1 or null, in the order of `used`.
 * @returns Integer 0 to 1000.
 */
export function scoreOfFits(
  used: readonly Weighted[],
  fits: readonly (number | null)[],
): number {
  let weights = 0;
  let points = 0;
  for (let index = 0; index < used.length; index += 1) {
    const fit = fits[index] ?? null;
    if (fit !== null) {
      const value = used[index]?.value ?? 0;
      weights += value;
      points += value * fit;
    }
  }
  return weights === 0 ? 0 : Math.round((FULL_SCORE * points) / weights);
}

function sumOfWeights(
  used: readonly Weighted[],
  counts: (index: number) => boolean,
): number {
  return used.reduce(
    (sum, { value }, index) => sum + (counts(index) ? value : 0),
    0,
  );
}

function completenessOf(
  used: readonly Weighted[],
  fits: readonly (number | null)[],
): number {
  const all = sumOfWeights(used, () => true);
  const known = sumOfWeights(used, (index) => fits[index] !== null);
  return all === 0 ? 0 : Math.round((100 * known) / all);
}

/** Largest remainder: whole points first, then one more where most is lost. */
function partsOf(
  used: readonly Weighted[],
  fits: readonly (number | null)[],
  score: number,
): PairScore["parts"] {
  const known = sumOfWeights(used, (index) => fits[index] !== null);
  const exact = used.flatMap(({ criterion, value }, index) => {
    const fit = fits[index] ?? null;
    const points = fit === null ? 0 : (FULL_SCORE * value * fit) / known;
    return fit === null ? [] : [{ key: criterion.key, points }];
  });
  const whole = exact.map(({ points }) => Math.floor(points));
  const rest = score - whole.reduce((sum, points) => sum + points, 0);
  const byRemainder = exact
    .map(({ points }, index) => ({ index, lost: points - Math.floor(points) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  const raised = new Set(
    byRemainder.slice(0, Math.max(0, rest)).map(({ index }) => index),
  );
  return exact.map(({ key }, index) => ({
    key,
    points: (whole[index] ?? 0) + (raised.has(index) ? 1 : 0),
  }));
}

function reasonsOf(
  mentor: Profile,
  mentee: Profile,
  used: readonly Weighted[],
  fits: readonly (number | null)[],
): readonly string[] {
  return used
    .map(({ criterion, value }, index) => ({
      key: criterion.key,
      weight: value * (fits[index] ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_REASONS)
    .map(({ key }) => reasonFor(key, mentor, mentee));
}

/** The heaviest loss among what is known, else the heaviest unknown. */
function doubtOf(
  used: readonly Weighted[],
  fits: readonly (number | null)[],
): string | null {
  let worst: { key: CriterionKey; fit: number | null; lost: number } | null =
    null;
  for (let index = 0; index < used.length; index += 1) {
    const weighted = used[index];
    const fit = fits[index] ?? null;
    if (weighted === undefined || (fit !== null && fit >= 0.5)) {
      continue;
    }
    // Anything known counts for more than anything unknown.
    const lost =
      fit === null ? weighted.value / 100 : weighted.value * (1 - fit);
    if (worst === null || lost > worst.lost) {
      worst = { key: weighted.criterion.key, fit, lost };
    }
  }
  return worst === null ? null : doubtAbout(worst.key, worst.fit);
}
