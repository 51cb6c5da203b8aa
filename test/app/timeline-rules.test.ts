/** The rules of the timeline, computed cell by cell: bars stand where the dates and the repeats are. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CellContent, quickFormula } from "../../host/page/quick-formula";
import { COLOURS, timelineRules } from "../../src/book/timeline-rules";
import { listMark, rhythmMark } from "../../src/domain/roadmap/bar-spans";
import type { Interval } from "../../src/domain/roadmap/interval";
import {
  repeatedDays,
  rhythmOf,
  serialOf,
} from "../../src/domain/roadmap/rhythm";
import {
  periodEnd,
  periodStart,
  periodStarts,
  type TimelineScale,
} from "../../src/domain/roadmap/timeline";

const CONTEXT = { schoolYear: 2026, yearStart: "09-01", yearEnd: "05-31" };
const TODAY = "2026-11-17";
/** Columns A to D, today in E, periods from F. */
const PLACES = { start: 1, end: 2, state: 3, marks: 4, today: 5, first: 6 };

type Row = {
  readonly start: string;
  readonly end: string;
  readonly state?: string;
  readonly marks?: string;
};

/** Colour of each period of the row; null is the field. */
function colours(
  scale: TimelineScale,
  row: Row,
  from = "2026-09-01",
  count = 12,
): readonly (string | null)[] {
  const starts = periodStarts(scale, periodStart(scale, from), count);
  const serial = (day: string) => (day === "" ? null : serialOf(day));
  const cells: readonly (readonly CellContent[])[] = [
    [null, null, null, null, serial(TODAY), ...starts.map(serialOf)],
    [serial(row.start), serial(row.end), row.state ?? "", row.marks ?? ""],
  ];
  const rules = timelineRules(scale, PLACES)
    .filter(({ header }) => header !== true)
    .map(({ formula, background }) => {
      const computed = quickFormula(formula);
      if (computed === null) throw new RangeError(`not read: ${formula}`);
      return { computed, background };
    });
  const read = (at: number, column: number) => cells[at]?.[column] ?? null;
  return starts.map(
    (_, right) =>
      rules.find(({ computed }) => computed(read, 0, right) === true)
        ?.background ?? null,
  );
}

/** Periods with a bar, by their first days. */
function barsOf(scale: TimelineScale, row: Row, from?: string, count?: number) {
  const starts = periodStarts(
    scale,
    periodStart(scale, from ?? "2026-09-01"),
    count ?? 12,
  );
  const drawn = colours(scale, row, from, count);
  return starts.filter(
    (_, at) => drawn[at] !== null && drawn[at] !== COLOURS.today,
  );
}

const YEAR = { start: "2026-09-01", end: "2027-05-31" };

test("a quarterly activity has its months apart, and they follow a changed date", () => {
  const marks = rhythmMark({ unit: "month", count: 3, day: 0 });

  expect(barsOf("month", { ...YEAR, marks })).toStrictEqual([
    "2026-09-01",
    "2026-12-01",
    "2027-03-01",
  ]);
  expect(
    barsOf("month", { start: "2026-10-12", end: "2027-05-31", marks }),
  ).toStrictEqual(["2026-10-01", "2027-01-01", "2027-04-01"]);
});

test("a monthly activity has one week of each month", () => {
  const marks = rhythmMark({ unit: "month", count: 1, day: 15 });

  expect(
    barsOf("week", { ...YEAR, marks }, "2026-08-31", 20).map((day) =>
      day.slice(5),
    ),
  ).toStrictEqual(["09-14", "10-12", "11-09", "12-14", "01-11"]);
});

test("several dates stand apart until other dates are typed", () => {
  const days = ["2026-09-15", "2026-12-15", "2027-03-15"];
  const row = { start: "2026-09-15", end: "2027-03-15" };
  const spans = days.map((day) => ({ start: day, end: day }));
  const marks = listMark(spans, row);

  expect(barsOf("month", { ...row, marks })).toStrictEqual([
    "2026-09-01",
    "2026-12-01",
    "2027-03-01",
  ]);
  expect(
    barsOf("month", { start: "2026-09-15", end: "2026-11-01", marks }),
  ).toStrictEqual(["2026-09-01", "2026-10-01", "2026-11-01"]);
});

test("a yearly activity comes again in every year of the timeline", () => {
  const row = { start: "2026-12-20", end: "2027-01-15", marks: "y" };

  expect(barsOf("month", row, "2026-09-01", 30)).toStrictEqual([
    "2026-12-01",
    "2027-01-01",
    "2027-12-01",
    "2028-01-01",
    "2028-12-01",
    "2029-01-01",
  ]);
});

test("without dates there is no bar, with one of them its day", () => {
  for (const marks of ["", "m01d05", "d007", "y", "0000000000"]) {
    expect(barsOf("month", { start: "", end: "", marks })).toStrictEqual([]);
  }
  expect(barsOf("month", { start: "", end: "2026-10-01" })).toStrictEqual([
    "2026-10-01",
  ]);
});

test("state, milestone and today have colours of their own", () => {
  const row = { start: "2026-10-01", end: "2026-12-31" };
  const inState = (state: string) => colours("month", { ...row, state });

  expect(inState("просрочено").slice(0, 5)).toStrictEqual([
    null,
    COLOURS.overdue,
    COLOURS.overdue,
    COLOURS.overdue,
    null,
  ]);
  expect(inState("в работе (вручную)").slice(0, 5)).toStrictEqual([
    null,
    COLOURS.underWay,
    COLOURS.todayOnBar,
    COLOURS.underWay,
    null,
  ]);
  expect(inState("выполнено")[1]).toBe(COLOURS.done);
  expect(inState("отменено (вручную)")[1]).toBe(COLOURS.cancelled);
  expect(inState("не начато")[1]).toBe(COLOURS.notBegun);
  const day = { start: "2027-03-02", end: "2027-03-02", state: "не начато" };
  expect(colours("month", day)[6]).toBe(COLOURS.milestone);
  expect(colours("month", day)[2]).toBe(COLOURS.today);
});

/** A day of four years. */
const day = fc.integer({ min: 0, max: 1460 }).map((away) => {
  const at = new Date(Date.UTC(2026, 8, 1) + away * 86_400_000);
  return at.toISOString().slice(0, 10);
});

const repeat = fc.oneof(
  fc.constantFrom("monthly" as const, "quarterly" as const, "weekly" as const),
  fc.record({
    times: fc.integer({ min: 1, max: 4 }),
    per: fc.constantFrom("month", "week", "year", "quarter", "day"),
    every: fc.integer({ min: 1, max: 5 }),
  }),
);

test("the formula marks the very periods into which the repeated days fall", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("month", "week"),
      day,
      day,
      repeat,
      fc.integer({ min: 0, max: 28 }),
      (scale, one, other, rhythm, ofMonth) => {
        const [start = one, end = one] = [one, other].sort();
        const interval: Interval = {
          start:
            ofMonth === 0
              ? null
              : `2026-09-${String(ofMonth).padStart(2, "0")}`,
          end:
            ofMonth === 0
              ? null
              : `2026-09-${String(ofMonth).padStart(2, "0")}`,
          precision: "day",
          kind: "recurring",
          repeat: rhythm,
          source: "",
        };
        const step = rhythmOf(interval);
        if (step === null) return;
        const days = repeatedDays(interval, { start, end }, CONTEXT);
        const count = scale === "month" ? 60 : 230;
        const expected = [
          ...new Set(days.map((at) => periodStart(scale, at))),
        ].filter(
          (at) =>
            at <=
            periodEnd(
              scale,
              periodStarts(scale, periodStart(scale, "2026-09-01"), count)[
                count - 1
              ] ?? "",
            ),
        );

        expect(
          barsOf(
            scale,
            { start, end, marks: rhythmMark(step) },
            "2026-09-01",
            count,
          ),
        ).toStrictEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});
