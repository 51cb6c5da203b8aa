/** Intervals of every kind are written so that reading them gives the same interval. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth, isoDay, monthBounds } from "./calendar";
import { CONTEXT } from "./date-context-example";
import { formatInterval } from "./format-interval";
import type { Interval, Repeat, RepeatPeriod } from "./interval";
import { parseDatePhrase } from "./parse-date-phrase";

const year = fc.integer({ min: 2000, max: 2060 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(
    ([y, m, d]) => isoDay(y, m, Math.min(d, daysInMonth(y, m))) ?? "2026-09-01",
  );

type Bare = Omit<Interval, "source">;

const days = fc.tuple(day, day).map(([one, other]): Bare => {
  const [start, end] = one <= other ? [one, other] : [other, one];
  return { start, end, precision: "day", kind: "interval" };
});
const oneDay = day.map(
  (start): Bare => ({ start, end: start, precision: "day", kind: "deadline" }),
);
const until = day.map(
  (end): Bare => ({ start: null, end, precision: "day", kind: "deadline" }),
);
const open = day.map(
  (start): Bare => ({ start, end: null, precision: "day", kind: "open" }),
);
const months = fc
  .tuple(year, month, fc.integer({ min: 0, max: 30 }))
  .map(([y, m, more]): Bare => {
    const last = m - 1 + more;
    return {
      ...monthBounds(y, m, y + Math.floor(last / 12), (last % 12) + 1),
      precision: "month",
      kind: "interval",
    };
  });
const years = fc.tuple(year, fc.integer({ min: 0, max: 5 })).map(
  ([y, more]): Bare => ({
    start: `${y}-01-01`,
    end: `${y + more}-12-31`,
    precision: "year",
    kind: "interval",
  }),
);
const schoolYears = fc.tuple(year, fc.integer({ min: 1, max: 5 })).map(
  ([y, more]): Bare => ({
    start: `${y}-09-01`,
    end: `${y + more}-05-31`,
    precision: "schoolyear",
    kind: "interval",
  }),
);
const quarters = fc.tuple(year, fc.integer({ min: 0, max: 3 })).map(
  ([y, quarter]): Bare => ({
    ...monthBounds(y, quarter * 3 + 1, y, quarter * 3 + 3),
    precision: "quarter",
    kind: "interval",
  }),
);
const seasons = fc.tuple(year, fc.constantFrom(3, 6, 9)).map(
  ([y, first]): Bare => ({
    ...monthBounds(y, first, y, first + 2),
    precision: "season",
    kind: "interval",
  }),
);

const PERIODS: readonly RepeatPeriod[] = [
  "year",
  "halfyear",
  "quarter",
  "term",
  "trimester",
  "month",
  "decade",
  "week",
  "day",
];

/** How often, beside what has a word of its own. */
const repeats: fc.Arbitrary<Repeat> = fc.oneof(
  fc.constantFrom<Repeat>("yearly", "monthly", "quarterly", "weekly", "termly"),
  fc
    .record({
      times: fc.integer({ min: 2, max: 12 }),
      more: fc.integer({ min: 0, max: 3 }),
      per: fc.constantFrom(...PERIODS),
    })
    .map(({ times, more, per }) =>
      more === 0 ? { times, per } : { times, upTo: times + more, per },
    ),
  fc
    .tuple(fc.constantFrom(...PERIODS), fc.integer({ min: 2, max: 6 }))
    .map(([per, every]) => ({ times: 1, per, every })),
);

const repeated = fc
  .tuple(repeats, fc.option(fc.oneof(days, months)))
  .map(([repeat, when]): Bare => {
    const bare = typeof repeat === "string" ? BARE[repeat] : undefined;
    return {
      ...(when ?? { start: null, end: null, precision: bare ?? "schoolyear" }),
      kind: "recurring",
      repeat,
    };
  });

const BARE: Readonly<Record<string, Interval["precision"]>> = {
  yearly: "year",
  monthly: "month",
  quarterly: "quarter",
  termly: "term",
  weekly: "day",
};

test.each<[string, fc.Arbitrary<Bare>]>([
  ["days", days],
  ["one day", oneDay],
  ["deadlines", until],
  ["open starts", open],
  ["months", months],
  ["years", years],
  ["school years", schoolYears],
  ["quarters", quarters],
  ["seasons", seasons],
  ["repeats", repeated],
])("%s are written and read back the same", (_, intervals) => {
  fc.assert(
    fc.property(intervals, (interval) => {
      const text = formatInterval({ ...interval, source: "" });
      const read = parseDatePhrase(text, CONTEXT).intervals.map(
        ({ source: __, ...rest }) => rest,
      );

      expect({ text, read }).toStrictEqual({ text, read: [interval] });
    }),
    { numRuns: 400 },
  );
});

test.each([
  "еженедельно, весь период: 01.01.2026 – 30.09.2026",
  "весь период: 01.09.2026 – 31.05.2027",
])("«%s» is written back as it was", (phrase) => {
  const { intervals } = parseDatePhrase(phrase, CONTEXT);

  expect(intervals.map(formatInterval)).toStrictEqual([phrase]);
});
