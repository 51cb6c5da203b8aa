/** Puts every mentee's options in the order the solver reads them. */
import { byteAt, intAt, realAt } from "./typed-read";

export type Options = {
  /** Options of mentee i are `start[i]` … `start[i + 1] - 1`. */
  readonly start: Int32Array;
  /** Mentee of each option. */
  readonly optionMentee: Int32Array;
  /** Mentor of each option. */
  readonly optionMentor: Int32Array;
  /** Score of each option; within a mentee descending, ties by mentor. */
  readonly optionScore: Float64Array;
  /** 1 for pairs of the present plan. */
  readonly optionKept: Uint8Array;
};

/** Up to this many levels per option, scores are counted as they are. */
const LEVELS_PER_OPTION = 4;

/**
 * Counting sorts by mentor, by score and by mentee: linear time.
 *
 * @param options - Grouped by mentee, in any order within a mentee.
 * @param mentors - How many mentors there are.
 */
export function sortOptions(
  options: Omit<Options, "optionMentee">,
  mentors: number,
): Options {
  const { start, optionMentor, optionScore, optionKept } = options;
  const count = optionMentor.length;
  const mentee = new Int32Array(count);
  for (let index = 0; index + 1 < start.length; index += 1) {
    mentee.fill(index, intAt(start, index), intAt(start, index + 1));
  }
  const depth = depths(optionScore);
  let order = new Int32Array(count);
  for (let option = 0; option < count; option += 1) {
    order[option] = option;
  }
  order = sortBy(optionMentor, mentors, order);
  order = sortBy(depth.of, depth.count, order);
  order = sortBy(mentee, start.length - 1, order);
  const sorted = {
    start,
    optionMentee: mentee,
    optionMentor: new Int32Array(count),
    optionScore: new Float64Array(count),
    optionKept: new Uint8Array(count),
  };
  for (let place = 0; place < count; place += 1) {
    const option = intAt(order, place);
    sorted.optionMentor[place] = intAt(optionMentor, option);
    sorted.optionScore[place] = realAt(optionScore, option);
    sorted.optionKept[place] = byteAt(optionKept, option);
  }
  return sorted;
}

/** Stable: items of one key stay in the order they came in. */
function sortBy(
  key: Int32Array,
  keys: number,
  order: Int32Array,
): Int32Array<ArrayBuffer> {
  const next = new Int32Array(keys + 1);
  for (let at = 0; at < order.length; at += 1) {
    const bucket = intAt(key, at) + 1;
    next[bucket] = intAt(next, bucket) + 1;
  }
  for (let bucket = 0; bucket < keys; bucket += 1) {
    next[bucket + 1] = intAt(next, bucket + 1) + intAt(next, bucket);
  }
  const sorted = new Int32Array(order.length);
  for (let at = 0; at < order.length; at += 1) {
    const item = intAt(order, at);
    const bucket = intAt(key, item);
    const place = intAt(next, bucket);
    sorted[place] = item;
    next[bucket] = place + 1;
  }
  return sorted;
}

/** @returns For each score how far it is from the top, in steps of the scale. */
function depths(scores: Float64Array): {
  readonly of: Int32Array;
  readonly count: number;
} {
  let top = 0;
  for (const score of scores) {
    top = Math.max(top, score);
  }
  const of = new Int32Array(scores.length);
  if (top <= LEVELS_PER_OPTION * scores.length) {
    for (let option = 0; option < of.length; option += 1) {
      of[option] = top - realAt(scores, option);
    }
    return { of, count: top + 1 };
  }
  const levels = Float64Array.from(new Set(scores)).sort().reverse();
  const depth = new Map<number, number>();
  levels.forEach((score, index) => {
    depth.set(score, index);
  });
  for (let option = 0; option < of.length; option += 1) {
    of[option] = depth.get(realAt(scores, option)) ?? 0;
  }
  return { of, count: levels.length };
}
