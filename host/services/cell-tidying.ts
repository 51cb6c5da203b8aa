/** Tidying cells: spaces, repeated rows, one column into several, random order. */
import type { Book } from "./book";
import { putCells, takeCells } from "./cell-blocks";
import { textCell } from "./cell-content";
import {
  clearContents,
  mapArea,
  readerOf,
  writeArea,
  writeValues,
} from "./cells";
import { EnumValue, ServiceError } from "./service-object";
import type { Area } from "./tracked-areas";

/** Texts lose spaces at both ends and repeated ones inside. */
export function trimCells(book: Book, sheetId: string, area: Area): void {
  const reader = readerOf(book, sheetId);
  writeArea(book, sheetId, area, (row, column) => {
    const value = reader.value(row, column);
    if (typeof value !== "string" || reader.formula(row, column) !== "") {
      return null;
    }
    const trimmed = value.trim().replace(/\s+/g, " ");
    return trimmed === value ? null : { ...textCell(trimmed), p: null };
  });
}

/**
 * Rows whose compared values are the same but for case go; the rest move up.
 *
 * @param columns - 0-based sheet columns.
 * @returns How many rows are left.
 */
export function removeDuplicateRows(
  book: Book,
  sheetId: string,
  area: Area,
  columns: readonly number[],
): number {
  const reader = readerOf(book, sheetId);
  const seen = new Set<string>();
  const rows = takeCells(book, sheetId, area);
  const kept = rows.filter((_cells, index) => {
    const key = JSON.stringify(
      columns.map((column) => {
        const value = reader.value(area.startRow + index, column);
        return typeof value === "string"
          ? value.toLocaleLowerCase("ru")
          : [typeof value, value];
      }),
    );
    return !seen.has(key) && seen.add(key);
  });
  if (kept.length === rows.length) return rows.length;
  const last = area.startRow + kept.length - 1;
  const parts = { contents: true, formulas: true, styles: false };
  putCells(book, sheetId, { ...area, endRow: last }, kept, parts);
  clearContents(book, sheetId, { ...area, startRow: last + 1 });
  return kept.length;
}

/** Rows in random order. */
export function shuffleRows(book: Book, sheetId: string, area: Area): void {
  const rows = takeCells(book, sheetId, area);
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(Math.random() * (at + 1));
    [rows[at], rows[other]] = [rows[other] ?? [], rows[at] ?? []];
  }
  const parts = { contents: true, formulas: true, styles: true };
  putCells(book, sheetId, area, rows, parts);
}

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ",",
  SEMICOLON: ";",
  PERIOD: ".",
  SPACE: " ",
};

/**
 * @param delimiter - Text, a TextToColumnsDelimiterType, or undefined to guess.
 * @throws ServiceError for more than one column.
 */
export function splitColumn(
  book: Book,
  sheetId: string,
  area: Area,
  delimiter: unknown,
): void {
  if (area.startColumn !== area.endColumn) {
    throw new ServiceError("A range to split must be one column wide.");
  }
  const reader = readerOf(book, sheetId);
  const texts = mapArea(area, reader.display).map(([text = ""]) => text);
  const sign =
    delimiter instanceof EnumValue
      ? (DELIMITERS[delimiter.name] ?? ",")
      : typeof delimiter === "string"
        ? delimiter
        : guessDelimiter(texts);
  const parts = texts.map((text) =>
    sign === "" ? [text] : text.split(sign).map((part) => part.trim()),
  );
  const width = Math.max(...parts.map((row) => row.length));
  const endColumn = area.startColumn + width - 1;
  if (endColumn >= book.worksheet(sheetId).getColumnCount()) {
    throw new ServiceError(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
  }
  parts.forEach((row, index) => {
    const line = {
      startRow: area.startRow + index,
      endRow: area.startRow + index,
      startColumn: area.startColumn,
      endColumn: area.startColumn + row.length - 1,
    };
    if (row.length > 1) {
      writeValues(book, sheetId, line, (_row, column) => row[column]);
    }
  });
}

/** The sign most cells have. */
function guessDelimiter(texts: readonly string[]): string {
  let best = { sign: "", count: 0 };
  for (const sign of [",", ";", "\t", "|", ".", " "]) {
    const count = texts.filter((text) => text.includes(sign)).length;
    if (count > best.count) best = { sign, count };
  }
  return best.sign;
}
