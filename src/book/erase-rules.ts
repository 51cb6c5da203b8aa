/** What becomes of rows and columns when a person is erased: what is counted stays, the rest goes. */
import { hash } from "../domain/hash";
import { codeKey } from "../domain/matching/choice-key";
import { CURRENT_PAIR } from "../domain/vocabulary";
import { listOf, type Row, textOf } from "./book";
import { type CellValue, type Column, ID, type TableId } from "./table";

/** Columns of a bank that stay: what formulas count has a defined name. */
const BANK_STAYS: readonly string[] = [
  ID,
  "kind",
  "headcount",
  "entered",
  "finished",
  "passed",
  "personKey",
];

/** Texts that stay in rows about a person, names in them masked. */
const ROW_STAYS: Partial<Readonly<Record<TableId, readonly string[]>>> = {
  pairs: ["mentorId", "menteeId", "run", "documentId"],
  consents: ["person", "document", "kept"],
  answers: ["form", "questionnaire", "person", "stamp", "source"],
};

/** Accounts of those who work with the book. */
const ACCOUNTS: readonly string[] = ["who", "approvedBy", "author"];

const COUNTED_KINDS: readonly Column["kind"][] = [
  "date",
  "integer",
  "number",
  "choice",
  "yesno",
  "formula",
];

/** What a row has to do with the people. */
export type Concern = "person" | "about" | "other";

export function concernOf(
  table: TableId,
  row: Row,
  persons: ReadonlySet<string>,
): Concern {
  switch (table) {
    case "mentees":
    case "mentors":
      return persons.has(row.id) ? "person" : "other";
    case "pairs":
      return persons.has(textOf(row, "menteeId")) ||
        persons.has(textOf(row, "mentorId"))
        ? "about"
        : "other";
    case "consents":
    case "answers":
      return persons.has(textOf(row, "person")) ? "about" : "other";
    default:
      return "other";
  }
}

/** What is written into a row about the person besides what is cleared. */
export function marksOf(
  table: TableId,
  row: Row,
  concern: Concern,
  today: string,
): Readonly<Record<string, CellValue>> {
  if (concern === "person") {
    const status = textOf(row, "status");
    return {
      consent: textOf(row, "consent") === "отозвано" ? "отозвано" : "нет",
      status: status === "завершил" ? status : "выбыл",
      erased: today,
    };
  }
  if (concern === "about" && table === "pairs") {
    const status = textOf(row, "status");
    return CURRENT_PAIR.includes(status)
      ? { status: "прекращена досрочно" }
      : {};
  }
  return concern === "about" && table === "answers"
    ? // Known again by intake, and nothing of the answer is left.
      { source: answerMark(textOf(row, "source")) }
    : {};
}

/** Stands for the key of an answer that was erased. */
export function answerMark(source: string): string {
  return /^[^|]+$/.test(source) ? source : hash(source);
}

/** Whether a column keeps its cell, names in it masked, in a row of this concern. */
export function columnStays(
  table: TableId,
  concern: Concern,
  column: Column | undefined,
): boolean {
  if (concern === "other") {
    return true;
  }
  if (column === undefined) {
    return false;
  }
  return concern === "person"
    ? column.personal !== true &&
        (column.name !== undefined || BANK_STAYS.includes(column.key))
    : column.key === ID ||
        isAccount(column) ||
        isCounted(column) ||
        ROW_STAYS[table]?.includes(column.key) === true;
}

/** Filled by officials with their own accounts. */
export function isAccount({ key }: Column): boolean {
  return ACCOUNTS.includes(key);
}

export function isCounted({ kind }: Column): boolean {
  return COUNTED_KINDS.includes(kind);
}

/** Other people's wishes without these codes. */
export function wishesWithout(
  row: Row,
  persons: ReadonlySet<string>,
): Readonly<Record<string, CellValue>> {
  const isTheirs = codeTest(persons);
  return persons.has(row.id)
    ? {}
    : Object.fromEntries(
        ["wishes", "refuses"].flatMap((key): [string, CellValue][] => {
          const items = listOf(row, key);
          const left = items.filter((item) => !isTheirs(item));
          return left.length === items.length
            ? []
            : [[key, left.join("; ") || null]];
        }),
      );
}

/** «НМ-003» and «НМ-003: 5», typed in any way. */
export function codeTest(
  persons: ReadonlySet<string>,
): (item: string) => boolean {
  const keys = new Set([...persons].map(codeKey));
  return (item) => keys.has(codeKey(item.split(":")[0] ?? ""));
}
