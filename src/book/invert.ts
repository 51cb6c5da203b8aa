/** The inverse of edits: what must be done to take them back. */
import {
  type AdoptEdit,
  type Adopted,
  type ReleaseEdit,
  type WrittenCells,
  writtenCells,
} from "./adopt";
import type { Book, Row } from "./book";
import { applyEdits, type Edit, type Values } from "./edits";
import type { RawCell } from "./parse-cell";
import type { CellValue, TableId } from "./table";
import type { Timeline } from "./timeline";

/** How one edit is taken back: what to do and what must still stand there. */
export type Inverse =
  | { readonly kind: "drop"; readonly table: TableId }
  | {
      readonly kind: "restore";
      readonly table: TableId;
      readonly row: string;
      readonly column: string;
      readonly old: CellValue;
      readonly written: CellValue;
    }
  | {
      readonly kind: "delete";
      readonly table: TableId;
      readonly row: string;
      readonly written: Values;
    }
  | {
      readonly kind: "insert";
      readonly table: TableId;
      readonly row: string;
      readonly values: Values;
    }
  | {
      readonly kind: "cell";
      readonly table: TableId;
      readonly row: string;
      readonly column: number;
      readonly old: RawCell;
      readonly written: RawCell;
    }
  | {
      readonly kind: "release";
      readonly table: TableId;
      readonly adopted: Adopted;
      readonly written: WrittenCells;
    }
  | {
      readonly kind: "timeline";
      readonly table: TableId;
      readonly timeline: Timeline | null;
    }
  | AdoptEdit;

/**
 * What takes the edits back, in the order to do it. Several sets of one cell
 * become one; ids given and keys put back stay, they lose nothing.
 */
export function invert(before: Book, edits: readonly Edit[]): Inverse[] {
  const after = applyEdits(before, edits);
  const moves = edits.filter(
    (edit) => edit.kind === "adopt" || edit.kind === "release",
  );
  const result = moves.map((edit) => invertMove(before, after, edit));
  // The rows of a moved tab come and go with it.
  const moved = new Set(moves.map(({ table }) => table));
  const tabs = new Set(
    edits.flatMap((edit) => (edit.kind === "tab" ? [edit.table] : [])),
  );
  const touched = new Map<TableId, Map<string, Set<string>>>();
  for (const edit of edits) {
    if (
      !moved.has(edit.table) &&
      (edit.kind === "set" || edit.kind === "insert" || edit.kind === "delete")
    ) {
      const rows = touched.get(edit.table) ?? new Map<string, Set<string>>();
      touched.set(edit.table, rows);
      const columns = rows.get(edit.row) ?? new Set<string>();
      rows.set(edit.row, columns);
      if (edit.kind === "set") {
        columns.add(edit.column);
      }
    }
  }
  for (const [table, rows] of touched) {
    const old = new Map(before.tables[table].rows.map((row) => [row.id, row]));
    const now = new Map(after.tables[table].rows.map((row) => [row.id, row]));
    for (const [id, columns] of rows) {
      result.push(...invertRow(table, id, columns, old.get(id), now.get(id)));
    }
  }
  result.push(...cellInverses(edits));
  result.push(...edits.flatMap((edit) => invertTimeline(before, edit)));
  for (const table of tabs) {
    result.push({ kind: "drop", table });
  }
  return result;
}

function cellInverses(edits: readonly Edit[]): Inverse[] {
  return edits.flatMap((edit): Inverse[] => {
    if (edit.kind !== "cell") {
      return [];
    }
    const { table, row, column, old, value } = edit;
    return [{ kind: "cell", table, row, column, old, written: value }];
  });
}

function invertTimeline(before: Book, { kind, table }: Edit): Inverse[] {
  const timeline = before.tables[table].timeline?.timeline ?? null;
  return kind === "timeline" ? [{ kind, table, timeline }] : [];
}

function invertMove(
  before: Book,
  after: Book,
  edit: AdoptEdit | ReleaseEdit,
): Inverse {
  const { table, adopted } = edit;
  return edit.kind === "adopt"
    ? {
        kind: "release",
        table,
        adopted,
        written: writtenCells(adopted, after.tables[table].rows),
      }
    : { kind: "adopt", table, adopted, rows: before.tables[table].rows };
}

function invertRow(
  table: TableId,
  row: string,
  columns: ReadonlySet<string>,
  old: Row | undefined,
  now: Row | undefined,
): Inverse[] {
  if (old === undefined) {
    return now === undefined
      ? []
      : [{ kind: "delete", table, row, written: now.values }];
  }
  if (now === undefined) {
    return [{ kind: "insert", table, row, values: old.values }];
  }
  return [...columns].map((column) => ({
    kind: "restore",
    table,
    row,
    column,
    old: old.values[column] ?? null,
    written: now.values[column] ?? null,
  }));
}
