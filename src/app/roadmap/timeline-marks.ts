/** Keeps «Отметки ленты» true: where several or repeated dates of a row are drawn. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { hasSchoolYear } from "../../book/school-year";
import { yearOfBook } from "../../book/year-context";
import { barSpans, spanKeys } from "../../domain/roadmap/bar-spans";
import type { DateContext } from "../../domain/roadmap/interval";
import { parseDatePhrase } from "../../domain/roadmap/parse-date-phrase";
import { contextOf } from "../../domain/roadmap/read-dates";
import { isTyped, sourceContexts } from "./recompute";

/** Edits that make the marks right; none when they are, or without a school year. */
export function markEdits(book: Book): Edit[] {
  const rows = rowsOf(book, "roadmap");
  if (rows.length === 0 || !hasSchoolYear(book)) {
    return [];
  }
  const { context } = yearOfBook(book);
  const ofSource = sourceContexts(book, context);
  return rows.flatMap((row): Edit[] => {
    const value = isTyped(row, context)
      ? null
      : marksOf(
          row,
          contextOf({ section: textOf(row, "section") }, ofSource(row)),
        );
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
  return phrase.trim() === ""
    ? null
    : spanKeys(barSpans(parseDatePhrase(phrase, context), context)) || null;
}
