/** The school year of the book. */

import { UserError } from "../domain/errors";
import { type Book, setting } from "./book";

/** The first year of the school year, or null when the setting is empty or no year. */
function yearOrNull(book: Book): number | null {
  const year = setting(book, "schoolYear");
  return typeof year === "number" &&
    Number.isInteger(year) &&
    year >= 2000 &&
    year <= 2100
    ? year
    : null;
}

export function hasSchoolYear(book: Book): boolean {
  return yearOrNull(book) !== null;
}

/** @throws UserError `SETTING` when the setting is empty or no year. */
export function schoolYearStart(book: Book): number {
  const year = yearOrNull(book);
  if (year === null) {
    throw new UserError(
      "SETTING",
      "На вкладке «Настройки» не указан учебный год. Впишите в строку «Учебный год (первый год)» число, например 2026.",
    );
  }
  return year;
}

/** «2026/2027». */
export function schoolYearText(book: Book): string {
  const year = schoolYearStart(book);
  return `${year}/${year + 1}`;
}
