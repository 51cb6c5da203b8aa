/** Who sits with whom while the optimum is being built, and the prices. */
import type { Problem } from "./problem";
import { intAt, realAt } from "./typed-read";

/**
 * A partial pairing with mentor prices that keep two promises: no mentee would
 * gain by moving to another mentor at these prices, and a mentor with a free
 * place costs nothing. A pairing that keeps them is optimal for the mentees it
 * has dealt with, which is what the certificate says.
 */
export type Seating = {
  /** Option taken by each mentee, -1 for none. */
  readonly taken: Int32Array;
  /** Price of each mentor, an integer >= 0; it never falls. */
  readonly price: Float64Array;
  /** Number of free mentees seated with each mentor. */
  readonly load: Int32Array;
  /** Mentees of mentor j are `seats[firstSeat[j]]` … , `load[j]` of them. */
  readonly firstSeat: Int32Array;
  readonly seats: Int32Array;
  /** Where each seated mentee stands in `seats`. */
  readonly seatOf: Int32Array;
};

/** Nobody seated, all prices 0. */
export function emptySeating(problem: Problem): Seating {
  const mentees = problem.menteeIndex.length;
  const mentors = problem.mentorIndex.length;
  const wanted = new Int32Array(mentors);
  for (const mentor of problem.optionMentor) {
    wanted[mentor] = intAt(wanted, mentor) + 1;
  }
  const firstSeat = new Int32Array(mentors + 1);
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    firstSeat[mentor + 1] =
      intAt(firstSeat, mentor) +
      Math.min(intAt(wanted, mentor), intAt(problem.places, mentor));
  }
  return {
    taken: new Int32Array(mentees).fill(-1),
    price: new Float64Array(mentors),
    load: new Int32Array(mentors),
    firstSeat,
    seats: new Int32Array(intAt(firstSeat, mentors)),
    seatOf: new Int32Array(mentees).fill(-1),
  };
}

/** Seats the option's mentee with its mentor, who has a free place. */
export function seat(problem: Problem, seating: Seating, option: number): void {
  const mentee = intAt(problem.optionMentee, option);
  const mentor = intAt(problem.optionMentor, option);
  const at = intAt(seating.firstSeat, mentor) + intAt(seating.load, mentor);
  seating.seats[at] = mentee;
  seating.seatOf[mentee] = at;
  seating.load[mentor] = intAt(seating.load, mentor) + 1;
  seating.taken[mentee] = option;
}

/** Frees the place of a seated mentee. */
export function unseat(
  problem: Problem,
  seating: Seating,
  mentee: number,
): void {
  const mentor = intAt(problem.optionMentor, intAt(seating.taken, mentee));
  const load = intAt(seating.load, mentor) - 1;
  const last = intAt(seating.seats, intAt(seating.firstSeat, mentor) + load);
  const at = intAt(seating.seatOf, mentee);
  seating.seats[at] = last;
  seating.seatOf[last] = at;
  seating.seatOf[mentee] = -1;
  seating.load[mentor] = load;
  seating.taken[mentee] = -1;
}

/** @returns Whether the mentor can take one more. */
export function hasPlace(
  problem: Problem,
  seating: Seating,
  mentor: number,
): boolean {
  return intAt(seating.load, mentor) < intAt(problem.places, mentor);
}

/** What a seated mentee gains at the present prices: worth less price. */
export function gainOf(
  problem: Problem,
  seating: Seating,
  mentee: number,
): number {
  const option = intAt(seating.taken, mentee);
  return (
    realAt(problem.optionWorth, option) -
    realAt(seating.price, intAt(problem.optionMentor, option))
  );
}

/** @returns The lowest mentor price, 0 when there is no mentor. */
export function lowestPrice(seating: Seating): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const price of seating.price) {
    lowest = Math.min(lowest, price);
  }
  return seating.price.length === 0 ? 0 : lowest;
}
