/** Range: where it is and how big. */
import { writeAddress } from "./a1";
import { mapArea, readerOf } from "./cells";
import { ServiceError } from "./service-object";
import { sheetNumber } from "./sheet-number";
import { AreaObject, needInteger } from "./sheets-context";

/** Members about position; the first link of the Range class. */
export abstract class RangePlace extends AreaObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getRow",
    "getColumn",
    "getLastRow",
    "getLastColumn",
    "getNumRows",
    "getNumColumns",
    "getHeight",
    "getWidth",
    "getRowIndex",
    "getColumnIndex",
    "getSheet",
    "getGridId",
    "getA1Notation",
    "offset",
    "getCell",
  ]);

  getRow(): number {
    return this.area.startRow + 1;
  }

  getRowIndex(): number {
    return this.getRow();
  }

  getColumn(): number {
    return this.area.startColumn + 1;
  }

  getColumnIndex(): number {
    return this.getColumn();
  }

  getLastRow(): number {
    return this.area.endRow + 1;
  }

  getLastColumn(): number {
    return this.area.endColumn + 1;
  }

  getNumRows(): number {
    return this.area.endRow - this.area.startRow + 1;
  }

  getHeight(): number {
    return this.getNumRows();
  }

  getNumColumns(): number {
    return this.area.endColumn - this.area.startColumn + 1;
  }

  getWidth(): number {
    return this.getNumColumns();
  }

  getSheet() {
    return this.context.makeSheet(this.sheetId);
  }

  getGridId(): number {
    return sheetNumber(this.sheetId);
  }

  getA1Notation(): string {
    const sheet = this.context.book.worksheet(this.sheetId);
    return writeAddress(this.area, {
      rows: sheet.getRowCount(),
      columns: sheet.getColumnCount(),
    });
  }

  /** @throws ServiceError when the result lies outside the sheet. */
  offset(
    rowOffset: unknown,
    columnOffset: unknown,
    numRows: unknown = this.getNumRows(),
    numColumns: unknown = this.getNumColumns(),
  ): AreaObject {
    const row = this.area.startRow + needInteger("Range.offset", rowOffset);
    const column =
      this.area.startColumn + needInteger("Range.offset", columnOffset);
    const rows = needInteger("Range.offset", numRows);
    const columns = needInteger("Range.offset", numColumns);
    return this.context.makeRange(
      this.sheetId,
      checkedArea(this, row, column, rows, columns),
    );
  }

  /** @throws ServiceError when the cell lies outside this range. */
  getCell(row: unknown, column: unknown): AreaObject {
    const rowIndex = needInteger("Range.getCell", row) - 1;
    const columnIndex = needInteger("Range.getCell", column) - 1;
    const outside =
      rowIndex < 0 ||
      columnIndex < 0 ||
      rowIndex >= this.getNumRows() ||
      columnIndex >= this.getNumColumns();
    if (outside) throw new ServiceError("Cell reference out of range");
    return this.offset(rowIndex, columnIndex, 1, 1);
  }

  async isBlank(): Promise<boolean> {
    const { book } = this.context;
    await book.settle(this.sheetId);
    const reader = readerOf(book, this.sheetId);
    return mapArea(this.area, reader.value)
      .flat()
      .every((value) => value === "");
  }
}

/** @throws ServiceError with Google's words when the area is not in the sheet. */
export function checkedArea(
  owner: Pick<AreaObject, "context" | "sheetId">,
  startRow: number,
  startColumn: number,
  rows: number,
  columns: number,
) {
  const sheet = owner.context.book.worksheet(owner.sheetId);
  if (startRow < 0) {
    throw new ServiceError("The starting row of the range is too small.");
  }
  if (startColumn < 0) {
    throw new ServiceError("The starting column of the range is too small.");
  }
  if (rows < 1) {
    throw new ServiceError(
      "The number of rows in the range must be at least 1.",
    );
  }
  if (columns < 1) {
    throw new ServiceError(
      "The number of columns in the range must be at least 1.",
    );
  }
  if (
    startRow + rows > sheet.getRowCount() ||
    startColumn + columns > sheet.getColumnCount()
  ) {
    throw new ServiceError(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
  }
  return {
    startRow,
    startColumn,
    endRow: startRow + rows - 1,
    endColumn: startColumn + columns - 1,
  };
}
