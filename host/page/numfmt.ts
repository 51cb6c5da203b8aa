/** The number format library as the page's Univer sees it: typed text is read as Google Sheets reads it in the book's locale. */
import { parseInput } from "../services/input-parser";
import { readingLocale } from "./reading";

// The build puts this module in the place of the library it wraps.
export * from "numfmt";

/** Whatever is read as a number has one. */
const HAS_DIGIT = /\d/;

type Reading = { readonly v: number; readonly z?: string };

/**
 * Reads a number, day, moment, share or sum of money. Stands for all of the
 * library's readers, which Univer asks one after another.
 *
 * @returns Value and format for a cell without one; null for anything else.
 */
export function parseDate(text: string): Reading | null {
  // Univer asks about every text it draws.
  if (!HAS_DIGIT.test(text)) return null;
  const year = new Date().getFullYear();
  const parsed = parseInput(String(text), readingLocale(), year);
  if (parsed.kind !== "number") return null;
  return parsed.pattern === null
    ? { v: parsed.value }
    : { v: parsed.value, z: parsed.pattern };
}

export function parseTime(): null {
  return null;
}

export function parseNumber(): null {
  return null;
}

export function parseValue(text: string): Reading | null {
  return parseDate(text);
}
