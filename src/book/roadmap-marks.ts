/** Keeps «Отметки ленты» true: where several or repeated dates of a row are drawn. */
import { barSpans, spanKeys } from "../domain/roadmap/bar-spans";
import type { DateContext } from "../domain/roadmap/interval";
import { parseDatePhrase } from "../domain/roadmap/parse-date-phrase";
import { stageDates } from "../domain/roadmap/stage-dates";
import { type Book, type Row, rowsOf, setting, textOf } from "./book";
import { type Edit, sameCell } from "./edits";

/** Edits that make the marks right; none when they are. */
export function markEdits(book: Book): Edit[] {
  const rows = rowsOf(book, "roadmap");
  const schoolYear = setting(book, "schoolYear");
  if (rows.length === 0 || typeof schoolYear !== "number") {
    return [];
  }
  const context: DateContext = {
    schoolYear,
    yearStart: "09-01",
    yearEnd: "05-31",
    ...spanOf(rows),
  };
  return rows.flatMap((row): Edit[] => {
    const value = marksOf(row, context);
    return sameCell(row.values["marks"] ?? null, value)
      ? []
      : [
          {
            kind: "set",
            table: "roadmap",
            row: row.id,
            column: "marks",
            value,
          },
        ];
  });
}

/** Dates typed by the curator go before what the text says. */
function marksOf(row: Row, context: DateContext): string | null {
  const phrase = textOf(row, "dateText");
  if (phrase.trim() === "") {
    return null;
  }
  const parsed = parseDatePhrase(phrase, context);
  const { start, end } = stageDates(parsed);
  const isOwn =
    textOf(row, "start") !== (start ?? "") ||
    textOf(row, "end") !== (end ?? "");
  return isOwn ? null : spanKeys(barSpans(parsed, context)) || null;
}

function spanOf(rows: readonly Row[]): Pick<DateContext, "span"> {
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
