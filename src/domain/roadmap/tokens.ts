/** Cuts a normalised date phrase into tokens; every character is accounted for. */

import { readFigures } from "./figures";
import { monthOf } from "./months";
import { readOrdinal } from "./ordinals";
import {
  FILLER_PHRASES,
  THROUGHOUT_PHRASES,
  VAGUE_PHRASES,
} from "./set-phrases";
import { timeLength } from "./time-of-day";
import type { Token, TokenMeaning } from "./token";
import { classifyWord, type FillerMark } from "./words";

const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
};

/** «окт-рь», «дек-ря»: a month shortened in the middle. */
const MONTH_TAIL = /-(?:я?б?р|[аеё]?л)[ьяеюи]м?(?!\p{L})/uy;

const SIGNS: Readonly<Record<string, TokenMeaning>> = {
  "-": { type: "dash" },
  "/": { type: "slash" },
  ",": { type: "comma" },
  ":": { type: "colon" },
  "(": { type: "colon" },
  ";": { type: "semicolon" },
  "\n": { type: "newline" },
  "&": { type: "and" },
};

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
  /(перв|последн)(?:ы|и)(?:е|х|ми)\s(?:числа|числах|дни|днях)(?!\p{L})/uy;

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

const SET_PHRASES: readonly (readonly [readonly RegExp[], TokenMeaning])[] = [
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
  let mark: FillerMark | undefined;
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at);
    if (token?.type === "filler") {
      if (token.mark === "isInclusive") {
        markInclusive(tokens);
      }
      filler = { ...token, at: joins(filler, token) ?? token.at };
      mark = token.mark;
    } else if (token !== null) {
      const next = marked(token, mark);
      tokens.push({ ...next, at: joins(filler, token) ?? token.at });
      filler = null;
      mark = token.type === "newline" ? mark : undefined;
    }
    at = Math.max(token?.end ?? 0, at + 1);
  }
  return tokens;
}

/** A token behind «от», «не» or «самое». */
function marked(token: Token, mark: FillerMark | undefined): Token {
  const { at, end } = token;
  if (mark === "isBound" && /^(?:after|before)$/.test(token.type)) {
    return { type: token.type === "after" ? "notLater" : "from", at, end };
  }
  return mark === "isSince" ? { ...token, isSince: true } : token;
}

/** «до мая включительно»: said of what stands before. */
function markInclusive(tokens: Token[]): void {
  const last = tokens[tokens.length - 1];
  if (last !== undefined) {
    tokens[tokens.length - 1] = { ...last, isInclusive: true };
  }
}

function joins(filler: Token | null, token: Token): number | null {
  return filler !== null && token.at - filler.end === 1 ? filler.at : null;
}

/** «№ 45-о» is the number of a document. */
function numberLength(text: string, at: number): number {
  const number = /№\s?(?:\d[\p{L}\d/-]*)?/uy;
  number.lastIndex = at;
  return number.exec(text)?.[0].length ?? 1;
}

function readToken(text: string, at: number): Token | null {
  const character = text.charAt(at);
  if (/\d/.test(character)) {
    return readTime(text, at) ?? readFigures(text, at);
  }
  if (/\p{L}/u.test(character)) {
    return (
      readTime(text, at) ??
      readSetPhrase(text, at) ??
      readFirstDays(text, at) ??
      readWord(text, at)
    );
  }
  if (character === "№") {
    return { type: "unknown", at, end: at + numberLength(text, at) };
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
