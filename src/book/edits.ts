/** Edits of a plan, and the book as it is after them. */
import type { AdoptEdit, ReleaseEdit } from "./adopt";
import type { Book, Row } from "./book";
import type { Lacks } from "./looks";
import type { RawCell } from "./parse-cell";
import { type CellValue, rowNumberOfId, type TableId } from "./table";
import type { Timeline } from "./timeline";

export type Values = Readonly<Record<string, CellValue>>;

export type Edit =
  | { readonly kind: "tab"; readonly table: TableId }
  | { readonly kind: "drop"; readonly table: TableId }
  /** Adds missing columns at the right and puts lost keys back into notes. */
  | {
      readonly kind: "columns";
      readonly table: TableId;
      readonly keys: readonly string[];
    }
  /** Brings notes, choices and formats of the add-on's columns up to date. */
  | { readonly kind: "looks"; readonly table: TableId; readonly lacks: Lacks }
  /** Makes the table's defined names reach the last sheet row again. */
  | { readonly kind: "names"; readonly table: TableId }
  /** Puts the formulas of rows where they are missing. */
  | { readonly kind: "formulas"; readonly table: TableId }
  | {
      readonly kind: "insert";
      readonly table: TableId;
      readonly row: string;
      readonly values: Values;
    }
  | {
      readonly kind: "set";
      readonly table: TableId;
      readonly row: string;
      readonly column: string;
      readonly value: CellValue;
    }
  /** Gives a row without a (unique) id the one it was promised. */
  | {
      readonly kind: "id";
      readonly table: TableId;
      readonly sheetRow: number;
      readonly row: string;
    }
  | { readonly kind: "delete"; readonly table: TableId; readonly row: string }
  /** Writes a cell by its place, in a column of the curator's own too. */
  | {
      readonly kind: "cell";
      readonly table: TableId;
      readonly row: string;
      /** 1-based sheet column. */
      readonly column: number;
      readonly value: RawCell;
      readonly old: RawCell;
    }
  /** Draws, changes or (null) takes away the timeline beside the table. */
  | {
      readonly kind: "timeline";
      readonly table: TableId;
      readonly timeline: Timeline | null;
    }
  | AdoptEdit
  | ReleaseEdit;

/** The book as it will be after the edits. Order of edits matters. */
export function applyEdits(book: Book, edits: readonly Edit[]): Book {
  const tables = { ...book.tables };
  const rows = new Map<TableId, Map<string, Row>>();
  const rowsOfTable = (id: TableId) => {
    const known = rows.get(id);
    if (known !== undefined) {
      return known;
    }
    const fresh = new Map(tables[id].rows.map((row) => [row.id, row]));
    rows.set(id, fresh);
    return fresh;
  };
  for (const edit of edits) {
    applyEdit(edit, rowsOfTable(edit.table), (present) => {
      tables[edit.table] = { ...tables[edit.table], present };
    });
  }
  for (const [id, map] of rows) {
    tables[id] = { ...tables[id], rows: [...map.values()] };
  }
  return { ...book, tables, counters: countersAfter(book, edits) };
}

function applyEdit(
  edit: Edit,
  rows: Map<string, Row>,
  setPresent: (present: boolean) => void,
): void {
  switch (edit.kind) {
    case "tab":
      setPresent(true);
      return;
    case "drop":
      setPresent(false);
      rows.clear();
      return;
    case "adopt":
      setPresent(true);
      rows.clear();
      for (const row of edit.rows) {
        rows.set(row.id, row);
      }
      return;
    case "release":
      setPresent(true);
      rows.clear();
      return;
    case "insert":
      rows.set(edit.row, { id: edit.row, row: 0, values: edit.values });
      return;
    case "delete":
      rows.delete(edit.row);
      return;
    case "set": {
      const row = rows.get(edit.row);
      if (row === undefined) {
        throw new RangeError(`applyEdits: no row ${edit.row} in ${edit.table}`);
      }
      rows.set(edit.row, {
        ...row,
        values: { ...row.values, [edit.column]: edit.value },
      });
      return;
    }
    default:
  }
}

/** Counters never fall below the highest number seen or given. */
export function countersAfter(
  book: Book,
  edits: readonly Edit[],
): Book["counters"] {
  const counters = { ...book.counters };
  for (const edit of edits) {
    if (edit.kind === "insert" || edit.kind === "id") {
      const table = book.tables[edit.table].table;
      const n = rowNumberOfId(table, edit.row);
      counters[edit.table] = Math.max(counters[edit.table] ?? 0, n);
    }
  }
  return counters;
}

export function sameCell(a: CellValue, b: CellValue): boolean {
  return a === b || (isBlank(a) && isBlank(b));
}

function isBlank(value: CellValue): boolean {
  return value === null || value === "";
}
