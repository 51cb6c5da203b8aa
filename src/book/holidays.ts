/** Holidays of the school, for shading: usual ones until the book has settings of its own. */
import type { TermDates } from "../domain/roadmap/interval";
import { usualTerms } from "../domain/roadmap/terms";
import type { Book } from "./book";

/** Between the terms and in summer, `MM-DD`; the same every year. */
export function holidaysOf(_book: Book): readonly TermDates[] {
  return usualTerms("holidays", {
    schoolYear: 2026,
    yearStart: "09-01",
    yearEnd: "05-31",
  });
}
