/** The response tabs of a workspace's book, as forms see them. */
import { randomInt } from "node:crypto";
import type { Book } from "./book";
import { readerOf, writeValues } from "./cells";
import type { ResponseCell } from "./form-columns";
import type { ResponseBook } from "./form-destination";
import { defaultDatePattern, displayText } from "./number-format";
import { serialOf } from "./zone-time";

const INSERT_SHEET = "sheet.mutation.insert-sheet";
const SET_ROWS = "sheet.mutation.set-worksheet-row-count";
const SET_COLUMNS = "sheet.mutation.set-worksheet-column-count";
/** Size of a tab Google makes. */
const NEW_TAB = { rowCount: 1000, columnCount: 26 };
/** Rows added at once when a tab is full. */
const MORE_ROWS = 500;

function newSheetId(book: Book): string {
  for (;;) {
    const id = String(randomInt(1, 2 ** 31));
    if (!book.workbook.getSheetBySheetId(id)) {
      return id;
    }
  }
}

function makeRoom(
  book: Book,
  sheetId: string,
  rows: number,
  columns: number,
): void {
  const sheet = book.worksheet(sheetId);
  if (rows > sheet.getRowCount()) {
    book.mutate(SET_ROWS, { subUnitId: sheetId, rowCount: rows + MORE_ROWS });
  }
  if (columns > sheet.getColumnCount()) {
    book.mutate(SET_COLUMNS, { subUnitId: sheetId, columnCount: columns });
  }
}

type Cells = ReturnType<ReturnType<Book["worksheet"]>["getCellMatrix"]>;

function cellsOf(book: Book, sheetId: string): Cells {
  return book.worksheet(sheetId).getCellMatrix();
}

/** Columns up to the last cell of one row. */
function lengthOf(cells: Cells, row: number): number {
  return Math.max(
    0,
    ...Object.keys(cells.getRow(row) ?? {}).map((column) => Number(column) + 1),
  );
}

/** What setValues takes: exact text, typed text, a date, or null to empty the cell. */
function asValue(cell: ResponseCell): { text: string } | string | Date | null {
  if (cell === null || "text" in cell) {
    return cell;
  }
  return "typed" in cell ? cell.typed : cell.moment;
}

/** The workspace's book for the forms linked to it. */
export function responseBook(book: Book): ResponseBook {
  return {
    id: book.id,
    tabNames: () => book.workbook.getSheets().map((sheet) => sheet.getName()),
    addTab: (name) => {
      const id = newSheetId(book);
      book.mutate(INSERT_SHEET, {
        index: book.workbook.getSheetSize(),
        sheet: {
          id,
          name,
          ...NEW_TAB,
          freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
        },
      });
      return id;
    },
    hasTab: (sheetId) => Boolean(book.workbook.getSheetBySheetId(sheetId)),
    rowCount: (sheetId) => cellsOf(book, sheetId).getLength(),
    columnCount: (sheetId) =>
      cellsOf(book, sheetId).getDataRange().endColumn + 1,
    values: (sheetId, rows) => {
      const cells = cellsOf(book, sheetId);
      const from = rows?.from ?? 0;
      const end = Math.min(
        cells.getLength(),
        from + (rows?.count ?? Number.POSITIVE_INFINITY),
      );
      const reader = readerOf(book, sheetId);
      const values: unknown[][] = [];
      for (let row = from; row < end; row += 1) {
        values.push(
          Array.from({ length: lengthOf(cells, row) }, (_, column) =>
            reader.value(row, column),
          ),
        );
      }
      return values;
    },
    write: (sheetId, row, column, cells) => {
      const width = Math.max(0, ...cells.map((line) => line.length));
      if (cells.length === 0 || width === 0) {
        return;
      }
      makeRoom(book, sheetId, row + cells.length, column + width);
      const area = {
        startRow: row,
        endRow: row + cells.length - 1,
        startColumn: column,
        endColumn: column + width - 1,
      };
      writeValues(book, sheetId, area, (line, place) =>
        asValue(cells[line]?.[place] ?? null),
      );
    },
    showMoment: (moment) => {
      const { locale, timeZone } = book.facts();
      const serial = serialOf(moment, timeZone);
      return displayText(serial, defaultDatePattern(locale, true), locale);
    },
    setFormUrl: (sheetId, url) => {
      const formUrls = Object.fromEntries(
        Object.entries(book.facts().formUrls).filter(([id]) => id !== sheetId),
      );
      book.setFacts({
        formUrls: url === null ? formUrls : { ...formUrls, [sheetId]: url },
      });
    },
  };
}
