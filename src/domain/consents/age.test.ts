/** Birthdays on the day, leap days, and a year of birth alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, dayOfAge, fullYears, suppositions } from "./age";

const BOUNDS = { selfFrom: 14, adultFrom: 18 };

describe("fullYears", () => {
  test.each([
    ["2012-09-07", "2026-09-06", 13],
    ["2012-09-07", "2026-09-07", 14],
    ["2012-09-07", "2026-09-08", 14],
    ["2012-12-31", "2026-12-30", 13],
    ["2012-01-01", "2026-01-01", 14],
    ["2012-02-29", "2026-02-28", 13],
    ["2012-02-29", "2026-03-01", 14],
    ["2008-02-29", "2028-02-28", 19],
    ["2008-02-29", "2028-02-29", 20],
    ["2012-09-07", "2012-09-07", 0],
  ])("born %s is on %s %i years old", (birth, day, age) => {
    expect(fullYears(birth, day)).toBe(age);
  });

  test("grows by one exactly on the day of age", () => {
    const days = fc
      .integer({ min: 0, max: 40_000 })
      .map((shift) => addDays("1950-01-01", shift));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (birth, age) => {
        const day = dayOfAge(birth, age);

        expect(fullYears(birth, day)).toBe(age);
        expect(fullYears(birth, addDays(day, -1))).toBe(age - 1);
      }),
    );
  });
});

describe("suppositions", () => {
  const agesOn = (year: number, day: string) =>
    [
      ...new Set(
        suppositions({ year }, BOUNDS, [day]).map((ageOn) => ageOn(day)),
      ),
    ].sort();

  test("a year leaves two ages on every day but the last", () => {
    expect(agesOn(2012, "2026-09-07")).toStrictEqual([13, 14]);
    expect(agesOn(2012, "2026-01-01")).toStrictEqual([13, 14]);
    expect(agesOn(2012, "2026-12-31")).toStrictEqual([14]);
  });

  test("nothing known stands for a child, a teenager and a grown-up", () => {
    expect(
      suppositions("unknown", BOUNDS, []).map((ageOn) => ageOn("2026-09-07")),
    ).toStrictEqual([13, 14, 18]);
  });
});
