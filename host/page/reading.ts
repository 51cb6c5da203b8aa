/** How the page reads typed and pasted text in the book's locale. */
import {
  CellValueType,
  type ICellData,
  type Nullable,
} from "@univerjs/presets";
import { PARSE_ERROR, toEngine } from "../services/formula-dialect";

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
 * What a typed formula changes in its cell; null for other text. One that the
 * locale does not understand is an error and keeps its text.
 */
export function formulaIn(text: string): ICellData | null {
  if (!text.startsWith("=") || text.length < 2) return null;
  const f = toEngine(text, bookLocale);
  return f === null
    ? {
        f: null,
        si: null,
        v: PARSE_ERROR,
        t: CellValueType.STRING,
        custom: { formula: text },
      }
    : { f, si: null, custom: null };
}

/** Text of a formula that could not be read; null for other cells. */
export function unreadIn(cell: Nullable<ICellData>): string | null {
  const text: unknown = cell?.custom?.["formula"];
  return typeof text === "string" ? text : null;
}
