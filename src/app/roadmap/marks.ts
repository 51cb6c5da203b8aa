/** Keeps «Отметки ленты» true: where several or repeated dates of a row are drawn. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { hasSchoolYear } from "../../book/school-year";
import { yearOfBook } from "../../book/year-context";
import { barSpans, spanKeys } from "../../domain/roadmap/bar-spans";
import type { DateContext } from "../../domain/roadmap/interval";
import { parseDatePhrase } from "../../domain/roadmap/parse-date-phrase";
import { contextOf, readDates } from "../../domain/roadmap/read-dates";

/** Edits that make the marks right; none when they are. */
export function markEdits(book: Book): Edit[] {
  const rows = rowsOf(book, "roadmap");
  if (rows.length === 0 || !hasSchoolYear(book)) {
    return [];
  }
  const context = { ...yearOfBook(book).context, ...spanOfDates(rows) };
  return rows.flatMap((row): Edit[] => {
    const value = marksOf(row, context);
    const isSame = sameCell(row.values["marks"] ?? null, value);
    const edit = { kind: "set", table: "roadmap", column: "marks" } as const;
    return isSame ? [] : [{ ...edit, row: row.id, value }];
  });
}

/** Dates typed by the curator go before what the text says. */
function marksOf(row: Row, context: DateContext): string | null {
  const dateText = textOf(row, "dateText");
  if (dateText.trim() === "" || row.values["byHand"] === true) {
    return null;
  }
  const written = { dateText, section: textOf(row, "section") };
  const own = contextOf(written, context);
  const { start, end } = readDates(written, context);
  const isTyped =
    textOf(row, "start") !== (start ?? "") ||
    textOf(row, "end") !== (end ?? "");
  const parsed = parseDatePhrase(dateText, own);
  return isTyped
    ? null
    : spanKeys(barSpans(parsed, own, { start, end })) || null;
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
