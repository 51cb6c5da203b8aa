/** Reads the year, or the list of years, written after an expression. */

import type { Core } from "./core";
import type { Token } from "./token";

/** Years that belong to an expression, as written. */
export type Years = {
  /** In the order written, without repetitions; empty if none is written. */
  readonly list: readonly number[];
  /** Whether they are school years, each given by its first calendar year. */
  readonly school: boolean;
  /** Whether the year is two figures without «г.»: «октябрь 26». */
  readonly short?: boolean;
  /** Years written twice. */
  readonly repeated: readonly number[];
  /** Whether «2024–2026» was written after something shorter than a year. */
  readonly stretched: boolean;
};

/** Years and the index of the token after them. */
export type YearsRead = { readonly years: Years; readonly next: number };

/** Nobody plans further: keeps a misprint from making hundreds of intervals. */
const MAX_YEARS = 20;

/** Two figures after a month are a year from 2020 on. */
const FIRST_SHORT_YEAR = 20;

/** No year written. */
export const NO_YEARS: Years = {
  list: [],
  school: false,
  repeated: [],
  stretched: false,
};

/** Exactly one calendar year. */
export function oneYear(year: number): Years {
  return { ...NO_YEARS, list: [year] };
}

/** An expression, its years as written, and the index of the next token. */
export type Expression = {
  readonly core: Core;
  readonly years: Years;
  readonly next: number;
  /** «конец года» without «учебного»: read as the school year, to be checked. */
  readonly doubtful?: boolean;
  /** The end of several ranges joined by dashes. */
  readonly chained?: boolean;
  /** Day of the week written beside a day, Monday 1. */
  readonly weekday?: number;
};

/** An expression with the years written at `at`. */
export function withYears(
  tokens: readonly Token[],
  at: number,
  core: Core,
): Expression {
  return { core, ...readYears(tokens, at) };
}

/** «2026-2027» beside «2028-2029 уч. гг.»: the words at the end are of both. */
export function inSchoolYears(
  pair: Expression,
  { core }: Expression,
): Expression {
  return pair.core.unit === "year" &&
    pair.core.extra === 1 &&
    core.unit === "schoolyear"
    ? {
        ...pair,
        core: { unit: "schoolyear", extra: 0 },
        years: { ...pair.years, school: true },
      }
    : pair;
}

/** Index after «г.», «года» and the like, if they stand at `at`. */
export function skipYearWord(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.type === "calendar" ? at + 1 : at;
  const token = tokens[word];
  const isWord =
    token?.type === "period" && token.period === "year" && !token.counted;
  // «г.г.» is one word written as two.
  return isWord ? skipYearWord(tokens, word + 1) : at;
}

/** Index after «учебного года», or `at` if it is not there. */
export function skipSchoolYear(tokens: readonly Token[], at: number): number {
  return tokens[at]?.type === "school" ? skipYearWord(tokens, at + 1) : at;
}

/** A pair of years («2026–2027», «2026/27») at `at`, or null. */
export function readYearPair(
  tokens: readonly Token[],
  at: number,
): {
  readonly from: number;
  readonly to: number;
  /** Short or slashed, as only school years are written. */
  readonly schoolish: boolean;
  readonly next: number;
} | null {
  const first = tokens[at];
  if (first?.type === "yearpair") {
    const { from, to } = first;
    return to > from ? { from, to, schoolish: true, next: at + 1 } : null;
  }
  const short = readShortPair(tokens, at);
  if (short !== null || first?.type !== "year") {
    return short;
  }
  const dash = skipYearWord(tokens, at + 1);
  const second = tokens[dash + 1];
  if (tokens[dash]?.type !== "dash" || second === undefined) {
    return null;
  }
  const from = first.year;
  if (second.type === "year" && second.year > from) {
    return { from, to: second.year, schoolish: false, next: dash + 2 };
  }
  const to = second.type === "number" ? 2000 + second.value : 0;
  const isShort = second.type === "number" && second.digits === 2;
  return isShort && to === from + 1
    ? { from, to, schoolish: true, next: dash + 2 }
    : null;
}

/** «22/23 уч. год»: two-digit years, only before the word «учебный». */
function readShortPair(tokens: readonly Token[], at: number) {
  const [first, sign, second] = tokens.slice(at, at + 3);
  if (first?.type !== "number" || second?.type !== "number") {
    return null;
  }
  const from = 2000 + first.value;
  const fits =
    first.digits === 2 &&
    second.value === first.value + 1 &&
    (sign?.type === "slash" || sign?.type === "dash") &&
    tokens[at + 3]?.type === "school";
  return fits ? { from, to: from + 1, schoolish: true, next: at + 3 } : null;
}

/** Reads what stands at `at`; no years is a valid answer. */
export function readYears(tokens: readonly Token[], at: number): YearsRead {
  // «сентябрь, 2026», «сентябрь (2026)».
  const sign = tokens[at]?.type;
  const comma = sign === "comma" || sign === "colon" ? at + 1 : at;
  const pair = readYearPair(tokens, comma);
  if (pair !== null) {
    return yearsOfPair(tokens, pair);
  }
  const first = readOneYear(tokens, comma);
  if (first !== null) {
    return readYearList(tokens, first);
  }
  const short = readShortYear(tokens, at);
  if (short !== null) {
    return short;
  }
  // «5 сентября текущего года»: the word without a number.
  const next = skipYearWord(tokens, skipSchoolYear(tokens, at));
  return { years: NO_YEARS, next };
}

function yearsOfPair(
  tokens: readonly Token[],
  pair: NonNullable<ReturnType<typeof readYearPair>>,
): YearsRead {
  const afterWord = skipYearWord(tokens, pair.next);
  const school = pair.schoolish || tokens[afterWord]?.type === "school";
  const count = Math.min(pair.to - pair.from + (school ? 0 : 1), MAX_YEARS);
  const list = Array.from({ length: count }, (_, index) => pair.from + index);
  return {
    years: { list, school, repeated: [], stretched: list.length > 1 },
    next: skipSchoolYear(tokens, afterWord),
  };
}

/** «окт. 26 – апр. 27»: after a month, before a dash or the end, and no day. */
function readShortYear(tokens: readonly Token[], at: number): YearsRead | null {
  const [month, number, sign, after] = tokens.slice(at - 1, at + 3);
  const isYear =
    month?.type === "month" &&
    number?.type === "number" &&
    number.digits === 2 &&
    !number.ordinal &&
    number.value >= FIRST_SHORT_YEAR;
  const ends =
    sign === undefined || (sign.type === "dash" && after?.type === "month");
  return isYear && ends
    ? {
        years: { ...oneYear(2000 + number.value), short: true },
        next: at + 1,
      }
    : null;
}

function readOneYear(
  tokens: readonly Token[],
  at: number,
): { readonly year: number; readonly next: number } | null {
  const token = tokens[at];
  if (token?.type === "year") {
    const next = skipYearWord(tokens, at + 1);
    return { year: token.year, next: skipSchoolYear(tokens, next) };
  }
  // «сентябрь 26 г.»: two figures are a year only with the word after them.
  const next = skipYearWord(tokens, at + 1);
  return token?.type === "number" && token.digits === 2 && next > at + 1
    ? { year: 2000 + token.value, next }
    : null;
}

function readYearList(
  tokens: readonly Token[],
  first: { readonly year: number; readonly next: number },
): YearsRead {
  const list = [first.year];
  const repeated: number[] = [];
  let next = first.next;
  while (list.length < MAX_YEARS) {
    const more = nextInList(tokens, next);
    if (more === null) {
      break;
    }
    (list.includes(more.year) ? repeated : list).push(more.year);
    next = more.next;
  }
  return { years: { ...NO_YEARS, list, repeated }, next };
}

/** «, 2026»: a further year, unless it begins an expression of its own. */
function nextInList(tokens: readonly Token[], at: number) {
  const sign = tokens[at]?.type;
  if (sign !== "comma" && sign !== "and") {
    return null;
  }
  const more =
    tokens[at + 1]?.type === "year" ? readOneYear(tokens, at + 1) : null;
  const after = more === null ? undefined : tokens[more.next]?.type;
  const ownExpression = after === "dash" || after === "month";
  return ownExpression ? null : more;
}
