/** Formula text between Google's dialect of a locale and the engine's. */

/** How a locale writes formulas. */
type Dialect = {
  readonly decimal: "," | ".";
  /** Separators that may stand between arguments. */
  readonly separators: readonly string[];
  /** The one getFormula writes. */
  readonly written: ";" | ",";
  /** Between columns of an inline array. */
  readonly arrayColumn: "\\" | ",";
};

const COMMA_DECIMAL: Dialect = {
  decimal: ",",
  separators: [";"],
  written: ";",
  arrayColumn: "\\",
};
const POINT_DECIMAL: Dialect = {
  decimal: ".",
  separators: [",", ";"],
  written: ",",
  arrayColumn: ",",
};
const ENGINE: Dialect = {
  decimal: ".",
  separators: [","],
  written: ",",
  arrayColumn: ",",
};

/** Languages whose numbers have a decimal point; the others have a comma. */
const POINT_LANGUAGES = /^(en|ja|zh|ko|th|he|iw|hi)(_|$)/;

const BOOLEANS: Readonly<Record<string, string>> = {
  ИСТИНА: "TRUE",
  ЛОЖЬ: "FALSE",
};

function dialectOf(locale: string): Dialect {
  return POINT_LANGUAGES.test(locale) ? POINT_DECIMAL : COMMA_DECIMAL;
}

/** Decimal mark of a locale such as `ru_RU`. */
export function decimalMark(locale: string): "," | "." {
  return dialectOf(locale).decimal;
}

/**
 * A formula as the engine computes it.
 *
 * @param text - Formula as a person or script writes it, with its `=`.
 * @param locale - Locale of the spreadsheet, e.g. `ru_RU`.
 * @returns Null when Google would answer #ERROR!: a separator of another
 *   locale, an unclosed quote or bracket.
 */
export function toEngine(text: string, locale: string): string | null {
  return translate(text, dialectOf(locale), ENGINE);
}

/**
 * A formula of the engine as getFormula gives it.
 *
 * @param text - Engine formula with its `=`.
 */
export function fromEngine(text: string, locale: string): string {
  return translate(text, ENGINE, dialectOf(locale)) ?? text;
}

/** Text, sheet name, word (also A1 and names), space, any other sign. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$#][\p{L}\p{N}_.$#?]*|\s+|[\s\S]/gu;
const NUMBERS: Readonly<Record<Dialect["decimal"], RegExp>> = {
  ".": /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|^\.\d+(?:[eE][+-]?\d+)?/,
  ",": /^\d+(?:,\d+)?(?:[eE][+-]?\d+)?|^,\d+(?:[eE][+-]?\d+)?/,
};

function translate(text: string, from: Dialect, to: Dialect): string | null {
  const brackets: string[] = [];
  let result = "";
  let at = 0;
  while (at < text.length) {
    const number = NUMBERS[from.decimal].exec(text.slice(at))?.[0];
    if (number !== undefined && !continuesWord(text, at)) {
      result += number.replace(from.decimal, to.decimal);
      at += number.length;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0] ?? "";
    at += token.length;
    const written = translateToken(token, brackets, from, to);
    if (written === null) return null;
    result += written;
  }
  return brackets.length === 0 ? result : null;
}

/** Digits after a letter, a digit or `$` belong to a reference such as `A$1`. */
function continuesWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}_$.]/u.test(text[at - 1] ?? "");
}

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "}": "{" };

function translateToken(
  token: string,
  brackets: string[],
  from: Dialect,
  to: Dialect,
): string | null {
  if (token === '"' || token === "'") return null;
  if (token === "(" || token === "{") {
    brackets.push(token);
    return token;
  }
  const opening = CLOSING[token];
  if (opening !== undefined) return brackets.pop() === opening ? token : null;
  return brackets[brackets.length - 1] === "{"
    ? translateInArray(token, from, to)
    : translateOutside(token, from, to);
}

function translateInArray(
  token: string,
  from: Dialect,
  to: Dialect,
): string | null {
  if (token === from.arrayColumn) return to.arrayColumn;
  return token === "," || token === "\\" ? null : token;
}

function translateOutside(
  token: string,
  from: Dialect,
  to: Dialect,
): string | null {
  if (from.separators.includes(token)) return to.written;
  if (token === "," || token === ";" || token === "\\") return null;
  return BOOLEANS[token.toUpperCase()] ?? token;
}
