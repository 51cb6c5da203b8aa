/** A sheet of a file as texts a reader would write, the way the panel sends one to the import. */
import { isDatePattern } from "../services/number-format";
import type { FileBook, FileCell, FileTab } from "./file-book";

const DAY_MS = 86_400_000;
/** Day 0 of serial numbers. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Digits of a number that spreadsheets keep. */
const PRECISION = 15;

/**
 * JSON of one sheet: its title, rows of texts, merged cells as row, column,
 * rows, columns (1-based). Days are written DD.MM.YYYY.
 */
export function gridText(book: FileBook, tab: FileTab): string {
  const rows: string[][] = [];
  for (const cell of tab.cells) {
    const text = cellText(book, cell);
    if (text !== "") {
      while (rows.length <= cell.row) rows.push([]);
      const row = rows[cell.row] ?? [];
      while (row.length <= cell.column) row.push("");
      row[cell.column] = text;
    }
  }
  const merges = tab.merges.map((area) => [
    area.startRow + 1,
    area.startColumn + 1,
    area.endRow - area.startRow + 1,
    area.endColumn - area.startColumn + 1,
  ]);
  return JSON.stringify({ sheet: tab.title, rows, merges });
}

/** The first sheet that is shown and holds something. */
export function firstFilled({ tabs }: FileBook): FileTab | null {
  const isFilled = (tab: FileTab) =>
    tab.cells.some(({ value }) => value !== null && value !== "");
  return (
    tabs.find((tab) => !tab.hidden && isFilled(tab)) ??
    tabs.find(isFilled) ??
    null
  );
}

function cellText({ styles }: FileBook, cell: FileCell): string {
  const { value, style } = cell;
  if (typeof value === "boolean") return value ? "да" : "нет";
  if (typeof value !== "number") return value ?? "";
  const pattern = style === undefined ? "" : (styles[style]?.n?.pattern ?? "");
  return isDatePattern(pattern) && value >= 0
    ? dayText(value, pattern)
    : String(Number(value.toPrecision(PRECISION))).replace(".", ",");
}

function dayText(serial: number, pattern: string): string {
  const iso = new Date(EPOCH_MS + Math.round(serial * DAY_MS)).toISOString();
  const time = iso.slice(11, 16);
  const day = iso.slice(0, 10).split("-").reverse().join(".");
  const hasTime = /[hs]/i.test(pattern);
  if (serial < 1 && hasTime) return time;
  return hasTime && time !== "00:00" ? `${day} ${time}` : day;
}
