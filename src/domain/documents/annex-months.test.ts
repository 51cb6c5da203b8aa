/** Months of the annex, school year by school year. */
import { expect, test } from "vitest";
import { annexMonths } from "./annex-months";

const row = (stage: string, start: string, end: string, mark = "") => ({
  number: "1",
  stage,
  start,
  end,
  mark,
});

/** Signs of a row, a dot for a month without one. */
function signs(rows: Parameters<typeof annexMonths>[0]) {
  return annexMonths(rows).map(({ year, months }) => [
    year,
    ...(months as Readonly<Record<string, string>>[]).map((one) =>
      Array.from({ length: 12 }, (_, at) => one[`m${at + 1}`] || ".").join(""),
    ),
  ]);
}

test("bars, events and repeats have their months", () => {
  expect(
    signs([
      row("Встречи", "2026-09-05", "2027-05-31"),
      row("День наставника", "2027-03-02", "2027-03-02"),
      row("Отчёты", "2026-09-01", "2027-05-31", "m03d00"),
      row("До срока", "", "2026-10-01"),
    ]),
  ).toStrictEqual([
    [
      "2026/2027",
      "■■■■■■■■■...",
      "......◆.....",
      "■..■..■.....",
      ".◆..........",
    ],
  ]);
});

test("each school year has a table of its own rows", () => {
  expect(
    signs([
      row("Подготовка", "2026-08-20", "2026-08-20"),
      row("Работа", "2027-05-01", "2027-09-30"),
    ]),
  ).toStrictEqual([
    ["2025/2026", "...........◆"],
    ["2026/2027", "........■■■■"],
    ["2027/2028", "■..........."],
  ]);
});

test("without dates there is nothing to show", () => {
  expect(
    signs([
      row("Без срока", "", ""),
      row("Наоборот", "2027-05-01", "2026-05-01"),
    ]),
  ).toStrictEqual([]);
});
