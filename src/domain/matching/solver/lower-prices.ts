/** Brings mentors with a free place down to price 0, the last promise of an optimum. */
import {
  clearHeap,
  emptyHeap,
  lower,
  type MentorHeap,
  takeNearest,
} from "./mentor-heap";
import type { Problem } from "./problem";
import {
  gainOf,
  hasPlace,
  isHeld,
  type Seating,
  seat,
  unseat,
} from "./seating";
import { intAt, realAt } from "./typed-read";

/** One search: Dijkstra over mentors against the direction of `seatRest`. */
type Search = {
  readonly problem: Problem;
  readonly seating: Seating;
  readonly heap: MentorHeap;
  readonly offers: Offers;
  /** The least that a unit of each mentee gains, 0 when one is alone. */
  readonly gain: Float64Array;
  /** Who leaves each mentor reached, and for which option. */
  readonly mover: Int32Array;
  readonly via: Int32Array;
  readonly settled: number[];
  /** Length of the shortest way found so far. */
  bound: number;
  /** Its end: a mentor whose price falls to 0, or -1 … */
  endMentor: number;
  /** … and then a unit without a pair, with the option it takes. */
  endUnit: number;
  endOption: number;
};

/** Options by mentor: those of mentor j are `first[j]` … `first[j + 1] - 1`. */
type Offers = {
  readonly first: Int32Array;
  readonly option: Int32Array;
  readonly mentee: Int32Array;
  readonly worth: Float64Array;
};

/**
 * Each search fills one free place by a chain of moves, or lets the price of the
 * place at the chain's end fall to 0, whichever costs least.
 *
 * @param seating - All units dealt with. Afterwards the pairing is optimal.
 */
export function lowerPrices(problem: Problem, seating: Seating): void {
  const mentors = problem.mentorIndex.length;
  let search: Search | null = null;
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    while (
      realAt(seating.price, mentor) > 0 &&
      hasPlace(problem, seating, mentor)
    ) {
      search = search ?? emptySearch(problem, seating);
      fillOne(search, mentor);
    }
  }
}

function emptySearch(problem: Problem, seating: Seating): Search {
  const mentors = problem.mentorIndex.length;
  const search: Search = {
    problem,
    seating,
    heap: emptyHeap(mentors),
    offers: offersOf(problem),
    gain: new Float64Array(problem.demand.length),
    mover: new Int32Array(mentors),
    via: new Int32Array(mentors),
    settled: [],
    bound: 0,
    endMentor: -1,
    endUnit: -1,
    endOption: -1,
  };
  for (let mentee = 0; mentee < problem.demand.length; mentee += 1) {
    noteGain(search, mentee);
  }
  return search;
}

function offersOf(problem: Problem): Offers {
  const mentors = problem.mentorIndex.length;
  const count = problem.optionMentor.length;
  const first = new Int32Array(mentors + 1);
  for (let option = 0; option < count; option += 1) {
    const next = intAt(problem.optionMentor, option) + 1;
    first[next] = intAt(first, next) + 1;
  }
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    first[mentor + 1] = intAt(first, mentor + 1) + intAt(first, mentor);
  }
  const next = first.slice();
  const offers = {
    first,
    option: new Int32Array(count),
    mentee: new Int32Array(count),
    worth: new Float64Array(count),
  };
  for (let option = 0; option < count; option += 1) {
    const mentor = intAt(problem.optionMentor, option);
    const at = intAt(next, mentor);
    offers.option[at] = option;
    offers.mentee[at] = intAt(problem.optionMentee, option);
    offers.worth[at] = realAt(problem.optionWorth, option);
    next[mentor] = at + 1;
  }
  return offers;
}

function noteGain({ problem, seating, gain }: Search, mentee: number): void {
  const first = intAt(problem.unitStart, mentee);
  const end = intAt(problem.unitStart, mentee + 1);
  let least = first === end ? 0 : Number.POSITIVE_INFINITY;
  for (let unit = first; unit < end; unit += 1) {
    const isAlone = intAt(seating.taken, unit) === -1;
    least = Math.min(least, isAlone ? 0 : gainOf(problem, seating, unit));
  }
  gain[mentee] = least;
}

function fillOne(search: Search, start: number): void {
  const { seating, heap } = search;
  search.bound = realAt(seating.price, start);
  search.endMentor = start;
  search.endUnit = -1;
  lower(heap, start, 0);
  for (;;) {
    const mentor = takeNearest(heap);
    if (mentor === -1 || realAt(heap.distance, mentor) >= search.bound) {
      break;
    }
    search.settled.push(mentor);
    lookAround(search, mentor);
  }
  for (const mentor of search.settled) {
    seating.price[mentor] =
      realAt(seating.price, mentor) -
      (search.bound - realAt(heap.distance, mentor));
  }
  moveTo(search, start);
  for (const mentor of search.settled) {
    noteGains(search, mentor);
  }
  clearHeap(heap);
  search.settled.length = 0;
}

/** Only who sits with a mentor whose price fell gains otherwise than before. */
function noteGains(search: Search, mentor: number): void {
  const { problem, seating } = search;
  const first = intAt(seating.firstSeat, mentor);
  const end = first + intAt(seating.load, mentor);
  for (let at = first; at < end; at += 1) {
    const unit = intAt(seating.seats, at);
    noteGain(search, intAt(problem.unitMentee, unit));
  }
}

/** Who could come to the mentor, and from where? */
function lookAround(search: Search, mentor: number): void {
  const { seating, heap, offers, gain } = search;
  const soFar = realAt(heap.distance, mentor) + realAt(seating.price, mentor);
  const end = intAt(offers.first, mentor + 1);
  for (let at = intAt(offers.first, mentor); at < end; at += 1) {
    const mentee = intAt(offers.mentee, at);
    const length = soFar - realAt(offers.worth, at);
    if (length + realAt(gain, mentee) < search.bound) {
      const option = intAt(offers.option, at);
      if (!isHeld(seating, option)) {
        lookAt(search, mentee, option, length);
      }
    }
  }
}

/** Which of the mentee's units would come for the option? */
function lookAt(
  search: Search,
  mentee: number,
  option: number,
  length: number,
): void {
  const { problem, seating } = search;
  const last = intAt(problem.unitStart, mentee + 1);
  for (let unit = intAt(problem.unitStart, mentee); unit < last; unit += 1) {
    if (intAt(seating.taken, unit) !== -1) {
      leave(search, unit, option, length + gainOf(problem, seating, unit));
    } else if (length < search.bound) {
      search.bound = length;
      search.endMentor = -1;
      search.endUnit = unit;
      search.endOption = option;
    }
  }
}

/** Reaches the mentor whom the unit would leave for the option. */
function leave(
  search: Search,
  unit: number,
  option: number,
  distance: number,
): void {
  const { problem, seating, heap } = search;
  const mentor = intAt(problem.optionMentor, intAt(seating.taken, unit));
  if (distance >= search.bound || distance >= realAt(heap.distance, mentor)) {
    return;
  }
  search.mover[mentor] = unit;
  search.via[mentor] = option;
  lower(heap, mentor, distance);
  const length = distance + realAt(seating.price, mentor);
  if (length < search.bound) {
    search.bound = length;
    search.endMentor = mentor;
    search.endUnit = -1;
  }
}

/** Everybody on the way leaves, then takes the place that became free. */
function moveTo(search: Search, start: number): void {
  const { problem, seating, mover, via } = search;
  const moves: (readonly [number, number])[] = [];
  let mentor = search.endMentor;
  if (mentor === -1) {
    moves.push([search.endUnit, search.endOption]);
    mentor = intAt(problem.optionMentor, search.endOption);
  }
  while (mentor !== start) {
    const unit = intAt(mover, mentor);
    const option = intAt(via, mentor);
    moves.push([unit, option]);
    unseat(problem, seating, unit);
    mentor = intAt(problem.optionMentor, option);
  }
  for (const [unit, option] of moves) {
    seat(problem, seating, unit, option);
  }
}
