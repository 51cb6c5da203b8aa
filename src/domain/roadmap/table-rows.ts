/** Joins records of a pasted table into its rows, headings and remarks. */

import type { DelimitedRecord } from "../delimited";
import { looksLikeDates } from "./looks-like-dates";
import { plainText } from "./normalise";
import type { Column, SourceLine } from "./roadmap";

/** A row of cells, a heading over rows, or a line outside the table. */
export type TableRow =
  | {
      readonly kind: "row";
      readonly cells: readonly string[];
      readonly line: number;
      /** Its beginning is cut off. */
      readonly isCut?: boolean;
    }
  | { readonly kind: "section"; readonly text: string; readonly line: number }
  | { readonly kind: "outside"; readonly text: string; readonly line: number };

type OpenRow = { cells: string[]; line: number };

const NUMBER_CELL = /^\s*\d{1,3}(?:\.\d{1,3})*\.?\)?\s*$/;
const HEADING =
  /^(?:раздел|блок|направление|[IVX]{1,4}[.)]|\d{1,2}[.)])\s*\S/iu;

/** «Директор ______ И.О. Фамилия»: a line to sign on stands under the table. */
const SIGNATURE = /_{3,}/;

/**
 * Rows under the header, in order.
 *
 * @param records - Records after the header row.
 * @param columns - Columns of the header row.
 * @param isHeaded - Whether the header row stands above the records.
 */
export function joinRows(
  records: readonly DelimitedRecord[],
  columns: readonly Column[],
  isHeaded: boolean,
): readonly TableRow[] {
  const rows: TableRow[] = [];
  let open: OpenRow | null = null;
  let blank = false;
  const close = () => {
    if (open !== null) {
      rows.push(finish(open, columns));
    }
    open = null;
  };
  for (const record of records) {
    if (record.cells.every((cell) => cell.trim() === "")) {
      blank = record.cells.length === 1 || blank;
      continue;
    }
    const row: OpenRow | null = open;
    if (row !== null && continues(row, record, columns, blank)) {
      append(row, record);
    } else if (record.cells.length === 1) {
      const standing = loneLine(record, rows, row);
      close();
      rows.push(standing);
    } else {
      close();
      open = { cells: [...record.cells], line: record.line };
    }
    blank = false;
  }
  close();
  return withoutLooseHeadings(
    rows.filter((row) => row.kind !== "row" || !isRepeatedHead(row, columns)),
    columns,
    isHeaded,
  );
}

/**
 * A heading over no row is a remark. The tail of a row whose beginning was cut
 * off is the first row of a table without a header above it.
 */
function withoutLooseHeadings(
  rows: readonly TableRow[],
  columns: readonly Column[],
  isHeaded: boolean,
): readonly TableRow[] {
  const kinds = rows.map(({ kind }) => kind);
  const [first, last] = [kinds.indexOf("row"), kinds.lastIndexOf("row")];
  return rows.map((row, index) => {
    const isTail = index < first && /^\p{Ll}/u.test(textOf(row));
    if (isTail && !isHeaded && row.kind !== "row") {
      return tailRow(row, rows[first], columns);
    }
    return row.kind === "section" && (isTail || index > last)
      ? { ...row, kind: "outside" }
      : row;
  });
}

/** The end of a cell as a row, numbered before the first whole one. */
function tailRow(
  { text, line }: { readonly text: string; readonly line: number },
  next: TableRow | undefined,
  columns: readonly Column[],
): TableRow {
  const number = columns.findIndex(({ kind }) => kind === "number");
  const name = columns.findIndex(({ kind }) => kind === "name");
  const following =
    next?.kind === "row" ? Number.parseInt(next.cells[number] ?? "", 10) : 0;
  const cells = columns.map((_, index) =>
    index === number && following > 1
      ? String(following - 1)
      : index === name
        ? text
        : "",
  );
  return { kind: "row", cells, line, isCut: true };
}

function textOf(row: TableRow): string {
  return row.kind === "row" ? "" : row.text;
}

/** Whether a record only goes on with cells of the row before it. */
function continues(
  row: OpenRow,
  record: DelimitedRecord,
  columns: readonly Column[],
  blank: boolean,
): boolean {
  const missing = columns.length - row.cells.length;
  if (missing > 0) {
    const startsRow =
      record.cells.length === columns.length &&
      NUMBER_CELL.test(record.cells[0] ?? "");
    return !startsRow && record.cells.length - 1 <= missing;
  }
  if (record.cells.length > 1) {
    return false;
  }
  const text = record.cells[0] ?? "";
  if (SIGNATURE.test(text) || NUMBER_CELL.test(text)) {
    return false;
  }
  if (columns[columns.length - 1]?.kind === "dateText") {
    return looksLikeDates(text);
  }
  return !blank && !HEADING.test(text);
}

function append(row: OpenRow, record: DelimitedRecord): void {
  const [first, ...others] = record.cells;
  const last = row.cells.length - 1;
  row.cells[last] = `${row.cells[last] ?? ""}\n${first ?? ""}`;
  row.cells.push(...others);
}

function loneLine(
  record: DelimitedRecord,
  rows: readonly TableRow[],
  row: OpenRow | null,
): TableRow {
  const text = plainText(record.cells[0] ?? "");
  const afterRows = row !== null || rows.length > 0;
  return HEADING.test(text) || !afterRows
    ? { kind: "section", text, line: record.line }
    : { kind: "outside", text, line: record.line };
}

function finish(
  { cells, line }: OpenRow,
  columns: readonly Column[],
): TableRow {
  const texts = cells.map(plainText);
  const filled = texts.filter((text) => text !== "");
  const [only] = filled;
  const isHeading =
    filled.length === 1 &&
    only !== undefined &&
    columns.length > 2 &&
    !NUMBER_CELL.test(only) &&
    texts.indexOf(only) <= 1 &&
    (texts.indexOf(only) === 0 || columns[0]?.kind === "number");
  return isHeading
    ? { kind: "section", text: only, line }
    : { kind: "row", cells: texts, line };
}

/** The header again on the next page, or the row «1 2 3 4 5» under it. */
function isRepeatedHead(
  row: Extract<TableRow, { kind: "row" }>,
  columns: readonly Column[],
): boolean {
  const flat = (text: string) => text.replace(/\s+/g, " ").toLowerCase();
  const same = columns.every(
    ({ header }, index) => flat(row.cells[index] ?? "") === flat(header),
  );
  const counted =
    row.cells.length > 2 &&
    row.cells.every((cell, index) => cell === String(index + 1));
  return same || counted;
}

/** Lines that stand outside every row. */
export function outsideLines(rows: readonly TableRow[]): readonly SourceLine[] {
  return rows.flatMap((row) =>
    row.kind === "outside" ? [{ line: row.line, text: row.text }] : [],
  );
}
