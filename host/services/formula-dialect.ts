/** Formula text between Google's dialect of a locale and the engine's. */
import { closeRange, openRange } from "./open-ranges";

/** How a locale writes formulas. */
type Dialect = {
  readonly decimal: "," | ".";
  /** Separators that may stand between arguments. */
  readonly separators: readonly string[];
  /** The one getFormula writes. */
  readonly written: ";" | "," | "\\";
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

/** Shown for a formula that Google could not read. */
export const PARSE_ERROR = "#ERROR!";
/** The engine's call for an inline array with something to compute in it … */
export const ARRAY_ROWS = "ARRAY.ROWS";
/** … and for each of its rows. */
export const ARRAY_ROW = "ARRAY.ROW";

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

/** A piece of a formula; ranges and numbers are in the other dialect already. */
type Token = { readonly text: string; readonly isDone: boolean };

function tokensOf(text: string, from: Dialect, to: Dialect): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = continuesWord(text, at) ? "" : text.slice(at);
    const range = (to === ENGINE ? closeRange : openRange)(rest);
    const number = NUMBERS[from.decimal].exec(rest)?.[0];
    if (range !== null) {
      tokens.push({ text: range.text, isDone: true });
      at += range.length;
    } else if (number !== undefined) {
      const translated = number.replace(from.decimal, to.decimal);
      tokens.push({ text: translated, isDone: true });
      at += number.length;
    } else {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text)?.[0] ?? "";
      tokens.push({ text: token, isDone: false });
      at += token.length;
    }
  }
  return tokens;
}

/** Digits after a letter, a digit or `$` belong to a reference such as `A$1`. */
function continuesWord(text: string, at: number): boolean {
  return at > 0 && /[\p{L}\p{N}_$.]/u.test(text[at - 1] ?? "");
}

/** What encloses a token: `{` of constants, `rows` and `row` of anything. */
type Bracket = "(" | "{" | "rows" | "row";

function translate(text: string, from: Dialect, to: Dialect): string | null {
  const tokens = tokensOf(text, from, to);
  const brackets: Bracket[] = [];
  let result = "";
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const inner = brackets[brackets.length - 1];
    const opened = to === ENGINE ? opening(tokens, at) : rebuilt(tokens, at);
    if (opened !== null) {
      brackets.push(...opened.brackets);
      result += opened.text;
      at += opened.skipped;
      continue;
    }
    const written = token.isDone
      ? token.text
      : translateSign(token.text, brackets, inner, from, to);
    if (written === null) return null;
    result += written;
  }
  return brackets.length === 0 ? result : null;
}

type Opened = {
  readonly brackets: readonly Bracket[];
  readonly text: string;
  /** Further tokens that this replaces. */
  readonly skipped: number;
};

/** The engine computes inline arrays of constants only; others are calls. */
function opening(tokens: readonly Token[], at: number): Opened | null {
  const text = tokens[at]?.text;
  if (text === "(") return { brackets: ["("], text, skipped: 0 };
  if (text !== "{") return null;
  return isConstant(tokens, at + 1)
    ? { brackets: ["{"], text, skipped: 0 }
    : {
        brackets: ["rows", "row"],
        text: `${ARRAY_ROWS}(${ARRAY_ROW}(`,
        skipped: 0,
      };
}

/** Whether nothing up to the closing `}` has to be computed. */
function isConstant(tokens: readonly Token[], from: number): boolean {
  for (const { text, isDone } of tokens.slice(from)) {
    if (text === "}") return true;
    const isBoolean = /^(?:TRUE|FALSE|ИСТИНА|ЛОЖЬ)$/i.test(text);
    const isNumber = isDone && /^[\d.]/.test(text);
    const isSign = /^[\s;,\\+-]+$/.test(text);
    if (!isBoolean && !isNumber && !isSign && !text.startsWith('"')) {
      return false;
    }
  }
  return true;
}

/** The calls that stand for an inline array become one again. */
function rebuilt(tokens: readonly Token[], at: number): Opened | null {
  const text = tokens[at]?.text ?? "";
  const isCall = tokens[at + 1]?.text === "(";
  if (text === ARRAY_ROWS && isCall) {
    return { brackets: ["rows"], text: "{", skipped: 1 };
  }
  if (text === ARRAY_ROW && isCall) {
    return { brackets: ["row"], text: "", skipped: 1 };
  }
  if (text !== "(" && text !== "{") return null;
  return { brackets: [text], text, skipped: 0 };
}

/** How a bracket closes in the engine's dialect; null when it closes another. */
function closedForEngine(token: string, brackets: Bracket[]): string | null {
  const last = brackets.pop();
  if (token === ")") return last === "(" ? token : null;
  if (last === "{") return token;
  return last === "row" && brackets.pop() === "rows" ? "))" : null;
}

/** How a bracket closes in Google's dialect, where the engine's calls are braces. */
function closedForGoogle(token: string, brackets: Bracket[]): string | null {
  const last = brackets.pop();
  if (token === "}") return last === "{" ? token : null;
  if (last === "row") return "";
  if (last === "rows") return "}";
  return last === "(" ? token : null;
}

function translateSign(
  token: string,
  brackets: Bracket[],
  inner: Bracket | undefined,
  from: Dialect,
  to: Dialect,
): string | null {
  if (token === '"' || token === "'") return null;
  if (token === ")" || token === "}") {
    return to === ENGINE
      ? closedForEngine(token, brackets)
      : closedForGoogle(token, brackets);
  }
  switch (inner) {
    case "{":
      return inConstants(token, from, to);
    case "row":
      return to === ENGINE
        ? inComputedRow(token, from)
        : outside(token, from, { ...to, written: to.arrayColumn });
    case "rows":
      return token === from.written ? ";" : token;
    default:
      return outside(token, from, to);
  }
}

function inConstants(token: string, from: Dialect, to: Dialect): string | null {
  if (token === from.arrayColumn) return to.arrayColumn;
  if (token === "," || token === "\\") return null;
  return BOOLEANS[token.toUpperCase()] ?? token;
}

function inComputedRow(token: string, from: Dialect): string | null {
  if (token === from.arrayColumn) return ",";
  if (token === ";") return `),${ARRAY_ROW}(`;
  return token === "," || token === "\\" ? null : token;
}

function outside(
  token: string,
  from: Dialect,
  to: Pick<Dialect, "written">,
): string | null {
  if (from.separators.includes(token)) return to.written;
  if (token === "," || token === ";" || token === "\\") return null;
  return BOOLEANS[token.toUpperCase()] ?? token;
}
