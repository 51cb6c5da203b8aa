/** The free part of an instance, in canonical order, on typed arrays. */
import { largestScore } from "../check-instance";
import type { PairingInstance } from "../pairing";
import { intAt } from "./typed-read";

/**
 * What is left to decide once locks are taken out: free mentees 0…n-1 and all
 * mentors 0…m-1, both ascending by id, so that row order cannot matter.
 */
export type Problem = {
  /** Instance index of each free mentee. */
  readonly menteeIndex: Int32Array;
  /** Instance index of each mentor. */
  readonly mentorIndex: Int32Array;
  /** Options of mentee i are `start[i]` … `start[i + 1] - 1`. */
  readonly start: Int32Array;
  /** Mentee of each option. */
  readonly optionMentee: Int32Array;
  /** Mentor of each option. */
  readonly optionMentor: Int32Array;
  /** Score of each option; within a mentee descending, ties by mentor. */
  readonly optionScore: Float64Array;
  /** What each option is worth: bonus + score. */
  readonly optionWorth: Float64Array;
  /** Free places of each mentor, capped just above the number of mentees. */
  readonly places: Int32Array;
  /** Locked pairs of each mentor. */
  readonly lockedLoad: Int32Array;
  /** Larger than any possible total, so that number goes before total. */
  readonly bonus: number;
};

/** @param instance - Valid by `instanceFault`. */
export function toProblem(instance: PairingInstance): Problem {
  const lockedMentees = new Set(instance.locked.map(([mentee]) => mentee));
  const menteeIndex = byId(instance.mentees).filter(
    (index) => !lockedMentees.has(index),
  );
  const mentorIndex = byId(instance.mentors.map((mentor) => mentor.id));
  const rank = new Int32Array(mentorIndex.length);
  mentorIndex.forEach((index, position) => {
    rank[index] = position;
  });
  const lockedLoad = new Int32Array(mentorIndex.length);
  for (const [, mentor] of instance.locked) {
    lockedLoad[intAt(rank, mentor)] =
      intAt(lockedLoad, intAt(rank, mentor)) + 1;
  }
  const places = new Int32Array(mentorIndex.length);
  let freePlaces = 0;
  mentorIndex.forEach((index, position) => {
    const capacity = instance.mentors[index]?.capacity ?? 0;
    const free = capacity - intAt(lockedLoad, position);
    places[position] = Math.min(free, menteeIndex.length + 1);
    freePlaces += free;
  });
  const bonus =
    largestScore(instance) * Math.min(menteeIndex.length, freePlaces) + 1;
  return {
    menteeIndex: Int32Array.from(menteeIndex),
    mentorIndex: Int32Array.from(mentorIndex),
    ...collectOptions(instance, menteeIndex, rank, places, bonus),
    places,
    lockedLoad,
    bonus,
  };
}

/** Positions of the ids in ascending order of UTF-16 code units. */
function byId(ids: readonly string[]): number[] {
  return ids
    .map((id, index) => ({ id, index }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ index }) => index);
}

/** Options that can be used: not blocked, mentor with a free place. */
function collectOptions(
  instance: PairingInstance,
  menteeIndex: readonly number[],
  rank: Int32Array,
  places: Int32Array,
  bonus: number,
): Pick<
  Problem,
  "start" | "optionMentee" | "optionMentor" | "optionScore" | "optionWorth"
> {
  const mentors = rank.length;
  const blocked = new Set(instance.blocked.map(([i, j]) => i * mentors + j));
  const most = instance.options.reduce((sum, row) => sum + row.length / 2, 0);
  // One number per option sorts by score descending, then by mentor.
  const keys = new Float64Array(most);
  const top = largestScore(instance);
  const start = new Int32Array(menteeIndex.length + 1);
  let count = 0;
  menteeIndex.forEach((index, mentee) => {
    const row = instance.options[index] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const mentor = row[at] ?? 0;
      const position = intAt(rank, mentor);
      if (
        intAt(places, position) > 0 &&
        !blocked.has(index * mentors + mentor)
      ) {
        keys[count] = (top - (row[at + 1] ?? 0)) * mentors + position;
        count += 1;
      }
    }
    keys.subarray(intAt(start, mentee), count).sort();
    start[mentee + 1] = count;
  });
  const optionMentee = new Int32Array(count);
  for (let mentee = 0; mentee < menteeIndex.length; mentee += 1) {
    optionMentee.fill(mentee, intAt(start, mentee), intAt(start, mentee + 1));
  }
  const optionMentor = new Int32Array(count);
  const optionScore = new Float64Array(count);
  const optionWorth = new Float64Array(count);
  for (let option = 0; option < count; option += 1) {
    const key = keys[option] ?? 0;
    const score = top - Math.floor(key / mentors);
    optionMentor[option] = key % mentors;
    optionScore[option] = score;
    optionWorth[option] = bonus + score;
  }
  return { start, optionMentee, optionMentor, optionScore, optionWorth };
}
