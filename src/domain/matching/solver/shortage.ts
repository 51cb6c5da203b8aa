/** Where more units want places than there are, whoever gets them. */
import { completePairs } from "./most-pairs";
import type { Problem } from "./problem";
import type { Seating } from "./seating";
import { byteAt, intAt, realAt } from "./typed-read";

/** Whoever stays without a place competes with these mentees for these mentors. */
export type Shortage = {
  /** Units that must stay without a place. */
  readonly spare: number;
  /** 1 for those who take part. */
  readonly mentees: Uint8Array;
  readonly mentors: Uint8Array;
};

/**
 * @param seating - Whoever can still be seated is, by moving others on.
 * @param waiting - Units without a place.
 */
export function findShortage(
  problem: Problem,
  seating: Seating,
  waiting: Int32Array,
): Shortage | null {
  if (waiting.length === 0) {
    return null;
  }
  const { mentees, mentors, spare } = completePairs(problem, seating, waiting);
  return spare === 0 ? null : { spare, mentees, mentors };
}

/**
 * @param price - In points of score.
 * @returns Points: as many of the units gain more as there are places for them.
 */
export function wantedLevel(
  problem: Problem,
  { spare, mentees }: Shortage,
  price: Float64Array,
): number {
  const gains = new Float64Array(problem.unitMentee.length);
  const floor = price.reduce((a, b) => Math.min(a, b), 0);
  let size = 0;
  for (let mentee = 0; mentee < mentees.length; mentee += 1) {
    if (byteAt(mentees, mentee) === 1) {
      const units =
        intAt(problem.unitStart, mentee + 1) - intAt(problem.unitStart, mentee);
      const own = gains.subarray(size, size + units);
      if (byteAt(problem.must, mentee) === 1) {
        own.fill(Number.POSITIVE_INFINITY);
      } else {
        fillBest(problem, mentee, price, floor, own);
      }
      size += units;
    }
  }
  return gains.subarray(0, size).sort()[Math.min(spare, size) - 1] ?? 0;
}

/** Puts what the mentee's best options gain into `best`, descending. */
function fillBest(
  problem: Problem,
  mentee: number,
  price: Float64Array,
  floor: number,
  best: Float64Array,
): void {
  best.fill(Number.NEGATIVE_INFINITY);
  const last = best.length - 1;
  const end = intAt(problem.start, mentee + 1);
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const score = realAt(problem.optionScore, option);
    if (score - floor <= realAt(best, last)) {
      break;
    }
    const gain = score - realAt(price, intAt(problem.optionMentor, option));
    let at = last;
    while (at >= 0 && gain > realAt(best, at)) {
      if (at < last) {
        best[at + 1] = realAt(best, at);
      }
      best[at] = gain;
      at -= 1;
    }
  }
}
