/** Delimited text as one tab. */
import { unguarded } from "./csv-text";
import { decodeText } from "./decode-text";
import { emptyTab, type FileBook, type FileCell } from "./file-book";
import { LIMITS, UploadError } from "./limits";

const DELIMITERS = ["\t", ";", "|", ","] as const;
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 50;

/**
 * Text between quotes keeps delimiters and line breaks; a doubled quote is one.
 * A quote inside a field that has not begun with one is a plain character.
 */
export function readRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field =
      text[at] === '"'
        ? quotedField(text, at, delimiter)
        : plainField(text, at, delimiter);
    row.push(field.value);
    at = field.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text.startsWith("\r\n", at) ? 2 : 1;
    if (at === text.length) break;
  }
  return rows;
}

type Field = { readonly value: string; readonly end: number };

function plainField(text: string, from: number, delimiter: string): Field {
  let end = from;
  while (
    end < text.length &&
    text[end] !== delimiter &&
    text[end] !== "\n" &&
    text[end] !== "\r"
  ) {
    end += 1;
  }
  return { value: text.slice(from, end), end };
}

function quotedField(text: string, from: number, delimiter: string): Field {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1)
      return { value: value + text.slice(at), end: text.length };
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainField(text, quote + 1, delimiter);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    at = quote + 2;
  }
}

/**
 * The delimiter that cuts the first lines into the most equal pieces; of two,
 * the one that people do not write inside a text.
 */
export function guessDelimiter(text: string): string {
  const sample = text.split("\n", SAMPLE_LINES).join("\n");
  let best: string = ",";
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const widths = readRows(sample, delimiter)
      .filter((row) => row.length > 1 || row[0] !== "")
      .map((row) => row.length);
    const first = widths[0] ?? 1;
    const same = widths.filter((width) => width === first).length;
    const score = first === 1 ? 0 : (same / widths.length) * 100 + first;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Codes, phone numbers and long numbers would lose digits as numbers. */
const KEPT_AS_TEXT = /^(?:0\d+|[+]|-(?!\d)|[-+]?\d{16,}$)/;

function cellOf(text: string, row: number, column: number): FileCell {
  if (text.length > 1 && text.startsWith("=")) {
    return { row, column, value: text, formula: text, typed: true };
  }
  if (text.startsWith("'")) return { row, column, value: unguarded(text) };
  return KEPT_AS_TEXT.test(text.trim())
    ? { row, column, value: text }
    : { row, column, value: text, typed: true };
}

/**
 * @param title - Of the only tab.
 * @throws UploadError when there is nothing in the file.
 */
export function readCsv(bytes: Uint8Array, title: string): FileBook {
  const text = decodeText(bytes).replace(/^\uFEFF/, "");
  const rows = readRows(text, guessDelimiter(text));
  const problems: string[] = [];
  const cells = rows.flatMap((row, rowIndex) =>
    row.flatMap((value, column) => {
      if (value === "") return [];
      if (value.length > LIMITS.cellCharacters) {
        problems.push(
          `Строка ${rowIndex + 1}: текст обрезан до 50 000 знаков, больше ячейка не вмещает.`,
        );
      }
      return [cellOf(value.slice(0, LIMITS.cellCharacters), rowIndex, column)];
    }),
  );
  if (cells.length === 0) throw new UploadError("В файле нет данных.");
  return {
    kind: "csv",
    tabs: [{ ...emptyTab(title), cells }],
    names: [],
    styles: [],
    problems,
  };
}
