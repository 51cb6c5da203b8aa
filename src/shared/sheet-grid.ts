/** One sheet of a workbook file on its way from the panel: JSON text in place of a .csv. */

export type SheetGrid = {
  /** Title of the sheet. */
  readonly sheet: string;
  /** Texts as a reader would write them; dates DD.MM.YYYY. */
  readonly rows: readonly (readonly string[])[];
  /** Row, column, rows, columns of merged cells; 1-based. */
  readonly merges: readonly (readonly [number, number, number, number])[];
};

/** How the text begins; no list of people does. */
export const GRID_MARK = '{"sheet":';

export function gridText(grid: SheetGrid): string {
  const { sheet, rows, merges } = grid;
  return JSON.stringify({ sheet, rows, merges });
}
