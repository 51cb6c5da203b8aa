/** Reads what is counted: «2 четверть», «первая неделя мая», «третья суббота мая». */

import type { Core } from "./core";
import type { Token } from "./token";
import type { Period } from "./words";
import { type Expression, withYears } from "./years";

/** Weeks of a month are its days 1–7, 8–14, …, the fifth is the rest. */
const DAYS_IN_WEEK = 7;
const DAYS_IN_DECADE = 10;

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
  const ofMonth =
    month?.type === "month" ? readOfMonth(word, value, month.month) : null;
  if (ofMonth !== null) {
    return withYears(tokens, at + 2, ofMonth);
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

/** «суббота октября»; «2 дек. февраля»: the short December is a decade too. */
function readOfMonth(
  word: Token | undefined,
  number: number,
  month: number,
): Core | null {
  if (word?.type === "weekday") {
    return number <= 5
      ? { unit: "weekday", month, weekday: word.weekday, number }
      : null;
  }
  return word?.type === "month" ? daysCore("decade", number, month) : null;
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
  if (value === 0 && period === "week") {
    return { unit: "days", month, from: -length, to: 0 };
  }
  const number = value === 0 ? parts : value;
  const from = (number - 1) * length + 1;
  return {
    unit: "days",
    month,
    from,
    to: number === parts ? 0 : number * length,
  };
}
