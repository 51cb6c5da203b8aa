/** «Одинаково» and «по-разному»: whether the two have a value in common. */
import { keysOf } from "../answers";
import type { Answer } from "../participant";
import { realAt } from "../solver/typed-read";
import { type Compile, type Kernel, MISSING } from "./kernel";
import { addPosting, type Posting, postingsOf, startRow } from "./postings";

export const same: Compile = ({ mentors, mentees }, criterion): Kernel => {
  const offers = postingsOf(
    mentors.map(({ answers }) => onesOf(answers[criterion.mentorField])),
  );
  const given = mentees.map(({ answers }) =>
    onesOf(answers[criterion.menteeField]),
  );
  const postings = given.map((values) =>
    [...values.keys()].flatMap((key): Posting[] => {
      const posting = offers.of.get(key);
      return posting === undefined ? [] : [posting];
    }),
  );
  const answered = Uint8Array.from(given, ({ size }) => (size > 0 ? 1 : 0));
  return {
    asked: offers.of.size > 0 || answered.includes(1),
    fill: (mentee, from, to, out) => {
      startRow(offers.has, answered[mentee] === 1, from, to, MISSING, out);
      const own = postings[mentee] ?? [];
      for (const posting of own) {
        addPosting(posting, 1, from, to, out);
      }
      for (let at = 0; own.length > 1 && at < to - from; at += 1) {
        if (realAt(out, at) > 1) {
          out[at] = 1;
        }
      }
    },
  };
};

export const different: Compile = (people, criterion): Kernel => {
  const alike = same(people, criterion);
  return {
    asked: alike.asked,
    fill: (mentee, from, to, out) => {
      alike.fill(mentee, from, to, out);
      for (let at = 0; at < to - from; at += 1) {
        const fit = realAt(out, at);
        if (fit !== MISSING) {
          out[at] = 1 - fit;
        }
      }
    },
  };
};

function onesOf(answer: Answer | undefined): ReadonlyMap<string, number> {
  return new Map([...keysOf(answer)].map((key) => [key, 1]));
}
