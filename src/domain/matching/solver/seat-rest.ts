/** Seats the remaining mentees one by one along shortest alternating paths. */
import { emptyHeap, lower, type MentorHeap, takeNearest } from "./mentor-heap";
import type { Problem } from "./problem";
import {
  gainOf,
  hasPlace,
  lowestPrice,
  type Seating,
  seat,
  unseat,
} from "./seating";
import { intAt, realAt } from "./typed-read";

/** One search: Dijkstra over mentors with the loss of gain as the length. */
type Search = {
  readonly problem: Problem;
  readonly seating: Seating;
  readonly heap: MentorHeap;
  /** Option through which each mentor was reached. */
  readonly via: Int32Array;
  /** Mentors whose distance is not infinite. */
  readonly touched: number[];
  /** Mentors taken from the heap. */
  readonly settled: number[];
  /** Length of the shortest way out found so far. */
  bound: number;
  /** Way out: a mentor with a free place, or -1 … */
  endMentor: number;
  /** … and then the mentee who stays without a pair. */
  endMentee: number;
  /** A lower bound of all prices. */
  floor: number;
};

/**
 * @param waiting - Mentees without a place; all others keep the promises of
 *   `Seating`. Afterwards everybody does.
 */
export function seatRest(
  problem: Problem,
  seating: Seating,
  waiting: readonly number[],
): void {
  const mentors = problem.mentorIndex.length;
  const search: Search = {
    problem,
    seating,
    heap: emptyHeap(mentors),
    via: new Int32Array(mentors),
    touched: [],
    settled: [],
    bound: 0,
    endMentor: -1,
    endMentee: -1,
    floor: 0,
  };
  for (const mentee of waiting) {
    seatOne(search, mentee);
  }
}

function seatOne(search: Search, mentee: number): void {
  const { problem, seating, heap } = search;
  const gain = bestGain(problem, seating, mentee);
  if (gain <= 0) {
    return;
  }
  search.bound = gain;
  search.endMentor = -1;
  search.endMentee = mentee;
  search.floor = lowestPrice(seating);
  reachFrom(search, mentee, 0, gain);
  for (;;) {
    const mentor = takeNearest(heap);
    if (mentor === -1 || realAt(heap.distance, mentor) >= search.bound) {
      break;
    }
    search.settled.push(mentor);
    passThrough(search, mentor);
  }
  for (const mentor of search.settled) {
    seating.price[mentor] =
      realAt(seating.price, mentor) +
      search.bound -
      realAt(heap.distance, mentor);
  }
  moveAlong(search, mentee);
  forget(search);
}

function bestGain(problem: Problem, seating: Seating, mentee: number): number {
  let best = 0;
  const end = intAt(problem.start, mentee + 1);
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const price = realAt(seating.price, intAt(problem.optionMentor, option));
    best = Math.max(best, realAt(problem.optionWorth, option) - price);
  }
  return best;
}

/** Goes on from a full mentor to the mentees who sit there. */
function passThrough(search: Search, mentor: number): void {
  const { problem, seating, heap } = search;
  const distance = realAt(heap.distance, mentor);
  const first = intAt(seating.firstSeat, mentor);
  const end = first + intAt(seating.load, mentor);
  for (let at = first; at < end; at += 1) {
    const mentee = intAt(seating.seats, at);
    const gain = gainOf(problem, seating, mentee);
    if (distance + gain < search.bound) {
      search.bound = distance + gain;
      search.endMentor = -1;
      search.endMentee = mentee;
    }
    reachFrom(search, mentee, distance, gain);
  }
}

/** Reaches the mentors of one mentee's options. */
function reachFrom(
  search: Search,
  mentee: number,
  distance: number,
  gain: number,
): void {
  const { problem, seating, heap, floor } = search;
  const end = intAt(problem.start, mentee + 1);
  const soFar = distance + gain;
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const worth = realAt(problem.optionWorth, option);
    if (soFar + floor - worth >= search.bound) {
      break;
    }
    const mentor = intAt(problem.optionMentor, option);
    const reached = soFar + realAt(seating.price, mentor) - worth;
    if (reached < search.bound && reached < realAt(heap.distance, mentor)) {
      reach(search, mentor, reached, option);
    }
  }
}

function reach(
  search: Search,
  mentor: number,
  distance: number,
  option: number,
): void {
  const { heap } = search;
  if (realAt(heap.distance, mentor) === Number.POSITIVE_INFINITY) {
    search.touched.push(mentor);
  }
  search.via[mentor] = option;
  if (hasPlace(search.problem, search.seating, mentor)) {
    heap.distance[mentor] = distance;
    search.bound = distance;
    search.endMentor = mentor;
    search.endMentee = -1;
  } else {
    lower(heap, mentor, distance);
  }
}

/** Moves everybody on the shortest way one place on. */
function moveAlong(search: Search, mentee: number): void {
  const { problem, seating, via } = search;
  let mentor = search.endMentor;
  if (mentor === -1) {
    if (search.endMentee === mentee) {
      return;
    }
    const option = intAt(seating.taken, search.endMentee);
    mentor = intAt(problem.optionMentor, option);
    unseat(problem, seating, search.endMentee);
  }
  for (;;) {
    const option = intAt(via, mentor);
    const mover = intAt(problem.optionMentee, option);
    const before = intAt(seating.taken, mover);
    if (before === -1) {
      seat(problem, seating, option);
      return;
    }
    mentor = intAt(problem.optionMentor, before);
    unseat(problem, seating, mover);
    seat(problem, seating, option);
  }
}

/** Makes the search ready for the next mentee. */
function forget(search: Search): void {
  const { heap } = search;
  for (const mentor of search.touched) {
    heap.distance[mentor] = Number.POSITIVE_INFINITY;
    heap.place[mentor] = -1;
  }
  heap.size = 0;
  search.touched.length = 0;
  search.settled.length = 0;
}
