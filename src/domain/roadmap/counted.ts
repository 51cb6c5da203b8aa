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
  // «1 учебная четверть».
  const isSchool =
    tokens[at]?.type === "school" && isPartOfYear(tokens[at + 1]);
  return readWord(tokens, isSchool ? at + 1 : at, value, isOrdinal);
}

function readWord(
  tokens: readonly Token[],
  at: number,
  value: number,
  isOrdinal: boolean,
): Expression | null {
  const word = tokens[at];
  // «2 неделя (октябрь)».
  const ofAt = tokens[at + 1]?.type === "colon" ? at + 2 : at + 1;
  const month = tokens[ofAt];
  if (word?.type === "half") {
    return value === 1 || value === 2
      ? readHalf(tokens, at + 1, ofAt, value)
      : null;
  }
  const ofMonth =
    month?.type === "month" ? readOfMonth(word, value, month.month) : null;
  if (ofMonth !== null) {
    return withYears(tokens, ofAt + 1, ofMonth);
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
  return days === null ? null : withYears(tokens, ofAt + 1, days);
}

/** «четверть 2», «полугодие II»: the number after its word. */
export function readNumberedAfter(
  tokens: readonly Token[],
  at: number,
): Expression | null {
  const [word, number, after] = tokens.slice(at, at + 3);
  if (number?.type !== "number" || !isPartOfYear(word)) {
    return null;
  }
  const core =
    word?.type === "period" ? countedCore(word.period, number.value) : null;
  return core === null || OF_NUMBER.has(after?.type)
    ? null
    : withYears(tokens, at + 2, core);
}

/** What a number belongs to when it stands behind. */
const OF_NUMBER = new Set<Token["type"] | undefined>([
  "dash",
  "dayword",
  "half",
  "month",
  "number",
  "period",
  "slash",
  "times",
  "weekday",
]);

function isPartOfYear(word: Token | undefined): boolean {
  return (
    word?.type === "period" &&
    /^(?:quarter|term|trimester|halfyear)$/.test(word.period)
  );
}

/** «вторая половина учебного года», «первая половина 2027 года», «… мая». */
function readHalf(
  tokens: readonly Token[],
  at: number,
  monthAt: number,
  number: 1 | 2,
): Expression | null {
  const half = withYears(tokens, at, { unit: "half", number });
  const isNamed = tokens[at]?.type === "school" || half.years.list.length > 0;
  if (isNamed && half.next > at) {
    return half;
  }
  const month = tokens[monthAt];
  return month?.type === "month"
    ? withYears(tokens, monthAt + 1, halfOfMonth(month.month, number))
    : null;
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
