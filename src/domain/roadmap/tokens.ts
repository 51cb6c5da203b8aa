/** Cuts a normalised date phrase into tokens; every character is accounted for. */

import { monthOf } from "./months";
import { readOrdinal } from "./ordinals";
import {
  FILLER_PHRASES,
  THROUGHOUT_PHRASES,
  VAGUE_PHRASES,
} from "./set-phrases";
import { timeLength } from "./time-of-day";
import { classifyWord, type WordToken } from "./words";

type Meaning =
  | WordToken
  | {
      readonly type: "date";
      readonly day: number;
      readonly month: number;
      readonly year: number;
    }
  | { readonly type: "daymonth"; readonly day: number; readonly month: number }
  | {
      readonly type: "monthyear";
      readonly month: number;
      readonly year: number;
    }
  | { readonly type: "yearpair"; readonly from: number; readonly to: number }
  | { readonly type: "year"; readonly year: number }
  | {
      readonly type: "number";
      readonly value: number;
      readonly digits: number;
      /** Written with an ending («1-я») or in Roman figures. */
      readonly ordinal: boolean;
    }
  /** Vague: «по плану», which says nothing next to a date. */
  | { readonly type: "throughout"; readonly vague: boolean }
  | { readonly type: "dash" }
  | { readonly type: "slash" }
  | { readonly type: "comma" }
  | { readonly type: "colon" }
  | { readonly type: "semicolon" }
  | { readonly type: "newline" }
  | { readonly type: "unknown" };

/** A meaning with the place it was read from, in characters. */
export type Token = Meaning & { readonly at: number; readonly end: number };

type Reader = readonly [RegExp, (match: RegExpExecArray) => Meaning | null];

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
};

/** «окт-рь», «дек-ря»: a month shortened in the middle. */
const MONTH_TAIL = /-(?:я?б?р|[аеё]?л)[ьяеюи]м?(?!\p{L})/uy;

const SIGNS: Readonly<Record<string, Meaning>> = {
  "-": { type: "dash" },
  "/": { type: "slash" },
  ",": { type: "comma" },
  ":": { type: "colon" },
  "(": { type: "colon" },
  ";": { type: "semicolon" },
  "\n": { type: "newline" },
  "&": { type: "and" },
};

const num = (text: string | undefined): number => Number(text ?? "");

/** Two-digit years belong to this century: the documents are school papers. */
function fullYear(digits: string | undefined): number {
  return num(digits) < 100 ? 2000 + num(digits) : num(digits);
}

function fullDate(match: RegExpExecArray): Meaning {
  return {
    type: "date",
    day: num(match[1]),
    month: num(match[2]),
    year: fullYear(match[3]),
  };
}

/** «1.IX.2026», «15/XII»; null when the figure is not a month. */
function romanDate(match: RegExpExecArray): Meaning | null {
  const figure = (match[2] ?? "").replace(/і/g, "i").replace(/х/g, "x");
  const month = ROMAN_MONTHS.indexOf(figure) + 1;
  const day = num(match[1]);
  if (month === 0) {
    return null;
  }
  return match[3] === undefined
    ? { type: "daymonth", day, month }
    : { type: "date", day, month, year: fullYear(match[3]) };
}

const ROMAN_MONTHS = "i ii iii iv v vi vii viii ix x xi xii".split(" ");

const READERS: readonly Reader[] = [
  [
    /(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?(?!\d)/y,
    (match) => ({
      type: "date",
      year: num(match[1]),
      month: num(match[2]),
      day: num(match[3]),
    }),
  ],
  [/(\d{1,2})\s?\.\s?(\d{1,2})\s?\.\s?(\d{4}|\d{2})(?!\d|\.\d)/y, fullDate],
  [/(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/y, fullDate],
  [
    /(\d{1,2})\s?[./-]\s?([ivxіхv]{1,4})\s?[./-]\s?(\d{4}|\d{2})(?!\d)/y,
    (match) => romanDate(match),
  ],
  [
    /(\d{1,2})\s?[./]\s?([ivxіхv]{1,4})(?!\p{L})/uy,
    (match) => romanDate(match),
  ],
  [/(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)/y, fullDate],
  [
    /(\d{1,2})\s?\.\s?(\d{1,2})(?!\d|\s?\.\s?\d)/y,
    (match) => ({ type: "daymonth", day: num(match[1]), month: num(match[2]) }),
  ],
  [
    /((?:19|20)\d{2})\s?\/\s?((?:19|20)\d{2}|\d{2})(?![\d/])/y,
    (match) => ({
      type: "yearpair",
      from: num(match[1]),
      to: fullYear(match[2]),
    }),
  ],
  [
    /(?<![\p{L}\d][.,/]?)(\d{1,2})[./]((?:19|20)\d{2})(?!\d)/uy,
    (match) => {
      const month = num(match[1]);
      return month >= 1 && month <= 12
        ? { type: "monthyear", month, year: num(match[2]) }
        : null;
    },
  ],
  [
    // Not the tail of a date that could not be read.
    /(?<!(?<!\d)\d{1,2}[.,/])((?:19|20)\d{2})(?!\d)/y,
    (match) => ({ type: "year", year: num(match[1]) }),
  ],
  [
    /(\d{1,2})(-?(?:ая|ый|ой|ого|ому|ое|ом|ую|ей|го|му|я|й|е|ю|м|ух|ех|х|ти|ми)(?!\p{L}))?(?!\d)/uy,
    (match) => ({
      type: "number",
      value: num(match[1]),
      digits: (match[1] ?? "").length,
      // «2-х», «5-ти» count.
      ordinal: match[2] !== undefined && !/[хи]$/.test(match[2]),
    }),
  ],
  [/\d+/y, () => ({ type: "unknown" })],
];

function readWord(text: string, at: number): Token {
  const word = /\p{L}+/uy;
  word.lastIndex = at;
  const found = word.exec(text)?.[0] ?? "";
  const end = at + found.length;
  const roman = ROMAN[found.replace(/і/g, "i")];
  if (roman !== undefined) {
    const ending = /-(?:ая|ый|ой|ого|ое|ом|ую|я|й|е|ю|м)(?!\p{L})/uy;
    ending.lastIndex = end;
    const tail = ending.exec(text)?.[0] ?? "";
    const value = { type: "number", value: roman, digits: 1 } as const;
    return { ...value, ordinal: true, at, end: end + tail.length };
  }
  const month = monthOf(found);
  if (month !== null) {
    MONTH_TAIL.lastIndex = end;
    const tail = MONTH_TAIL.exec(text)?.[0] ?? "";
    return { type: "month", month, at, end: end + tail.length };
  }
  const ordinal = readOrdinal(text, at);
  if (ordinal !== null) {
    const value = { type: "number", value: ordinal.value, digits: 1 } as const;
    return { ...value, ordinal: true, at, end: at + ordinal.length };
  }
  return { ...(classifyWord(found) ?? { type: "unknown" }), at, end };
}

const FIRST_DAYS =
  /(перв|последн)(?:ые|ых|ими)\s(?:числа|числах|дни|днях)(?!\p{L})/uy;

/** «в первых числах» is the beginning of a month, not its first day. */
function readFirstDays(text: string, at: number): Token | null {
  FIRST_DAYS.lastIndex = at;
  const match = FIRST_DAYS.exec(text);
  if (match === null) {
    return null;
  }
  const part = match[1] === "перв" ? "start" : "end";
  return { type: "part", part, point: false, at, end: at + match[0].length };
}

/** The time of day says nothing about the days. */
function readTime(text: string, at: number): Token | null {
  const length = timeLength(text, at);
  return length === 0 ? null : { type: "filler", at, end: at + length };
}

function readNumber(text: string, at: number): Token {
  for (const [pattern, meaning] of READERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const found = match === null ? null : meaning(match);
    if (match !== null && found !== null) {
      return { ...found, at, end: at + match[0].length };
    }
  }
  return { type: "unknown", at, end: at + 1 };
}

const SET_PHRASES: readonly (readonly [readonly RegExp[], Meaning])[] = [
  [THROUGHOUT_PHRASES, { type: "throughout", vague: false }],
  [VAGUE_PHRASES, { type: "throughout", vague: true }],
  [FILLER_PHRASES, { type: "filler" }],
];

function readSetPhrase(text: string, at: number): Token | null {
  for (const [patterns, meaning] of SET_PHRASES) {
    for (const pattern of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0].trimEnd();
      if (found !== undefined) {
        return { ...meaning, at, end: at + found.length };
      }
    }
  }
  return null;
}

/**
 * Tokens of a phrase that went through `datePhraseText`. Fillers, full stops,
 * brackets and quotes are left out.
 */
export function tokenize(phrase: string): readonly Token[] {
  const text = lower(phrase);
  const tokens: Token[] = [];
  // A filler right before a token is shown with it: «в течение», «на конец».
  let filler: Token | null = null;
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at);
    if (token?.type === "filler") {
      filler = { ...token, at: joins(filler, token) ?? token.at };
    } else if (token !== null) {
      tokens.push({ ...token, at: joins(filler, token) ?? token.at });
      filler = null;
    }
    at = Math.max(token?.end ?? 0, at + 1);
  }
  return tokens;
}

function joins(filler: Token | null, token: Token): number | null {
  return filler !== null && token.at - filler.end === 1 ? filler.at : null;
}

function readToken(text: string, at: number): Token | null {
  const character = text.charAt(at);
  if (/\d/.test(character)) {
    return readTime(text, at) ?? readNumber(text, at);
  }
  if (/\p{L}/u.test(character)) {
    return (
      readTime(text, at) ??
      readSetPhrase(text, at) ??
      readFirstDays(text, at) ??
      readWord(text, at)
    );
  }
  const sign = SIGNS[character];
  return sign === undefined ? null : { ...sign, at, end: at + 1 };
}

/** Lower case with «е» for «ё», keeping every character in its place. */
function lower(text: string): string {
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  })
    .join("")
    .replace(/ё/g, "е");
}
