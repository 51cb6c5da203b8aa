/** Serial days and moments in time zones. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isTimeZone,
  momentOf,
  serialFromParts,
  serialOf,
  wallClockOf,
} from "./zone-time";

test("midnight in Moscow is a whole serial day", () => {
  const moment = new Date("2026-09-04T21:00:00Z");

  expect(serialOf(moment, "Europe/Moscow")).toBe(46270);
  expect(momentOf(46270, "Europe/Moscow")).toStrictEqual(moment);
});

test("the wall clock follows summer time", () => {
  expect(
    wallClockOf(new Date("2026-07-01T12:00:00Z"), "Europe/Berlin"),
  ).toEqual(expect.objectContaining({ hour: 14 }));
  expect(
    wallClockOf(new Date("2026-01-01T12:00:00Z"), "Europe/Berlin"),
  ).toEqual(expect.objectContaining({ hour: 13 }));
});

test("a moment keeps its milliseconds through serial days in any zone", () => {
  const zones = fc.constantFrom(
    "Europe/Moscow",
    "Asia/Kamchatka",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Etc/GMT",
  );
  const moments = fc.date({
    min: new Date("1990-01-01"),
    max: new Date("2090-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(moments, zones, (moment, zone) => {
      const back = momentOf(serialOf(moment, zone), zone).getTime();
      // The hour that winter time repeats is told once.
      const off = Math.abs(back - moment.getTime());

      expect(off <= 1 || Math.abs(off - 3_600_000) <= 1).toBe(true);
    }),
  );
});

test("a calendar day counts from 1899-12-30", () => {
  expect(serialFromParts({ year: 1899, month: 12, day: 31 })).toBe(1);
  expect(serialFromParts({ year: 1900, month: 3, day: 1, hour: 12 })).toBe(
    61.5,
  );
});

test("an unknown zone is told apart", () => {
  expect(isTimeZone("Europe/Moscow")).toBe(true);
  expect(isTimeZone("Europe/Ясные-Ключи")).toBe(false);
});
