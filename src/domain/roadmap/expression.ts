/** Reads one calendar expression («5 сентября», «осень 2026 г.») from tokens. */

import type { Core } from "./core";
import { readCounted, readNumberedAfter } from "./counted";
import type { Token } from "./token";
import {
  type Expression,
  NO_YEARS,
  oneYear,
  readYearPair,
  readYears,
  skipSchoolYear,
  skipYearWord,
  withYears,
} from "./years";

const DECEMBER = 12;

/**
 * The expression that starts at token `at`.
 *
 * @param isBound - Whether it follows «до»: then «начало мая» is its first day.
 * @returns null if no expression starts there.
 */
export function readExpression(
  tokens: readonly Token[],
  at: number,
  isBound = false,
): Expression | null {
  const before = tokens[at];
  if (before?.type === "weekday") {
    const comma = tokens[at + 1]?.type === "comma" ? at + 2 : at + 1;
    const day = readBare(tokens, comma, isBound);
    return day?.core.unit === "day"
      ? { ...day, weekday: before.weekday }
      : null;
  }
  const found = readBare(tokens, at, isBound);
  return found?.core.unit === "day" ? withWeekday(tokens, found) : found;
}

/** «17 марта (среда)»: the day of the week after a day, unless a day follows. */
function withWeekday(tokens: readonly Token[], found: Expression): Expression {
  const sign = tokens[found.next]?.type;
  const at = sign === "colon" || sign === "comma" ? found.next + 1 : found.next;
  const token = tokens[at];
  const isOwn =
    token?.type === "weekday" && readExpression(tokens, at) === null;
  return isOwn ? { ...found, weekday: token.weekday, next: at + 1 } : found;
}

function readBare(
  tokens: readonly Token[],
  at: number,
  isBound: boolean,
): Expression | null {
  const token = tokens[at];
  switch (token?.type) {
    case "date": {
      const core = { unit: "day", month: token.month, day: token.day } as const;
      const next = skipYearWord(tokens, at + 1);
      return { core, years: oneYear(token.year), next };
    }
    case "daymonth": {
      const core = { unit: "day", month: token.month, day: token.day } as const;
      return withYears(tokens, at + 1, core);
    }
    case "month":
      return readMonth(tokens, at, token);
    case "monthyear": {
      const core = { unit: "month", month: token.month } as const;
      const next = skipYearWord(tokens, at + 1);
      return { core, years: oneYear(token.year), next };
    }
    case "season":
      return tokens[at + 1]?.type === "holidays"
        ? withYears(tokens, at + 2, { unit: "holidays", season: token.season })
        : withYears(tokens, at + 1, { unit: "season", season: token.season });
    case "part":
      return readPart(tokens, at, token, isBound);
    case "school": {
      // «2026 учебный год» does not say which of two school years is meant.
      if (tokens[at - 1]?.type === "year") {
        return null;
      }
      const next = skipSchoolYear(tokens, at);
      const core = { unit: "schoolyear", extra: 0 } as const;
      return next === at + 1 ? null : { core, years: NO_YEARS, next };
    }
    case "period":
      return readNumberedAfter(tokens, at);
    case "calendar":
      return readCalendarYear(tokens, at);
    case "last":
      return (
        readEdgeDay(tokens, at, "end") ?? readCounted(tokens, at + 1, 0, true)
      );
    case "number":
      return (
        readDay(tokens, at, token.value) ??
        (token.ordinal && token.value === 1
          ? readEdgeDay(tokens, at, "start")
          : null) ??
        readNumbered(tokens, at)
      );
    case "year":
    case "yearpair":
      return readYearExpression(tokens, at);
    default:
      return null;
  }
}

/** «календарного года», «календарный 2026 год». */
function readCalendarYear(
  tokens: readonly Token[],
  at: number,
): Expression | null {
  const next = skipYearWord(tokens, at);
  return next === at
    ? readYearExpression(tokens, at + 1)
    : withYears(tokens, next, { unit: "year", extra: 0 });
}

/** A month, also with its part after it: «сентябрь (1-я неделя)». */
function readMonth(
  tokens: readonly Token[],
  at: number,
  token: Extract<Token, { type: "month" }>,
): Expression {
  const core = { unit: "month", month: token.month } as const;
  const month = withYears(tokens, skipMonthWord(tokens, at + 1), core);
  const sign = tokens[month.next]?.type;
  const from =
    sign === "colon" || sign === "comma" ? month.next + 1 : month.next;
  for (const length of [1, 2]) {
    const words = tokens.slice(from, from + length);
    const mayBePart = words.length === length && PART_WORDS.has(words[0]?.type);
    const isNamed = words.some(({ type }) => type === "month");
    const part =
      mayBePart && !isNamed ? readBare([...words, token], 0, false) : null;
    const isPart = part?.core.unit === "days" || part?.core.unit === "weekday";
    const end = from + length;
    if (isPart && part.next > length && AFTER_PART.has(tokens[end]?.type)) {
      return month.years.list.length > 0
        ? { ...month, core: part.core, next: end }
        : withYears(tokens, end, part.core);
    }
  }
  return month;
}

const PART_WORDS = new Set<Token["type"] | undefined>([
  "number",
  "last",
  "part",
]);

/** What may follow a part that stands after its month. */
const AFTER_PART = new Set<Token["type"] | undefined>([
  "and",
  "comma",
  "semicolon",
  "then",
  "throughout",
  "year",
  "yearpair",
  undefined,
]);

/** «в сентябре месяце». */
function skipMonthWord(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  return token?.type === "period" && token.period === "month" ? at + 1 : at;
}

function readDay(
  tokens: readonly Token[],
  at: number,
  day: number,
): Expression | null {
  const next = tokens[at + 1]?.type === "dayword" ? at + 2 : at + 1;
  const month = tokens[next];
  const isDecade =
    month?.type === "month" &&
    month.month === DECEMBER &&
    day <= 3 &&
    tokens[next + 1]?.type === "month";
  return month?.type === "month" && !isDecade
    ? withYears(tokens, next + 1, { unit: "day", month: month.month, day })
    : null;
}

/** «последний день октября», «первый день каникул». */
function readEdgeDay(
  tokens: readonly Token[],
  at: number,
  edge: "start" | "end",
): Expression | null {
  const word = tokens[at + 1];
  const of =
    word?.type === "period" && word.period === "day"
      ? readExpression(tokens, at + 2)
      : null;
  return of === null || of.core.unit === "day"
    ? null
    : { ...of, core: { unit: "edge", edge, length: "day", of: of.core } };
}

function readNumbered(tokens: readonly Token[], at: number): Expression | null {
  const token = tokens[at];
  const pair = readYearPair(tokens, at);
  if (pair !== null) {
    return readYearExpression(tokens, at);
  }
  return token?.type === "number"
    ? readCounted(tokens, at + 1, token.value, token.ordinal)
    : null;
}

function readPart(
  tokens: readonly Token[],
  at: number,
  part: Extract<Token, { type: "part" }>,
  isBound: boolean,
): Expression | null {
  const month = tokens[at + 1];
  if (month?.type === "month") {
    const core = isBound
      ? boundOfMonth(part.part, month.month)
      : partOfMonth(part.part, month.month);
    return withYears(tokens, at + 2, core);
  }
  if (part.part === "middle") {
    return null;
  }
  const edge = part.part;
  if (month?.type !== "calendar" && skipYearWord(tokens, at + 1) > at + 1) {
    return yearEdge(at + 2, edge, part.point);
  }
  const inner = readExpression(tokens, at + 1);
  if (inner === null || inner.core.unit === "day") {
    return null;
  }
  const long = inner.core.unit === "schoolyear" || inner.core.unit === "year";
  const length = long && !part.point ? "month" : "day";
  return { ...inner, core: { unit: "edge", edge, length, of: inner.core } };
}

/** «конец года»: the school year is meant most often, so it is to be checked. */
function yearEdge(
  next: number,
  edge: "start" | "end",
  point: boolean,
): Expression {
  const of = { unit: "schoolyear", extra: 0 } as const;
  const length = point ? "day" : "month";
  const core = { unit: "edge", edge, length, of } as const;
  return { core, years: NO_YEARS, next, doubtful: true };
}

function partOfMonth(part: "start" | "middle" | "end", month: number): Core {
  const from = { start: 1, middle: 11, end: 21 }[part];
  const to = { start: 10, middle: 20, end: 0 }[part];
  return { unit: "days", month, from, to };
}

function boundOfMonth(part: "start" | "middle" | "end", month: number): Core {
  return part === "middle"
    ? { unit: "day", month, day: 15 }
    : { unit: "edge", edge: part, length: "day", of: { unit: "month", month } };
}

function readYearExpression(
  tokens: readonly Token[],
  at: number,
): Expression | null {
  const pair = readYearPair(tokens, at);
  if (pair !== null) {
    const afterWord = skipYearWord(tokens, pair.next);
    const school = pair.schoolish || tokens[afterWord]?.type === "school";
    const extra = pair.to - pair.from;
    return {
      core: school
        ? { unit: "schoolyear", extra: extra - 1 }
        : { unit: "year", extra },
      years: { ...oneYear(pair.from), school },
      next: skipSchoolYear(tokens, afterWord),
    };
  }
  const token = tokens[at];
  const next = skipYearWord(tokens, at + 1);
  return token?.type === "year" && tokens[next]?.type !== "school"
    ? { core: { unit: "year", extra: 0 }, ...readYears(tokens, at) }
    : null;
}
