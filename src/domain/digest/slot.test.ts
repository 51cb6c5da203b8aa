import { expect, test } from "vitest";
import { turnOf, weekOfLastSlot } from "./slot";

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

test.each([
  ["2026-09-07", 9, 9, "now"],
  ["2026-09-07", 10, 9, "now"],
  ["2026-09-07", 11, 9, "late"],
  ["2026-09-07", 20, 9, "late"],
  ["2026-09-07", 21, 9, "wait"],
  ["2026-09-08", 3, 9, "wait"],
  ["2026-09-08", 8, 9, "late"],
  ["2026-09-13", 8, 9, "late"],
  ["2026-09-13", 9, 9, "skip"],
  // Whoever chose the night gets it at night.
  ["2026-09-07", 23, 23, "now"],
  ["2026-09-08", 0, 23, "now"],
  ["2026-09-08", 1, 23, "wait"],
] as const)(
  "on %s at %i:00, due on Monday at %i:00: %s",
  (date, hour, due, turn) => {
    expect(turnOf({ date, hour }, "2026-09-07", "понедельник", due)).toBe(turn);
  },
);
