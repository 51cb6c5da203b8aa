/** Seats the remaining units one by one along shortest alternating paths. */
import {
  clearHeap,
  emptyHeap,
  lower,
  type MentorHeap,
  mark,
  takeNearest,
} from "./mentor-heap";
import type { Problem } from "./problem";
import {
  gainOf,
  hasPlace,
  isHeld,
  lowestPrice,
  moveAlong,
  type Seating,
  unseat,
  type Way,
} from "./seating";
import { intAt, realAt } from "./typed-read";

/** One search: Dijkstra over mentors with the loss of gain as the length. */
type Search = Way & {
  readonly problem: Problem;
  readonly seating: Seating;
  readonly heap: MentorHeap;
  /** Mentors taken from the heap. */
  readonly settled: number[];
  /** Length of the shortest way out found so far. */
  bound: number;
  /** Way out: a mentor with a free place, or -1 … */
  endMentor: number;
  /** … and then the unit that stays without a pair. */
  endUnit: number;
  /** A lower bound of all prices. */
  floor: number;
  /** Options looked at. */
  work: number;
};

/**
 * @param waiting - Units not dealt with; the others keep the promise of `Seating`
 *   and, when nobody waits any more, all do.
 * @param most - Options to look at before it gives up.
 * @returns Whether everybody was dealt with.
 */
export function seatRest(
  problem: Problem,
  seating: Seating,
  waiting: readonly number[],
  most: number,
): boolean {
  const mentors = problem.mentorIndex.length;
  const search: Search = {
    problem,
    seating,
    heap: emptyHeap(mentors),
    via: new Int32Array(mentors),
    mover: new Int32Array(mentors),
    settled: [],
    bound: 0,
    endMentor: -1,
    endUnit: -1,
    floor: 0,
    work: 0,
  };
  for (const unit of waiting) {
    if (search.work > most) {
      return false;
    }
    seatOne(search, unit);
  }
  return true;
}

function seatOne(search: Search, unit: number): void {
  const { problem, seating, heap } = search;
  const gain = bestGain(problem, seating, intAt(problem.unitMentee, unit));
  if (gain <= 0) {
    return;
  }
  search.bound = gain;
  search.endMentor = -1;
  search.endUnit = unit;
  search.floor = lowestPrice(seating);
  reachFrom(search, unit, 0, gain);
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
  moveAll(search, unit);
  clearHeap(heap);
  search.settled.length = 0;
}

function bestGain(problem: Problem, seating: Seating, mentee: number): number {
  let best = 0;
  const end = intAt(problem.start, mentee + 1);
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const price = realAt(seating.price, intAt(problem.optionMentor, option));
    const here = realAt(problem.optionWorth, option) - price;
    if (here > best && !isHeld(seating, option)) {
      best = here;
    }
  }
  return best;
}

/** Goes on from a full mentor to the units that sit there. */
function passThrough(search: Search, mentor: number): void {
  const { problem, seating, heap } = search;
  const distance = realAt(heap.distance, mentor);
  const first = intAt(seating.firstSeat, mentor);
  const end = first + intAt(seating.load, mentor);
  for (let at = first; at < end; at += 1) {
    const unit = intAt(seating.seats, at);
    const gain = gainOf(problem, seating, unit);
    if (distance + gain < search.bound) {
      search.bound = distance + gain;
      search.endMentor = -1;
      search.endUnit = unit;
    }
    reachFrom(search, unit, distance, gain);
  }
}

/** Reaches the mentors whom the unit could take. */
function reachFrom(
  search: Search,
  unit: number,
  distance: number,
  gain: number,
): void {
  const { problem, seating, heap, floor } = search;
  const mentee = intAt(problem.unitMentee, unit);
  const end = intAt(problem.start, mentee + 1);
  const soFar = distance + gain;
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    search.work += 1;
    const worth = realAt(problem.optionWorth, option);
    if (soFar + floor - worth >= search.bound) {
      break;
    }
    const mentor = intAt(problem.optionMentor, option);
    const reached = soFar + realAt(seating.price, mentor) - worth;
    if (
      reached < search.bound &&
      reached < realAt(heap.distance, mentor) &&
      !isHeld(seating, option)
    ) {
      search.mover[mentor] = unit;
      search.via[mentor] = option;
      reach(search, mentor, reached);
    }
  }
}

function reach(search: Search, mentor: number, distance: number): void {
  const { heap } = search;
  if (hasPlace(search.problem, search.seating, mentor)) {
    mark(heap, mentor, distance);
    search.bound = distance;
    search.endMentor = mentor;
    search.endUnit = -1;
  } else {
    lower(heap, mentor, distance);
  }
}

/** Moves everybody on the shortest way one place on. */
function moveAll(search: Search, waiting: number): void {
  const { problem, seating, endUnit } = search;
  let free = search.endMentor;
  if (free === -1) {
    if (endUnit === waiting) {
      return;
    }
    free = intAt(problem.optionMentor, intAt(seating.taken, endUnit));
    unseat(problem, seating, endUnit);
  }
  moveAlong(problem, seating, search, free, waiting);
}
