/** The free part of an instance, in canonical order, on typed arrays. */
import type { PairingInstance } from "../pairing";
import { leftOver, type Worth, worthOf } from "../worth";
import { emptyKeys, keyOf, type Options, sortOptions } from "./sort-options";
import { intAt, realAt } from "./typed-read";

/**
 * What is left to decide once locks are taken out: mentees 0…n-1 who still want
 * a mentor and all mentors 0…m-1, both ascending by id, so that row order cannot
 * matter. A mentee who wants d mentors stands for d units that take one each.
 */
export type Problem = Options & {
  /** Instance index of each mentee. */
  readonly menteeIndex: Int32Array;
  /** Instance index of each mentor. */
  readonly mentorIndex: Int32Array;
  /** Mentors each mentee still wants, capped just above the number there are. */
  readonly demand: Int32Array;
  /** 1 for mentees that must get all they want. */
  readonly must: Uint8Array;
  /** What each option is worth, see `Worth`. */
  readonly optionWorth: Float64Array;
  /**
   * Units of mentee i are `unitStart[i]` … `unitStart[i + 1] - 1`, as many as the
   * demand but no more than the options.
   */
  readonly unitStart: Int32Array;
  /** Mentee of each unit. */
  readonly unitMentee: Int32Array;
  /** Free places of each mentor, capped just above the number of mentees. */
  readonly places: Int32Array;
  /**
   * Seats of mentor j are `firstSeat[j]` … `firstSeat[j + 1] - 1`, as many as the
   * places but no more than the options.
   */
  readonly firstSeat: Int32Array;
  /** Locked pairs of each mentor. */
  readonly lockedLoad: Int32Array;
  readonly worth: Worth;
};

/**
 * @param instance - Valid by `instanceFault`.
 * @param least - Options of a lower score are left out.
 */
export function toProblem(instance: PairingInstance, least: number): Problem {
  const left = leftOver(instance);
  const menteeIndex = byId(instance.mentees).filter(
    (index) => (left.demand[index] ?? 0) > 0,
  );
  const mentorIndex = byId(instance.mentors.map((mentor) => mentor.id));
  const places = Int32Array.from(mentorIndex, (index) =>
    Math.min(left.places[index] ?? 0, menteeIndex.length + 1),
  );
  const lockedLoad = Int32Array.from(
    mentorIndex,
    (index) =>
      (instance.mentors[index]?.capacity ?? 0) - (left.places[index] ?? 0),
  );
  const must = new Set(instance.must);
  const worth = worthOf(instance);
  return withUnits({
    menteeIndex: Int32Array.from(menteeIndex),
    mentorIndex: Int32Array.from(mentorIndex),
    demand: Int32Array.from(menteeIndex, (index) =>
      Math.min(left.demand[index] ?? 0, mentorIndex.length + 1),
    ),
    must: Uint8Array.from(menteeIndex, (index) => (must.has(index) ? 1 : 0)),
    ...collectOptions(
      instance,
      menteeIndex,
      mentorIndex,
      places,
      least,
      worth.top,
    ),
    places,
    lockedLoad,
    worth,
  });
}

/** Positions of the ids in ascending order of UTF-16 code units. */
function byId(ids: readonly string[]): number[] {
  return ids
    .map((id, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ index }) => index);
}

/** Options that can be used: neither locked nor blocked, mentor with a place. */
function collectOptions(
  instance: PairingInstance,
  menteeIndex: readonly number[],
  mentorIndex: readonly number[],
  places: Int32Array,
  least: number,
  top: number,
): Options {
  const mentors = mentorIndex.length;
  const rank = new Int32Array(mentors);
  mentorIndex.forEach((index, position) => {
    rank[index] = position;
  });
  const key = ([mentee, mentor]: readonly [number, number]): number =>
    mentee * mentors + mentor;
  const has = (keys: ReadonlySet<number>, code: number): boolean =>
    keys.size > 0 && keys.has(code);
  const closed = new Set([...instance.blocked, ...instance.locked].map(key));
  const kept = new Set((instance.keep ?? []).map(key));
  const most = instance.options.reduce((sum, row) => sum + row.length / 2, 0);
  const start = new Int32Array(menteeIndex.length + 1);
  const made = emptyKeys(most, mentors, top, () =>
    instance.options.flatMap((row) => row.filter((_, at) => at % 2 === 1)),
  );
  const { keys } = made;
  let count = 0;
  menteeIndex.forEach((index, mentee) => {
    const row = instance.options[index] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const mentor = row[at] ?? 0;
      const score = row[at + 1] ?? 0;
      const position = intAt(rank, mentor);
      const code = index * mentors + mentor;
      const isOpen = score >= least && intAt(places, position) > 0;
      if (isOpen && !has(closed, code)) {
        keys[count] = keyOf(made, position, score, has(kept, code));
        count += 1;
      }
    }
    start[mentee + 1] = count;
  });
  return sortOptions(made, start);
}

/** Adds what follows from the rest: worth of the options, and the units. */
export function withUnits(
  parts: Omit<
    Problem,
    "optionWorth" | "unitStart" | "unitMentee" | "firstSeat"
  >,
): Problem {
  const { start, demand, worth } = parts;
  const mentees = demand.length;
  const unitStart = new Int32Array(mentees + 1);
  const optionWorth = new Float64Array(parts.optionScore.length);
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    const first = intAt(start, mentee);
    const end = intAt(start, mentee + 1);
    const units = Math.min(intAt(demand, mentee), end - first);
    unitStart[mentee + 1] = intAt(unitStart, mentee) + units;
    const base = worth.base + (parts.must[mentee] === 1 ? worth.must : 0);
    for (let option = first; option < end; option += 1) {
      optionWorth[option] =
        worth.scale * realAt(parts.optionScore, option) + base;
    }
  }
  const unitMentee = new Int32Array(intAt(unitStart, mentees));
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    unitMentee.fill(
      mentee,
      intAt(unitStart, mentee),
      intAt(unitStart, mentee + 1),
    );
  }
  // Named one by one: objects made by spreading differ in shape from call to
  // call, and compiled code that has met one shape is thrown away at the next.
  return {
    menteeIndex: parts.menteeIndex,
    mentorIndex: parts.mentorIndex,
    demand: parts.demand,
    must: parts.must,
    start,
    optionMentee: parts.optionMentee,
    optionMentor: parts.optionMentor,
    optionScore: parts.optionScore,
    optionKept: parts.optionKept,
    optionWorth,
    unitStart,
    unitMentee,
    places: parts.places,
    firstSeat: seatStarts(parts.optionMentor, parts.places),
    lockedLoad: parts.lockedLoad,
    worth,
  };
}

function seatStarts(optionMentor: Int32Array, places: Int32Array): Int32Array {
  const wanted = new Int32Array(places.length);
  for (let option = 0; option < optionMentor.length; option += 1) {
    const mentor = intAt(optionMentor, option);
    wanted[mentor] = intAt(wanted, mentor) + 1;
  }
  const firstSeat = new Int32Array(places.length + 1);
  for (let mentor = 0; mentor < places.length; mentor += 1) {
    firstSeat[mentor + 1] =
      intAt(firstSeat, mentor) +
      Math.min(intAt(wanted, mentor), intAt(places, mentor));
  }
  return firstSeat;
}
