/** The whole book as plain rows of values. */
import type { Book } from "./book";
import { mapArea, readerOf } from "./cells";
import { contentSize } from "./content-size";

/** Tab title → rows as getValues gives them, dates as ISO text. */
export function readGrids(book: Book): Record<string, unknown[][]> {
  const grids: Record<string, unknown[][]> = {};
  for (const sheet of book.workbook.getSheets()) {
    const { rows, columns } = contentSize(sheet);
    const reader = readerOf(book, sheet.getSheetId());
    const area = {
      startRow: 0,
      startColumn: 0,
      endRow: rows - 1,
      endColumn: columns - 1,
    };
    grids[sheet.getName()] = mapArea(area, (row, column) => {
      const value = reader.value(row, column);
      return value instanceof Date ? value.toISOString() : value;
    });
  }
  return grids;
}
