/** Changes the looks of cells, never their values. */
import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { Book } from "./book";
import { textCell } from "./cell-content";
import { readerOf, writeArea } from "./cells";
import { isTextPattern } from "./number-format";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

const { CellValueType } = univerModules.core;

/**
 * Changes styles; values and formulas stay.
 *
 * @param styleAt - Style of one cell, row and column within the area from 0;
 *   null leaves it as it is, a null property removes it.
 */
export function writeStyles(
  book: Book,
  sheetId: string,
  area: Area,
  styleAt: (row: number, column: number) => StyleChange | null,
): void {
  const reader = readerOf(book, sheetId);
  const becomesText: [number, number, string][] = [];
  writeArea(
    book,
    sheetId,
    area,
    (row, column) => {
      const style = styleAt(row - area.startRow, column - area.startColumn);
      if (style === null) return null;
      const cell = reader.cell(row, column);
      const pattern = style.n?.pattern;
      if (pattern !== undefined && isTextPattern(pattern) && isPlain(cell)) {
        becomesText.push([row, column, reader.display(row, column)]);
      }
      const s = style as IStyleData;
      return cell?.t ? { s, t: cell.t } : { s };
    },
    true,
  );
  for (const [row, column, text] of becomesText) {
    const one = {
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    };
    writeArea(book, sheetId, one, () => textCell(text));
  }
}

/** A style whose properties may be taken away. */
export type StyleChange = {
  readonly [K in keyof IStyleData]?: IStyleData[K] | null;
};

/** A number or yes/no that is no formula. */
function isPlain(cell: Nullable<ICellData>): boolean {
  return (
    !!cell &&
    !cell.f &&
    !cell.si &&
    (cell.t === CellValueType.NUMBER || cell.t === CellValueType.BOOLEAN)
  );
}
