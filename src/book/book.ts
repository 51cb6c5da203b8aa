/** The workbook as actions see it: parsed tables, counters and settings. */
import type { Merge } from "../domain/import/merges";
import type { Problem } from "../shared/rpc";
import type { HandEdit } from "./hand-edit";
import type { Lacks } from "./looks";
import type { RawTab } from "./parse-table";
import type { CellValue, Table, TableId } from "./table";
import type { TimelineState } from "./timeline";

export type Row = {
  readonly id: string;
  /** 1-based sheet row; 0 for a row that a plan is about to insert. */
  readonly row: number;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Own key → what stands in a column of the curator's own; blanks are absent. */
  readonly own?: Readonly<Record<string, string | number>>;
  /** By codes: what stands in personal columns all the same; it counts as blank. */
  readonly veiled?: Readonly<Record<string, CellValue>>;
};

export type TableState = {
  readonly table: Table;
  /** False when the tab does not exist. */
  readonly present: boolean;
  /** Column key → 1-based sheet column; a key that was not found is absent. */
  readonly positions: Readonly<Record<string, number>>;
  /** Column key → header as it stands in the sheet. */
  readonly headers: Readonly<Record<string, string>>;
  /** Own keys of the curator's own columns, where the table keeps them: their headers, a space added to one that is a key of the table. */
  readonly ownHeaders: readonly string[];
  /** Keys whose note is lost or wrong, found by header. */
  readonly unmarked: readonly string[];
  readonly rows: readonly Row[];
  /** Last sheet row with anything in it (1 = only the header). */
  readonly lastRow: number;
  readonly maxRows: number;
  /** Last sheet column with a header. */
  readonly lastColumn: number;
  /** Sheet rows × columns with a formula, as «row:column». */
  readonly formulaCells: ReadonlySet<string>;
  /** Cells that could not be read, as «row:key»: they are not written over. */
  readonly unreadable: ReadonlySet<string>;
  /** The defined names end above the last sheet row. */
  readonly shortNames: boolean;
  /** Rows that had no id or a doubled one: sheet row → id they get. */
  readonly newIds: Readonly<Record<number, string>>;
  readonly problems: readonly Problem[];
  /** What stands beside the table for the eye; absent where no tab was read. */
  readonly timeline?: TimelineState;
};

/** Answers of one form as they stand in its response tab. */
export type ResponseGrid = {
  readonly formId: string;
  readonly tab: string;
  readonly headers: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    /** Timestamp, ISO date-time; the key of the response together with the token. */
    readonly stamp: string;
    readonly cells: readonly string[];
  }[];
};

/** A tab of the curator's own, as a source of people. */
export type ForeignTab = {
  readonly tabId: number;
  readonly title: string;
  readonly raw: RawTab;
  /** Cells as the sheet shows them, same shape as the values. */
  readonly shown: readonly (readonly string[])[];
  /** Merged cells: 1-based row and column of the corner, size. */
  readonly merges: readonly Merge[];
};

/** What the tabs are called, and where the defined names point. */
export type Layout = {
  /** By tab id. */
  readonly titles: Readonly<Record<number, string>>;
  /** Names whose range is lost have none. */
  readonly names: readonly {
    readonly name: string;
    readonly range: NamedRange | null;
  }[];
};

/** 1-based. */
export type NamedRange = {
  readonly tabId: number;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
};

/** The hourly trigger of the weekly letter. */
export type TimerState = {
  /** Of this account; null when that cannot be told. */
  readonly count: number | null;
  /** False: another account gets the letter. */
  readonly isMine: boolean;
};

export type Book = {
  readonly tables: Readonly<Record<TableId, TableState>>;
  /** Highest number given so far, by table. */
  readonly counters: Readonly<Partial<Record<TableId, number>>>;
  readonly responses: readonly ResponseGrid[];
  /** The last edits by hand that can be taken back, oldest first. */
  readonly handEdits?: readonly HandEdit[];
  /** What of the tabs' looks is not as defined; only for actions that ask. */
  readonly lacks?: Readonly<Partial<Record<TableId, Lacks>>>;
  /** What the tabs hold cell by cell; only for actions that ask. */
  readonly cells?: Readonly<Partial<Record<TableId, RawTab>>>;
  /** Defined names and tab ids; only for actions that ask. */
  readonly layout?: Layout & {
    readonly tabIds: Readonly<Partial<Record<TableId, number>>>;
    readonly timer: TimerState;
  };
  /** Tabs that are none of the add-on's; only for actions that ask. */
  readonly foreign?: {
    readonly titles: readonly {
      readonly tabId: number;
      readonly title: string;
    }[];
    readonly chosen: ForeignTab | null;
    /** All of them, for actions that ask. */
    readonly all?: readonly ForeignTab[];
  };
};

export function rowsOf(book: Book, table: TableId): readonly Row[] {
  return book.tables[table].rows;
}

/** Row ids of each list of rows, made at the first search in it. */
const indexes = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>();

export function findRow(book: Book, table: TableId, id: string): Row | null {
  const { rows } = book.tables[table];
  const index =
    indexes.get(rows) ??
    new Map([...rows].reverse().map((row) => [row.id, row]));
  indexes.set(rows, index);
  return index.get(id) ?? null;
}

/** Text of a cell, "" when empty; numbers as they are written. */
export function textOf(row: Row, key: string): string {
  const value = row.values[key];
  return value === null || value === undefined ? "" : String(value);
}

/** Number of a cell, or null. */
export function numberOf(row: Row, key: string): number | null {
  const value = row.values[key];
  return typeof value === "number" ? value : null;
}

/** Items of a many-of cell: separated by «;» or line breaks. */
export function listOf(row: Row, key: string): readonly string[] {
  return textOf(row, key)
    .split(/[;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Value of a setting; null when the row is missing or empty. */
export function setting(book: Book, key: string): CellValue {
  return findRow(book, "settings", key)?.values["value"] ?? null;
}

export function textSetting(book: Book, key: string): string {
  const value = setting(book, key);
  return value === null ? "" : String(value);
}

/** Values of one list of Справочники, in the order of the tab. */
export function listValues(book: Book, list: string): readonly string[] {
  return rowsOf(book, "lists")
    .map((row) => textOf(row, list))
    .filter((value) => value !== "");
}
