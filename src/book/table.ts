/** What a table of the workbook is: one definition from which headers, notes, validation and parsing derive. */

import type { Formula } from "./formula";

/** A cell as the product sees it. Dates are YYYY-MM-DD strings in date columns. */
export type CellValue = string | number | boolean | null;

export type ColumnKind =
  | "text"
  | "longtext"
  | "date"
  | "integer"
  | "number"
  | "choice"
  | "many"
  | "yesno"
  | "formula"
  | "any";

export type TableId =
  | "start"
  | "settings"
  | "lists"
  | "mentees"
  | "mentors"
  | "consents"
  | "criteria"
  | "pairRules"
  | "pairs"
  | "variants"
  | "counters"
  | "roadmap"
  | "indicators"
  | "forms"
  | "answers"
  | "documents"
  | "journal"
  | "undo";

export type Column = {
  /** Stands in the header note as «ключ: …» and never changes. */
  readonly key: string;
  /** Official wording; the curator may rename the cell. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** What it is, who fills it, an example. */
  readonly note: string;
  /** Pixels. */
  readonly width?: number;
  readonly required?: boolean;
  /** Personal data of a participant. */
  readonly personal?: boolean;
  /** A sensitive fact: it may keep two people apart and is never shown in words. */
  readonly closed?: boolean;
  /** Newer than the first books: one remark for all of them, and no action waits for it. */
  readonly later?: boolean;
  /** Kept by the add-on from other tables; never typed. */
  readonly derived?: boolean;
  /** Filled by an effect (a document's link, a form's address). */
  readonly result?: boolean;
  readonly hidden?: boolean;
  /** Fixed list of a choice column. */
  readonly choices?: readonly string[];
  /** Column of Справочники that lists the values. */
  readonly list?: string;
  /** Table whose row ids are the values. */
  readonly refers?: TableId;
  /** Other headers people use for it. */
  readonly synonyms?: readonly string[];
  /** Defined name over the column's data rows, for formulas. */
  readonly name?: string;
  /** Formula of every row over cells of the same row, found by their keys. */
  readonly rowFormula?: (cell: (key: string) => Formula) => Formula;
};

export type Table = {
  readonly id: TableId;
  /** Tab title. */
  readonly title: string;
  /** Prefix of row ids («НСТ»); empty when actions give the ids themselves. */
  readonly prefix: string;
  /** Digits of a row id. */
  readonly digits: number;
  readonly columns: readonly Column[];
  readonly hidden?: boolean;
  /** Rows keep what stands in columns of the curator's own. */
  readonly keepsOwn?: boolean;
};

/** Key of the column that holds the row id, in every table. */
export const ID = "id";

export function columnOf(table: Table, key: string): Column {
  const column = table.columns.find((candidate) => candidate.key === key);
  if (column === undefined) {
    throw new RangeError(`columnOf: ${table.id} has no column ${key}`);
  }
  return column;
}

/** Row id with number `n`: «НСТ-014». */
export function rowId(table: Table, n: number): string {
  return `${table.prefix}-${String(n).padStart(table.digits, "0")}`;
}

/** Number in a row id of this table, or 0 when it is not one. */
export function rowNumberOfId(table: Table, id: string): number {
  const match = /^(.+)-(\d+)$/.exec(id);
  return match !== null && match[1] === table.prefix ? Number(match[2]) : 0;
}
