/** What must be shown, hidden, frozen and filtered for the timeline's sake. */
import { type TableState, textOf } from "./book";
import type { Timeline } from "./timeline";
import { runsOf } from "./writes";

/** Adjacent rows or columns, 1-based. */
export type Run = { readonly at: number; readonly count: number };

export type TimelineViewWork = {
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
  /** Heights of the rows: alike for names beside bars, as high as needed otherwise. */
  readonly heights: null | {
    readonly rows: number;
    readonly low: boolean;
    /** Column of the names, and letters of the longest. */
    readonly names: number;
    readonly longest: number;
  };
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

/** @param placed - Where a column is after the old timeline is deleted. */
export function viewWork(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): TimelineViewWork {
  return {
    ...columnsShown(state, before, wanted, placed),
    ...rowsShown(state, before, wanted, placed),
    freeze: frozenColumns(state, before, wanted, placed),
    filter: filterOf(state, before, wanted, placed),
  };
}

function columnsShown(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): Pick<TimelineViewWork, "showColumns" | "hideColumns"> {
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
  placed: (column: number) => number,
): Pick<TimelineViewWork, "showRows" | "hideRows" | "heights"> {
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
    heights:
      low === wasLow || rows < 1
        ? null
        : {
            rows,
            low,
            names: placed(state.positions["stage"] ?? 1),
            longest: Math.max(
              ...state.rows.map((row) => textOf(row, "stage").length),
            ),
          },
  };
}

/**
 * Names stay in sight beside bars; what was frozen before comes back with the
 * full view, whose columns would leave little room beside frozen ones.
 */
function frozenColumns(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): number | null {
  const isNarrow = (one: Timeline | null) => (one?.view.narrow.length ?? 0) > 0;
  if (isNarrow(before) === isNarrow(wanted)) {
    return null;
  }
  return isNarrow(wanted)
    ? placed(state.positions["stage"] ?? 1)
    : (before?.view.frozen ?? null);
}

function filterOf(
  state: TableState,
  before: Timeline | null,
  wanted: Timeline | null,
  placed: (column: number) => number,
): TimelineViewWork["filter"] {
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

export function runs(numbers: readonly number[]): Run[] {
  return runsOf(numbers).map(({ row, count }) => ({ at: row, count }));
}
