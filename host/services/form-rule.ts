/** Rules an answer must keep (numbers, lengths, patterns, numbers of ticks). */
import { runInNewContext } from "node:vm";

/** Data form of every validation the builders can make. */
export type AnswerRule = {
  readonly test:
    | { readonly kind: "number" }
    | { readonly kind: "wholeNumber" }
    | {
        readonly kind: "numberRange";
        readonly from: number;
        readonly to: number;
        readonly inside: boolean;
      }
    | {
        readonly kind: "compare";
        readonly operator: ">" | ">=" | "<" | "<=" | "=" | "!=";
        readonly number: number;
      }
    | { readonly kind: "email" }
    | { readonly kind: "url" }
    | { readonly kind: "maxLength"; readonly length: number }
    | { readonly kind: "minLength"; readonly length: number }
    | {
        readonly kind: "pattern";
        readonly pattern: string;
        readonly whole: boolean;
        readonly wanted: boolean;
      }
    | {
        readonly kind: "ticks";
        readonly least: number;
        readonly most: number;
      }
    /** A grid's column may be chosen in one row only; checked over its rows. */
    | { readonly kind: "onePerColumn" };
  /** The author's own message; empty = the usual one. */
  readonly help: string;
};

/** A pattern that needs longer than this, even on a busy machine, counts as not matched. */
const PATTERN_MILLISECONDS = 2000;

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/u;
/** An address as people write it; not the whole of RFC 5322. */
export const EMAIL_PATTERN =
  /^[^\s@<>()",;:]+@[^\s@<>()",;:]+\.[^\s@<>()",;:.]+$/u;
/** An address of a page, with its scheme. */
export const URL_PATTERN = /^(?:https?|ftp):\/\/[^\s/?#]+\.[^\s]+$/iu;

/**
 * Whether the form author's regular expression matches.
 *
 * Google runs RE2, which cannot be made slow; here the match has a time limit
 * instead, so that no pattern can stop the host.
 *
 * @param whole - The whole text must match, as «Matches» in Google Forms.
 * @throws Error if the pattern is not a regular expression.
 */
function matchesPattern(
  text: string,
  pattern: string,
  whole: boolean,
): boolean {
  // (?:…) keeps alternatives of the pattern together.
  const source = whole ? `^(?:${pattern})$` : pattern;
  try {
    // A result of another type would mean the realm was tampered with.
    return (
      runInNewContext(
        "new RegExp(source, flags).test(text)",
        { source, text, flags: flagsOf(source) },
        { timeout: PATTERN_MILLISECONDS },
      ) === true
    );
  } catch (error) {
    // The error may come from the other realm, so its class says nothing.
    const { code } = error as { readonly code?: unknown };
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      return false;
    }
    throw error;
  }
}

function compiles(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** Needless escapes such as \' are legal in RE2 but not with the u flag. */
function flagsOf(pattern: string): "u" | "" {
  return compiles(pattern, "u") ? "u" : "";
}

/** Whether JavaScript can read the pattern at all. */
export function isPattern(pattern: string): boolean {
  return compiles(pattern, "u") || compiles(pattern, "");
}

function numberIn(text: string): number | null {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed.replace(",", ".")) : null;
}

const COMPARE: Readonly<
  Record<
    ">" | ">=" | "<" | "<=" | "=" | "!=",
    (left: number, right: number) => boolean
  >
> = {
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  "=": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

/** Length as people count it: a surrogate pair is one character. */
function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Whether a given answer keeps a rule.
 *
 * @param answer - Non-empty text, or the ticked options.
 */
export function keepsRule(
  rule: AnswerRule,
  answer: string | readonly string[],
): boolean {
  const test = rule.test;
  if (test.kind === "ticks") {
    const ticks = typeof answer === "string" ? 1 : answer.length;
    return ticks >= test.least && ticks <= test.most;
  }
  if (test.kind === "onePerColumn") {
    return true;
  }
  const text = typeof answer === "string" ? answer : answer.join(", ");
  const number = numberIn(text);
  switch (test.kind) {
    case "number":
      return number !== null;
    case "wholeNumber":
      return number !== null && Number.isInteger(number);
    case "numberRange":
      return (
        number !== null &&
        (number >= test.from && number <= test.to) === test.inside
      );
    case "compare":
      return number !== null && COMPARE[test.operator](number, test.number);
    case "email":
      return EMAIL_PATTERN.test(text.trim());
    case "url":
      return URL_PATTERN.test(text.trim());
    case "maxLength":
      return lengthOf(text) <= test.length;
    case "minLength":
      return lengthOf(text) >= test.length;
    case "pattern":
      return matchesPattern(text, test.pattern, test.whole) === test.wanted;
  }
}

/** Russian message for an answer that breaks a rule. */
export function ruleMessage(rule: AnswerRule): string {
  if (rule.help !== "") {
    return rule.help;
  }
  const test = rule.test;
  switch (test.kind) {
    case "number":
      return "Введите число.";
    case "wholeNumber":
      return "Введите целое число.";
    case "numberRange":
      return `Введите число ${test.inside ? "" : "не "}от ${russian(test.from)} до ${russian(test.to)}.`;
    case "compare":
      return `Введите число ${COMPARE_WORDS[test.operator]} ${russian(test.number)}.`;
    case "email":
      return "Введите адрес электронной почты.";
    case "url":
      return "Введите адрес страницы, например https://example.org.";
    case "maxLength":
      return `Ответ слишком длинный: можно не больше ${test.length} знаков.`;
    case "minLength":
      return `Ответ слишком короткий: нужно не меньше ${test.length} знаков.`;
    case "pattern":
      return "Ответ записан не так, как просит форма.";
    case "onePerColumn":
      return "Один столбец можно выбрать только в одной строке.";
    case "ticks":
      return ticksMessage(test.least, test.most);
  }
}

const COMPARE_WORDS = {
  ">": "больше",
  ">=": "не меньше",
  "<": "меньше",
  "<=": "не больше",
  "=": "равное",
  "!=": "не равное",
} as const;

function ticksMessage(least: number, most: number): string {
  if (least === most) {
    return `Отметьте ровно ${least}.`;
  }
  return most === Number.MAX_SAFE_INTEGER
    ? `Отметьте не меньше ${least}.`
    : `Отметьте не больше ${most}.`;
}

function russian(number: number): string {
  return String(number).replace(".", ",");
}
