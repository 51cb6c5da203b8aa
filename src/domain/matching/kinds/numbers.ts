/** «Близко» and «разница»: two answers compared as numbers. */
import { numberOf, spanOf } from "../answers";
import { realAt } from "../solver/typed-read";
import { type Compile, MISSING } from "./kernel";

/** 1 − distance / limit; a span («10–12 лет») is near to all it contains. */
export const closeness: Compile = ({ mentors, mentees }, criterion) => {
  const limit = criterion.limit?.to ?? 0;
  const ends = (side: typeof mentors, field: string, end: "low" | "high") =>
    Float64Array.from(
      side,
      ({ answers }) => spanOf(answers[field])?.[end] ?? Number.NaN,
    );
  const mentorLow = ends(mentors, criterion.mentorField, "low");
  const mentorHigh = ends(mentors, criterion.mentorField, "high");
  const menteeLow = ends(mentees, criterion.menteeField, "low");
  const menteeHigh = ends(mentees, criterion.menteeField, "high");
  return {
    asked: isAnyKnown(mentorLow) || isAnyKnown(menteeLow),
    fill: (mentee, from, to, out) => {
      const low = realAt(menteeLow, mentee);
      const high = realAt(menteeHigh, mentee);
      for (let mentor = from; mentor < to; mentor += 1) {
        const above = low - realAt(mentorHigh, mentor);
        const below = realAt(mentorLow, mentor) - high;
        out[mentor - from] =
          above > 0
            ? nearness(above, limit)
            : below > 0
              ? nearness(below, limit)
              : above <= 0
                ? 1
                : MISSING;
      }
    },
  };
};

/**
 * Mentor's number less the mentee's: best within the limit, nothing left at the
 * distance of its end nearer to 0, so that «2–4» gives 0 at 0 and at 6.
 */
export const orderGap: Compile = ({ mentors, mentees }, criterion) => {
  const { from: least, to: most } = criterion.limit ?? { from: 1, to: 1 };
  const width = Math.min(Math.abs(least), Math.abs(most)) || 1;
  const numbers = (side: typeof mentors, field: string) =>
    Float64Array.from(
      side,
      ({ answers }) => numberOf(answers[field]) ?? Number.NaN,
    );
  const mentorNumber = numbers(mentors, criterion.mentorField);
  const menteeNumber = numbers(mentees, criterion.menteeField);
  return {
    asked: isAnyKnown(mentorNumber) || isAnyKnown(menteeNumber),
    fill: (mentee, from, to, out) => {
      const own = realAt(menteeNumber, mentee);
      for (let mentor = from; mentor < to; mentor += 1) {
        const gap = realAt(mentorNumber, mentor) - own;
        out[mentor - from] =
          gap < least
            ? nearness(least - gap, width)
            : gap > most
              ? nearness(gap - most, width)
              : gap >= least
                ? 1
                : MISSING;
      }
    },
  };
};

/** @param distance - Above 0. */
function nearness(distance: number, limit: number): number {
  return distance >= limit ? 0 : 1 - distance / limit;
}

/** NaN stands for an answer that is not given. */
function isAnyKnown(numbers: Float64Array): boolean {
  return numbers.some((value) => !Number.isNaN(value));
}
