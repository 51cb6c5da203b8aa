/** One optimal pairing of a problem, with its prices. */
import { auction } from "./auction";
import { lowerPrices } from "./lower-prices";
import type { Problem } from "./problem";
import { roughPrices } from "./rough-prices";
import { seatRest } from "./seat-rest";
import { emptySeating, gainOf, type Seating } from "./seating";
import { intAt } from "./typed-read";

/** Looks at options, per option there is, that call for rough prices (measured). */
const WORK_PER_OPTION = 3;
/** Share of units without a place after the bids that does so at once (measured). */
const MOST_WAITING = 0.15;

/** @returns A pairing of greatest worth; which of them is not laid down. */
export function optimalSeating(problem: Problem): Seating {
  const most = problem.optionMentor.length * WORK_PER_OPTION;
  return plainSeating(problem, most) ?? steadySeating(problem);
}

/**
 * From no prices at all: quick unless many want the same mentors.
 *
 * @param most - Looks at options before it gives up with null; never if infinite.
 */
export function plainSeating(problem: Problem, most: number): Seating | null {
  const seating = emptySeating(problem);
  const waiting = auction(problem, seating);
  const isWar = waiting.length > MOST_WAITING * problem.unitMentee.length;
  if (isWar && Number.isFinite(most)) {
    return null;
  }
  return seatRest(problem, seating, waiting, most) ? seating : null;
}

/** From rough prices: never very slow. */
export function steadySeating(problem: Problem): Seating {
  const seating = emptySeating(problem);
  seating.price.set(roughPrices(problem));
  const waiting = auction(problem, seating);
  seatRest(problem, seating, waiting, Number.POSITIVE_INFINITY);
  lowerPrices(problem, seating);
  return seating;
}

/**
 * @returns Price of each mentee: what the least of its mentors brings at the
 *   mentor prices, or 0 when it has fewer than it wants.
 */
export function menteePrices(problem: Problem, seating: Seating): Float64Array {
  const prices = new Float64Array(problem.demand.length);
  for (let mentee = 0; mentee < prices.length; mentee += 1) {
    const first = intAt(problem.unitStart, mentee);
    const end = intAt(problem.unitStart, mentee + 1);
    const isShort = end - first < intAt(problem.demand, mentee);
    let least = isShort ? 0 : Number.POSITIVE_INFINITY;
    for (let unit = first; unit < end; unit += 1) {
      const isAlone = intAt(seating.taken, unit) === -1;
      least = Math.min(least, isAlone ? 0 : gainOf(problem, seating, unit));
    }
    prices[mentee] = least;
  }
  return prices;
}
