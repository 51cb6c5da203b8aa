/** Lines to be filled in by hand where the book does not know the answer. */
import { formatDateRu, formatDateShort } from "../language/dates";

export const BLANK_LINE = "____________________";
export const BLANK_NUMBER = "________";
export const BLANK_DATE = "«____» ______________ 20___ г.";
export const BLANK_SHORT_DATE = "___.___.20___";

/**
 * «1 сентября 2026 г.» or a line to write it on. The space before «г.» does not
 * break: a line must not begin with «г.».
 */
export function longDate(iso: string | null): string {
  const date = iso === null ? BLANK_DATE : formatDateRu(iso);
  return date.replace(/ г\.$/, "\u00A0г.");
}

/** «01.09.2026» or a line to write it on. */
export function shortDate(iso: string | null): string {
  return iso === null ? BLANK_SHORT_DATE : formatDateShort(iso);
}

/** The text, or a line to write it on when there is none. */
export function orBlank(text: string, blank = BLANK_LINE): string {
  return text.trim() === "" ? blank : text.trim();
}
