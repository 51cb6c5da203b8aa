/** Puts every mentee's options in the order the solver reads them. */
import { intAt } from "./typed-read";

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

/**
 * Options in the making, one number each: the higher the score the smaller, then
 * by mentor, then by whether the pair is of the present plan. Numbers sort faster
 * than anything that stands beside them would follow.
 */
export type OptionKeys = {
  readonly keys: Int32Array | Float64Array;
  readonly mentors: number;
  /** Scores there are, descending; null when the keys count down from `top`. */
  readonly levels: Float64Array | null;
  readonly top: number;
  readonly depthOf: ReadonlyMap<number, number>;
};

const LARGEST_INT32 = 2 ** 31 - 1;

/**
 * @param most - Number of options at most.
 * @param scores - All scores there are; looked through only when they are so
 *   large that a key of score and mentor would not be exact.
 */
export function emptyKeys(
  most: number,
  mentors: number,
  top: number,
  scores: () => Iterable<number>,
): OptionKeys {
  const perLevel = 2 * mentors;
  const isPlain = (top + 1) * perLevel <= Number.MAX_SAFE_INTEGER;
  const levels = isPlain
    ? null
    : Float64Array.from(new Set(scores())).sort().reverse();
  const count = levels === null ? top + 1 : levels.length;
  const isSmall = count * perLevel <= LARGEST_INT32;
  return {
    keys: isSmall ? new Int32Array(most) : new Float64Array(most),
    mentors,
    levels,
    top,
    depthOf: new Map(
      Array.from(levels ?? [], (score, depth): [number, number] => [
        score,
        depth,
      ]),
    ),
  };
}

export function keyOf(
  { mentors, levels, top, depthOf }: OptionKeys,
  mentor: number,
  score: number,
  isKept: boolean,
): number {
  const depth = levels === null ? top - score : (depthOf.get(score) ?? 0);
  return 2 * (depth * mentors + mentor) + (isKept ? 1 : 0);
}

/** @param start - Where the keys of each mentee begin. */
export function sortOptions(made: OptionKeys, start: Int32Array): Options {
  const count = intAt(start, start.length - 1);
  const options: Options = {
    start,
    optionMentee: new Int32Array(count),
    optionMentor: new Int32Array(count),
    optionScore: new Float64Array(count),
    optionKept: new Uint8Array(count),
  };
  for (let mentee = 0; mentee + 1 < start.length; mentee += 1) {
    const first = intAt(start, mentee);
    const end = intAt(start, mentee + 1);
    made.keys.subarray(first, end).sort();
    options.optionMentee.fill(mentee, first, end);
  }
  readKeys(made, options);
  return options;
}

function readKeys(
  { keys, mentors, levels, top }: OptionKeys,
  { optionMentor, optionScore, optionKept }: Options,
): void {
  const perLevel = 2 * mentors;
  for (let option = 0; option < optionMentor.length; option += 1) {
    // In range by construction, so the key exists.
    const key = keys[option] as number;
    const depth = Math.floor(key / perLevel);
    const rest = key - depth * perLevel;
    optionMentor[option] = rest >> 1;
    optionScore[option] = levels === null ? top - depth : (levels[depth] ?? 0);
    optionKept[option] = rest & 1;
  }
}
