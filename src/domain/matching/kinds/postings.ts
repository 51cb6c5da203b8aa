/** Values of many mentors turned round: value → who gave it. */
import { intAt, realAt } from "../solver/typed-read";

export type Posting = {
  /** Ascending. */
  readonly mentors: Int32Array;
  /** How much of the value each has. */
  readonly amounts: Float64Array;
};

export type Postings = {
  readonly of: ReadonlyMap<string, Posting>;
  /** 1 for mentors with any value. */
  readonly has: Uint8Array;
};

export function postingsOf(
  values: readonly ReadonlyMap<string, number>[],
): Postings {
  const lists = new Map<string, { mentors: number[]; amounts: number[] }>();
  const has = new Uint8Array(values.length);
  values.forEach((amounts, mentor) => {
    for (const [key, amount] of amounts) {
      const list = lists.get(key) ?? { mentors: [], amounts: [] };
      lists.set(key, list);
      list.mentors.push(mentor);
      list.amounts.push(amount);
      has[mentor] = 1;
    }
  });
  const of = new Map<string, Posting>();
  for (const [key, { mentors, amounts }] of lists) {
    of.set(key, {
      mentors: Int32Array.from(mentors),
      amounts: Float64Array.from(amounts),
    });
  }
  return { of, has };
}

/** Calls back for every mentor of the posting from `from` to `to - 1`. */
export function addPosting(
  { mentors, amounts }: Posting,
  need: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  for (let at = 0; at < mentors.length; at += 1) {
    const mentor = intAt(mentors, at);
    if (mentor >= from && mentor < to) {
      const amount = realAt(amounts, at);
      const share = amount < need ? amount / need : 1;
      out[mentor - from] = realAt(out, mentor - from) + share;
    }
  }
}

/** Puts `start` where both have answered and MISSING elsewhere. */
export function startRow(
  has: Uint8Array,
  answered: boolean,
  from: number,
  to: number,
  missing: number,
  out: Float64Array,
): void {
  for (let mentor = from; mentor < to; mentor += 1) {
    out[mentor - from] = answered && has[mentor] === 1 ? 0 : missing;
  }
}
