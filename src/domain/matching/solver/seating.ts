/** Who sits with whom while the optimum is being built, and the prices. */
import type { Problem } from "./problem";
import { byteAt, intAt, realAt } from "./typed-read";

/**
 * A partial pairing with mentor prices at which no unit dealt with would gain by
 * moving to an option that its mentee does not hold. If moreover mentors with a
 * free place cost nothing, the pairing is optimal for the units dealt with,
 * which is what the certificate says.
 */
export type Seating = {
  /** Option taken by each unit, -1 for none. */
  readonly taken: Int32Array;
  /** 1 for options that are taken. */
  readonly held: Uint8Array;
  /** Price of each mentor, an integer >= 0. */
  readonly price: Float64Array;
  /** Number of units seated with each mentor. */
  readonly load: Int32Array;
  /** Units of mentor j are `seats[firstSeat[j]]` … , `load[j]` of them. */
  readonly firstSeat: Int32Array;
  readonly seats: Int32Array;
  /** Where each seated unit stands in `seats`. */
  readonly seatOf: Int32Array;
};

/** Nobody seated, all prices 0. */
export function emptySeating(problem: Problem): Seating {
  const units = problem.unitMentee.length;
  const mentors = problem.mentorIndex.length;
  const { firstSeat } = problem;
  return {
    taken: new Int32Array(units).fill(-1),
    held: new Uint8Array(problem.optionMentor.length),
    price: new Float64Array(mentors),
    load: new Int32Array(mentors),
    firstSeat,
    seats: new Int32Array(intAt(firstSeat, mentors)),
    seatOf: new Int32Array(units).fill(-1),
  };
}

/** Seats the unit with the option's mentor, who has a free place. */
export function seat(
  problem: Problem,
  seating: Seating,
  unit: number,
  option: number,
): void {
  const mentor = intAt(problem.optionMentor, option);
  const at = intAt(seating.firstSeat, mentor) + intAt(seating.load, mentor);
  seating.seats[at] = unit;
  seating.seatOf[unit] = at;
  seating.load[mentor] = intAt(seating.load, mentor) + 1;
  seating.taken[unit] = option;
  seating.held[option] = 1;
}

/** Frees the place of a seated unit. */
export function unseat(problem: Problem, seating: Seating, unit: number): void {
  const option = intAt(seating.taken, unit);
  const mentor = intAt(problem.optionMentor, option);
  const load = intAt(seating.load, mentor) - 1;
  const last = intAt(seating.seats, intAt(seating.firstSeat, mentor) + load);
  const at = intAt(seating.seatOf, unit);
  seating.seats[at] = last;
  seating.seatOf[last] = at;
  seating.seatOf[unit] = -1;
  seating.load[mentor] = load;
  seating.taken[unit] = -1;
  seating.held[option] = 0;
}

/** A way found by a search: option and unit by which each mentor was reached. */
export type Way = {
  readonly via: Int32Array;
  readonly mover: Int32Array;
};

/**
 * Moves everybody on the way one place on: the last takes the place of `mentor`,
 * which is free, the first is the `waiting` unit.
 */
export function moveAlong(
  problem: Problem,
  seating: Seating,
  way: Way,
  mentor: number,
  waiting: number,
): void {
  for (let free = mentor; ; ) {
    const option = intAt(way.via, free);
    const unit = intAt(way.mover, free);
    if (unit === waiting) {
      seat(problem, seating, unit, option);
      return;
    }
    free = intAt(problem.optionMentor, intAt(seating.taken, unit));
    unseat(problem, seating, unit);
    seat(problem, seating, unit, option);
  }
}

/** @returns Whether the mentor can take one more. */
export function hasPlace(
  problem: Problem,
  seating: Seating,
  mentor: number,
): boolean {
  return intAt(seating.load, mentor) < intAt(problem.places, mentor);
}

/** @returns Whether a unit of the option's mentee sits with its mentor. */
export function isHeld(seating: Seating, option: number): boolean {
  return byteAt(seating.held, option) === 1;
}

/** What a seated unit gains at the present prices: worth less price. */
export function gainOf(
  problem: Problem,
  seating: Seating,
  unit: number,
): number {
  const option = intAt(seating.taken, unit);
  return (
    realAt(problem.optionWorth, option) -
    realAt(seating.price, intAt(problem.optionMentor, option))
  );
}

/** @returns The lowest mentor price, 0 when there is no mentor. */
export function lowestPrice(seating: Seating): number {
  const { price } = seating;
  let lowest = Number.POSITIVE_INFINITY;
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    lowest = Math.min(lowest, realAt(price, mentor));
  }
  return price.length === 0 ? 0 : lowest;
}
