/** What a spreadsheet makes of typed text: number, date, yes/no, formula or just text. */
import { decimalMark } from "./formula-dialect";
import { defaultDatePattern } from "./number-format";
import { serialFromParts } from "./zone-time";

export type Parsed =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "formula"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `pattern` is the format a cell without one gets. */
  | {
      readonly kind: "number";
      readonly value: number;
      readonly pattern: string | null;
    };

type Reading = Extract<Parsed, { kind: "number" }> | null;

const BOOLEANS: Readonly<Record<string, boolean>> = {
  TRUE: true,
  FALSE: false,
  ИСТИНА: true,
  ЛОЖЬ: false,
};

/** Month names as dates write them, and their short forms. */
const MONTHS: readonly RegExp[] = [
  /^янв(арь|аря)?$/,
  /^фев(р|раль|раля)?$/,
  /^мар(т|та)?$/,
  /^апр(ель|еля)?$/,
  /^ма[йя]$/,
  /^июн[ья]?$/,
  /^июл[ья]?$/,
  /^авг(уст|уста)?$/,
  /^сен(т|тябрь|тября)?$/,
  /^окт(ябрь|ября)?$/,
  /^ноя(б|брь|бря)?$/,
  /^дек(абрь|абря)?$/,
];

/**
 * @param text - As typed or given to setValue.
 * @param locale - Spreadsheet locale, e.g. `ru_RU`.
 * @param year - The year now, for dates without one.
 */
export function parseInput(text: string, locale: string, year: number): Parsed {
  if (text.startsWith("'")) return { kind: "text", text: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", text };
  const trimmed = text.replace(/[\u00a0\u202f]/g, " ").trim();
  if (trimmed === "") return { kind: "text", text };
  const boolean = BOOLEANS[trimmed.toUpperCase()];
  if (boolean !== undefined) return { kind: "boolean", value: boolean };
  const reading =
    readNumber(trimmed, locale) ??
    readMoment(trimmed, locale, year) ??
    readTime(trimmed);
  if (reading !== null) return reading;
  // Google takes a leading plus for the start of a formula.
  if (text.startsWith("+") && text.length > 1) {
    return { kind: "formula", text: `=${text}` };
  }
  return { kind: "text", text };
}

function readNumber(text: string, locale: string): Reading {
  const mark = decimalMark(locale);
  const group = mark === "," ? " " : ",";
  const match = new RegExp(
    `^([+-]?)(\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:\\${mark}(\\d+))?(?:[eE]([+-]?\\d+))?\\s?(%|₽)?$`,
  ).exec(text);
  if (match === null) return null;
  const [, sign = "", whole, fraction, power, unit] = match;
  if (whole === undefined && fraction === undefined) return null;
  const digits = (whole ?? "0").replaceAll(group, "");
  const value = Number(`${sign}${digits}.${fraction ?? "0"}e${power ?? "0"}`);
  if (!Number.isFinite(value)) return null;
  if (unit === "%") {
    const pattern = fraction === undefined ? "0%" : "0.00%";
    return { kind: "number", value: value / 100, pattern };
  }
  const pattern = unit === "₽" ? '#,##0.00" ₽"' : null;
  return { kind: "number", value, pattern };
}

/** Order of day and month in dates with points, slashes or dashes. */
function isMonthFirst(locale: string): boolean {
  return locale.startsWith("en_US");
}

function readMoment(text: string, locale: string, thisYear: number): Reading {
  const [, dayText = "", timeText] =
    /^(.+?)(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  const day = readDay(dayText, locale, thisYear);
  if (day === null) return null;
  const time = timeText === undefined ? 0 : timeOfDay(timeText);
  if (time === null) return null;
  return {
    kind: "number",
    value: day + time,
    pattern: defaultDatePattern(locale, timeText !== undefined),
  };
}

function readDay(
  text: string,
  locale: string,
  thisYear: number,
): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return serialDay(iso[1], iso[2], iso[3]);
  const plain = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?$/.exec(text);
  if (plain !== null) {
    const [, first, , second, year] = plain;
    const [day, month] = isMonthFirst(locale)
      ? [second, first]
      : [first, second];
    return serialDay(fullYear(year, thisYear), month, day);
  }
  const words = /^(\d{1,2}) ([а-яё]+)\.?(?: (\d{4})(?: г\.?)?)?$/i.exec(text);
  if (words === null) return null;
  const [, day, name = "", year] = words;
  const month = MONTHS.findIndex((form) => form.test(name.toLowerCase()));
  if (month < 0) return null;
  return serialDay(fullYear(year, thisYear), month + 1, day);
}

function fullYear(year: string | undefined, thisYear: number): number {
  if (year === undefined) return thisYear;
  if (year.length === 4) return Number(year);
  return Number(year) + (Number(year) < 30 ? 2000 : 1900);
}

/** Null when there is no such day. */
function serialDay(
  yearText: string | number | undefined,
  monthText: string | number | undefined,
  dayText: string | number | undefined,
): number | null {
  const [year, month, day] = [yearText, monthText, dayText].map(Number);
  if (year === undefined || month === undefined || day === undefined) {
    return null;
  }
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? serialFromParts({ year, month, day }) : null;
}

function timeOfDay(text: string): number | null {
  const [hour = 0, minute = 0, second = 0] = text.split(":").map(Number);
  if (hour > 23 || minute > 59 || second > 59) return null;
  return (hour * 3600 + minute * 60 + second) / 86_400;
}

function readTime(text: string): Reading {
  if (!/^\d{1,2}:\d{2}(:\d{2})?$/.test(text)) return null;
  const value = timeOfDay(text);
  return value === null ? null : { kind: "number", value, pattern: "h:mm:ss" };
}
