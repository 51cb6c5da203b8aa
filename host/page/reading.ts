/** How the page reads typed and pasted text in the book's locale. */
import { toEngine } from "../services/formula-dialect";

const BOOLEANS: Readonly<Record<string, 0 | 1>> = {
  ИСТИНА: 1,
  ЛОЖЬ: 0,
  TRUE: 1,
  FALSE: 0,
};

let bookLocale = "ru_RU";

/** @param locale - Google's name of the book's locale, e.g. `ru_RU`. */
export function setReadingLocale(locale: string): void {
  bookLocale = locale;
}

/** Google's name of the book's locale. */
export function readingLocale(): string {
  return bookLocale;
}

/** Univer's value of yes and no; null for other text. */
export function booleanOf(text: string): 0 | 1 | null {
  return BOOLEANS[text.trim().toUpperCase()] ?? null;
}

/** Yes or no as the book's locale writes it. */
export function booleanText(isTrue: boolean): string {
  if (bookLocale.startsWith("ru")) return isTrue ? "ИСТИНА" : "ЛОЖЬ";
  return isTrue ? "TRUE" : "FALSE";
}

/**
 * A typed formula as the engine computes it; null for other text. What the
 * locale does not understand stays as typed and shows an error.
 */
export function formulaOf(text: string): string | null {
  if (!text.startsWith("=") || text.length < 2) return null;
  return toEngine(text, bookLocale) ?? text;
}
