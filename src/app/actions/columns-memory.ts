/** What columns with a header mean: answers of the preview, remembered in «Настройки». */
import { type Book, findRow, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { hash } from "../../domain/hash";
import { compareKey } from "../../domain/import/compare-text";

/** A line of what is remembered: number of the column, header, meaning. */
const LINE = /^(\d{1,5})\. .*→ (.+)$/;

/** Title of a remembered list holds this much of its header. */
const NAME_LETTERS = 40;

/** Columns that a sheet can have. */
const MOST = 18_278;

/** Key of the setting for this header, and before «:» of the fields of the preview. */
export function memoryKey(prefix: string, headers: readonly string[]): string {
  return `${prefix}-${hash(headers.map(compareKey).join("\n"))}`;
}

/**
 * Answers given in the preview under this key, by column; null when none were.
 * Answers for another header say nothing of this one.
 */
export function answersOf(
  input: Readonly<Record<string, unknown>>,
  key: string,
): readonly (string | undefined)[] | null {
  const answers: (string | undefined)[] = [];
  for (const [field, value] of Object.entries(input)) {
    const index = Number(field.slice(key.length + 1));
    const isOurs = field.startsWith(`${key}:`) && index < MOST;
    if (isOurs && typeof value === "string") {
      answers[index] = value;
    }
  }
  return answers.length === 0 ? null : Array.from(answers);
}

/**
 * Meanings the header had the last time, as they were written; null for a new one.
 *
 * @param read - Turns the words back; undefined when they were changed by hand
 * beyond recognition: as good as forgotten.
 */
export function rememberedMeanings(
  book: Book,
  key: string,
  read: (meaning: string) => string | undefined,
): readonly (string | undefined)[] | null {
  const row = findRow(book, "settings", key);
  const lines = row === null ? [] : textOf(row, "value").split("\n");
  const meanings: (string | undefined)[] = [];
  for (const line of lines) {
    const [, number, words = ""] = LINE.exec(line) ?? [];
    const meaning = number === undefined ? undefined : read(words);
    if (meaning !== undefined) {
      meanings[Number(number) - 1] = meaning;
    }
  }
  return meanings.length === 0 ? null : Array.from(meanings);
}

/** A column on its line of the setting. */
export type MeantColumn = {
  readonly index: number;
  /** As written; empty when it must not be kept. */
  readonly header: string;
  readonly meaning: string;
};

/** The setting that remembers these columns; none when it already does. */
export function rememberColumns(
  book: Book,
  key: string,
  columns: readonly MeantColumn[],
  words: { readonly name: string; readonly about: string },
): Edit[] {
  const value = columns
    .map(
      ({ index, header, meaning }) =>
        `${index + 1}. ${header === "" ? "" : `${header} `}→ ${meaning}`,
    )
    .join("\n");
  const known = findRow(book, "settings", key);
  if (known === null) {
    return [
      {
        kind: "insert",
        table: "settings",
        row: key,
        values: { ...words, value },
      },
    ];
  }
  return textOf(known, "value") === value
    ? []
    : [{ kind: "set", table: "settings", row: key, column: "value", value }];
}

/** Headers in a few words, for the title of the setting. */
export function headersInShort(headers: readonly string[]): string {
  return short(headers.filter((text) => text !== "").join(", "), NAME_LETTERS);
}

export function short(text: string, letters: number): string {
  return text.length > letters ? `${text.slice(0, letters - 1)}…` : text;
}
