import { expect, test } from "vitest";
import type { Criterion } from "../criteria";
import type { Answer, Participant } from "../participant";
import { scorePair } from "../score";
import {
  criterion,
  aMentee as menteeOf,
  aMentor as mentorOf,
} from "../testing/people";

type Answers = Participant["answers"];

const aMentor = (answers: Answers = {}) => mentorOf({ answers });
const aMentee = (answers: Answers = {}) => menteeOf({ answers });

const TOPICS: readonly Criterion[] = [criterion("topics", "important")];

test("counts a level that is too low in part", () => {
  const mentee = aMentee({ topics: ["математика: 4", "физика: 2", "хор"] });
  const mentor = aMentor({ topics: ["Математика: 3", "физика", "хор: 1"] });

  // (3/4 + 1 + 1) / 3
  expect(scorePair(mentor, mentee, TOPICS)).toMatchObject({
    score: 917,
    reasons: ["Совпадают темы: «математика», «физика», «хор»."],
  });
});

test("compares times by the clock in minutes", () => {
  const time = [criterion("time", "important")];
  const mentee = aMentee({ time: ["вт 15:00–16:30", "чт после 14"] });
  const scoreOf = (answer: Answer) =>
    scorePair(aMentor({ time: answer }), mentee, time).score;

  expect(scoreOf(["вторник с 15 до 17"])).toBe(1000);
  expect(scoreOf(["вт 16:00-18:00"])).toBe(500);
  expect(scoreOf(["вт 16:10-18:00"])).toBe(0);
  expect(scoreOf("пн 9-10; чт 18:00–18:45")).toBe(750);
  expect(
    scorePair(aMentor({ time: ["вт после уроков"] }), mentee, time),
  ).toMatchObject({ score: 0, completeness: 0 });
});

test.each([
  ["очно", "Очно", 1000],
  ["смешанный", "онлайн", 750],
  ["дистанционно", "очный", 0],
  ["очно; онлайн", "смешанный", 1000],
  ["очно/дистанционно", "очно-заочная", 1000],
  ["заочно", "онлайн-встречи", 1000],
  ["всё равно", "очно", 0],
] as const)("rates meeting %s with %s as %s", (one, other, score) => {
  const result = scorePair(
    aMentor({ format: one }),
    aMentee({ format: other }),
    [criterion("format", "minor")],
  );

  expect(result.score).toBe(score);
});

test.each([
  ["10–12 лет", 11, 1000],
  ["10-12", 13, 750],
  ["до 9", 12, 250],
  ["от 14 лет", 30, 1000],
  ["16", 12, 0],
] as const)(
  "rates the wish «%s» for somebody of %s as %s",
  (ageWish, age, score) => {
    const result = scorePair(aMentor({ ageWish }), aMentee({ age }), [
      criterion("age-wish", "minor"),
    ]);

    expect(result.score).toBe(score);
  },
);

test.each([
  ["9 «А»", "6 «Б»", 1000],
  ["8", "7", 500],
  ["11", "6", 500],
  ["7", "7", 0],
  ["6", "7", 0],
] as const)(
  "rates a mentor of class %s for class %s as %s",
  (mentor, mentee, score) => {
    const result = scorePair(
      aMentor({ grade: mentor }),
      aMentee({ grade: mentee }),
      [criterion("class-gap", "minor")],
    );

    expect(result.score).toBe(score);
  },
);

test.each([
  [["НСТ-001"], ["НМ-001"], 1000],
  [["НСТ-009", "НСТ-001"], ["нм-001: 4"], 800],
  [[], ["НМ-009", "HM-001"], 800],
  [["НСТ-001: 10"], [], 1000],
  [["НСТ-009"], ["НМ-001"], 0],
  [["НСТ-001"], ["НМ-009"], 0],
] as const)("joins the wishes %s and %s to %s", (mentor, mentee, score) => {
  const result = scorePair(
    aMentor({ wishes: mentor }),
    aMentee({ wishes: mentee }),
    [criterion("wishes", "important")],
  );

  expect(result.score).toBe(score);
});

test("does not miss wishes where nobody has been asked", () => {
  const person = { topics: ["а"] };
  const result = scorePair(aMentor(person), aMentee(person), [
    criterion("topics", "minor"),
    criterion("wishes", "important"),
    criterion("history", "important"),
    criterion("hand", "important"),
    criterion("language", "important"),
  ]);

  expect(result).toMatchObject({
    score: 1000,
    completeness: 100,
    missing: [],
    doubt: null,
  });
});
