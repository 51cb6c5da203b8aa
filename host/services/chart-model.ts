/** What is kept of a chart over the grid, and how it follows the book; the page uses it too. */
import { type Area, moveArea, moveAreas, type Shift } from "./tracked-areas";

/** Kinds of charts the page draws, by Google's names. */
export type ChartKind =
  | "AREA"
  | "BAR"
  | "COLUMN"
  | "COMBO"
  | "HISTOGRAM"
  | "LINE"
  | "PIE"
  | "SCATTER"
  | "STEPPED_AREA"
  | "TABLE";

export type MergeStrategy = "MERGE_COLUMNS" | "MERGE_ROWS";
export type HiddenStrategy =
  | "IGNORE_BOTH"
  | "IGNORE_ROWS"
  | "IGNORE_COLUMNS"
  | "SHOW_BOTH";

/** An option's value: JSON. */
export type OptionValue =
  | null
  | boolean
  | number
  | string
  | readonly OptionValue[]
  | { readonly [name: string]: OptionValue };

/** A part of a sheet, 0-based and inclusive. */
export type PlacedArea = { readonly sheetId: string; readonly area: Area };

/** Top left corner: a cell, 0-based, and pixels from its own corner. */
export type Anchor = {
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
};

export type StoredChart = {
  /** Stays the same as long as the chart lives; unique in the book. */
  readonly id: number;
  /** The sheet it lies on. */
  readonly sheetId: string;
  readonly kind: ChartKind;
  readonly ranges: readonly PlacedArea[];
  readonly anchor: Anchor;
  /** Options of Google Charts as a tree: `hAxis.title` is hAxis → title. */
  readonly options: { readonly [name: string]: OptionValue };
  /** Rows (columns when transposed) that hold titles; -1: found out. */
  readonly headers: number;
  readonly transposed: boolean;
  readonly merge: MergeStrategy;
  readonly hidden: HiddenStrategy;
};

/** Google's size of a chart that no option sizes, pixels. */
const DEFAULT_SIZE = { width: 600, height: 371 };

/** Width and height on the sheet, pixels. */
export function sizeOf(chart: StoredChart): {
  readonly width: number;
  readonly height: number;
} {
  const side = (name: "width" | "height"): number => {
    const given = chart.options[name];
    return typeof given === "number" && given > 0 ? given : DEFAULT_SIZE[name];
  };
  return { width: side("width"), height: side("height") };
}

/**
 * The option at a path such as `hAxis.title`; null when it is not set.
 *
 * Google keeps `vAxes.0.title` and `vAxis.title` apart, and so does this.
 */
export function optionAt(
  options: StoredChart["options"],
  path: string,
): OptionValue {
  let found: OptionValue = options;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null) return null;
    if (!Object.hasOwn(found, name)) return null;
    found = (found as { readonly [key: string]: OptionValue })[name] ?? null;
  }
  return found;
}

/** The options with one more at a path. */
export function withOption(
  options: StoredChart["options"],
  path: string,
  value: OptionValue,
): StoredChart["options"] {
  const [name = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...options, [name]: value };
  const inner = options[name];
  const branch =
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? (inner as StoredChart["options"])
      : {};
  return { ...options, [name]: withOption(branch, rest.join("."), value) };
}

/**
 * The charts after rows, columns or a sheet came or went: those on a removed
 * sheet are gone; ranges that lost all their cells are taken out.
 */
export function moveCharts(
  charts: readonly StoredChart[],
  shift: Shift,
): readonly StoredChart[] {
  return charts.flatMap((chart) => {
    const isHere = chart.sheetId === shift.sheetId;
    if (isHere && "removed" in shift) return [];
    const ranges = moveAreas(chart.ranges, shift);
    const anchor =
      isHere && !("removed" in shift)
        ? movedAnchor(chart.anchor, shift)
        : chart.anchor;
    return [{ ...chart, ranges, anchor }];
  });
}

function movedAnchor(
  anchor: Anchor,
  shift: Exclude<Shift, { readonly removed: true }>,
): Anchor {
  const cell = {
    startRow: anchor.row,
    endRow: anchor.row,
    startColumn: anchor.column,
    endColumn: anchor.column,
  };
  const moved = moveArea(cell, shift);
  if (moved !== null) {
    return { ...anchor, row: moved.startRow, column: moved.startColumn };
  }
  return shift.axis === "Row"
    ? { ...anchor, row: shift.from, offsetY: 0 }
    : { ...anchor, column: shift.from, offsetX: 0 };
}
