/** «Формат»: how convenient two ways of meeting are together. */
import { keysOf } from "../answers";
import type { Answer } from "../participant";
import { byteAt } from "../solver/typed-read";
import { type Compile, MISSING } from "./kernel";

/** Bits of the ways of meeting that an answer allows. */
const IN_PERSON = 1;
const ONLINE = 2;

/** «заочно» is not «очно». */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/смешан|гибрид|люб|без разниц|не ?важно/, IN_PERSON | ONLINE],
  [/онлайн|online|дистан|удален|виртуал|заочн|интернет/, ONLINE],
  [/(?:^|[^а])очн|лично|вживую|офлайн|offline/, IN_PERSON],
];

/** A mixed way of meeting with a single one: half of the meetings suit (chosen). */
const MIXED_FIT = 0.75;

/** @returns 0 when no way of meeting is named. */
export function waysOf(answer: Answer | undefined): number {
  let ways = 0;
  for (const key of keysOf(answer)) {
    for (const [pattern, way] of WORDS) {
      ways |= pattern.test(key) ? way : 0;
    }
  }
  return ways;
}

/** `4 · mentee's ways + mentor's ways` → fit. */
const TABLE = Float64Array.from({ length: 16 }, (_, index) => {
  const [one, other] = [index >> 2, index & 3];
  if (one === 0 || other === 0) {
    return MISSING;
  }
  return one === other ? 1 : (one & other) === 0 ? 0 : MIXED_FIT;
});

export const format: Compile = ({ mentors, mentees }, criterion) => {
  const offers = Uint8Array.from(mentors, ({ answers }) =>
    waysOf(answers[criterion.mentorField]),
  );
  const wants = Uint8Array.from(mentees, ({ answers }) =>
    waysOf(answers[criterion.menteeField]),
  );
  return {
    asked: offers.some((ways) => ways > 0) || wants.some((ways) => ways > 0),
    fill: (mentee, from, to, out) => {
      const row = 4 * byteAt(wants, mentee);
      for (let mentor = from; mentor < to; mentor += 1) {
        out[mentor - from] = TABLE[row + byteAt(offers, mentor)] ?? MISSING;
      }
    },
  };
};
