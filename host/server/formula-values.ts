/** Finds which computed values of formulas changed, so that windows can show them. */
import type { BookMutation, ComputedCell } from "../types";

type CellValue = Pick<ComputedCell, "v" | "t" | "p">;
type Changed = Record<string, Record<number, Record<number, CellValue>>>;

type Written = {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<
    Record<string, Readonly<Record<string, { readonly f?: unknown } | null>>>
  > | null;
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

/** @param computed - Cells with formulas as they are now. */
export function watchFormulaValues(
  bookId: string,
  computed: () => Iterable<ComputedCell>,
): FormulaValues {
  let known = new Map<string, string>();

  return {
    changes() {
      const now = new Map<string, string>();
      const changed: Changed = {};
      for (const { sheetId, row, column, v, t, p } of computed()) {
        const value = p === undefined ? { v, t } : { v, t, p };
        const place = `${sheetId} ${row} ${column}`;
        const text = JSON.stringify(value);
        now.set(place, text);
        if (known.get(place) === text) continue;
        const rows = changed[sheetId] ?? {};
        rows[row] = { ...rows[row], [column]: value };
        changed[sheetId] = rows;
      }
      known = now;
      return Object.entries(changed).map(([subUnitId, cellValue]) => ({
        id: SET_VALUES,
        params: { unitId: bookId, subUnitId, cellValue },
      }));
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
