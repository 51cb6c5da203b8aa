/** From which day to which the timeline goes: chosen school years, or the dates of the rows. */
import { type Book, rowsOf, textOf } from "../../book/book";
import { schoolYearStart } from "../../book/school-year";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import type { Span } from "../../domain/roadmap/timeline";
import type { Problem } from "../../shared/rpc";

const ROWS = ["строка", "строки", "строк"] as const;

/** Rows named in one remark. */
const NAMED_ROWS = 10;

/** @throws UserError when the years are turned round, or nothing tells the year. */
export function timelineSpan(
  book: Book,
  chosen: { readonly from: number | null; readonly to: number | null },
  problems: Problem[],
): Span {
  const dated = rowsOf(book, "roadmap").map((row) => {
    const [start, end] = [textOf(row, "start"), textOf(row, "end")];
    return { row: row.row, start: start || end, end: end || start };
  });
  const known = dated.filter(({ start }) => start !== "");
  remark(
    problems,
    dated.filter(({ start }) => start === ""),
    "без сроков, на ленте не видны",
  );
  remark(
    problems,
    known.filter(({ start, end }) => end < start),
    "окончание раньше начала, на ленте не видны",
  );
  const span = chosenSpan(chosen) ?? spanOf(known) ?? yearSpan(book);
  remark(
    problems,
    known.filter(({ start, end }) => end < span.start || start > span.end),
    "вне выбранных лет, на ленте не видны",
  );
  return span;
}

function chosenSpan({
  from,
  to,
}: {
  readonly from: number | null;
  readonly to: number | null;
}): Span | null {
  const first = from ?? to;
  if (first === null) {
    return null;
  }
  const last = to ?? first;
  if (first > last || first < 2000 || last > 2100) {
    throw new UserError(
      "INPUT",
      "Учебные годы ленты указаны неверно: первый год должен быть не позже последнего, оба от 2000 до 2100.",
    );
  }
  return { start: `${first}-09-01`, end: `${last + 1}-08-31` };
}

function spanOf(rows: readonly Span[]): Span | null {
  const starts = rows.map(({ start }) => start).sort();
  const ends = rows.map(({ end }) => end).sort();
  const [start] = starts;
  const end = ends[ends.length - 1];
  return start === undefined || end === undefined
    ? null
    : { start, end: end < start ? start : end };
}

function yearSpan(book: Book): Span {
  const year = schoolYearStart(book);
  return { start: `${year}-09-01`, end: `${year + 1}-08-31` };
}

function remark(
  problems: Problem[],
  rows: readonly { readonly row: number }[],
  words: string,
): void {
  if (rows.length === 0) {
    return;
  }
  const named = rows.slice(0, NAMED_ROWS).map(({ row }) => row);
  const more = rows.length > named.length ? " и далее" : "";
  problems.push({
    severity: "warning",
    tab: TABLES.roadmap.title,
    message: `${rows.length} ${plural(rows.length, ROWS)} ${words}: ${named.join(", ")}${more}.`,
  });
}
