/** Prices of a solved problem, in the order of the instance's people. */
import type { PairingInstance, Prices } from "../pairing";
import { leftOver } from "../worth";
import type { Greatest } from "./most-pairs";
import { menteePrices } from "./optimum";
import type { Problem } from "./problem";
import type { Seating } from "./seating";
import { byteAt, intAt, realAt } from "./typed-read";

/** A part of the instance and an optimal pairing of it. */
export type Solved = {
  readonly problem: Problem;
  readonly seating: Seating;
};

type MutablePrices = {
  readonly mentee: number[];
  readonly mentor: number[];
};

/** @returns Prices for `bonus + score` of the problem's worth. */
export function pricesOf(
  instance: PairingInstance,
  parts: readonly Solved[],
): Prices {
  return collectPrices(
    instance,
    parts,
    freeShift,
    parts[0]?.problem.worth.scale ?? 1,
  );
}

/** @returns Prices for `scale · score + 1`: those of the mode `best` unrounded. */
export function countPricesOf(
  instance: PairingInstance,
  parts: readonly Solved[],
): Prices {
  return collectPrices(instance, parts, () => 0, 1);
}

/** Divides by `scale`, rounding all prices of a part from one point. */
function collectPrices(
  instance: PairingInstance,
  parts: readonly Solved[],
  shiftOf: (part: Solved) => number,
  scale: number,
): Prices {
  const prices = zeroPrices(instance);
  for (const part of parts) {
    const { problem, seating } = part;
    const shift = shiftOf(part);
    menteePrices(problem, seating).forEach((price, mentee) => {
      const isMust = byteAt(problem.must, mentee) === 1;
      const own = price - (isMust ? problem.worth.must : 0);
      prices.mentee[intAt(problem.menteeIndex, mentee)] = Math.floor(
        (own + shift) / scale,
      );
    });
    seating.price.forEach((price, mentor) => {
      // Subtracted from 0, because -0 is another number to strict readers.
      prices.mentor[intAt(problem.mentorIndex, mentor)] =
        0 - Math.floor((shift - price) / scale);
    });
  }
  return prices;
}

function zeroPrices({ mentees, mentors }: PairingInstance): MutablePrices {
  return { mentee: mentees.map(() => 0), mentor: mentors.map(() => 0) };
}

/**
 * Prices of `scale · score + 1` become prices of `score` by rounding all from one
 * point. A pair that is made stays tight unless its mentor's price lies on one
 * point of `scale`; there are fewer pairs than points, so one suits all.
 */
function freeShift({ problem, seating }: Solved): number {
  const { scale } = problem.worth;
  const spoilt = new Set<number>();
  seating.load.forEach((load, mentor) => {
    if (load > 0) {
      spoilt.add((realAt(seating.price, mentor) + scale - 1) % scale);
    }
  });
  let shift = 0;
  while (scale > 1 && spoilt.has(shift)) {
    shift += 1;
  }
  return shift;
}

/**
 * @param greatest - Pairs made with the problem's options, or with some of them.
 * @returns Prices by which no more pairs can be made of those options; negative
 *   enough for less than none, where musts are missed.
 */
export function coverPrices(
  instance: PairingInstance,
  problem: Problem,
  greatest: Greatest,
): Prices {
  const prices = zeroPrices(instance);
  const wanted = leftOver(instance).demand.reduce((sum, own) => sum + own, 0);
  const weight = greatest.missed > 0 ? wanted + 1 : 0;
  problem.menteeIndex.forEach((index, mentee) => {
    const isReached = byteAt(greatest.mentees, mentee) === 1;
    const isMust = byteAt(problem.must, mentee) === 1;
    prices.mentee[index] =
      weight === 0
        ? Number(!isReached)
        : 1 - (isMust && isReached ? weight : 0);
  });
  problem.mentorIndex.forEach((index, mentor) => {
    const isReached = byteAt(greatest.mentors, mentor) === 1;
    prices.mentor[index] = isReached ? Math.max(1, weight) : 0;
  });
  return prices;
}

/**
 * Mentors without a free place take no part and their price costs nothing: it
 * is raised until it covers every option, so that readers need no exception.
 *
 * @param worth - What an option of this score has to be covered for.
 */
export function coverFullMentors(
  instance: PairingInstance,
  prices: Prices,
  worth: (score: number) => number,
): Prices {
  const { demand, places } = leftOver(instance);
  if (places.every((free) => free > 0)) {
    return prices;
  }
  const mentor = [...prices.mentor];
  instance.options.forEach((row, mentee) => {
    for (let at = 0; at < row.length && (demand[mentee] ?? 0) > 0; at += 2) {
      const other = row[at] ?? 0;
      if (places[other] === 0) {
        const needed = worth(row[at + 1] ?? 0) - (prices.mentee[mentee] ?? 0);
        mentor[other] = Math.max(mentor[other] ?? 0, needed);
      }
    }
  });
  return { mentee: prices.mentee, mentor };
}
