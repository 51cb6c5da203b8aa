/** The values of a form: what it starts with, what is wrong, what is sent. */
import type { Field, Json, JsonObject } from "../../shared/rpc";
import type { SheetText } from "./read-text-file";

export type FileValue = {
  readonly name: string;
  readonly sizeBytes: number;
  readonly text: string;
  /** Sheets of a workbook to choose from. */
  readonly sheets?: readonly SheetText[];
};

/** Null means that nothing is chosen yet; typed text stays as typed. */
export type FieldValue = string | boolean | FileValue | null;

/** Field key → value. */
export type Values = ReadonlyMap<string, FieldValue>;

/** Field key → what is wrong, in Russian. */
export type FieldErrors = ReadonlyMap<string, string>;

export function isFileValue(value: FieldValue | undefined): value is FileValue {
  return typeof value === "object" && value !== null;
}

function initialValue(field: Field): FieldValue {
  const { kind, value } = field;
  if (kind === "file") {
    return null;
  }
  if (kind === "yesno") {
    // A required question without an answer to start with must be answered.
    const unanswered = field.required === true ? null : false;
    return typeof value === "boolean" ? value : unanswered;
  }
  if (kind === "choice") {
    const known = field.choices?.some((choice) => choice.value === value);
    return known === true ? String(value) : null;
  }
  return value === undefined ? "" : String(value);
}

/** One value per field, from `Field.value` where it fits the kind. */
export function initialValues(fields: readonly Field[]): Values {
  return new Map(fields.map((field) => [field.key, initialValue(field)]));
}

/** Whether an answer differs from what the form began with. */
export function isChanged(fields: readonly Field[], values: Values): boolean {
  return fields.some((field) => values.get(field.key) !== initialValue(field));
}

/** Digits as people type them: «1 200», «−5». Null when not a whole number. */
export function parseInteger(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "").replace(/^[−–]/, "-");
  const value = /^[+-]?\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

const EMPTY_MESSAGES: Readonly<Record<Field["kind"], string>> = {
  text: "Заполните это поле.",
  longtext: "Заполните это поле.",
  integer: "Введите число.",
  date: "Выберите дату.",
  choice: "Выберите один из вариантов.",
  yesno: "Выберите «Да» или «Нет».",
  file: "Выберите файл.",
  marks: "Отметьте хотя бы одно.",
};

function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === null ||
    value === undefined ||
    (typeof value === "string" && value.trim() === "")
  );
}

function errorOf(field: Field, value: FieldValue | undefined): string | null {
  if (isEmpty(value)) {
    return field.required === true ? EMPTY_MESSAGES[field.kind] : null;
  }
  const text = typeof value === "string" ? value : "";
  if (field.kind === "integer" && parseInteger(text) === null) {
    return "Нужно целое число, например 12.";
  }
  // A date input gives four-digit years; half-typed ones begin with zeros.
  return field.kind === "date" && text < "1900" ? "Проверьте год." : null;
}

/**
 * @param broken - Keys of fields whose input holds an unfinished date.
 * @returns An empty map when the form may be sent.
 */
export function findErrors(
  fields: readonly Field[],
  values: Values,
  broken: ReadonlySet<string>,
): FieldErrors {
  const errors = new Map<string, string>();
  for (const field of fields) {
    const error = broken.has(field.key)
      ? "Введите дату полностью: день, месяц и год."
      : errorOf(field, values.get(field.key));
    if (error !== null) {
      errors.set(field.key, error);
    }
  }
  return errors;
}

function jsonOf(field: Field, value: FieldValue | undefined): Json | undefined {
  if (isFileValue(value)) {
    return value.text;
  }
  if (["text", "longtext", "marks"].includes(field.kind)) {
    return typeof value === "string" ? value : "";
  }
  if (isEmpty(value)) {
    return undefined;
  }
  return field.kind === "integer" ? parseInteger(String(value)) : value;
}

/**
 * What the server gets: text always, even empty; yes/no as boolean; integers as
 * numbers; dates as YYYY-MM-DD; a file as its text. Other kinds left empty have
 * no key at all.
 */
export function toInput(fields: readonly Field[], values: Values): JsonObject {
  const entries: [string, Json][] = [];
  for (const field of fields) {
    const value = jsonOf(field, values.get(field.key));
    if (value !== undefined) {
      entries.push([field.key, value]);
    }
  }
  return Object.fromEntries(entries);
}
