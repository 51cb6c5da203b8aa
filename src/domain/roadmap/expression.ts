/** Reads one calendar expression («5 сентября», «осень 2026 г.») from tokens. */

import type { Core } from "./core";
import type { Token } from "./tokens";
import type { Period } from "./words";
import {
  NO_YEARS,
  oneYear,
  readYearPair,
  readYears,
  skipSchoolYear,
  skipYearWord,
  type Years,
} from "./years";

/** An expression, its years as written, and the index of the next token. */
export type Expression = {
  readonly core: Core;
  readonly years: Years;
  readonly next: number;
  /** «конец года» without «учебного»: read as the school year, to be checked. */
  readonly doubtful?: boolean;
};

/** Weeks of a month are its days 1–7, 8–14, …, the fifth is the rest. */
const DAYS_IN_WEEK = 7;
const DAYS_IN_DECADE = 10;

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
      return withYears(tokens, skipMonthWord(tokens, at + 1), {
        unit: "month",
        month: token.month,
      });
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
    case "ordinal":
      return readCounted(tokens, at + 1, token.value, true);
    case "number":
      return readDay(tokens, at, token.value) ?? readNumbered(tokens, at);
    case "year":
    case "yearpair":
      return readYearExpression(tokens, at);
    default:
      return null;
  }
}

function withYears(
  tokens: readonly Token[],
  at: number,
  core: Core,
): Expression {
  return { core, ...readYears(tokens, at) };
}

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
  return month?.type === "month"
    ? withYears(tokens, next + 1, { unit: "day", month: month.month, day })
    : null;
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

/** What follows a number: «четверть», «неделя сентября», «половина мая». */
export function readCounted(
  tokens: readonly Token[],
  at: number,
  value: number,
  isOrdinal: boolean,
): Expression | null {
  const word = tokens[at];
  const month = tokens[at + 1];
  if (word?.type === "half") {
    return month?.type === "month" && (value === 1 || value === 2)
      ? withYears(tokens, at + 2, halfOfMonth(month.month, value))
      : null;
  }
  if (word?.type !== "period" || (word.counted && !isOrdinal)) {
    return null;
  }
  const core = countedCore(word.period, value);
  if (core !== null) {
    return withYears(tokens, at + 1, core);
  }
  const days =
    month?.type === "month" ? daysCore(word.period, value, month.month) : null;
  return days === null ? null : withYears(tokens, at + 2, days);
}

function halfOfMonth(month: number, value: 1 | 2): Core {
  return value === 1
    ? { unit: "days", month, from: 1, to: 15 }
    : { unit: "days", month, from: 16, to: 0 };
}

function countedCore(period: Period, number: number): Core | null {
  const isUpTo = (last: number) => number >= 1 && number <= last;
  switch (period) {
    case "quarter":
      return isUpTo(4) ? { unit: "quarter", number } : null;
    case "term":
      return isUpTo(4) ? { unit: "term", number } : null;
    case "trimester":
      return isUpTo(3) ? { unit: "trimester", number } : null;
    case "halfyear":
      return isUpTo(2) ? { unit: "half", number } : null;
    default:
      return null;
  }
}

function daysCore(period: Period, value: number, month: number): Core | null {
  const length =
    period === "week" ? DAYS_IN_WEEK : period === "decade" ? DAYS_IN_DECADE : 0;
  const parts = period === "week" ? 5 : 3;
  if (length === 0 || value > parts) {
    return null;
  }
  if (value === 0) {
    return { unit: "days", month, from: -length, to: 0 };
  }
  const from = (value - 1) * length + 1;
  return {
    unit: "days",
    month,
    from,
    to: value === parts ? 0 : value * length,
  };
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
  if (skipYearWord(tokens, at + 1) > at + 1) {
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
    ? { core: { unit: "year", extra: 0 }, years: oneYear(token.year), next }
    : null;
}
