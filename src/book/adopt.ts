/** A curator's own tab that becomes the tab of a table, and the way back. */
import type { Row, TableState } from "./book";
import type { Edit, Values } from "./edits";
import { sameCell } from "./edits";
import {
  type CellValue,
  columnOf,
  ID,
  type Table,
  type TableId,
} from "./table";

/** Where the table's columns are in the tab. Nothing else of it is touched. */
export type Adopted = {
  readonly tabId: number;
  /** Columns of the curator's that carry a key, with the note they had. */
  readonly kept: readonly {
    readonly key: string;
    /** 1-based. */
    readonly column: number;
    readonly header: string;
    readonly note: string;
  }[];
  /** Keys of the columns added at the right, from column `first` on. */
  readonly added: readonly string[];
  /** 1-based. */
  readonly first: number;
  /** Last sheet row with anything in it. */
  readonly lastRow: number;
  readonly maxRows: number;
};

/** Makes the tab the table's. */
export type AdoptEdit = {
  readonly kind: "adopt";
  readonly table: TableId;
  readonly adopted: Adopted;
  /** All rows of the tab, as they stand once ids and added cells are in. */
  readonly rows: readonly Row[];
};

/** Gives the tab back; columns named in `stay` remain as the curator's own. */
export type ReleaseEdit = {
  readonly kind: "release";
  readonly table: TableId;
  readonly adopted: Adopted;
  readonly stay: readonly string[];
};

/** What was written into the added columns: row id → values. */
export type WrittenCells = Readonly<Record<string, Values>>;

/** Column key → 1-based sheet column, kept and added ones. */
export function adoptedPositions(adopted: Adopted): Record<string, number> {
  return Object.fromEntries([
    ...adopted.kept.map(({ key, column }) => [key, column] as const),
    ...adopted.added.map((key, index) => [key, adopted.first + index] as const),
  ]);
}

/** The tab as the table's, before ids and added cells are written. */
export function adoptedState(table: Table, edit: AdoptEdit): TableState {
  const { adopted } = edit;
  const own = new Map(adopted.kept.map(({ key, header }) => [key, header]));
  return {
    table,
    present: true,
    positions: adoptedPositions(adopted),
    headers: Object.fromEntries(
      table.columns.map(({ key, header }) => [key, own.get(key) ?? header]),
    ),
    ownHeaders: [],
    unmarked: [],
    rows: edit.rows,
    lastRow: adopted.lastRow,
    maxRows: adopted.maxRows,
    lastColumn: adopted.first + adopted.added.length - 1,
    formulaCells: new Set(),
    unreadable: new Set(),
    shortNames: false,
    newIds: {},
    problems: [],
  };
}

/** The edit and the cells that go into the columns it adds, ids among them. */
export function adoptEdits(edit: AdoptEdit): Edit[] {
  const { table, adopted, rows } = edit;
  const added = new Set(adopted.added);
  return [
    edit,
    ...rows.flatMap((row): Edit[] =>
      added.has(ID)
        ? [{ kind: "id", table, sheetRow: row.row, row: row.id }]
        : [],
    ),
    ...rows.flatMap((row) =>
      Object.entries(row.values)
        .filter(
          ([key, value]) => key !== ID && added.has(key) && value !== null,
        )
        .map(
          ([column, value]): Edit => ({
            kind: "set",
            table,
            row: row.id,
            column,
            value,
          }),
        ),
    ),
  ];
}

/** What stands in the added columns of these rows. */
export function writtenCells(
  adopted: Adopted,
  rows: readonly Row[],
): WrittenCells {
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      Object.fromEntries(
        adopted.added.flatMap((key): [string, CellValue][] => {
          const value = row.values[key] ?? null;
          return value === null || key === ID ? [] : [[key, value]];
        }),
      ),
    ]),
  );
}

/** Added columns in which somebody has changed something since. */
export function changedColumns(
  state: TableState,
  adopted: Adopted,
  written: WrittenCells,
): { readonly key: string; readonly row: string }[] {
  return adopted.added.flatMap((key) => {
    const column = columnOf(state.table, key);
    if (key === ID || column.derived === true || column.result === true) {
      return [];
    }
    const row = state.rows.find(
      ({ id, values }) =>
        !sameCell(values[key] ?? null, written[id]?.[key] ?? null) &&
        // Blank: not reached yet, or cleared; nothing to keep either way.
        !sameCell(values[key] ?? null, null),
    );
    return row === undefined ? [] : [{ key, row: row.id }];
  });
}
