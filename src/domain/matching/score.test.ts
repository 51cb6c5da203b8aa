import { expect, test } from "vitest";
import type { Criterion } from "./criteria";
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

const TOPICS: readonly Criterion[] = [criterion("topics", "important")];

test("gives the share of requests that the mentor's competences cover", () => {
  const mentor = aMentor({ topics: ["Учёт", "Инклюзия", "Сайт"] });
  const mentee = aMentee({ topics: ["учет", "Родители", "САЙТ"] });

  expect(scorePair(mentor, mentee, TOPICS)).toStrictEqual({
    score: 667,
    completeness: 100,
    parts: [
      {
        key: "topics",
        points: 667,
        most: 1000,
        sentence: "Совпадают темы: «учет», «САЙТ».",
      },
    ],
    missing: [],
    reasons: ["Совпадают темы: «учет», «САЙТ»."],
    doubt: null,
  });
});

test("weighs criteria by the curator's words and shows the points of each", () => {
  const mentor = aMentor({
    topics: ["Сайт"],
    time: ["вт", "чт"],
    experience: 12,
    work: "Школа № 1",
  });
  const mentee = aMentee({
    topics: ["Сайт", "Родители"],
    time: ["ВТ", "чт", "пт"],
    experience: 11,
    grade: "Лицей",
  });

  const result = scorePair(mentor, mentee, [
    criterion("same-workplace", "minor"),
    criterion("topics", "important"),
    criterion("time", "desirable"),
    criterion("experience", "off"),
  ]);

  // (5 · 0.5 + 3 · 1 + 1 · 0) / 9 = 0.611…
  expect(result).toStrictEqual({
    score: 611,
    completeness: 100,
    parts: [
      {
        key: "topics",
        points: 278,
        most: 556,
        sentence: "Совпадают темы: «Сайт».",
      },
      {
        key: "time",
        points: 333,
        most: 333,
        sentence: "Общее время: «ВТ», «чт».",
      },
      {
        key: "same-workplace",
        points: 0,
        most: 111,
        sentence: "Работают или учатся в разных местах.",
      },
    ],
    missing: [],
    reasons: ["Общее время: «ВТ», «чт».", "Совпадают темы: «Сайт»."],
    doubt: "Работают или учатся в разных местах.",
  });
});

test("leaves a missing answer out instead of counting it as 0 or 1", () => {
  const mentor = aMentor({ topics: ["Сайт"] });
  const mentee = aMentee({ topics: ["Сайт"], time: ["вт"] });

  const result = scorePair(mentor, mentee, [
    criterion("topics", "important"),
    criterion("time", "desirable"),
  ]);

  expect(result).toMatchObject({
    score: 1000,
    completeness: 63,
    doubt: "Не указано удобное время: проверьте, смогут ли встречаться.",
  });
});

test.each([
  ["no criteria", []],
  ["all criteria off", [criterion("topics", "off")]],
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
      aMentor({ experience: mentorYears }),
      aMentee({ experience: menteeYears }),
      [criterion("experience", "minor")],
    );

    expect(result.score).toBe(score);
    expect(result.reasons).toStrictEqual([reason]);
  },
);

test("sees a mentor of equal or less experience as no fit", () => {
  const result = scorePair(
    aMentor({ experience: 3 }),
    aMentee({ experience: 3 }),
    [criterion("experience", "minor")],
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
      [criterion(key, "desirable")],
    );

    expect(result.score).toBe(score);
  },
);

test("needs one common time from a person who has only one", () => {
  const result = scorePair(
    aMentor({ time: ["ср после уроков"] }),
    aMentee({ time: ["пн", "вт", "ср\u00a0после уроков"] }),
    [criterion("time", "important")],
  );

  expect(result.score).toBe(1000);
});

test("takes the loss of little weight for no cause for doubt", () => {
  const answers = { topics: ["а"], time: ["вт"], experience: 9 };
  const mentor = aMentor({ ...answers, interests: "хор" });
  const mentee = aMentee({ ...answers, experience: 2, interests: "лес" });
  const rows = [
    criterion("topics", "important"),
    criterion("time", "desirable"),
    criterion("experience", "desirable"),
    criterion("interests", "minor"),
  ];

  expect(scorePair(mentor, mentee, rows)).toMatchObject({
    score: 917,
    doubt: null,
  });
  expect(scorePair(mentor, mentee, rows.slice(2))).toMatchObject({
    doubt: "Общих интересов не названо.",
  });
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

test("says nothing of the answers to a criterion of the curator's own", () => {
  const own: Criterion = {
    ...criterion("language", "important"),
    key: "К-01",
    name: "Здоровье\u202e\n=HYPERLINK(1)",
    menteeField: "Диагноз",
    mentorField: "Диагноз",
  };
  const person = { Диагноз: "редкая болезнь" };
  const result = scorePair(aMentor(person), aMentee(person), [own]);

  expect(result.reasons).toStrictEqual([
    "Критерий «Здоровье =HYPERLINK(1)»: подходит.",
  ]);
  expect(JSON.stringify(result)).not.toContain("болезнь");
});

test("shows hostile values on one line and cut", () => {
  const topic = `<script>\u202eалерт\u0000\n${"х".repeat(500)}`;
  const person = { topics: [topic] };
  const [reason] = scorePair(aMentor(person), aMentee(person), TOPICS).reasons;

  expect(reason).toMatch(/^Совпадают темы: «<script> алерт х+…»\.$/u);
  expect(reason?.length).toBeLessThan(90);
});
