/** Days and years of a roadmap moved: on working days, nothing else touched. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../consents/age";
import { isDayOff } from "./days-off";
import { otherYear, shiftDates, shiftYears } from "./shift";

const RULES = { week: 5, extra: [], working: [], vacations: [] } as const;
const HOLIDAYS = { ...RULES, vacations: [{ start: "12-31", end: "01-10" }] };

test.each([
  // 2026-09-07 is a Monday.
  [
    { start: "2026-09-07", end: "2026-09-11" },
    2,
    "weeks",
    "2026-09-21",
    "2026-09-25",
  ],
  [
    { start: "2026-09-07", end: "2026-09-11" },
    5,
    "days",
    "2026-09-14",
    "2026-09-16",
  ],
  [
    { start: "2026-09-07", end: "2026-09-11" },
    -2,
    "days",
    "2026-09-04",
    "2026-09-09",
  ],
  [
    { start: "2026-09-11", end: "2026-09-11" },
    1,
    "workdays",
    "2026-09-14",
    "2026-09-14",
  ],
  [{ start: null, end: "2026-11-03" }, 1, "days", null, "2026-11-05"],
  [{ start: null, end: "2026-11-03" }, 1, "workdays", null, "2026-11-05"],
  [{ start: "2026-09-14", end: null }, -1, "workdays", "2026-09-11", null],
] as const)("moves %o by %i %s", (dates, count, unit, start, end) => {
  expect(shiftDates(dates, { count, unit }, RULES)).toStrictEqual({
    start,
    end,
  });
});

test("skips school holidays when asked", () => {
  const dates = { start: "2026-12-21", end: "2026-12-25" };

  expect(
    shiftDates(dates, { count: 2, unit: "weeks" }, HOLIDAYS),
  ).toStrictEqual({
    start: "2027-01-11",
    end: "2027-01-11",
  });
});

test("never ends on a day off, before it starts, or against the direction", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: -60, max: 60 }).filter((count) => count !== 0),
      fc.constantFrom("days", "workdays", "weeks"),
      (from, length, count, unit) => {
        const start = addDays("2024-01-01", from);
        const end = addDays(start, length);
        const moved = shiftDates({ start, end }, { count, unit }, HOLIDAYS);
        const [first, last] = [moved.start ?? "", moved.end ?? ""];

        expect(
          [first, last].filter((day) => isDayOff(day, HOLIDAYS)),
        ).toStrictEqual([]);
        expect(first <= last).toBe(true);
        expect(count > 0 ? last > end : last < end).toBe(true);
      },
    ),
  );
});

test.each([
  ["Сентябрь, 2023, 2025, 2026", "Сентябрь, 2024, 2026, 2027"],
  ["05.09. 2024г. – 31.05. 2025г.", "05.09. 2025г. – 31.05. 2026г."],
  ["05.10.2026 – 30.10.2026", "05.10.2027 – 30.10.2027"],
  ["05.10.2026-30.10.26", "05.10.2027-30.10.27"],
  ["с 01.09.2026-27.05.2027", "с 01.09.2027-27.05.2028"],
  ["31. 03. 22 г.", "31. 03. 23 г."],
  ["2026/27 учебный год", "2027/28 учебный год"],
  ["ежегодно, до 10 сентября", "ежегодно, до 10 сентября"],
  ["приказ № 2024-о", "приказ № 2024-о"],
  ["31.12.99", "31.12.00"],
])("puts «%s» a year on", (text, expected) => {
  expect(shiftYears(text, 1)).toBe(expected);
});

test("29 February becomes the 28th", () => {
  expect(otherYear("2028-02-29", 1)).toBe("2029-02-28");
  expect(otherYear("2026-09-05", 2)).toBe("2028-09-05");
});
