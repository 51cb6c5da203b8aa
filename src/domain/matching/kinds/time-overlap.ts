/** «Общее время»: times by name that both gave, and minutes by the clock. */
import { keysOf } from "../answers";
import type { Limit } from "../criteria";
import type { Answer } from "../participant";
import { byteAt, intAt, realAt } from "../solver/typed-read";
import { type Compile, MISSING } from "./kernel";
import { addPosting, type Posting, postingsOf, startRow } from "./postings";
import { commonMinutes, mergeSpans, weekSpansOf } from "./weekly-time";

/** A second common time is a reserve; more do not make a pair better (chosen). */
const ENOUGH_TIMES = 2;

/** Least minutes that count, and minutes that are enough, a week (chosen). */
export const MINUTES: Limit = { from: 30, to: 60 };

export type Times = {
  /** Times by name, comparable. */
  readonly names: ReadonlyMap<string, number>;
  /** Times by the clock, merged. */
  readonly spans: Int32Array;
};

export function timesOf(answer: Answer | undefined): Times {
  const names = new Map<string, number>();
  const spans: number[] = [];
  for (const key of keysOf(answer)) {
    const found = weekSpansOf(key);
    if (found === null) {
      names.set(key, 1);
    } else {
      spans.push(...found);
    }
  }
  return { names, spans: mergeSpans(spans) };
}

/**
 * The better of the two ways. Where one gave only names and the other only
 * hours nothing can be compared, and the answer counts as missing.
 */
export const timeOverlap: Compile = ({ mentors, mentees }, criterion) => {
  const { from: least, to: enough } = criterion.limit ?? MINUTES;
  const offers = mentors.map((one) =>
    timesOf(one.answers[criterion.mentorField]),
  );
  const wants = mentees.map((one) =>
    timesOf(one.answers[criterion.menteeField]),
  );
  const named = postingsOf(offers.map(({ names }) => names));
  const offerSize = Int32Array.from(offers, ({ names }) =>
    Math.min(ENOUGH_TIMES, names.size),
  );
  const offerSpans = offers.map(({ spans }) => spans);
  const clocked = Uint8Array.from(offerSpans, ({ length }) =>
    length > 0 ? 1 : 0,
  );
  const postings = wants.map(({ names }) =>
    [...names.keys()].flatMap((key): Posting[] => {
      const posting = named.of.get(key);
      return posting === undefined ? [] : [posting];
    }),
  );
  const isGiven = ({ names, spans }: Times) =>
    names.size > 0 || spans.length > 0;

  function byNames(
    mentee: number,
    from: number,
    to: number,
    out: Float64Array,
  ) {
    const size = wants[mentee]?.names.size ?? 0;
    startRow(named.has, size > 0, from, to, MISSING, out);
    for (const posting of postings[mentee] ?? []) {
      addPosting(posting, 1, from, to, out);
    }
    for (let mentor = from; size > 0 && mentor < to; mentor += 1) {
      const count = realAt(out, mentor - from);
      if (count > 0) {
        const needed = Math.min(size, intAt(offerSize, mentor));
        out[mentor - from] = count < needed ? count / needed : 1;
      }
    }
  }

  function byClock(
    own: Int32Array,
    from: number,
    to: number,
    out: Float64Array,
  ) {
    for (let mentor = from; mentor < to; mentor += 1) {
      const other = offerSpans[mentor];
      if (byteAt(clocked, mentor) === 1 && other !== undefined) {
        const fit = fitOf(commonMinutes(own, other), least, enough);
        if (fit > realAt(out, mentor - from)) {
          out[mentor - from] = fit;
        }
      }
    }
  }

  return {
    asked: offers.some(isGiven) || wants.some(isGiven),
    fill: (mentee, from, to, out) => {
      byNames(mentee, from, to, out);
      const own = wants[mentee]?.spans;
      if (own !== undefined && own.length > 0) {
        byClock(own, from, to, out);
      }
    },
  };
};

function fitOf(common: number, least: number, enough: number): number {
  if (common === 0 || common < least) {
    return 0;
  }
  return common < enough ? common / enough : 1;
}
