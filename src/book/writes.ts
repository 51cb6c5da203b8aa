/** Groups the edits of one table into few block writes, independent of the number of rows. */
import type { TableState } from "./book";
import type { Edit } from "./edits";
import type { RawCell } from "./parse-cell";
import { missingFormulas, rowFormula } from "./row-formulas";
import { type CellValue, columnOf, ID } from "./table";
import {
  formatOf,
  formatOfRaw,
  toWriteCell,
  type WriteCell,
} from "./write-cell";

/** A rectangle; the top left cell is 1-based. */
export type Block = {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly WriteCell[])[];
  /** Number format of each cell, same shape. */
  readonly formats: readonly (readonly string[])[];
};

/** The changed cells of one column, from the first changed row to the last. */
export type ColumnWrite = {
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** Offset from `row` → new cell; the others stay as they are. */
  readonly changes: ReadonlyMap<number, WriteCell>;
  /** Offset from `row` → number format of the new cell. */
  readonly formats: ReadonlyMap<number, string>;
};

export type TableWrites = {
  readonly columns: readonly ColumnWrite[];
  /**
   * True when cells between changed ones must be re-read and kept. It depends
   * on how many rows change, not on which: so the number of calls does not.
   */
  readonly rereads: boolean;
  /** Row runs to delete, from the bottom up. */
  readonly deletes: readonly { readonly row: number; readonly count: number }[];
  /** Rows whose own cells are cleared because deleting runs would be too many calls. */
  readonly clears: readonly { readonly row: number; readonly column: number }[];
  /** Rows to add below the last filled one. */
  readonly append: readonly Block[];
  readonly appendedRows: number;
  /** Sheet row the first appended row gets. */
  readonly appendAt: number;
};

/** Up to this many separate runs of rows are deleted one by one. */
const MAX_RUNS = 8;

/** All writes of one table; `edits` may hold other tables' edits too. */
export function tableWrites(
  state: TableState,
  edits: readonly Edit[],
): TableWrites {
  const sorted = sortEdits(state, edits);
  const { inserts, deleted } = sorted;
  const columns = columnWrites(state, sorted);
  const runs = runsOf([...deleted]);
  const byRuns = runs.length <= MAX_RUNS;
  const appendAt = Math.max(2, state.lastRow + 1 - (byRuns ? deleted.size : 0));
  return {
    columns,
    rereads: columns.some((column) => column.changes.size > 1),
    deletes: byRuns ? runs.reverse() : [],
    clears: byRuns
      ? []
      : [...deleted].flatMap((row) =>
          Object.values(state.positions).map((column) => ({ row, column })),
        ),
    append: appendBlocks(state, [...inserts.values()], appendAt),
    appendedRows: inserts.size,
    appendAt,
  };
}

/** Edits of one table by what they do to the sheet. */
type Sorted = {
  /** Row id → values of a new row. */
  readonly inserts: Map<string, Record<string, CellValue>>;
  /** Column key → sheet row → value. */
  readonly sets: Map<string, Map<number, CellValue>>;
  /** Sheet column → sheet row → cell. */
  readonly cells: Map<number, Map<number, RawCell>>;
  /** Sheet rows. */
  readonly deleted: Set<number>;
};

function sortEdits(state: TableState, edits: readonly Edit[]): Sorted {
  const rowOf = new Map(state.rows.map((row) => [row.id, row.row]));
  const sorted: Sorted = {
    inserts: new Map(),
    sets: new Map(),
    cells: new Map(),
    deleted: new Set(),
  };
  const own = edits.filter(({ table }) => table === state.table.id);
  for (const edit of own) {
    sortEdit(sorted, rowOf, edit);
  }
  if (own.some(({ kind }) => kind === "formulas")) {
    for (const { key, row, formula } of missingFormulas(state)) {
      setCell(sorted.sets, key, row, formula);
    }
  }
  return sorted;
}

function sortEdit(
  { inserts, sets, cells, deleted }: Sorted,
  rowOf: ReadonlyMap<string, number>,
  edit: Edit,
): void {
  switch (edit.kind) {
    case "insert":
      inserts.set(edit.row, { ...edit.values, [ID]: edit.row });
      return;
    case "set": {
      const inserted = inserts.get(edit.row);
      if (inserted === undefined) {
        setCell(sets, edit.column, sheetRow(rowOf, edit), edit.value);
      } else {
        inserted[edit.column] = edit.value;
      }
      return;
    }
    case "id":
      setCell(sets, ID, edit.sheetRow, edit.row);
      return;
    case "cell": {
      const column = cells.get(edit.column) ?? new Map<number, RawCell>();
      cells.set(edit.column, column.set(sheetRow(rowOf, edit), edit.value));
      return;
    }
    case "delete":
      if (!inserts.delete(edit.row)) {
        deleted.add(sheetRow(rowOf, edit));
      }
      return;
    default:
  }
}

function setCell(
  sets: Sorted["sets"],
  key: string,
  row: number,
  value: CellValue,
): void {
  const column = sets.get(key) ?? new Map<number, CellValue>();
  sets.set(key, column.set(row, value));
}

function sheetRow(
  rows: ReadonlyMap<string, number>,
  edit: { readonly table: string; readonly row: string },
): number {
  const row = rows.get(edit.row);
  if (row === undefined) {
    throw new RangeError(`tableWrites: no row ${edit.row} in ${edit.table}`);
  }
  return row;
}

type Change = { readonly cell: WriteCell; readonly format: string };

/** One write per column: cells named by key and by place go together. */
function columnWrites(
  state: TableState,
  { sets, cells, deleted }: Sorted,
): ColumnWrite[] {
  const columns = new Map<number, Map<number, Change>>();
  const changesIn = (position: number) => {
    const changes = columns.get(position) ?? new Map<number, Change>();
    columns.set(position, changes);
    return changes;
  };
  for (const [key, values] of sets) {
    const position = state.positions[key];
    if (position === undefined) {
      throw new RangeError(
        `tableWrites: ${state.table.id} has no position for ${key}`,
      );
    }
    const column = columnOf(state.table, key);
    for (const [row, value] of values) {
      changesIn(position).set(row, {
        cell: toWriteCell(column, value),
        format: formatOf(column, value),
      });
    }
  }
  for (const [position, values] of cells) {
    for (const [row, value] of values) {
      changesIn(position).set(row, {
        cell: value === "" ? null : value,
        format: formatOfRaw(value),
      });
    }
  }
  return [...columns].flatMap(([column, changes]) =>
    columnWrite(
      column,
      [...changes].filter(([row]) => !deleted.has(row)),
    ),
  );
}

function columnWrite(
  column: number,
  changes: readonly (readonly [number, Change])[],
): ColumnWrite[] {
  if (changes.length === 0) {
    return [];
  }
  const first = changes.reduce(
    (least, [row]) => Math.min(least, row),
    Infinity,
  );
  const last = changes.reduce((most, [row]) => Math.max(most, row), 0);
  return [
    {
      row: first,
      column,
      count: last - first + 1,
      changes: new Map(changes.map(([row, { cell }]) => [row - first, cell])),
      formats: new Map(
        changes.map(([row, { format }]) => [row - first, format]),
      ),
    },
  ];
}

/** Appended rows, one block per run of adjacent own columns. */
function appendBlocks(
  state: TableState,
  rows: readonly Readonly<Record<string, CellValue>>[],
  at: number,
): Block[] {
  if (rows.length === 0) {
    return [];
  }
  const keys = new Map(
    Object.entries(state.positions).map(([key, position]) => [position, key]),
  );
  const idFirst = (a: Run, b: Run) =>
    Number(holds(b, state)) - Number(holds(a, state));
  return runsOf([...keys.keys()])
    .sort(idFirst)
    .map((run) => {
      const columns = Array.from({ length: run.count }, (_, index) =>
        columnOf(state.table, keys.get(run.row + index) ?? ID),
      );
      return {
        row: at,
        column: run.row,
        cells: rows.map((row, offset) =>
          columns.map((column) =>
            toWriteCell(
              column,
              rowFormula(state, column, at + offset) ?? row[column.key],
            ),
          ),
        ),
        formats: rows.map((row) =>
          columns.map((column) => formatOf(column, row[column.key])),
        ),
      };
    });
}

/** A row cut off half-way is recognised by its id, so the id goes first. */
function holds(run: Run, state: TableState): boolean {
  const at = state.positions[ID] ?? 0;
  return at >= run.row && at < run.row + run.count;
}

type Run = { readonly row: number; readonly count: number };

/** Ascending runs of consecutive numbers. */
export function runsOf(numbers: readonly number[]): Run[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: { row: number; count: number }[] = [];
  for (const number of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.count === number) {
      last.count += 1;
    } else if (last === undefined || last.row + last.count < number) {
      runs.push({ row: number, count: 1 });
    }
  }
  return runs;
}
