/** Reads how often something repeats: «ежегодно», «2 раза в год». */

import type { Repeat } from "./interval";
import type { Token } from "./tokens";
import type { Period } from "./words";

/** A repeat and the index of the next token; null = not expressible. */
export type RepeatRead = {
  readonly repeat: Repeat | null;
  readonly next: number;
};

const ONCE: Readonly<Record<Period, Repeat | null>> = {
  year: "yearly",
  month: "monthly",
  week: "weekly",
  quarter: "quarterly",
  term: "termly",
  halfyear: { times: 1, per: "halfyear" },
  trimester: null,
  decade: null,
};

/** The repeat that starts at token `at`, or null if none does. */
export function readRepeat(
  tokens: readonly Token[],
  at: number,
): RepeatRead | null {
  const token = tokens[at];
  if (token?.type === "repeat") {
    return { repeat: ONCE[token.period], next: at + 1 };
  }
  if (token?.type === "each") {
    return readEach(tokens, at + 1);
  }
  if (token?.type === "to" && tokens[at + 1]?.type === "weekday") {
    return { repeat: "weekly", next: skipWeekdays(tokens, at + 1) };
  }
  return readTimes(tokens, at);
}

/** «каждый месяц», «каждую пятницу»; «каждый сентябрь» is yearly. */
function readEach(tokens: readonly Token[], at: number): RepeatRead | null {
  const school = tokens[at]?.type === "school" ? at + 1 : at;
  const token = tokens[school];
  if (token?.type === "period") {
    return { repeat: ONCE[token.period], next: school + 1 };
  }
  if (token?.type === "weekday") {
    return { repeat: "weekly", next: skipWeekdays(tokens, school) };
  }
  // The month itself stays in place, to be read as the date.
  return token?.type === "month" || token?.type === "season"
    ? { repeat: "yearly", next: at }
    : null;
}

function skipWeekdays(tokens: readonly Token[], at: number): number {
  let next = at;
  while (tokens[next]?.type === "weekday") {
    const more = tokens[next + 1]?.type;
    const joined = more === "and" || more === "comma";
    next += joined && tokens[next + 2]?.type === "weekday" ? 2 : 1;
  }
  return next;
}

function readTimes(tokens: readonly Token[], at: number): RepeatRead | null {
  const number = readNumber(tokens, at);
  if (number === null) {
    return null;
  }
  let next = number.next;
  while (/^(?:during|slash|to|each|school)$/.test(tokens[next]?.type ?? "")) {
    next += 1;
  }
  const token = tokens[next];
  if (token?.type === "number" || token?.type === "cardinal") {
    // «раз в 2 недели»: seen, but there is no way to write it down.
    const period = tokens[next + 1]?.type === "period" ? next + 2 : next + 1;
    return { repeat: null, next: period };
  }
  if (token?.type !== "period") {
    return null;
  }
  return { repeat: timesPer(number.times, token.period), next: next + 1 };
}

/** Number of times and «раз»; 0 times = a range such as «1–2 раза». */
function readNumber(
  tokens: readonly Token[],
  at: number,
): { readonly times: number; readonly next: number } | null {
  const token = tokens[at];
  if (token?.type === "times") {
    return { times: 1, next: at + 1 };
  }
  if (token?.type === "multiple") {
    return { times: token.value, next: at + 1 };
  }
  if (token?.type !== "number" && token?.type !== "cardinal") {
    return null;
  }
  if (tokens[at + 1]?.type === "times") {
    return { times: token.value, next: at + 2 };
  }
  const isRange =
    tokens[at + 1]?.type === "dash" && tokens[at + 3]?.type === "times";
  return isRange ? { times: 0, next: at + 4 } : null;
}

function timesPer(times: number, period: Period): Repeat | null {
  if (times === 1) {
    return ONCE[period];
  }
  return times < 1 || period === "trimester" || period === "decade"
    ? null
    : { times, per: period };
}
