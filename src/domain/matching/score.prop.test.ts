import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA, type Weight } from "./criteria";
import type { Participant } from "./participant";
import { scorePair } from "./score";
import {
  criterion,
  aMentee as menteeOf,
  aMentor as mentorOf,
} from "./testing/people";

type Answers = Participant["answers"];

const aMentor = (answers: Answers = {}) => mentorOf({ answers });
const aMentee = (answers: Answers = {}) => menteeOf({ answers });

const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => text.replace(/е/g, "ё"),
  (text) => text.replace(/ /g, "\u00a0"),
  (text) => `\u200b${text}\ufeff`,
  (text) => ` ${text.replace(/-/g, " – ")}  `,
];

test("does not care on which side a spelling differs", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("учет и отчет", "веб-сайт", "тема е"),
      fc.constantFrom(...SPELLINGS),
      fc.constantFrom(...SPELLINGS),
      fc.constantFrom("topics", "interests", "district", "time"),
      (text, one, other, key) => {
        const field = criterion(key, "minor");
        const result = scorePair(
          aMentor({ [field.mentorField]: [one(text)] }),
          aMentee({ [field.menteeField]: [other(text)] }),
          [field],
        );

        expect(result.score).toBe(1000);
      },
    ),
  );
});

const WEIGHTS: readonly Weight[] = [
  "must",
  "important",
  "desirable",
  "minor",
  "off",
];

const answers: fc.Arbitrary<Answers> = fc.record(
  {
    topics: fc.array(fc.constantFrom("а", "б: 2", "в", "г: 5", "д", "б: 4")),
    time: fc.array(
      fc.constantFrom("пн", "вт", "ср 15-17", "чт 15:30–16:10", "пт после 14"),
    ),
    birthYear: fc.integer({ min: 1950, max: 2015 }),
    age: fc.integer({ min: 6, max: 70 }),
    ageWish: fc.constantFrom("10–12 лет", "от 14", "любой"),
    experience: fc.double({ min: 0, max: 40, noNaN: true }),
    work: fc.constantFrom("Школа", "Лицей", "7 «Б»"),
    grade: fc.constantFrom("7 «Б»", "5", "11а"),
    interests: fc.constantFrom("лес; хор", "хор"),
    format: fc.constantFrom("очно", "онлайн", "смешанный", "как-нибудь"),
    district: fc.constantFrom("Центр", "Заречный; Центр"),
    language: fc.constantFrom("русский", "татарский; русский"),
    wishes: fc.constantFrom("НМ-001", "НСТ-001: 3", "НМ-007; НМ-001"),
  },
  { requiredKeys: [] },
);

const criteriaRows = fc
  .tuple(...CRITERIA.map(() => fc.constantFrom(...WEIGHTS)))
  .map((weights) =>
    CRITERIA.map((one, index) => ({
      ...one,
      weight: weights[index] ?? ("off" as const),
    })),
  );

test("parts are whole, not negative and sum to the score; rows may be in any order", () => {
  fc.assert(
    fc.property(answers, answers, criteriaRows, (one, other, criteria) => {
      const mentor = aMentor(one);
      const mentee = aMentee(other);
      const result = scorePair(mentor, mentee, criteria);
      const points = result.parts.map((part) => part.points);

      expect(
        points.every((value) => Number.isInteger(value) && value >= 0),
      ).toBe(true);
      expect(points.reduce((sum, value) => sum + value, 0)).toBe(result.score);
      expect(result.score).toBeLessThanOrEqual(1000);
      expect(result.completeness).toBeLessThanOrEqual(100);
      expect(result.reasons.length).toBeLessThanOrEqual(2);
      expect(scorePair(mentor, mentee, [...criteria].reverse())).toStrictEqual(
        result,
      );
    }),
    { numRuns: 2000, seed: 20260901 },
  );
});

test("an answer taken away never raises the completeness", () => {
  fc.assert(
    fc.property(
      answers,
      answers,
      criteriaRows,
      fc.constantFrom("topics", "time", "format"),
      (one, other, criteria, field) => {
        const full = { ...one, [field]: ["очно"] };
        const { [field]: _, ...less } = full;
        const mentee = aMentee({ ...other, [field]: ["очно"] });

        expect(
          scorePair(aMentor(less), mentee, criteria).completeness,
        ).toBeLessThanOrEqual(
          scorePair(aMentor(full), mentee, criteria).completeness,
        );
      },
    ),
    { numRuns: 500, seed: 20260901 },
  );
});
