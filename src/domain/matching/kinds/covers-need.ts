/** «Закрывает запрос»: the share of the wishes that the mentor offers. */

import { keysOf } from "../answers";
import { choiceKey } from "../choice-key";
import type { Answer } from "../participant";
import { realAt } from "../solver/typed-read";
import { type Compile, MISSING } from "./kernel";
import { addPosting, type Posting, postingsOf, startRow } from "./postings";

/** «математика: 3»; larger numbers belong to the value itself. */
const LEVELLED = /^(.*\S)\s*:\s*(10|\d(?:[.,]\d+)?)$/;

/** A wish without a level is met by any level, an offer without one meets all. */
const ANY = Number.EPSILON;
const FULL = Number.POSITIVE_INFINITY;

/** A value without the level that may follow it. */
export function bareValue(text: string): string {
  return LEVELLED.exec(text)?.[1] ?? text;
}

/** Comparable key → level, of the highest of doubled values. */
export function levelsOf(
  answer: Answer | undefined,
  otherwise: number,
): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const text of keysOf(answer)) {
    const match = LEVELLED.exec(text);
    const key = choiceKey(match?.[1] ?? text);
    const level =
      match === null ? otherwise : Number((match[2] ?? "").replace(",", "."));
    if (level > 0) {
      levels.set(key, Math.max(levels.get(key) ?? 0, level));
    }
  }
  return levels;
}

type Wish = { readonly posting: Posting; readonly need: number };

export const coversNeed: Compile = ({ mentors, mentees }, criterion) => {
  const offers = postingsOf(
    mentors.map(({ answers }) =>
      levelsOf(answers[criterion.mentorField], FULL),
    ),
  );
  const needs = mentees.map(({ answers }) =>
    levelsOf(answers[criterion.menteeField], ANY),
  );
  const wishes = needs.map((levels) =>
    [...levels].flatMap(([key, need]): Wish[] => {
      const posting = offers.of.get(key);
      return posting === undefined ? [] : [{ posting, need }];
    }),
  );
  const sizes = Int32Array.from(needs, ({ size }) => size);
  return {
    asked: offers.of.size > 0 || needs.some(({ size }) => size > 0),
    fill: (mentee, from, to, out) => {
      const size = sizes[mentee] ?? 0;
      startRow(offers.has, size > 0, from, to, MISSING, out);
      for (const { posting, need } of wishes[mentee] ?? []) {
        addPosting(posting, need, from, to, out);
      }
      for (let at = 0; size > 1 && at < to - from; at += 1) {
        const sum = realAt(out, at);
        if (sum > 0) {
          out[at] = sum / size;
        }
      }
    },
  };
};
