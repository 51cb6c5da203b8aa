/** Reads how often something repeats: «ежегодно», «2 раза в год». */

import { readExpression } from "./expression";
import type { Repeat } from "./interval";
import type { Token } from "./token";
import type { Period } from "./words";

/** A repeat and the index of the next token; null = not expressible. */
export type RepeatRead = {
  readonly repeat: Repeat | null;
  readonly next: number;
};

const ONCE: Readonly<Record<Period, Repeat>> = {
  year: "yearly",
  month: "monthly",
  week: "weekly",
  quarter: "quarterly",
  term: "termly",
  halfyear: { times: 1, per: "halfyear" },
  trimester: { times: 1, per: "trimester" },
  decade: { times: 1, per: "decade" },
  day: { times: 1, per: "day" },
};

/** «2-й и 4-й четверг месяца»: as many times as days are named. */
export function severalTimes(repeat: Repeat | null, times: number) {
  const per = PERIODS_ONCE.find((period) => ONCE[period] === repeat);
  return per === undefined ? repeat : { times, per };
}

const PERIODS_ONCE = ["year", "quarter", "term", "month", "week"] as const;

/** The repeat that starts at token `at`, or null if none does. */
export function readRepeat(
  tokens: readonly Token[],
  at: number,
): RepeatRead | null {
  const token = tokens[at];
  if (token?.type === "repeat") {
    return { repeat: ONCE[token.period], next: skipPlace(tokens, at + 1) };
  }
  if (token?.type === "each") {
    return readEach(tokens, at + 1);
  }
  const isPlaced = token?.type === "through" || token?.type === "after";
  if (isPlaced && tokens[at + 1]?.type === "each") {
    // «через каждые две недели», «по окончании каждой четверти».
    return readEach(tokens, at + 2);
  }
  if (token?.type === "to" && isWeekdayAlone(tokens, at + 1)) {
    return { repeat: "weekly", next: skipWeekdays(tokens, at + 1) };
  }
  const by = tokens[at + 1];
  if (token?.type === "to" && by?.type === "period" && by.period !== "year") {
    // «по четвертям», «по полугодиям».
    return { repeat: ONCE[by.period], next: at + 2 };
  }
  return readPlaceInPeriod(tokens, at) ?? readTimes(tokens, at);
}

/** Not «по пятницу 18 сентября», which is the end of a range. */
function isWeekdayAlone(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.type === "weekday" && readExpression(tokens, at) === null;
}

/** «третья среда месяца», «первая неделя каждого месяца», «конец каждого месяца». */
function readPlaceInPeriod(
  tokens: readonly Token[],
  at: number,
): RepeatRead | null {
  const isPart = tokens[at]?.type === "part";
  const after = isPart ? at + 1 : at + 2;
  const isEach = tokens[after]?.type === "each";
  // «конец месяца» without «каждого» does not repeat.
  const isPlace = isPart ? isEach : isNthPart(tokens, at, isEach);
  const word = isEach ? after + 1 : after;
  const token = tokens[word];
  return isPlace && token?.type === "period"
    ? { repeat: ONCE[token.period], next: word + 1 }
    : null;
}

/** «ежемесячно, в последнюю пятницу», «2 раза в месяц по средам»: where in the period it takes place. */
function skipPlace(tokens: readonly Token[], at: number): number {
  const sign = tokens[at]?.type;
  const place = sign === "comma" || sign === "colon" ? at + 1 : at;
  if (tokens[place]?.type === "to" && isWeekdayAlone(tokens, place + 1)) {
    return skipWeekdays(tokens, place + 1);
  }
  const after = tokens[place + 2]?.type;
  const isWhole = after !== "month" && after !== "each" && after !== "period";
  return isWhole && isNthPart(tokens, place, false) ? place + 2 : at;
}

/** «последняя пятница», «1-я неделя»; not «2 недели». */
function isNthPart(
  tokens: readonly Token[],
  at: number,
  isEach: boolean,
): boolean {
  const [number, word] = [tokens[at], tokens[at + 1]];
  const isOrder =
    number?.type === "last" ||
    (number?.type === "number" &&
      (number.ordinal || isEach || word?.type !== "period" || !word.counted));
  const name = word?.type === "period" ? word.period : word?.type;
  return isOrder && /^(?:weekday|week|decade|day|half)$/.test(name ?? "");
}

/** «каждый месяц», «каждую пятницу»; «каждый сентябрь» is yearly. */
function readEach(tokens: readonly Token[], at: number): RepeatRead | null {
  const school = tokens[at]?.type === "school" ? at + 1 : at;
  const token = tokens[school];
  if (token?.type === "period") {
    const next = skipPlace(tokens, school + 1);
    return { repeat: ONCE[token.period], next };
  }
  if (token?.type === "weekday") {
    return { repeat: "weekly", next: skipWeekdays(tokens, school) };
  }
  const every = readEveryNth(tokens, school);
  if (every !== null) {
    return every;
  }
  // The month itself stays in place, to be read as the date.
  return token?.type === "month" || token?.type === "season"
    ? { repeat: "yearly", next: at }
    : null;
}

/** «каждые две недели», «каждые 2 месяца», «каждый второй четверг месяца». */
function readEveryNth(tokens: readonly Token[], at: number): RepeatRead | null {
  const nth = readPlaceInPeriod(tokens, at);
  const number = tokens[at];
  const word = tokens[at + 1];
  if (nth !== null) {
    return nth;
  }
  const isCounted = number?.type === "number" || number?.type === "cardinal";
  if (!isCounted || (word?.type !== "period" && word?.type !== "weekday")) {
    return null;
  }
  const period = word.type === "period" ? word.period : "week";
  const once = { times: 1, upTo: 1 };
  return { repeat: timesPer(once, period, number.value), next: at + 2 };
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
  const every = tokens[next];
  const isCounted = every?.type === "number" || every?.type === "cardinal";
  const token = tokens[isCounted ? next + 1 : next];
  if (token?.type !== "period") {
    return null;
  }
  const repeat = timesPer(number, token.period, isCounted ? every.value : 1);
  const end = isCounted ? next + 2 : next + 1;
  return { repeat, next: skipPlace(tokens, end) };
}

/** How many times; `upTo` is the larger number of «1–2 раза». */
type Times = { readonly times: number; readonly upTo: number };

/** Number of times and «раз». */
function readNumber(
  tokens: readonly Token[],
  at: number,
): (Times & { readonly next: number }) | null {
  const token = tokens[at];
  if (token?.type === "times") {
    return { times: 1, upTo: 1, next: at + 1 };
  }
  if (token?.type === "multiple") {
    return { times: token.value, upTo: token.value, next: at + 1 };
  }
  if (token?.type !== "number" && token?.type !== "cardinal") {
    return null;
  }
  const times = token.value;
  if (tokens[at + 1]?.type === "times") {
    return { times, upTo: times, next: at + 2 };
  }
  const last = tokens[at + 2];
  const isRange =
    tokens[at + 1]?.type === "dash" &&
    tokens[at + 3]?.type === "times" &&
    (last?.type === "number" || last?.type === "cardinal");
  return isRange ? { times, upTo: last.value, next: at + 4 } : null;
}

/** Null when the numbers make no sense: «0 раз», «3–2 раза». */
function timesPer(
  { times, upTo }: Times,
  period: Period,
  every: number,
): Repeat | null {
  if (times < 1 || upTo < times || every < 1) {
    return null;
  }
  if (times === 1 && upTo === 1 && every === 1) {
    return ONCE[period];
  }
  return {
    times,
    ...(upTo > times ? { upTo } : {}),
    per: period,
    ...(every > 1 ? { every } : {}),
  };
}
