/** Reads what begins with a figure: dates, years, pairs of years, numbers. */

import type { Token, TokenMeaning } from "./token";

type Reader = readonly [
  RegExp,
  (match: RegExpExecArray) => TokenMeaning | null,
];

const num = (text: string | undefined): number => Number(text ?? "");

/** Two-digit years belong to this century: the documents are school papers. */
function fullYear(digits: string | undefined): number {
  return num(digits) < 100 ? 2000 + num(digits) : num(digits);
}

function fullDate(match: RegExpExecArray): TokenMeaning {
  return {
    type: "date",
    day: num(match[1]),
    month: num(match[2]),
    year: fullYear(match[3]),
  };
}

/** «1.IX.2026», «15/XII»; null when the figure is not a month. */
function romanDate(match: RegExpExecArray): TokenMeaning | null {
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
    /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:T[\d:.]+Z?)?(?!\d)/y,
    (match) => ({
      type: "date",
      year: num(match[1]),
      month: num(match[3]),
      day: num(match[4]),
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

/** The date, year or number that stands at `at` of a lower-case text. */
export function readFigures(text: string, at: number): Token {
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
