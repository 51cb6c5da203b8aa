/** What a book gives its formulas: the time, and how its locale reads and writes numbers. */
import type { FormulaSurroundings } from "./function-tools";
import { parseInput } from "./input-parser";
import {
  defaultDatePattern,
  displayText,
  isDatePattern,
} from "./number-format";

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/**
 * @param locale - Locale of the book now, e.g. `ru_RU`.
 * @param serialNow - Serial days now in the book's time zone.
 */
export function formulaSurroundings(
  locale: () => string,
  serialNow: () => number,
): FormulaSurroundings {
  return {
    serialNow,
    datePattern: (withTime) => defaultDatePattern(locale(), withTime),
    read(text) {
      // Most texts are words; numbers and days have a digit.
      if (!/\d/.test(text)) return null;
      const year = new Date(EPOCH_MS + serialNow() * DAY_MS).getUTCFullYear();
      const parsed = parseInput(text, locale(), year);
      return parsed.kind === "number" ? parsed : null;
    },
    show: (value, pattern) => displayText(value, pattern, locale()),
    isDate: isDatePattern,
  };
}
