/** Number formats: which ones mean text or a date, and how a value is shown. */
import { decimalMark } from "./formula-dialect";
import { univerModules } from "./univer";

const { numfmt } = univerModules.core;

/** Quoted text, escaped signs, colours and conditions in brackets. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;

/** Whether cells of this format keep every string exactly. */
export function isTextPattern(pattern: string): boolean {
  return pattern.trim() === "@";
}

const DATE_PATTERNS = new Map<string, boolean>();

/** Whether getValue gives a Date for a number in this format. */
export function isDatePattern(pattern: string): boolean {
  const known = DATE_PATTERNS.get(pattern);
  if (known !== undefined) return known;
  const first = (pattern.split(";")[0] ?? "").replace(LITERALS, "");
  const isDate =
    /[ymdhs]/i.test(first) &&
    !/^general$/i.test(first.trim()) &&
    !/[0#?]/.test(first.replace(/s\.0+/gi, "s"));
  DATE_PATTERNS.set(pattern, isDate);
  return isDate;
}

/** Google's names of formats → the engine's pattern. */
export function enginePattern(pattern: string): string {
  return /^(general|automatic)?$/i.test(pattern) ? "General" : pattern;
}

/** Default format of a day, or of a moment with a time, in a locale. */
export function defaultDatePattern(locale: string, withTime: boolean): string {
  const day = locale.startsWith("en_US") ? "m/d/yyyy" : "dd.mm.yyyy";
  return withTime ? `${day} h:mm:ss` : day;
}

/**
 * A value as the cell shows it.
 *
 * @param value - Cell value; dates are serial days.
 * @param pattern - Number format, `General` when none.
 * @param locale - Spreadsheet locale, e.g. `ru_RU`.
 */
export function displayText(
  value: string | number | boolean | null | undefined,
  pattern: string,
  locale: string,
): string {
  if (value === null || value === undefined) return "";
  const russian = locale.startsWith("ru");
  if (typeof value === "boolean") {
    if (russian) return value ? "ИСТИНА" : "ЛОЖЬ";
    return value ? "TRUE" : "FALSE";
  }
  const shown = enginePattern(pattern);
  if (typeof value === "number" && shown === "General") {
    return plainNumber(value, locale);
  }
  // Only a section with @ beside other signs changes a text.
  const isAsItIs =
    typeof value === "string" && (shown === "@" || !shown.includes("@"));
  return isAsItIs ? value : formatted(value, shown, locale);
}

function formatted(
  value: string | number,
  pattern: string,
  locale: string,
): string {
  try {
    return numfmt.format(pattern, value, {
      locale: locale.replace("_", "-"),
      throws: true,
    });
  } catch {
    // A format the library cannot read: the bare value is still true.
    return typeof value === "number" ? plainNumber(value, locale) : value;
  }
}

/** Ten digits, more for whole numbers up to 15; beyond, a power of ten. */
function plainNumber(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size !== 0 && size < 1e-4)) {
    return numfmt.format("General", value, {
      locale: locale.replace("_", "-"),
    });
  }
  const whole = Math.trunc(size);
  const digits = whole === 0 ? 0 : String(whole).length;
  const text = String(Number(value.toFixed(Math.max(0, 10 - digits))));
  return text.replace(".", decimalMark(locale));
}
