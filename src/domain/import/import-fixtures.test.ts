import { describe, expect, test } from "vitest";
import { fixtureText } from "../../../test/fixtures/import/columns";
import { outline, planText } from "../../../test/fixtures/import/plan-text";
import type { FileInput } from "./file-plan";

type Case = {
  readonly file: string;
  readonly rows: number;
  readonly into?: FileInput["into"];
  readonly encoding?: string;
  readonly outline: string;
  readonly problems: readonly string[];
};

const CASES: readonly Case[] = [
  {
    file: "01-titles-sections-totals.csv",
    rows: 18,
    outline:
      "1 skip, 2 skip, 3 skip, 4 skip, 5 skip, 6 mentor add, 7 mentor add, 8 skip, 9 skip, 10 skip, 11 mentee add, 12 mentee add, 13 skip, 14 skip, 15 mentee add, 16 mentee refused, 17 skip, 18 skip",
    problems: [],
  },
  {
    file: "02-cp1251.csv",
    rows: 5,
    encoding: "windows-1251",
    outline:
      "1 skip, 2 mentee add, 3 mentee add, 4 mentee add, 5 mentee doubtful",
    problems: ["4 Год рождения", "4 Согласие"],
  },
  {
    file: "03-pasted-range.tsv",
    rows: 6,
    outline:
      "1 skip, 2 mentor add, 3 mentor add, 4 mentor doubtful, 5 mentor add, 6 mentor doubtful",
    problems: ["3 Мест", "5 Компетенции"],
  },
  {
    file: "04-quoted-newlines.csv",
    rows: 5,
    outline: "1 skip, 2 mentee add, 3 mentee add, 4 skip, 5 mentee add",
    problems: [],
  },
  {
    file: "05-split-names.csv",
    rows: 9,
    outline:
      "1 skip, 2 mentee add, 3 mentee add, 4 mentee add, 5 mentee doubtful, 6 mentee add, 7 mentee add, 8 mentee add, 9 skip",
    problems: ["6 ФИО наставляемого"],
  },
  {
    file: "06-mixed-dates.csv",
    rows: 11,
    into: "mentee",
    outline: `1 skip, ${[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((row) => `${row} mentee add`).join(", ")}`,
    problems: [
      "6 Год рождения",
      "8 Дата вхождения",
      "9 Дата вхождения",
      "11 Дата вхождения",
    ],
  },
  {
    file: "07-hostile.csv",
    rows: 8,
    into: "mentor",
    outline:
      "1 skip, 2 mentor doubtful, 3 mentor add, 4 mentor add, 5 mentor doubtful, 6 mentor add, 7 mentor add, 8 mentor doubtful",
    problems: [
      "3 Мест",
      "4 Мест",
      "6 ФИО",
      "6 Мест",
      "6 Согласие",
      "7 Согласие",
    ],
  },
  {
    file: "08-pipes-ragged.txt",
    rows: 8,
    outline:
      "1 skip, 2 skip, 3 mentee add, 4 mentee add, 5 mentee add, 6 skip, 7 mentee add, 8 mentee doubtful",
    problems: ["7 Темы"],
  },
  {
    file: "09-stray-quotes.csv",
    rows: 5,
    outline: "1 skip, 2 mentor add, 3 mentor add, 4 mentor add, 5 mentor add",
    problems: [],
  },
  {
    file: "10-two-row-header.csv",
    rows: 11,
    outline:
      "1 skip, 2 skip, 3 skip, 4 skip, 5 mentee add, 6 mentee add, 7 skip, 8 mentee doubtful, 9 mentee add, 10 mentee add, 11 mentee add",
    problems: ["11 Категория"],
  },
];

describe("planFile accounts for every row of", () => {
  test.each(CASES)("$file", ({ file, rows, into, encoding, ...expected }) => {
    const plan = planText(fixtureText(file, encoding), into);

    expect(plan.results.map(({ sourceRow }) => sourceRow)).toStrictEqual(
      Array.from({ length: rows }, (_, index) => index + 1),
    );
    expect(outline(plan)).toBe(expected.outline);
    expect(
      plan.problems.map(({ sourceRow, header }) => `${sourceRow} ${header}`),
    ).toStrictEqual(expected.problems);
    expect(
      plan.results.filter(
        ({ action, reason }) =>
          (action === "add" || action === "update") === (reason !== undefined),
      ),
    ).toStrictEqual([]);
  });
});
