/** Finds which computed values of formulas changed, so that windows can show them. */
import type { BookMutation } from "../types";

type Cell = {
  readonly f?: unknown;
  readonly si?: unknown;
  readonly v?: unknown;
  readonly t?: unknown;
  /** Rich text: the label of a link. */
  readonly p?: unknown;
};
type Grid = Readonly<Record<string, Readonly<Record<string, Cell | null>>>>;
type Snapshot = {
  readonly sheets?: Readonly<Record<string, { readonly cellData?: Grid }>>;
};

type Written = {
  readonly subUnitId: string;
  readonly cellValue?: Grid | null;
};

export type FormulaValues = {
  /**
   * Values that differ from the last call, one mutation per tab, without the
   * formulas themselves.
   */
  readonly changes: () => readonly BookMutation[];
  /** Cells written: a window that wrote the same formula again shows nothing there. */
  readonly forget: (mutation: BookMutation) => void;
};

const SET_VALUES = "sheet.mutation.set-range-values";

/** @param snapshot - Univer IWorkbookData as it is now, formulas computed. */
export function watchFormulaValues(
  bookId: string,
  snapshot: () => unknown,
): FormulaValues {
  let known = new Map<string, string>();

  return {
    changes() {
      const now = new Map<string, string>();
      const mutations: BookMutation[] = [];
      const { sheets } = snapshot() as Snapshot;
      for (const [sheetId, sheet] of Object.entries(sheets ?? {})) {
        const changed = changedCells(sheetId, sheet.cellData ?? {}, known, now);
        if (Object.keys(changed).length > 0) {
          mutations.push({
            id: SET_VALUES,
            params: { unitId: bookId, subUnitId: sheetId, cellValue: changed },
          });
        }
      }
      known = now;
      return mutations;
    },
    forget({ id, params }) {
      if (id !== SET_VALUES) return;
      const { subUnitId, cellValue } = params as Written;
      for (const [row, cells] of Object.entries(cellValue ?? {})) {
        for (const [column, cell] of Object.entries(cells ?? {})) {
          if (cell?.f) known.delete(`${subUnitId} ${row} ${column}`);
        }
      }
    },
  };
}

/** Fills `now` with every computed value of the tab; gives those that differ. */
function changedCells(
  sheetId: string,
  grid: Grid,
  known: ReadonlyMap<string, string>,
  now: Map<string, string>,
): Readonly<Record<string, Readonly<Record<string, Cell>>>> {
  const changed: Record<string, Record<string, Cell>> = {};
  for (const [row, column, cell] of formulaCells(grid)) {
    const link = cell.p ? { p: cell.p } : {};
    const value = { v: cell.v ?? null, t: cell.t ?? null, ...link };
    const place = `${sheetId} ${row} ${column}`;
    const text = JSON.stringify(value);
    now.set(place, text);
    if (known.get(place) === text) continue;
    const cells = changed[row] ?? {};
    cells[column] = value;
    changed[row] = cells;
  }
  return changed;
}

function* formulaCells(grid: Grid): Generator<readonly [string, string, Cell]> {
  for (const row in grid) {
    const cells = grid[row];
    for (const column in cells) {
      const cell = cells[column];
      if (cell && (isFormula(cell.f) || isFormula(cell.si))) {
        yield [row, column, cell];
      }
    }
  }
}

function isFormula(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}
