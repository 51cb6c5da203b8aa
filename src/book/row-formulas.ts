/** Formulas of rows: over cells of their own row, found where the columns stand now. */
import { columnLetters } from "./a1";
import type { TableState } from "./book";
import { asFormula, type Formula, text } from "./formula";
import type { Column, Table } from "./table";

/** The column's formula in a sheet row, null when it has none. A column that is not there counts as blank. */
export function rowFormula(
  state: TableState,
  column: Column,
  row: number,
): string | null {
  if (column.rowFormula === undefined) {
    return null;
  }
  const cell = (key: string): Formula => {
    const position = state.positions[key];
    return position === undefined
      ? text("")
      : { text: `$${columnLetters(position)}${row}` };
  };
  return asFormula(column.rowFormula(cell));
}

export function hasRowFormulas(table: Table): boolean {
  return table.columns.some((column) => column.rowFormula !== undefined);
}

/** Blank cells of the rows in columns that have a formula. */
export function missingFormulas(state: TableState): readonly {
  readonly key: string;
  readonly row: number;
  readonly formula: string;
}[] {
  return state.table.columns.flatMap((column) => {
    const { key } = column;
    const position = state.positions[key];
    return position === undefined || column.rowFormula === undefined
      ? []
      : state.rows.flatMap(({ row, values }) => {
          const isBlank = (values[key] ?? null) === null;
          const isFree =
            isBlank && !state.formulaCells.has(`${row}:${position}`);
          const formula = isFree ? rowFormula(state, column, row) : null;
          return formula === null ? [] : [{ key, row, formula }];
        });
  });
}
