/** What must be done to a tab so that its timeline is the wanted one: places and values, no services. */
import { dayParts } from "../domain/roadmap/calendar";
import { periodStarts } from "../domain/roadmap/timeline";
import type { TableState } from "./book";
import {
  periodNotes,
  type Timeline,
  type TimelineState,
  timelineColumns,
} from "./timeline";
import {
  type TimelinePlaces,
  type TimelineRule,
  timelineRules,
} from "./timeline-rules";
import {
  type Run,
  runs,
  type TimelineViewWork,
  viewWork,
} from "./timeline-view";
import type { WriteCell } from "./write-cell";

export type TimelineWork = TimelineViewWork & {
  /** Columns to delete, from the right. */
  readonly deletes: readonly Run[];
  /** Columns to make and fill; null when they stand already. */
  readonly fresh: null | {
    readonly after: number;
    readonly cells: readonly WriteCell[];
    readonly formats: readonly string[];
    /** All but the first: that of today comes last. */
    readonly notes: readonly string[];
    readonly shaded: readonly Run[];
    readonly rules: readonly TimelineRule[];
    /** How many rows under the header the rules cover. */
    readonly rows: number;
    /** How many of them have the look of the timeline. */
    readonly drawnRows: number;
    /** Rows of the sheet. */
    readonly sheetRows: number;
  };
  /** Where the column of today is in the end; null without a timeline. */
  readonly today: number | null;
  readonly wanted: Timeline | null;
};

/** Rows below the last one that already get bars, and those that look ready for them. */
const SPARE_ROWS = 200;
const SPARE_DRAWN_ROWS = 20;

/** «мая 27» of a locale's own format would be a day in May. */
const MONTHS = [
  "янв",
  "фев",
  "мар",
  "апр",
  "май",
  "июн",
  "июл",
  "авг",
  "сен",
  "окт",
  "ноя",
  "дек",
] as const;
const DAY_FORMAT = "dd.mm.yy";

const NO_TIMELINE: TimelineState = {
  today: null,
  periods: [],
  timeline: null,
  typed: null,
  width: 0,
};

/** @param wanted - Null takes the timeline away. */
export function timelineWork(
  state: TableState,
  wanted: Timeline | null,
): TimelineWork {
  const old = state.timeline ?? NO_TIMELINE;
  const own = timelineColumns(old);
  const stays = wanted !== null && isDrawn(old, wanted);
  const leaving = stays ? [] : own;
  const placed = (column: number) =>
    column - leaving.filter((one) => one < column).length;
  const places = {
    start: placed(state.positions["start"] ?? 1),
    end: placed(state.positions["end"] ?? 1),
    state: placed(state.positions["state"] ?? 1),
    ...(state.positions["marks"] === undefined
      ? {}
      : { marks: placed(state.positions["marks"]) }),
  };
  const after = Math.max(state.lastColumn, old.width) - leaving.length;
  const today = stays ? old.today : after + 1;
  return {
    deletes: runs(leaving).reverse(),
    fresh:
      wanted === null || stays
        ? null
        : freshColumns(state, wanted, after, places),
    today: wanted === null ? null : today,
    wanted,
    ...viewWork(state, old.timeline, wanted, placed),
  };
}

/** Whether the columns that stand are those that are wanted. */
export function isDrawn(
  { timeline, periods }: TimelineState,
  wanted: Timeline,
) {
  const same = (one: Timeline | null) =>
    JSON.stringify([one?.scale, one?.from, one?.count, one?.shaded, one?.look]);
  return (
    timeline !== null &&
    periods.length === wanted.count &&
    same(timeline) === same(wanted)
  );
}

function freshColumns(
  state: TableState,
  wanted: Timeline,
  after: number,
  places: Pick<TimelinePlaces, "start" | "end" | "state" | "marks">,
): TimelineWork["fresh"] {
  const starts = periodStarts(wanted.scale, wanted.from, wanted.count);
  const formatOf = (start: string) =>
    wanted.scale === "month"
      ? `"${MONTHS[dayParts(start).month - 1]}" yy`
      : DAY_FORMAT;
  const first = after + 2;
  const rowsWith = (spare: number) =>
    Math.max(1, Math.min(state.maxRows, state.lastRow + spare) - 1);
  return {
    after,
    cells: [
      { formula: "=TODAY()" },
      ...starts.map((date): WriteCell => ({ date })),
    ],
    formats: [DAY_FORMAT, ...starts.map(formatOf)],
    notes: periodNotes(wanted),
    shaded: wanted.shaded.map(([at, count]) => ({ at: first + at, count })),
    rules: timelineRules(wanted.scale, { ...places, today: after + 1, first }),
    rows: rowsWith(SPARE_ROWS),
    drawnRows: rowsWith(SPARE_DRAWN_ROWS),
    sheetRows: state.maxRows,
  };
}
