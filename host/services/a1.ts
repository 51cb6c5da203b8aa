/** A1 notation: reading addresses and writing them. */
import type { Area } from "./tracked-areas";

/** A read address; null bounds are open (`A:A`, `A2:C`). */
export type Address = {
  /** Tab title before the `!`, or null. */
  readonly sheetName: string | null;
  readonly startRow: number | null;
  readonly startColumn: number | null;
  readonly endRow: number | null;
  readonly endColumn: number | null;
};

const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!([\s\S]+)$/;
const CELL = /^\$?([A-Za-z]{1,3})?\$?(\d+)?$/;

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

/** The address a text names, or null when it is none. */
export function readAddress(text: string): Address | null {
  const trimmed = text.trim();
  const withSheet = SHEET.exec(trimmed);
  const sheetName = withSheet
    ? withoutBook(withSheet[1]?.replaceAll("''", "'") ?? withSheet[2] ?? "")
    : null;
  const [first = "", second, ...rest] = (withSheet?.[3] ?? trimmed).split(":");
  if (rest.length > 0) return null;
  const start = readCorner(first);
  const end = second === undefined ? start : readCorner(second);
  if (start === null || end === null) return null;
  if (second === undefined && (start.row === null || start.column === null)) {
    return null;
  }
  return {
    sheetName,
    startRow: lower(start.row, end.row),
    startColumn: lower(start.column, end.column),
    endRow: higher(start.row, end.row),
    endColumn: higher(start.column, end.column),
  };
}

/** The engine may write `[book id]Tab`. */
function withoutBook(title: string): string {
  return title.replace(/^\[[^\]]*\]/, "");
}

type Corner = { readonly row: number | null; readonly column: number | null };

function readCorner(text: string): Corner | null {
  const match = CELL.exec(text);
  if (match === null || text === "") return null;
  const [, letters, digits] = match;
  if (letters === undefined && digits === undefined) return null;
  if (digits !== undefined && Number(digits) < 1) return null;
  return {
    row: digits === undefined ? null : Number(digits) - 1,
    column: letters === undefined ? null : columnIndex(letters),
  };
}

function lower(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : Math.min(left, right);
}

function higher(left: number | null, right: number | null): number | null {
  return left === null || right === null ? null : Math.max(left, right);
}

/**
 * `A1`, `A1:B2`, or `A:B` and `1:2` for whole columns and rows.
 *
 * @param size - Rows and columns of the sheet; without it nothing is whole.
 */
export function writeAddress(
  area: Area,
  size?: { readonly rows: number; readonly columns: number },
): string {
  const { startRow, endRow, startColumn, endColumn } = area;
  const allRows = startRow === 0 && endRow + 1 === size?.rows;
  const allColumns = startColumn === 0 && endColumn + 1 === size?.columns;
  if (allRows && !allColumns) {
    return `${columnLetters(startColumn)}:${columnLetters(endColumn)}`;
  }
  if (allColumns && !allRows) return `${startRow + 1}:${endRow + 1}`;
  const start = columnLetters(startColumn) + (startRow + 1);
  const end = columnLetters(endColumn) + (endRow + 1);
  return start === end ? start : `${start}:${end}`;
}

/** `'Tab title'!$A$1:$B$2`, as names and validations keep it. */
export function writeAbsolute(sheetName: string, area: Area): string {
  const corner = (row: number, column: number): string =>
    `$${columnLetters(column)}$${row + 1}`;
  const start = corner(area.startRow, area.startColumn);
  const end = corner(area.endRow, area.endColumn);
  const quoted = `'${sheetName.replaceAll("'", "''")}'`;
  return `${quoted}!${start}${start === end ? "" : `:${end}`}`;
}
