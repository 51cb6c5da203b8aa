/** Finding ends of data: the region round a cell, the next cell in a direction. */
import type { Book } from "./book";
import { readerOf } from "./cells";
import type { EnumValue } from "./service-object";
import type { Area } from "./tracked-areas";

type Grid = {
  readonly rows: number;
  readonly columns: number;
  readonly isFilled: (row: number, column: number) => boolean;
};

function gridOf(book: Book, sheetId: string): Grid {
  const reader = readerOf(book, sheetId);
  const sheet = book.worksheet(sheetId);
  return {
    rows: sheet.getRowCount(),
    columns: sheet.getColumnCount(),
    isFilled: (row, column) => reader.value(row, column) !== "",
  };
}

/**
 * The area grown over all data that touches its sides.
 *
 * @param dimension - Dimension.ROWS or COLUMNS: grow only that way; null for both.
 */
export function dataRegion(
  book: Book,
  sheetId: string,
  area: Area,
  dimension: EnumValue | null,
): Area {
  const grid = gridOf(book, sheetId);
  const downward = dimension === null || dimension.name === "ROWS";
  const sideward = dimension === null || dimension.name === "COLUMNS";
  let { startRow, endRow, startColumn, endColumn } = area;
  const rowHasData = (row: number): boolean =>
    some(startColumn, endColumn, (column) => grid.isFilled(row, column));
  const columnHasData = (column: number): boolean =>
    some(startRow, endRow, (row) => grid.isFilled(row, column));
  for (let grew = true; grew; ) {
    grew = false;
    if (downward && startRow > 0 && rowHasData(startRow - 1)) {
      startRow -= 1;
      grew = true;
    }
    if (downward && endRow + 1 < grid.rows && rowHasData(endRow + 1)) {
      endRow += 1;
      grew = true;
    }
    if (sideward && startColumn > 0 && columnHasData(startColumn - 1)) {
      startColumn -= 1;
      grew = true;
    }
    const right = endColumn + 1;
    if (sideward && right < grid.columns && columnHasData(right)) {
      endColumn = right;
      grew = true;
    }
  }
  return { startRow, endRow, startColumn, endColumn };
}

function some(from: number, to: number, test: (at: number) => boolean) {
  for (let at = from; at <= to; at += 1) if (test(at)) return true;
  return false;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  UP: [-1, 0],
  DOWN: [1, 0],
  PREVIOUS: [0, -1],
  NEXT: [0, 1],
};

/** Where Ctrl and an arrow lead from a cell. */
export function nextDataCell(
  book: Book,
  sheetId: string,
  from: { readonly row: number; readonly column: number },
  direction: EnumValue,
): { readonly row: number; readonly column: number } {
  const grid = gridOf(book, sheetId);
  const [down, right] = STEPS[direction.name] ?? [0, 0];
  let { row, column } = from;
  const isInside = (): boolean =>
    row + down >= 0 &&
    row + down < grid.rows &&
    column + right >= 0 &&
    column + right < grid.columns;
  const step = (): void => {
    row += down;
    column += right;
  };
  const nextIsFilled = (): boolean => grid.isFilled(row + down, column + right);
  if (grid.isFilled(row, column) && isInside() && nextIsFilled()) {
    while (isInside() && nextIsFilled()) step();
    return { row, column };
  }
  while (isInside()) {
    step();
    if (grid.isFilled(row, column)) break;
  }
  return { row, column };
}
