import { expect, test } from "vitest";
import { weekOfLastSlot } from "./slot";

// 07.09.2026 is a Monday.
test.each([
  ["2026-09-07", 8, "понедельник", 9, "2026-08-31"],
  ["2026-09-07", 9, "понедельник", 9, "2026-09-07"],
  ["2026-09-13", 23, "понедельник", 9, "2026-09-07"],
  ["2026-09-07", 9, "среда", 9, "2026-08-31"],
  ["2026-09-09", 9, "среда", 9, "2026-09-07"],
  ["2026-09-13", 0, "воскресенье", 0, "2026-09-07"],
  ["2027-01-01", 12, "понедельник", 9, "2026-12-28"],
] as const)(
  "on %s at %i:00 with %s %i:00 the last letter was of the week of %s",
  (date, hour, day, at, week) => {
    expect(weekOfLastSlot({ date, hour }, day, at)).toBe(week);
  },
);
