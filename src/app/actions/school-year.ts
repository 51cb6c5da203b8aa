/** The school year of the book. */
import { type Book, setting } from "../../book/book";
import { UserError } from "../../domain/errors";

/** @throws UserError `SETTING` when the setting is empty or no year. */
export function schoolYearStart(book: Book): number {
  const year = setting(book, "schoolYear");
  if (
    typeof year !== "number" ||
    !Number.isInteger(year) ||
    year < 2000 ||
    year > 2100
  ) {
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
