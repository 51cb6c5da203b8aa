import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA, type CriterionRow, type Weight } from "./criteria";
import { scorePair } from "./score";
import { aMentee, aMentor } from "./testing/people";

const TOPICS: readonly CriterionRow[] = [
  { key: "topics", weight: "important" },
];

test("gives the share of requests that the mentor's competences cover", () => {
  const mentor = aMentor({ topics: ["Учёт", "Инклюзия", "Сайт"] });
  const mentee = aMentee({ topics: ["учет", "Родители", "САЙТ"] });

  expect(scorePair(mentor, mentee, TOPICS)).toStrictEqual({
    score: 667,
    completeness: 100,
    parts: [{ key: "topics", points: 667 }],
    reasons: ["Совпадают темы: «учет», «САЙТ»."],
    doubt: null,
  });
});

test("weighs criteria by the curator's words and shows the points of each", () => {
  const mentor = aMentor({
    topics: ["Сайт"],
    time: ["вт", "чт"],
    experienceYears: 12,
    workplace: "Школа № 1",
  });
  const mentee = aMentee({
    topics: ["Сайт", "Родители"],
    time: ["ВТ", "чт", "пт"],
    experienceYears: 11,
    workplace: "Лицей",
  });

  const result = scorePair(mentor, mentee, [
    { key: "same-workplace", weight: "minor" },
    { key: "topics", weight: "important" },
    { key: "time", weight: "desirable" },
    { key: "experience", weight: "off" },
  ]);

  // (5 · 0.5 + 3 · 1 + 1 · 0) / 9 = 0.611…
  expect(result).toStrictEqual({
    score: 611,
    completeness: 100,
    parts: [
      { key: "topics", points: 278 },
      { key: "time", points: 333 },
      { key: "same-workplace", points: 0 },
    ],
    reasons: ["Общее время: «ВТ», «чт».", "Совпадают темы: «Сайт»."],
    doubt: "Работают или учатся в разных местах.",
  });
});

test("leaves a missing answer out instead of counting it as 0 or 1", () => {
  const mentor = aMentor({ topics: ["Сайт"] });
  const mentee = aMentee({ topics: ["Сайт"], time: ["вт"] });

  const result = scorePair(mentor, mentee, [
    { key: "topics", weight: "important" },
    { key: "time", weight: "desirable" },
  ]);

  expect(result).toMatchObject({
    score: 1000,
    completeness: 63,
    doubt: "Не указано удобное время: проверьте, смогут ли встречаться.",
  });
});

test.each([
  ["no criteria", []],
  ["all criteria off", [{ key: "topics", weight: "off" }]],
  ["no answers", TOPICS],
] as const)("gives score 0 and completeness 0 with %s", (_, criteria) => {
  const result = scorePair(aMentor(), aMentee(), criteria);

  expect(result).toMatchObject({ score: 0, completeness: 0, reasons: [] });
});

test.each([
  [10, 3, 1000, "Стаж наставника больше на 7 лет."],
  [4, 3, 200, "Стаж наставника больше на 1 год."],
  [5.5, 3, 500, "Стаж наставника больше на 2,5 года."],
] as const)(
  "lets experience %s against %s years give %s",
  (mentorYears, menteeYears, score, reason) => {
    const result = scorePair(
      aMentor({ experienceYears: mentorYears }),
      aMentee({ experienceYears: menteeYears }),
      [{ key: "experience", weight: "minor" }],
    );

    expect(result.score).toBe(score);
    expect(result.reasons).toStrictEqual([reason]);
  },
);

test("sees a mentor of equal or less experience as no fit", () => {
  const result = scorePair(
    aMentor({ experienceYears: 3 }),
    aMentee({ experienceYears: 3 }),
    [{ key: "experience", weight: "minor" }],
  );

  expect(result).toMatchObject({
    score: 0,
    reasons: [],
    doubt: "Стаж наставника не больше, чем у наставляемого.",
  });
});

test.each([
  ["older", 1980, 1990, 1000],
  ["older", 1989, 1990, 500],
  ["older", 1990, 1990, 0],
  ["younger", 1980, 1990, 0],
  ["younger", 1995, 1990, 1000],
] as const)(
  "rates «%s» for a mentor of %s and a mentee of %s as %s",
  (key, mentorYear, menteeYear, score) => {
    const result = scorePair(
      aMentor({ birthYear: mentorYear }),
      aMentee({ birthYear: menteeYear }),
      [{ key, weight: "desirable" }],
    );

    expect(result.score).toBe(score);
  },
);

test("needs one common time from a person who has only one", () => {
  const result = scorePair(
    aMentor({ time: ["ср после уроков"] }),
    aMentee({ time: ["пн", "вт", "ср\u00a0после уроков"] }),
    [{ key: "time", weight: "important" }],
  );

  expect(result.score).toBe(1000);
});

test("names three topics and counts the rest", () => {
  const topics = ["а", "б", "в", "г", "д"];
  const result = scorePair(aMentor({ topics }), aMentee({ topics }), TOPICS);

  expect(result.reasons).toStrictEqual([
    "Совпадают темы: «а», «б», «в» и ещё 2.",
  ]);
});

test("counts a topic written twice once", () => {
  const result = scorePair(
    aMentor({ topics: ["Сайт", "САЙТ "] }),
    aMentee({ topics: ["сайт", "Сайт", "Родители", ""] }),
    TOPICS,
  );

  expect(result.score).toBe(500);
});

const WEIGHTS: readonly Weight[] = [
  "must",
  "important",
  "desirable",
  "minor",
  "off",
];

const answers = fc.record({
  topics: fc.array(fc.constantFrom("а", "б", "в", "г", "д", "е", "ж")),
  time: fc.array(fc.constantFrom("пн", "вт", "ср", "чт")),
  birthYear: fc.option(fc.integer({ min: 1950, max: 2015 })),
  experienceYears: fc.option(fc.nat({ max: 40 })),
  workplace: fc.option(fc.constantFrom("Школа", "Лицей")),
});

const criteriaRows = fc
  .tuple(...CRITERIA.map(() => fc.constantFrom(...WEIGHTS)))
  .map((weights) =>
    CRITERIA.map(({ key }, index) => ({
      key,
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
      expect(result.reasons.length).toBeLessThanOrEqual(2);
      expect(scorePair(mentor, mentee, [...criteria].reverse())).toStrictEqual(
        result,
      );
    }),
    { numRuns: 2000, seed: 20260901 },
  );
});
