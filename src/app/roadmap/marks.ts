/** Keeps «Отметки ленты» true: where several or repeated dates of a row are drawn. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { hasSchoolYear } from "../../book/school-year";
import { yearOfBook } from "../../book/year-context";
import { barSpans, listMark, rhythmMark } from "../../domain/roadmap/bar-spans";
import type { DateContext, Interval } from "../../domain/roadmap/interval";
import { parseDatePhrase } from "../../domain/roadmap/parse-date-phrase";
import { contextOf, readDates } from "../../domain/roadmap/read-dates";
import { repeatedDays, rhythmOf } from "../../domain/roadmap/rhythm";
import type { Span } from "../../domain/roadmap/timeline";

/** Edits that make the marks right; none when they are. */
export function markEdits(book: Book): Edit[] {
  const rows = rowsOf(book, "roadmap");
  if (rows.length === 0 || !hasSchoolYear(book)) {
    return [];
  }
  const markOf = marksIn(book);
  return rows.flatMap((row): Edit[] => {
    const value = markOf(row);
    const isSame = sameCell(row.values["marks"] ?? null, value);
    const edit = { kind: "set", table: "roadmap", column: "marks" } as const;
    return isSame ? [] : [{ ...edit, row: row.id, value }];
  });
}

/**
 * What «Отметки ленты» of a row should hold.
 *
 * @throws UserError `SETTING` without a school year.
 */
export function marksIn(book: Book): (row: Row) => string | null {
  const context = {
    ...yearOfBook(book).context,
    ...spanOfDates(rowsOf(book, "roadmap")),
  };
  return (row) => marksOf(row, context);
}

/** A repetition of one step holds for whatever dates stand in the row; several dates for those of the text. */
function marksOf(row: Row, context: DateContext): string | null {
  const dateText = textOf(row, "dateText");
  const days = { start: textOf(row, "start"), end: textOf(row, "end") };
  const written = { dateText, section: textOf(row, "section") };
  const own = contextOf(written, context);
  const read = readDates(written, own);
  const { intervals } = parseDatePhrase(dateText, own);
  const repeat = textOf(row, "repeat").trim();
  if (repeat !== "" && repeat !== read.repeat) {
    const [typed] = parseDatePhrase(repeat, own).intervals;
    return typed?.kind === "recurring" ? repeatedMark(typed, days, own) : null;
  }
  const [only] = intervals;
  if (intervals.length === 1 && only?.kind === "recurring") {
    // Under the heading of a school year each year has rows of its own.
    const isOfYear = own !== context && only.repeat === "yearly";
    return isOfYear ? null : repeatedMark(only, days, own);
  }
  const isTyped =
    row.values["byHand"] === true ||
    days.start !== (read.start ?? "") ||
    days.end !== (read.end ?? "");
  return isTyped
    ? null
    : listMark(barSpans({ intervals }, own, read), days) || null;
}

function repeatedMark(
  interval: Interval,
  row: Span,
  context: DateContext,
): string | null {
  const rhythm = rhythmOf(interval);
  if (rhythm !== null) {
    return rhythmMark(rhythm);
  }
  const stretch = { start: row.start || row.end, end: row.end || row.start };
  const days =
    stretch.start === "" ? [] : repeatedDays(interval, stretch, context);
  return (
    listMark(
      days.map((day) => ({ start: day, end: day })),
      row,
    ) || null
  );
}

function spanOfDates(rows: readonly Row[]): Pick<DateContext, "span"> {
  const days = rows
    .flatMap((row) => [textOf(row, "start"), textOf(row, "end")])
    .filter((day) => day !== "")
    .sort();
  const [start] = days;
  const end = days[days.length - 1];
  return start === undefined || end === undefined
    ? {}
    : { span: { start, end } };
}
