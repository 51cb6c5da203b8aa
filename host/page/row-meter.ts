/** Measures how high a row's text is, looking closely only at cells that may need more than one plain line. */
import { SheetDataValidationModel } from "@univerjs/preset-sheets-data-validation";
import {
  type ICellData,
  type Injector,
  type IStyleData,
  type Nullable,
  type Workbook,
  type Worksheet,
  WrapStrategy,
} from "@univerjs/presets";
import type { DrawnBook } from "./drawn-book";

type Skeleton = NonNullable<
  ReturnType<DrawnBook["skeletons"]["ensureSkeleton"]>
>;

/** Height in pixels for a 0-based row. */
export type RowMeter = (row: number) => number;

/** Univer's own limit. */
const MAX_HEIGHT = 2_000;
/** Values to choose from are drawn as chips, which wrap whatever the style says. */
const CHIPS = new Set<string>(["list", "listMultiple"]);

/** Equal cells of a column are measured once. */
export function rowMeter(
  injector: Injector,
  workbook: Workbook,
  sheet: Worksheet,
  skeleton: Skeleton,
): RowMeter {
  const styles = workbook.getStyles();
  const lists = injector
    .get(SheetDataValidationModel)
    .getRules(workbook.getUnitId(), sheet.getSheetId())
    .filter(({ type }) => CHIPS.has(type))
    .flatMap(({ ranges }) => ranges);
  const isList = (row: number, column: number) =>
    lists.some(
      ({ startRow, endRow, startColumn, endColumn }) =>
        startColumn <= column &&
        column <= endColumn &&
        startRow <= row &&
        row <= endRow,
    );
  const known = new Map<string, number>();
  const matrix = sheet.getCellMatrix();
  const { defaultRowHeight, columnCount } = sheet.getConfig();

  const measured = (row: number, column: number, key: string | null) => {
    const before = key === null ? undefined : known.get(key);
    if (before !== undefined) return before;
    const height = skeleton.calculateAutoHeightForCell(row, column) ?? 0;
    if (key !== null) known.set(key, height);
    return height;
  };

  return (row) => {
    let height = defaultRowHeight;
    for (let column = 0; column < columnCount; column += 1) {
      const cell = matrix.getValue(row, column);
      if (!hasText(cell)) continue;
      const list = isList(row, column);
      if (!list && isPlain(cell, styles.getStyleByCell(cell))) continue;
      const width = sheet.getColumnWidth(column);
      const key = keyOf(cell, `${column} ${width} ${list}`);
      height = Math.max(height, measured(row, column, key));
    }
    return Math.min(height, MAX_HEIGHT);
  };
}

function hasText(cell: Nullable<ICellData>): cell is ICellData {
  if (!cell) return false;
  return !!cell.p || (cell.v !== undefined && cell.v !== null);
}

/** One line of the default font. */
function isPlain(cell: ICellData, style: Nullable<IStyleData>): boolean {
  const hasLines = typeof cell.v === "string" && cell.v.includes("\n");
  if (cell.p || hasLines) return false;
  const { tb, fs, tr, pd } = style ?? {};
  return tb !== WrapStrategy.WRAP && !fs && !tr && !pd;
}

/** The same for cells that look the same; null when there is no telling. */
function keyOf({ p, s, v }: ICellData, place: string): string | null {
  const hasKeys = !p && (typeof s === "string" || !s);
  return hasKeys ? `${place} ${s} ${v}` : null;
}
