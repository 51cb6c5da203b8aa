/** Finds which computed values of formulas changed, so that windows can show them. */
import type { BookMutation, ComputedCell, Host } from "../types";

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
   * Values that differ from the last call, without the formulas themselves:
   * one mutation per tab, and before them one for all values that lie beside
   * their formula.
   */
  readonly changes: () => readonly BookMutation[];
  /** Cells written: a window that wrote the same formula again shows nothing there. */
  readonly forget: (mutation: BookMutation) => void;
};

const SET_VALUES = "sheet.mutation.set-range-values";
const SET_SPILLS = "formula.mutation.set-array-formula-data";

/**
 * @param book - Gives cells with formulas, and what those put into the cells
 *   around them, as they are now.
 */
export function watchFormulaValues(
  book: Pick<Host["book"], "id" | "computed" | "spills">,
): FormulaValues {
  let known = new Map<string, string>();
  let knownSpills = "";

  function spills(): readonly BookMutation[] {
    const params = book.spills();
    const text = JSON.stringify(params);
    if (text === knownSpills) return [];
    knownSpills = text;
    return [{ id: SET_SPILLS, params }];
  }

  return {
    changes() {
      const now = new Map<string, string>();
      const changed: Changed = {};
      for (const { sheetId, row, column, v, t, p } of book.computed()) {
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
      const values = Object.entries(changed).map(([subUnitId, cellValue]) => ({
        id: SET_VALUES,
        params: { unitId: book.id, subUnitId, cellValue },
      }));
      return [...spills(), ...values];
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
