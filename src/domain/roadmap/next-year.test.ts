/** Which year a plan goes on from, and what its phrases become. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../consents/age";
import { formatInterval } from "./format-interval";
import type { DateContext } from "./interval";
import { nextText, planYears, type YearRow, yearsOf } from "./next-year";
import { parseDatePhrase } from "./parse-date-phrase";

const CONTEXT: DateContext = {
  schoolYear: 2026,
  yearStart: "09-01",
  yearEnd: "05-31",
};
const NEXT = { ...CONTEXT, schoolYear: 2027 };

const row = (dateText: string, more: Partial<YearRow> = {}): YearRow => ({
  dateText,
  section: "",
  start: "",
  end: "",
  typed: false,
  ...more,
});

const next = (text: string) =>
  nextText(row(text), { from: 2026, isLong: false }, CONTEXT);

test.each([
  ["сентябрь", "сентябрь"],
  ["Август-сентябрь 2026 г.", "Август-сентябрь 2027 г."],
  ["05.09. 2026г. – 31.05. 2027г.", "05.09. 2027г. – 31.05. 2028г."],
  ["05.10.2026 – 30.10.2026", "05.10.2027 – 30.10.2027"],
  ["В течение 2026-2027 учебного года", "В течение 2027-2028 учебного года"],
  ["до 1 октября", "до 1 октября"],
  ["20.XII.26 г.", "20.12.2027"],
  ["29.02.2028", "28.02.2029"],
  ["ежегодно", "ежегодно"],
  ["по факту", "по факту"],
])("«%s» becomes «%s»", (text, expected) => {
  expect(next(text)).toBe(expected);
});

test("any dates with their years written move by one school year", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 0, max: 200 }),
      fc.constantFrom("day", "month"),
      (from, days, precision) => {
        const start = addDays("2025-01-01", from);
        const phrase = formatInterval({
          start,
          end: addDays(start, days),
          precision,
          kind: "interval",
          source: "",
        });
        const years = (text: string, context: DateContext) =>
          yearsOf(row(text), context);

        expect(years(next(phrase), NEXT)).toStrictEqual(
          years(phrase, CONTEXT).map((year) => year + 1),
        );
        expect(parseDatePhrase(next(phrase), NEXT).warnings).toStrictEqual(
          parseDatePhrase(phrase, CONTEXT).warnings,
        );
      },
    ),
  );
});

test("August prepares the year that follows, July ends the one before", () => {
  const years = (text: string) => yearsOf(row(text), CONTEXT);

  expect(years("до 25.08.2026")).toStrictEqual([2026]);
  expect(years("01.09.2026 – 31.08.2027")).toStrictEqual([2026]);
  expect(years("июль 2026")).toStrictEqual([2025]);
  expect(years("2026–2028 гг.")).toStrictEqual([2025, 2026, 2027, 2028]);
  expect(years("ежегодно")).toStrictEqual([]);
});

test("one stray year makes no plan of several years, a quarter of the rows does", () => {
  const usual = ["сентябрь 2026", "октябрь 2026", "май 2027", "до 10.10.2026"];
  const plan = (...texts: readonly string[]) =>
    planYears(
      texts.map((text) => row(text)),
      CONTEXT,
    );

  expect(plan(...usual, "до 2030 года")).toStrictEqual({
    from: 2026,
    isLong: false,
  });
  expect(plan("сентябрь 2023", "май 2025", "октябрь 2026")).toStrictEqual({
    from: 2026,
    isLong: true,
  });
  expect(plan("ежегодно", "")).toStrictEqual({ from: 2026, isLong: false });
  expect(
    planYears(
      [2026, 2027].map((year) =>
        row("сентябрь", { section: `${year}/${year + 1} учебный год` }),
      ),
      CONTEXT,
    ),
  ).toStrictEqual({ from: 2027, isLong: true });
});
