/** When clock triggers are due. */
import { describe, expect, test } from "vitest";
import { nextDue } from "./schedule";

const ZONE = "Europe/Moscow";
/** A Monday, 08:20 in Moscow. */
const CREATED = new Date("2026-09-07T08:20:00+03:00");

function due(
  schedule: Record<string, string | number>,
  after: string,
  count = 1,
): (string | null)[] {
  const found: (string | null)[] = [];
  let from = new Date(after);
  for (let turn = 0; turn < count; turn += 1) {
    const next = nextDue({ id: "t", schedule }, CREATED, from, ZONE);
    found.push(next?.toISOString() ?? null);
    from = next ?? from;
  }
  return found;
}

describe("a clock trigger", () => {
  test("of every hour counts from its installation", () => {
    expect(
      due({ everyHours: 2 }, "2026-09-07T08:20:00+03:00", 2),
    ).toStrictEqual(["2026-09-07T07:20:00.000Z", "2026-09-07T09:20:00.000Z"]);
  });

  test("of every hour near a minute keeps that minute", () => {
    expect(
      due({ everyHours: 1, nearMinute: 30 }, "2026-09-07T08:20:00+03:00", 2),
    ).toStrictEqual(["2026-09-07T05:30:00.000Z", "2026-09-07T06:30:00.000Z"]);
  });

  test("of every day is due within its hour, the same minute each day", () => {
    const [one, two] = due({ everyDays: 1, atHour: 9 }, "2026-09-07", 2);

    expect(one?.slice(0, 13)).toBe("2026-09-07T06");
    expect(two?.slice(11)).toBe(one?.slice(11));
  });

  test("of every second week keeps its week day", () => {
    const schedule = {
      everyWeeks: 2,
      onWeekDay: "FRIDAY",
      atHour: 10,
      nearMinute: 15,
    };
    expect(due(schedule, "2026-09-07T09:00:00+03:00", 2)).toStrictEqual([
      "2026-09-11T07:15:00.000Z",
      "2026-09-25T07:15:00.000Z",
    ]);
  });

  test("of a month day skips months without that day", () => {
    const schedule = { onMonthDay: 31, atHour: 0, nearMinute: 0 };
    expect(due(schedule, "2026-09-07T09:00:00+03:00", 2)).toStrictEqual([
      "2026-10-30T21:00:00.000Z",
      "2026-12-30T21:00:00.000Z",
    ]);
  });

  test("keeps wall time over a clock change of its own zone", () => {
    const schedule = {
      everyDays: 1,
      atHour: 9,
      nearMinute: 0,
      inTimezone: "Europe/Berlin",
    };
    expect(due(schedule, "2026-10-24T12:00:00Z", 1)).toStrictEqual([
      "2026-10-25T08:00:00.000Z",
    ]);
    expect(due(schedule, "2026-10-23T12:00:00Z", 1)).toStrictEqual([
      "2026-10-24T07:00:00.000Z",
    ]);
  });

  test("of one moment is due once", () => {
    expect(due({ after: 60_000 }, "1970-01-01", 2)).toStrictEqual([
      "2026-09-07T05:21:00.000Z",
      null,
    ]);
    expect(due({ atDate: "2026-09-10" }, "1970-01-01")).toStrictEqual([
      "2026-09-09T21:00:00.000Z",
    ]);
  });
});
