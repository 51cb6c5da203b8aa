/** The largest lowest score at which the greatest number of pairs still holds. */
import { type Greatest, mostPairs } from "./most-pairs";
import type { Problem } from "./problem";

export type Floor = {
  /** Null when no pair can be made. */
  readonly floor: number | null;
  /** The greatest number of pairs. */
  readonly most: Greatest;
  /** What falls short with scores above the floor only. */
  readonly above: Greatest;
};

/** @param problem - Its musts can be met. */
export function highestFloor(problem: Problem): Floor {
  const most = mostPairs(problem, Number.NEGATIVE_INFINITY);
  let above = mostPairs(problem, Number.POSITIVE_INFINITY);
  if (most.pairs === 0) {
    return { floor: null, most, above };
  }
  const scores = Float64Array.from(new Set(problem.optionScore)).sort();
  let floor = 0;
  let ceiling = scores.length;
  while (ceiling - floor > 1) {
    const middle = (floor + ceiling) >> 1;
    const tried = mostPairs(problem, scores[middle] ?? 0);
    if (tried.missed === 0 && tried.pairs === most.pairs) {
      floor = middle;
    } else {
      ceiling = middle;
      above = tried;
    }
  }
  return { floor: scores[floor] ?? null, most, above };
}
