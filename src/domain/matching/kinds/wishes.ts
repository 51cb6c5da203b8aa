/** «Взаимный выбор»: whom each of the two named after they had met. */

import { keysOf } from "../answers";
import { codeKey } from "../choice-key";
import type { Answer, Participant } from "../participant";
import { byteAt } from "../solver/typed-read";
import { type Compile, MISSING } from "./kernel";

/** «НМ-003: 5» */
const RATED = /^(.*\S)\s*[:=]\s*(\d+(?:[.,]\d+)?)$/;

/** Each later place in an ordered list counts for this much less (chosen). */
const STEP = 0.2;

/** Ratings run to 5, or to 10 when one of them is higher. */
const SCALES = [5, 10] as const;

/** Comparable code → 0 to 1; those not named are not in it. */
export function ratingsOf(
  answer: Answer | undefined,
): ReadonlyMap<string, number> {
  const items = [...keysOf(answer)].map((text) => {
    const match = RATED.exec(text);
    return {
      code: codeKey(match?.[1] ?? text),
      rating:
        match === null ? null : Number((match[2] ?? "").replace(",", ".")),
    };
  });
  const highest = Math.max(0, ...items.map(({ rating }) => rating ?? 0));
  const scale = highest > SCALES[0] ? SCALES[1] : SCALES[0];
  const ratings = new Map<string, number>();
  items.forEach(({ code, rating }, place) => {
    const value =
      rating === null ? Math.max(STEP, 1 - STEP * place) : rating / scale;
    if (!ratings.has(code)) {
      ratings.set(code, Math.min(1, value));
    }
  });
  return ratings;
}

/** Codes of people as answers name them, to their places. */
export function placesByKey(
  people: readonly Participant[],
): ReadonlyMap<string, number> {
  return new Map(people.map(({ id }, place) => [codeKey(id), place]));
}

type Link = { readonly mentor: number; readonly fit: number };

/** Geometric mean when both have answered, else the answer of the one who has. */
export const wishes: Compile = ({ mentors, mentees }, criterion) => {
  const placeOfMentor = placesByKey(mentors);
  const placeOfMentee = placesByKey(mentees);
  const byMentee = mentees.map((one) =>
    ratingsOf(one.answers[criterion.menteeField]),
  );
  const byMentor = mentors.map((one) =>
    ratingsOf(one.answers[criterion.mentorField]),
  );
  const answered = Uint8Array.from(byMentee, ({ size }) => (size > 0 ? 1 : 0));
  const has = Uint8Array.from(byMentor, ({ size }) => (size > 0 ? 1 : 0));
  const menteeKeys = mentees.map(({ id }) => codeKey(id));
  const links: Link[][] = mentees.map(() => []);
  byMentee.forEach((ratings, mentee) => {
    for (const [code, rating] of ratings) {
      const mentor = placeOfMentor.get(code);
      if (mentor !== undefined) {
        const back = byMentor[mentor]?.get(menteeKeys[mentee] ?? "") ?? 0;
        const fit = has[mentor] === 1 ? Math.sqrt(rating * back) : rating;
        links[mentee]?.push({ mentor, fit });
      }
    }
  });
  byMentor.forEach((ratings, mentor) => {
    for (const [code, fit] of ratings) {
      const mentee = placeOfMentee.get(code);
      if (mentee !== undefined && answered[mentee] !== 1) {
        links[mentee]?.push({ mentor, fit });
      }
    }
  });
  const isAsked = answered.includes(1) || has.includes(1);
  return {
    asked: isAsked,
    single: true,
    fill: (mentee, from, to, out) => {
      const isAnswered = byteAt(answered, mentee) === 1;
      for (let mentor = from; mentor < to; mentor += 1) {
        out[mentor - from] = isAnswered || has[mentor] === 1 ? 0 : MISSING;
      }
      for (const { mentor, fit } of links[mentee] ?? []) {
        if (mentor >= from && mentor < to) {
          out[mentor - from] = fit;
        }
      }
    },
  };
};
