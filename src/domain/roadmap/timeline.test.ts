/** Months and weeks of the timeline, and which of them are holidays. */
import { expect, test } from "vitest";
import {
  holidayPeriods,
  nextPeriod,
  periodEnd,
  periodStart,
  periodStarts,
  periodsIn,
} from "./timeline";

test("a period begins with its month or its Monday", () => {
  expect(periodStart("month", "2026-02-28")).toBe("2026-02-01");
  expect(periodStart("week", "2026-11-25")).toBe("2026-11-23");
  expect(periodStart("week", "2026-11-23")).toBe("2026-11-23");
  expect(periodStart("week", "2027-01-01")).toBe("2026-12-28");
});

test("a period ends before the next one begins", () => {
  expect(periodEnd("month", "2028-02-01")).toBe("2028-02-29");
  expect(nextPeriod("month", "2026-12-01")).toBe("2027-01-01");
  expect(periodEnd("week", "2026-12-28")).toBe("2027-01-03");
});

test("five school years are 60 months or 261 weeks", () => {
  const years = { start: "2026-09-01", end: "2031-08-31" };

  expect(periodsIn("month", years, 1000)).toBe(60);
  expect(periodsIn("week", years, 1000)).toBe(261);
  expect(periodStarts("month", "2026-09-01", 60)[59]).toBe("2031-08-01");
  expect(
    periodsIn("week", { start: "2026-01-01", end: "2199-01-01" }, 300),
  ).toBe(301);
});

test("a period is shaded when half of it is holidays", () => {
  const holidays = (schoolYear: number) => [
    { start: "12-31", end: schoolYear === 2026 ? "01-11" : "01-03" },
    { start: "06-01", end: "08-31" },
  ];
  const months = periodStarts("month", "2026-09-01", 12);
  const weeks = periodStarts("week", "2026-12-21", 4);

  expect(
    holidayPeriods("month", months, holidays).map((index) => months[index]),
  ).toStrictEqual(["2027-06-01", "2027-07-01", "2027-08-01"]);
  expect(
    holidayPeriods("week", weeks, holidays).map((index) => weeks[index]),
  ).toStrictEqual(["2026-12-28", "2027-01-04"]);
});
