/** What must be done to a tab so that its timeline is the wanted one: places and values, no services. */
import { periodStarts } from "../domain/roadmap/timeline";
import { type TableState, textOf } from "./book";
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
import type { WriteCell } from "./write-cell";
import { runsOf } from "./writes";

/** Adjacent rows or columns, 1-based. */
export type Run = { readonly at: number; readonly count: number };

export type TimelineWork = {
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
    /** Rows of the sheet. */
    readonly sheetRows: number;
  };
  /** Where the column of today is in the end; null without a timeline. */
  readonly today: number | null;
  readonly wanted: Timeline | null;
  readonly showColumns: readonly Run[];
  /** Column keys with their places, to be hidden unless the curator hid them. */
  readonly hideColumns: readonly {
    readonly key: string;
    readonly column: number;
    /** Whether to ask first; for the others it is taken that they are shown. */
    readonly asked: boolean;
  }[];
  readonly showRows: readonly Run[];
  readonly hideRows: readonly Run[];
  /** Heights of the rows: low ones for names beside bars, as high as needed otherwise. */
  readonly heights: { readonly rows: number; readonly low: boolean } | null;
  /** How many columns to freeze; null leaves them. */
  readonly freeze: number | null;
  /** Filter by the responsible; null leaves it. */
  readonly filter: null | {
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    /** Empty takes the condition away. */
    readonly text: string;
    /** The filter itself goes as well. */
    readonly remove: boolean;
  };
};

/** Rows below the last one that already get bars. */
const SPARE_ROWS = 200;

/** Columns that nobody hides by hand: a question for each would be a call for each. */
const SELDOM_HIDDEN: readonly string[] = [
  "repeat",
  "byHand",
  "approvedBy",
  "evidence",
  "status",
  "condition",
  "goal",
  "progress",
];

const MONTH_FORMAT = "mmm yy";
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
  const before = old.timeline;
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
    ...columnsShown(state, before, wanted, placed),
    ...rowsShown(state, before, wanted),
    freeze: frozenColumns(state, before, wanted, placed),
    filter: filterOf(state, before, wanted, placed),
  };
}

/** Whether the columns that stand are those that are wanted. */
export function isDrawn(
  { timeline, periods }: TimelineState,
  wanted: Timeline,
) {
  const same = (one: Timeline | null) =>
    JSON.stringify([one?.scale, one?.from, one?.count, one?.shaded]);
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
  const format = wanted.scale === "month" ? MONTH_FORMAT : DAY_FORMAT;
  const first = after + 2;
  const rows = Math.min(state.maxRows - 1, state.lastRow - 1 + SPARE_ROWS);
  return {
    after,
    cells: [
      { formula: "=TODAY()" },
      ...starts.map((date): WriteCell => ({ date })),
    ],
    formats: [DAY_FORMAT, ...starts.map(() => format)],
    notes: periodNotes(wanted),
    shaded: wanted.shaded.map(([at, count]) => ({ at: first + at, count })),
    rules: timelineRules(wanted.scale, { ...places, today: after + 1, first }),
    rows: Math.max(1, rows),
    sheetRows: state.maxRows,
  };
}

function columnsShown(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): Pick<TimelineWork, "showColumns" | "hideColumns"> {
  const [old, now] = [before?.view.narrow ?? [], wanted?.view.narrow ?? []];
  const placesOf = (keys: readonly string[]) =>
    keys.flatMap((key) => {
      const column = state.positions[key];
      const asked = !SELDOM_HIDDEN.includes(key);
      return column === undefined
        ? []
        : [{ key, column: placed(column), asked }];
    });
  return {
    showColumns: runs(
      placesOf(old.filter((key) => !now.includes(key))).map(
        ({ column }) => column,
      ),
    ),
    hideColumns: placesOf(now.filter((key) => !old.includes(key))),
  };
}

/** Rows of a section but the first of them, which stands for it. */
export function hiddenRows(
  state: TableState,
  sections: readonly string[],
): number[] {
  const seen = new Set<string>();
  return state.rows.flatMap((row) => {
    const section = textOf(row, "section").trim();
    const isFirst = !seen.has(section);
    seen.add(section);
    return section !== "" && sections.includes(section) && !isFirst
      ? [row.row]
      : [];
  });
}

function rowsShown(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
): Pick<TimelineWork, "showRows" | "hideRows" | "heights"> {
  const [old, now] = [
    before?.view.collapsed ?? [],
    wanted?.view.collapsed ?? [],
  ];
  const opened = old.filter((section) => !now.includes(section));
  const closed = now.filter((section) => !old.includes(section));
  const wasLow = (before?.view.narrow.length ?? 0) > 0;
  const low = (wanted?.view.narrow.length ?? 0) > 0;
  const rows = state.lastRow - 1;
  return {
    showRows: runs(hiddenRows(state, opened)),
    hideRows: runs(hiddenRows(state, closed)),
    heights: low === wasLow || rows < 1 ? null : { rows, low },
  };
}

/** Names stay in sight; what was frozen before comes back with the full view. */
function frozenColumns(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): number | null {
  if (wanted === null) {
    return before?.view.frozen ?? null;
  }
  return before === null ? placed(state.positions["stage"] ?? 1) : null;
}

function filterOf(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): TimelineWork["filter"] {
  const [old, now] = [
    before?.view.responsible ?? "",
    wanted?.view.responsible ?? "",
  ];
  const column = state.positions["responsible"];
  return old === now || column === undefined
    ? null
    : {
        column: placed(column),
        rows: state.lastRow,
        columns: placed(state.lastColumn),
        text: now,
        remove: now === "" && before?.view.ownFilter === true,
      };
}

function runs(numbers: readonly number[]): Run[] {
  return runsOf(numbers).map(({ row, count }) => ({ at: row, count }));
}
