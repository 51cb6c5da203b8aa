/** Finds the rows of a table whose header is lost, or in words that nobody knows. */

import type { DelimitedRecord } from "../delimited";
import { guessColumns, widthOf } from "./guess-columns";
import { looksLikeDates } from "./looks-like-dates";
import { plainText } from "./normalise";
import type { Column } from "./roadmap";

type HeaderlessTable = {
  readonly columns: readonly Column[];
  /** Index of the record where the table starts, and of its first row. */
  readonly headerAt: number;
  readonly firstRow: number;
  /** For the curator. */
  readonly message: string;
};

/**
 * @param isSure - The separator stands in no prose.
 * @returns null if the records are no rows.
 */
export function headerlessTable(
  records: readonly DelimitedRecord[],
  isSure: boolean,
): HeaderlessTable | null {
  const rows = records.filter(isRow);
  const at = records.findIndex(isRow);
  if (at < 0 || !(isSure || areRows(records, rows))) {
    return null;
  }
  const header = strangeHeader(rows);
  const body = header === null ? rows : rows.slice(1);
  const columns = guessColumns(body.map(({ cells }) => cells)).map(
    ({ kind }, index) => ({
      kind,
      header: plainText(header?.[index] ?? "").replace(/\s+/g, " "),
    }),
  );
  if (header !== null) {
    const message =
      "Названия граф не узнаны: графы определены по содержанию ячеек, проверьте их.";
    return { columns, headerAt: at, firstRow: at + 1, message };
  }
  const first = isFirstTail(records, at) ? at - 1 : at;
  const message =
    "Строка заголовков таблицы не найдена: графы определены по содержанию ячеек, проверьте их.";
  return { columns, headerAt: first, firstRow: first, message };
}

/** The first row, when it has words where those under it have numbers or dates; else null. */
function strangeHeader(
  rows: readonly DelimitedRecord[],
): readonly string[] | null {
  const [first, ...others] = rows.map(({ cells }) => cells);
  if (first === undefined || others.length < LEAST_ROWS) {
    return null;
  }
  const isValue = (cell = "") => /^\s*\d/.test(cell) || looksLikeDates(cell);
  const differs = guessColumns(others).some(
    ({ kind }, index) =>
      (kind === "number" || kind === "dateText") &&
      (first[index] ?? "").trim() !== "",
  );
  return differs && !first.some(isValue) ? first : null;
}

const LEAST_ROWS = 2;
/** More columns than a roadmap can have: the separator is something else. */
const MAX_COLUMNS = 60;

function isRow({ cells }: DelimitedRecord): boolean {
  const width = cells.length > 2 ? widthOf(cells) : 0;
  return width > 1 && width <= MAX_COLUMNS;
}

/** Commas and semicolons also stand in prose: rows have equally many, and numbers or dates. */
function areRows(
  records: readonly DelimitedRecord[],
  rows: readonly DelimitedRecord[],
): boolean {
  const filled = records.filter(({ cells }) => cells.join("").trim() !== "");
  const width = rows[0]?.cells.length ?? 0;
  const alike = rows.filter(({ cells }) => cells.length === width);
  const dated = alike.filter(({ cells }) =>
    cells.some((cell) => looksLikeDates(cell)),
  );
  return (
    alike.length >= LEAST_ROWS &&
    alike.length * 2 > filled.length &&
    dated.length * 2 > alike.length
  );
}

/** Whether the very first line is the end of a row: it starts with a small letter. */
function isFirstTail(records: readonly DelimitedRecord[], at: number): boolean {
  const before = records
    .slice(0, at)
    .filter(({ cells }) => cells.join("").trim() !== "");
  return (
    before.length === 1 &&
    before[0] === records[at - 1] &&
    isTailText(before[0]?.cells.join("") ?? "")
  );
}

/** The end of a cell: it starts with a small letter. */
export const isTailText = (text: string) => /^\p{Ll}/u.test(text.trim());
