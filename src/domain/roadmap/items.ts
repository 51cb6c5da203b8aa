/** Splits a phrase into items: dates, ranges, deadlines, repeats. */

import { readExpression } from "./expression";
import type { Repeat } from "./interval";
import { readList } from "./lists";
import { readDaysOf, readMonthdays } from "./monthdays";
import {
  type Range,
  readLinkedRange,
  readRange as readRangeOf,
} from "./ranges";
import { readRepeat } from "./recurrence";
import type { Token } from "./token";
import type { Expression } from "./years";

type Place = {
  /** Characters of the phrase. */
  readonly at: number;
  readonly end: number;
  /** Joined to the item before by a comma or «и». */
  readonly linked: boolean;
};

type Bound = "until" | "notLater" | "towards" | "before";

type Meaning =
  | {
      readonly form: "single";
      readonly only: Expression;
      readonly during: boolean;
    }
  | {
      readonly form: "range";
      readonly left: Expression;
      readonly right: Expression;
    }
  /** `until` «до», `notLater` «не позднее», `towards` «к», `before` «накануне». */
  | {
      readonly form: Bound;
      readonly only: Expression;
    }
  | { readonly form: "from" | "after"; readonly only: Expression }
  /** «до 5 числа»: days of whichever month; `from` null = «до». */
  | {
      readonly form: "monthdays";
      readonly from: number | null;
      readonly to: number;
    }
  | {
      readonly form: "throughout";
      readonly within: Meaning | null;
      readonly vague: boolean;
    }
  /** «I четверть (01.09–26.10)»: a term with its own dates. */
  | { readonly form: "term"; readonly within: Meaning }
  | { readonly form: "repeat"; readonly repeat: Repeat | null };

export type Item = Meaning & Place;
export type ItemMeaning = Meaning;

type Read = { readonly meaning: Meaning; readonly next: number };

/** Items that stand at token `at` (several for «5, 12 и 19 сентября»), or null. */
export function readItems(
  tokens: readonly Token[],
  at: number,
): { readonly meanings: readonly Meaning[]; readonly next: number } | null {
  const list = readList(tokens, at, readItem);
  if (list !== null) {
    return list;
  }
  const one = readItem(tokens, at);
  return one === null ? null : { meanings: [one.meaning], next: one.next };
}

function readItem(tokens: readonly Token[], at: number): Read | null {
  const item =
    readRepeatItem(tokens, at) ??
    readPrefixed(tokens, at) ??
    readTerm(tokens, at) ??
    readPlain(tokens, at);
  return item === null ? null : withoutTermName(tokens, item);
}

/** «26.10–03.11 (осенние каникулы)»: the name says what the days are of. */
function withoutTermName(tokens: readonly Token[], item: Read): Read {
  const { meaning, next } = item;
  const isOfDays = meaning.form === "range" && meaning.left.core.unit === "day";
  const isNamed = isOfDays && tokens[next]?.type === "colon";
  const end = isNamed ? readTermName(tokens, next + 1) : null;
  return end === null ? item : { meaning, next: end };
}

function readRepeatItem(tokens: readonly Token[], at: number): Read | null {
  const found = readRepeat(tokens, at);
  if (found !== null) {
    const meaning = { form: "repeat", repeat: found.repeat } as const;
    return { meaning, next: found.next };
  }
  return readMonthdays(tokens, at);
}

function readPrefixed(tokens: readonly Token[], at: number): Read | null {
  const token = tokens[at];
  switch (token?.type) {
    case "throughout": {
      const { vague } = token;
      const colon = tokens[at + 1]?.type === "colon" ? at + 2 : at + 1;
      const inner = colon === at + 1 ? null : readRange(tokens, colon);
      const meaning = {
        form: "throughout",
        within: inner?.meaning ?? null,
        vague,
      } as const;
      return { meaning, next: inner?.next ?? at + 1 };
    }
    case "during": {
      const range = readRange(tokens, at + 1);
      if (range !== null) {
        return range;
      }
      const inner = readExpression(tokens, at + 1);
      return inner === null
        ? // «в течение первой недели каждого месяца».
          readRepeatItem(tokens, at + 1)
        : {
            meaning: { form: "single", only: inner, during: true },
            next: inner.next,
          };
    }
    case "until":
    case "notLater":
    case "towards":
    case "before":
      return readBound(tokens, at, token.type);
    case "to":
      return readBound(tokens, at, "notLater");
    case "from":
      return readFrom(tokens, at);
    case "between":
      return readRange(tokens, at + 1, /^and$/);
    case "after":
      return readSimple(tokens, at, "after");
    default:
      return null;
  }
}

/** «до …», also doubled as in «не позднее чем до …». */
function readBound(
  tokens: readonly Token[],
  at: number,
  word: Bound,
): Read | null {
  // «не позднее, чем …».
  const start = tokens[at + 1]?.type === "comma" ? at + 2 : at + 1;
  const doubled = tokens[start]?.type === "until" ? start + 1 : start;
  const only = readExpression(tokens, doubled, true);
  if (only === null) {
    return null;
  }
  const isInclusive = [only.next - 1, only.next].some(
    (index) => tokens[index]?.isInclusive === true,
  );
  const form = word === "until" && isInclusive ? "notLater" : word;
  return { meaning: { form, only }, next: only.next };
}

function readSimple(
  tokens: readonly Token[],
  at: number,
  form: "from" | "after",
): Read | null {
  const only = readExpression(tokens, at + 1, true);
  return only === null ? null : { meaning: { form, only }, next: only.next };
}

/** «с … по …», «с …»; a lone «от» before a date says nothing. */
function readFrom(tokens: readonly Token[], at: number): Read | null {
  const start = tokens[at + 1]?.type === "from" ? at + 2 : at + 1;
  return (
    readRange(tokens, start) ??
    rangeItem(readLinkedRange(tokens, start)) ??
    readSimple(tokens, start - 1, "from")
  );
}

type RangeRead = {
  readonly meaning: Extract<Meaning, { form: "range" }>;
  readonly next: number;
};

/** A range as an item. */
function readRange(
  tokens: readonly Token[],
  at: number,
  signs?: RegExp,
): RangeRead | null {
  return rangeItem(readRangeOf(tokens, at, signs));
}

function rangeItem(range: Range | null): RangeRead | null {
  if (range === null) {
    return null;
  }
  const { left, right } = range;
  return { meaning: { form: "range", left, right }, next: right.next };
}

/** A term followed by its own dates after a colon, a bracket or a dash. */
function readTerm(tokens: readonly Token[], at: number): Read | null {
  const named = readTermName(tokens, at);
  const sign = named === null ? undefined : tokens[named]?.type;
  if (named === null || (sign !== "colon" && sign !== "dash")) {
    return null;
  }
  const dates = readRange(tokens, named + 1);
  const left = dates?.meaning.form === "range" ? dates.meaning.left : null;
  if (dates !== null && tokens[named - 1]?.type === "holidays") {
    return left?.core.unit === "day" ? dates : null;
  }
  return dates === null || left?.core.unit !== "day"
    ? null
    : { meaning: { form: "term", within: dates.meaning }, next: dates.next };
}

function readTermName(tokens: readonly Token[], at: number): number | null {
  const isGeneral =
    tokens[at]?.type === "school" && tokens[at + 1]?.type === "studyperiod";
  if (isGeneral) {
    return at + 2;
  }
  const named = readExpression(tokens, at);
  const isTerm = /^(?:half|term|trimester|holidays)$/.test(
    named?.core.unit ?? "",
  );
  return named !== null && isTerm ? named.next : null;
}

function readPlain(tokens: readonly Token[], at: number): Read | null {
  const range = readRange(tokens, at);
  if (range !== null) {
    return range;
  }
  const only = readExpression(tokens, at);
  return only === null
    ? null
    : (readDaysOf(tokens, only) ?? {
        meaning: { form: "single", only, during: false },
        next: only.next,
      });
}
