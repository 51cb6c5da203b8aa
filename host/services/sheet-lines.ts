/** Rows and columns of a sheet: naming them, inserting, deleting. */
import type { ICellData, IRange, IStyleData } from "@univerjs/core";
import { columnLetters } from "./a1";
import { readerOf, writeArea } from "./cells";
import { ServiceError } from "./service-object";
import type { SheetObject } from "./sheets-context";

export type Axis = "Row" | "Column";
type Place = Pick<SheetObject, "context" | "sheetId">;

/** Google's limit of cells in a book. */
const MAX_CELLS = 10_000_000;

function sizesOf({ context, sheetId }: Place): Record<Axis, number> {
  const sheet = context.book.worksheet(sheetId);
  return { Row: sheet.getRowCount(), Column: sheet.getColumnCount() };
}

/** Whole lines, counted from 0. */
function linesAt(
  place: Place,
  axis: Axis,
  from: number,
  count: number,
): IRange {
  const sizes = sizesOf(place);
  const all = {
    startRow: 0,
    endRow: sizes.Row - 1,
    startColumn: 0,
    endColumn: sizes.Column - 1,
  };
  const to = from + count - 1;
  return axis === "Row"
    ? { ...all, startRow: from, endRow: to, rangeType: 1 }
    : { ...all, startColumn: from, endColumn: to, rangeType: 2 };
}

/** @throws ServiceError when the sheet does not have all these lines. */
export function existingLines(
  place: Place,
  axis: Axis,
  from: number,
  count: number,
): IRange {
  if (count < 1 || from < 0 || from + count > sizesOf(place)[axis]) {
    const where = axis === "Row" ? from + 1 : columnLetters(Math.max(0, from));
    throw new ServiceError(
      `Those ${axis.toLowerCase()}s are out of bounds: ${where}.`,
    );
  }
  return linesAt(place, axis, from, count);
}

/**
 * Inserts lines; they look like the line they were asked beside, as Google's do.
 *
 * @param from - 0-based index of the first new line.
 * @param model - 0-based index, before the insertion, of the line to look like.
 * @throws ServiceError out of bounds or over Google's number of cells.
 */
export function insertLines(
  place: Place,
  axis: Axis,
  from: number,
  count: number,
  model: number,
): void {
  const sizes = sizesOf(place);
  const size = sizes[axis];
  if (count < 1 || from < 0 || from > size || model < 0 || model >= size) {
    throw new ServiceError("Those rows or columns are out of bounds.");
  }
  const other = axis === "Row" ? sizes.Column : sizes.Row;
  if ((size + count) * other > MAX_CELLS) {
    throw new ServiceError(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
  const { book } = place.context;
  const styles = stylesOf(place, axis, model);
  const width = book.worksheet(place.sheetId).getColumnWidth(model);
  const isRow = axis === "Row";
  const info = Array.from({ length: count }, () => ({ w: width, hd: 0 }));
  book.restructure(
    isRow ? "sheet.command.insert-row" : "sheet.command.insert-col",
    isRow ? "sheet.mutation.insert-row" : "sheet.mutation.insert-col",
    {
      subUnitId: place.sheetId,
      range: linesAt(place, axis, from, count),
      ...(isRow ? {} : { colInfo: info }),
    },
  );
  if (styles.size === 0) return;
  const area = linesAt(place, axis, from, count);
  const styled = (row: number, column: number): ICellData | null => {
    const style = styles.get(isRow ? column : row);
    return style === undefined ? null : { s: style };
  };
  writeArea(book, place.sheetId, area, styled, true);
}

/** Styles of one line's cells, by their place in the line. */
function stylesOf(
  place: Place,
  axis: Axis,
  line: number,
): ReadonlyMap<number, IStyleData> {
  const reader = readerOf(place.context.book, place.sheetId);
  const length = sizesOf(place)[axis === "Row" ? "Column" : "Row"];
  const styles = new Map<number, IStyleData>();
  for (let at = 0; at < length; at += 1) {
    const cell = axis === "Row" ? reader.cell(line, at) : reader.cell(at, line);
    const style = reader.style(cell);
    if (style) styles.set(at, structuredClone(style));
  }
  return styles;
}

/**
 * Deletes lines.
 *
 * @param frozen - Frozen lines of this axis.
 * @throws ServiceError out of bounds, or when nothing unfrozen would be left.
 */
export function removeLines(
  place: Place,
  axis: Axis,
  from: number,
  count: number,
  frozen: number,
): void {
  const size = sizesOf(place)[axis];
  const what = axis === "Row" ? "rows" : "columns";
  if (count < 1 || from < 0 || from + count > size) {
    throw new ServiceError(`Those ${what} are out of bounds.`);
  }
  if (count === size) {
    throw new ServiceError(`You can't delete all the ${what} on the sheet.`);
  }
  const leavesOnlyFrozen = from <= frozen && from + count === size;
  if (frozen > 0 && leavesOnlyFrozen) {
    throw new ServiceError(
      `Sorry, it is not possible to delete all non-frozen ${what}.`,
    );
  }
  place.context.book.restructure(
    axis === "Row" ? "sheet.command.remove-row" : "sheet.command.remove-col",
    axis === "Row" ? "sheet.mutation.remove-rows" : "sheet.mutation.remove-col",
    {
      subUnitId: place.sheetId,
      range: linesAt(place, axis, from, count),
    },
  );
}
