/** Reads an answer the way a criterion needs it: as values or as numbers. */
import { choiceKey } from "./choice-key";
import type { Answer } from "./participant";

/** Longest value shown in a sentence. */
const SHOWN_LENGTH = 60;

/** Comparable keys of an answer; blanks and doubled values fall away. */
export function keysOf(answer: Answer | undefined): ReadonlySet<string> {
  const keys = new Set(itemsOf(answer).map(choiceKey));
  keys.delete("");
  return keys;
}

/** The same with each value as people may read it. */
export function valuesOf(
  answer: Answer | undefined,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const item of itemsOf(answer)) {
    const key = choiceKey(item);
    if (key !== "" && !values.has(key)) {
      values.set(key, oneLine(item));
    }
  }
  return values;
}

/** The values of a list, or of a text split at «;» and line ends. */
function itemsOf(answer: Answer | undefined): readonly string[] {
  if (answer === undefined) {
    return [];
  }
  return typeof answer === "object" ? answer : String(answer).split(/[;\n\r]/);
}

/** One line without invisible characters, cut to a readable length. */
export function oneLine(value: string): string {
  const line = value
    .replace(
      /[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  return line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line;
}

/** The first value of an answer as a key, "" when there is none. */
export function keyOf(answer: Answer | undefined): string {
  for (const key of keysOf(answer)) {
    return key;
  }
  return "";
}

/** Least and greatest number an answer names. */
export type Span = { readonly low: number; readonly high: number };

const NUMBER = /\d+(?:[.,]\d+)?/g;

/**
 * Numbers of an answer: «10–12 лет», «от 10», «до 12», «7 «Б»», 7, «5; 6; 7».
 *
 * @returns null when it names none.
 */
export function spanOf(answer: Answer | undefined): Span | null {
  if (typeof answer === "number") {
    return Number.isFinite(answer) ? { low: answer, high: answer } : null;
  }
  const text = itemsOf(answer).map(choiceKey).join("; ");
  const numbers = (text.match(NUMBER) ?? []).map((one) =>
    Number(one.replace(",", ".")),
  );
  const low = Math.min(...numbers);
  const high = Math.max(...numbers);
  if (numbers.length === 0 || !Number.isFinite(high)) {
    return null;
  }
  if (numbers.length === 1 && /\d\s*\+|^от |старше|больше|после/.test(text)) {
    return /^не /.test(text)
      ? { low: Number.NEGATIVE_INFINITY, high }
      : { low, high: Number.POSITIVE_INFINITY };
  }
  if (numbers.length === 1 && /^до |младше|моложе|меньше/.test(text)) {
    return /^не /.test(text)
      ? { low, high: Number.POSITIVE_INFINITY }
      : { low: Number.NEGATIVE_INFINITY, high };
  }
  return { low, high };
}

/** The number of an answer; the middle of a span; null without an end. */
export function numberOf(answer: Answer | undefined): number | null {
  const span = spanOf(answer);
  const middle = span === null ? Number.NaN : (span.low + span.high) / 2;
  return Number.isFinite(middle) ? middle : null;
}

/** A class by its number and letter alone: «7 «Б»», «7-б» and «7Б» are one. */
export function classKey(text: string): string {
  return choiceKey(text)
    .replace(/класс[а-я]*|кл(?![а-я])/g, "")
    .replace(/[^0-9a-zа-я]/g, "");
}
