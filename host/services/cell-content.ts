/** What a value becomes inside a cell: type, text, format. */
import type { ICellData } from "@univerjs/core";
import type { Book } from "./book";
import { PARSE_ERROR, toEngine } from "./formula-dialect";
import { parseInput } from "./input-parser";
import {
  defaultDatePattern,
  displayText,
  isTextPattern,
} from "./number-format";
import { ServiceError } from "./service-object";
import { univerModules } from "./univer";
import { serialOf, wallClockOf } from "./zone-time";

const { CellValueType } = univerModules.core;
/** Google's limit for one cell. */
const MAX_CELL_CHARACTERS = 50_000;
/** A string that no rule of typing may change. */
export type ExactText = { readonly text: string };

/** The change that puts a value into a cell of this number format. */
export function cellFor(
  book: Book,
  value: unknown,
  pattern: string,
): ICellData {
  if (value === null || value === undefined || value === "") return { v: null };
  if (isTextPattern(pattern)) return textCell(asText(book, value));
  switch (typeof value) {
    case "string":
      return typedCell(book, value, pattern);
    case "number":
      return Number.isFinite(value)
        ? { v: value, t: CellValueType.NUMBER }
        : textCell("#NUM!");
    case "boolean":
      return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    default:
      if (isExactText(value)) return textCell(value.text);
      if (value instanceof Date) return dateCell(book, value, pattern);
      throw new ServiceError(
        `A cell takes text, numbers, dates and booleans, not ${Object.prototype.toString.call(value)}`,
      );
  }
}

function isExactText(value: unknown): value is ExactText {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string"
  );
}

function asText(book: Book, value: unknown): string {
  if (typeof value === "string") return value;
  if (isExactText(value)) return value.text;
  const { locale, timeZone } = book.facts();
  if (value instanceof Date) {
    const withTime = hasTime(value, timeZone);
    const serial = serialOf(value, timeZone);
    return displayText(serial, defaultDatePattern(locale, withTime), locale);
  }
  return displayText(value as number | boolean, "General", locale);
}

/** Text that looks like something else is marked, so that editing keeps it. */
export function textCell(text: string): ICellData {
  if (text === "") return { v: null };
  if (text.length > MAX_CELL_CHARACTERS) {
    throw new ServiceError(
      `Your input contains more than the maximum of ${MAX_CELL_CHARACTERS} characters in a single cell.`,
    );
  }
  const looksLikeMore = /^['=+]|^\s*[-\d.,]|^(true|false|истина|ложь)$/i;
  const t = looksLikeMore.test(text)
    ? CellValueType.FORCE_STRING
    : CellValueType.STRING;
  return { v: text, t };
}

function hasTime(moment: Date, timeZone: string): boolean {
  const { hour, minute, second, millisecond } = wallClockOf(moment, timeZone);
  return hour + minute + second + millisecond > 0;
}

function dateCell(book: Book, moment: Date, pattern: string): ICellData {
  if (Number.isNaN(moment.getTime())) return textCell("Invalid Date");
  const { locale, timeZone } = book.facts();
  const cell: ICellData = {
    v: serialOf(moment, timeZone),
    t: CellValueType.NUMBER,
  };
  return pattern === "General"
    ? withPattern(cell, defaultDatePattern(locale, hasTime(moment, timeZone)))
    : cell;
}

function withPattern(cell: ICellData, pattern: string): ICellData {
  return { ...cell, s: { n: { pattern } } };
}

function typedCell(book: Book, text: string, pattern: string): ICellData {
  const { locale, timeZone } = book.facts();
  const { year } = wallClockOf(book.now(), timeZone);
  const parsed = parseInput(text, locale, year);
  switch (parsed.kind) {
    case "formula":
      return formulaCell(book, parsed.text);
    case "boolean":
      return { v: parsed.value ? 1 : 0, t: CellValueType.BOOLEAN };
    case "number": {
      const cell = { v: parsed.value, t: CellValueType.NUMBER };
      return parsed.pattern !== null && pattern === "General"
        ? withPattern(cell, parsed.pattern)
        : cell;
    }
    default:
      return textCell(parsed.text);
  }
}

/**
 * @param text - Formula in the book's dialect, with or without `=`; "" clears.
 */
export function formulaCell(book: Book, text: string): ICellData {
  if (text === "") return { v: null };
  const formula = text.startsWith("=") ? text : `=${text}`;
  const engineText = toEngine(formula, book.facts().locale);
  return engineText === null
    ? { v: PARSE_ERROR, t: CellValueType.STRING, custom: { formula } }
    : { v: null, f: engineText };
}
