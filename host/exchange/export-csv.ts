/** One tab as .csv: what its cells show. */
import type { Book } from "../services/book";
import { mapArea, readerOf } from "../services/cells";
import { contentSize } from "../services/content-size";
import { csvText, guarded } from "./csv-text";

/**
 * Values as shown, hidden rows and columns too, as Google exports them. Only
 * texts that a spreadsheet would run as a formula get an apostrophe.
 *
 * @throws ServiceError when there is no such tab.
 */
export function exportCsv(book: Book, sheetId: string): string {
  const { rows, columns } = contentSize(book.worksheet(sheetId));
  if (rows === 0) return "";
  const reader = readerOf(book, sheetId);
  const area = {
    startRow: 0,
    endRow: rows - 1,
    startColumn: 0,
    endColumn: columns - 1,
  };
  return csvText(
    mapArea(area, (row, column) => {
      const shown = reader.display(row, column);
      return typeof reader.value(row, column) === "string"
        ? guarded(shown)
        : shown;
    }),
  );
}
