/** Reads one cell as its column means it; what does not fit becomes a problem. */
import { russianDate } from "../domain/language/dates";
import { headerKey } from "./header";
import type { CellValue, Column } from "./table";

/** A cell as the adapter reads it; dates are tagged so that text stays text. */
export type RawCell = string | number | boolean | { readonly date: string };

export type ParsedCell = {
  readonly value: CellValue;
  readonly problem?: string;
};

/** Longest piece of a bad cell quoted in a message. */
const QUOTED_LENGTH = 40;

/** Start of a bad cell, for messages. */
export function quote(cell: RawCell): string {
  const text = typeof cell === "object" ? cell.date : String(cell);
  return text.length > QUOTED_LENGTH
    ? `${text.slice(0, QUOTED_LENGTH)}…`
    : text;
}

export function parseCell(column: Column, cell: RawCell): ParsedCell {
  if (cell === "") {
    return { value: null };
  }
  switch (column.kind) {
    case "integer":
    case "number":
      return parseNumber(column, cell);
    case "date":
      return parseDate(cell);
    case "yesno":
      return parseYesNo(cell);
    case "choice":
      return {
        value: fold(
          typeof cell === "object" ? cell.date : String(cell),
          column.choices,
        ),
      };
    case "any":
    case "formula":
      return { value: typeof cell === "object" ? cell.date : cell };
    default:
      return {
        value: typeof cell === "object" ? russianDate(cell.date) : String(cell),
      };
  }
}

/** «Получено » is the choice «получено»; anything else stays as written. */
function fold(text: string, choices: readonly string[] | undefined): string {
  const trimmed = text.trim();
  const key = headerKey(trimmed);
  return choices?.find((choice) => headerKey(choice) === key) ?? trimmed;
}

function parseNumber(column: Column, cell: RawCell): ParsedCell {
  const number =
    typeof cell === "number"
      ? cell
      : typeof cell === "string" && /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(cell)
        ? Number(cell.trim().replace(",", "."))
        : Number.NaN;
  if (!Number.isFinite(number)) {
    return {
      value: null,
      problem: `Здесь нужно число, а стоит «${quote(cell)}». Исправьте ячейку: пока она считается пустой.`,
    };
  }
  if (column.kind === "integer" && !Number.isInteger(number)) {
    return {
      value: null,
      problem: `Здесь нужно целое число, а стоит «${quote(cell)}». Исправьте ячейку: пока она считается пустой.`,
    };
  }
  return { value: number };
}

function parseDate(cell: RawCell): ParsedCell {
  if (typeof cell === "object") {
    return { value: cell.date };
  }
  const match =
    typeof cell === "string"
      ? /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})\s*(?:г\.?)?\s*$/.exec(cell)
      : null;
  const iso =
    match === null
      ? String(cell).trim()
      : `${match[3]}-${match[2]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}`;
  return isIsoDate(iso)
    ? { value: iso }
    : {
        value: null,
        problem: `Здесь нужна дата вида 05.09.2026, а стоит «${quote(cell)}». Исправьте ячейку: пока она считается пустой.`,
      };
}

/** A day that exists, written YYYY-MM-DD. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) {
    return false;
  }
  const date = new Date(
    Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])),
  );
  return date.toISOString().slice(0, 10) === text;
}

function parseYesNo(cell: RawCell): ParsedCell {
  const text = headerKey(String(cell));
  if (cell === true || text === "да" || text === "true" || text === "истина") {
    return { value: true };
  }
  if (cell === false || text === "нет" || text === "false" || text === "ложь") {
    return { value: false };
  }
  return {
    value: null,
    problem: `Здесь нужно «да» или «нет», а стоит «${quote(cell)}». Исправьте ячейку: пока она считается пустой.`,
  };
}
