/** One value on its way into a cell: what to write and with which number format. */
import type { RawCell } from "./parse-cell";
import type { CellValue, Column } from "./table";

/** What is handed to the adapter for one cell; null clears it. */
export type WriteCell =
  | null
  | string
  | number
  | boolean
  | { readonly date: string }
  | { readonly formula: string };

export const TEXT_FORMAT = "@";
const DATE_FORMAT = "dd.mm.yyyy";
const NUMBER_FORMAT = "General";

/** Number format that keeps a value of this column what it is. */
export function formatOf(column: Column, value: CellValue | undefined): string {
  switch (column.kind) {
    case "date":
      return DATE_FORMAT;
    case "integer":
    case "number":
    case "yesno":
    case "formula":
      return NUMBER_FORMAT;
    case "any":
      if (typeof value === "string") {
        return isDateText(value) ? DATE_FORMAT : TEXT_FORMAT;
      }
      return typeof value === "number" ? NUMBER_FORMAT : TEXT_FORMAT;
    default:
      return TEXT_FORMAT;
  }
}

/** Number format that keeps a cell of any column what it is. */
export function formatOfRaw(cell: RawCell): string {
  return typeof cell === "string"
    ? TEXT_FORMAT
    : typeof cell === "object"
      ? DATE_FORMAT
      : NUMBER_FORMAT;
}

function isDateText(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** True when the value is of the column's kind. */
function fits(column: Column, value: string | number | boolean): boolean {
  switch (column.kind) {
    case "integer":
    case "number":
      return typeof value === "number";
    case "date":
      return typeof value === "string" && isDateText(value);
    case "yesno":
      return typeof value === "boolean";
    default:
      return true;
  }
}

/** @throws RangeError when a value does not fit the column: our bug, never written. */
export function toWriteCell(
  column: Column,
  value: CellValue | undefined,
): WriteCell {
  if (value === null || value === undefined || value === "") {
    return null;
  }
  if (!fits(column, value)) {
    throw new RangeError(
      `toWriteCell: ${column.key} cannot hold a ${typeof value}`,
    );
  }
  if (typeof value !== "string") {
    return isTextKind(column) ? String(value) : value;
  }
  if (column.kind === "formula" && value.startsWith("=")) {
    return { formula: value };
  }
  return isDateText(value) && (column.kind === "date" || column.kind === "any")
    ? { date: value }
    : value;
}

/** Kinds whose cells hold nothing but text. */
function isTextKind(column: Column): boolean {
  return ["text", "longtext", "choice", "many"].includes(column.kind);
}
