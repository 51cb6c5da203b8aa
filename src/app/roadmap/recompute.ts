/** Computes the dates of «Дорожная карта» anew; what the curator typed stays. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import type { CellValue } from "../../book/table";
import type { DateContext } from "../../domain/roadmap/interval";
import {
  datesMark,
  GIVEN,
  type ReadDates,
  readDates,
  spanOf,
} from "../../domain/roadmap/read-dates";

/** Statuses whose dates are history. */
export const CLOSED_STAGES: readonly string[] = ["выполнено", "отменено"];

export type Recomputed = {
  readonly edits: readonly Edit[];
  /** Rows whose dates change. */
  readonly changed: readonly { readonly row: Row; readonly read: ReadDates }[];
  /** Rows left alone because their dates were typed, and differ from the text. */
  readonly kept: readonly { readonly row: Row; readonly read: ReadDates }[];
};

/**
 * Edits that bring the computed dates up to date. Dates that differ from those
 * computed last were typed: they stay, and the row is marked so.
 */
export function recompute(book: Book, context: DateContext): Recomputed {
  const rows = rowsOf(book, "roadmap").filter(
    (row) => !CLOSED_STAGES.includes(textOf(row, "status")),
  );
  const edits: Edit[] = [];
  const changed: Recomputed["changed"][number][] = [];
  const kept: Recomputed["kept"][number][] = [];
  const spans = new Map<string, Pick<DateContext, "span">>();
  for (const row of rows) {
    const source = textOf(row, "source");
    const span = spans.get(source) ?? spanOfSource(book, source, context);
    spans.set(source, span);
    const read = readDates(datedText(row), { ...context, ...span });
    const typed = isTyped(row, context);
    edits.push(
      ...setsOf(row, typed ? typedValues(row, read) : valuesOf(row, read)),
    );
    if (!sameDates(row, read)) {
      (typed ? kept : changed).push({ row, read });
    }
  }
  return { edits, changed, kept };
}

function spanOfSource(
  book: Book,
  source: string,
  context: DateContext,
): Pick<DateContext, "span"> {
  const same = rowsOf(book, "roadmap").filter(
    (row) => textOf(row, "source") === source,
  );
  return spanOf(same.map(datedText), context);
}

function datedText(row: Row) {
  return {
    dateText: textOf(row, "dateText"),
    section: textOf(row, "section"),
  };
}

function sameDates(row: Row, { start, end }: ReadDates): boolean {
  return (
    textOf(row, "start") === (start ?? "") && textOf(row, "end") === (end ?? "")
  );
}

/** Whether a person has written or deleted a date of this row. */
function isTyped(row: Row, context: DateContext): boolean {
  if (row.values["byHand"] === true) {
    return true;
  }
  const now = datesMark(textOf(row, "start"), textOf(row, "end"));
  const before = textOf(row, "computed");
  if (before !== "") {
    return now !== before.replace(GIVEN, "");
  }
  // A row of an older book: what its text gives in a usual year was computed.
  const { schoolYear } = context;
  const usual = { schoolYear, yearStart: "09-01", yearEnd: "05-31" };
  return now !== "/" && !sameDates(row, readDates(datedText(row), usual));
}

function valuesOf(row: Row, read: ReadDates): Record<string, CellValue> {
  return {
    start: read.start,
    end: read.end,
    readAs: read.readAs || null,
    computed: datesMark(read.start, read.end),
    ...repeatOf(row, read),
  };
}

/** The dates as they stand are remembered, so that the mark can be taken off again. */
function typedValues(row: Row, read: ReadDates): Record<string, CellValue> {
  return {
    byHand: true,
    readAs: read.readAs || null,
    computed: `${datesMark(textOf(row, "start"), textOf(row, "end"))}${isGiven(row) ? GIVEN : ""}`,
    ...repeatOf(row, read),
  };
}

/** Whether the dates are as an action gave them last. */
function isGiven(row: Row): boolean {
  const now = datesMark(textOf(row, "start"), textOf(row, "end"));
  return textOf(row, "computed") === now + GIVEN;
}

/** Whether a person typed the dates that stand there, and so fixed them. */
export function isFixed(row: Row): boolean {
  const now = datesMark(textOf(row, "start"), textOf(row, "end"));
  const before = textOf(row, "computed");
  return (
    !isGiven(row) &&
    (row.values["byHand"] === true || (before !== "" && before !== now))
  );
}

function repeatOf(row: Row, { repeat }: ReadDates): Record<string, CellValue> {
  return textOf(row, "repeat") === "" && repeat !== "" ? { repeat } : {};
}

function setsOf(row: Row, values: Record<string, CellValue>): Edit[] {
  return Object.entries(values)
    .filter(([column, value]) => !sameCell(row.values[column] ?? null, value))
    .map(([column, value]) => ({
      kind: "set",
      table: "roadmap",
      row: row.id,
      column,
      value,
    }));
}
