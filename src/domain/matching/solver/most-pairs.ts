/** How many pairs can be made at all, and what stops further ones. */
import type { Problem } from "./problem";
import {
  emptySeating,
  hasPlace,
  isHeld,
  moveAlong,
  type Seating,
  type Way,
} from "./seating";
import { byteAt, intAt, realAt } from "./typed-read";

/** A greatest number of pairs: whoever was reached cannot be given more. */
export type Greatest = {
  readonly pairs: number;
  /** Pairs that `must` mentees still lack; then nobody else was seated. */
  readonly missed: number;
  /** 1 for nodes reached from mentees who want more, by moving others on. */
  readonly mentees: Uint8Array;
  readonly mentors: Uint8Array;
};

/** Breadth-first search from units without a pair. */
type Search = Way & {
  readonly problem: Problem;
  readonly seating: Seating;
  /** Options of mentee i that may be used end at `end[i]`. */
  readonly end: Int32Array;
  readonly mentees: Uint8Array;
  readonly mentors: Uint8Array;
  readonly queue: Int32Array;
};

/** @returns The greatest number of pairs of `must` mentees only. */
export function mustPairs(problem: Problem): Greatest {
  const search = emptySearch(problem, Number.NEGATIVE_INFINITY);
  return greatest(search, seatAll(search, 1));
}

/**
 * Seats `must` mentees first, then everybody. Who has a pair keeps some pair, so
 * the number is the greatest there is once all musts are met.
 *
 * @param least - Options of a lower score are not used.
 */
export function mostPairs(problem: Problem, least: number): Greatest {
  const search = emptySearch(problem, least);
  const musts = seatAll(search, 1);
  const met = greatest(search, musts);
  return met.missed > 0 ? met : greatest(search, musts + seatAll(search, 0));
}

/**
 * Seats as many of the waiting units as can be, whatever the scores.
 *
 * @param seating - Nobody else waits; changed.
 * @returns How many are left over, and who competes with them.
 */
export function completePairs(
  problem: Problem,
  seating: Seating,
  waiting: Int32Array,
): {
  readonly spare: number;
  readonly mentees: Uint8Array;
  readonly mentors: Uint8Array;
} {
  const search = emptySearch(problem, Number.NEGATIVE_INFINITY, seating);
  const left = seatWaiting(search, [...waiting]);
  return {
    spare: left.length,
    mentees: search.mentees,
    mentors: search.mentors,
  };
}

function greatest(search: Search, pairs: number): Greatest {
  const { problem, mentees, mentors } = search;
  let missed = 0;
  for (let mentee = 0; mentee < mentees.length; mentee += 1) {
    if (byteAt(problem.must, mentee) === 1) {
      missed += intAt(problem.demand, mentee) - heldBy(search, mentee);
    }
  }
  return { pairs, missed, mentees: mentees.slice(), mentors: mentors.slice() };
}

function heldBy({ problem, seating }: Search, mentee: number): number {
  let held = 0;
  const end = intAt(problem.unitStart, mentee + 1);
  for (let unit = intAt(problem.unitStart, mentee); unit < end; unit += 1) {
    held += intAt(seating.taken, unit) === -1 ? 0 : 1;
  }
  return held;
}

function emptySearch(
  problem: Problem,
  least: number,
  seating: Seating = emptySeating(problem),
): Search {
  const mentees = problem.menteeIndex.length;
  const mentors = problem.mentorIndex.length;
  const { start, optionScore } = problem;
  return {
    problem,
    seating,
    end: Int32Array.from({ length: mentees }, (_, mentee) => {
      let end = intAt(start, mentee + 1);
      while (
        end > intAt(start, mentee) &&
        realAt(optionScore, end - 1) < least
      ) {
        end -= 1;
      }
      return end;
    }),
    mentees: new Uint8Array(mentees),
    mentors: new Uint8Array(mentors),
    via: new Int32Array(mentors),
    mover: new Int32Array(mentors),
    queue: new Int32Array(problem.unitMentee.length),
  };
}

/** @returns How many units of mentees with this `must` were seated. */
function seatAll(search: Search, must: 0 | 1): number {
  const { problem } = search;
  const waiting: number[] = [];
  problem.unitMentee.forEach((mentee, unit) => {
    if (byteAt(problem.must, mentee) === must) {
      waiting.push(unit);
    }
  });
  const left = seatWaiting(search, waiting);
  markShort(search, must);
  return waiting.length - left.length;
}

/** @returns Units that found no pair. */
function seatWaiting(
  search: Search,
  units: readonly number[],
): readonly number[] {
  let waiting = units;
  // A round passes every node once; the last, in vain, shows what stops it.
  for (let before = -1; before !== waiting.length; ) {
    before = waiting.length;
    search.mentees.fill(0);
    search.mentors.fill(0);
    waiting = waiting.filter((unit) => !seatOne(search, unit));
  }
  return waiting;
}

/** Who has fewer options than it wants is short even when it has them all. */
function markShort({ problem, mentees }: Search, must: 0 | 1): void {
  for (let mentee = 0; mentee < mentees.length; mentee += 1) {
    const units =
      intAt(problem.unitStart, mentee + 1) - intAt(problem.unitStart, mentee);
    if (
      units < intAt(problem.demand, mentee) &&
      byteAt(problem.must, mentee) === must
    ) {
      mentees[mentee] = 1;
    }
  }
}

/** @returns Whether the unit got a pair; everybody else keeps one. */
function seatOne(search: Search, unit: number): boolean {
  const { problem, seating, mentees, queue } = search;
  const start = intAt(problem.unitMentee, unit);
  if (byteAt(mentees, start) === 1) {
    return false;
  }
  mentees[start] = 1;
  queue[0] = unit;
  let size = 1;
  for (let at = 0; at < size; at += 1) {
    const mover = intAt(queue, at);
    const mentee = intAt(problem.unitMentee, mover);
    const end = intAt(search.end, mentee);
    for (let option = intAt(problem.start, mentee); option < end; option += 1) {
      const mentor = intAt(problem.optionMentor, option);
      if (byteAt(search.mentors, mentor) === 1 || isHeld(seating, option)) {
        continue;
      }
      search.via[mentor] = option;
      search.mover[mentor] = mover;
      if (hasPlace(problem, seating, mentor)) {
        moveAlong(problem, seating, search, mentor, unit);
        return true;
      }
      search.mentors[mentor] = 1;
      size = addUnits(search, mentor, size);
    }
  }
  return false;
}

/** Puts the mentor's units, one of each new mentee, into the queue. */
function addUnits(search: Search, mentor: number, before: number): number {
  const { problem, seating, mentees, queue } = search;
  const first = intAt(seating.firstSeat, mentor);
  const end = first + intAt(seating.load, mentor);
  let size = before;
  for (let at = first; at < end; at += 1) {
    const unit = intAt(seating.seats, at);
    const mentee = intAt(problem.unitMentee, unit);
    if (byteAt(mentees, mentee) === 0) {
      mentees[mentee] = 1;
      queue[size] = unit;
      size += 1;
    }
  }
  return size;
}
