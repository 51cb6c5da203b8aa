/** Sheet: rows, columns, sizes, hiding, freezing. */
import { contentSize } from "./content-size";
import { ServiceError } from "./service-object";
import {
  type Axis,
  existingLines,
  insertLines,
  removeLines,
} from "./sheet-lines";
import { needInteger, SheetObject } from "./sheets-context";

/** Members about rows and columns; the first link of the Sheet class. */
export abstract class SheetStructure extends SheetObject {
  protected get worksheet() {
    return this.context.book.worksheet(this.sheetId);
  }

  getMaxRows(): number {
    return this.worksheet.getRowCount();
  }

  getMaxColumns(): number {
    return this.worksheet.getColumnCount();
  }

  getLastRow(): number {
    return contentSize(this.worksheet).rows;
  }

  getLastColumn(): number {
    return contentSize(this.worksheet).columns;
  }

  insertRowsBefore(before: unknown, howMany: unknown): this {
    const call = "Sheet.insertRowsBefore";
    const from = needInteger(call, before) - 1;
    this.#insert("Row", from, needInteger(call, howMany), from);
    return this;
  }

  insertRowsAfter(after: unknown, howMany: unknown): this {
    const call = "Sheet.insertRowsAfter";
    const from = needInteger(call, after);
    this.#insert("Row", from, needInteger(call, howMany), from - 1);
    return this;
  }

  insertRowBefore(before: unknown): this {
    return this.insertRowsBefore(before, 1);
  }

  insertRowAfter(after: unknown): this {
    return this.insertRowsAfter(after, 1);
  }

  insertRows(rowIndex: unknown, howMany: unknown = 1): void {
    this.insertRowsBefore(rowIndex, howMany);
  }

  insertColumnsBefore(before: unknown, howMany: unknown): this {
    const call = "Sheet.insertColumnsBefore";
    const from = needInteger(call, before) - 1;
    this.#insert("Column", from, needInteger(call, howMany), from);
    return this;
  }

  insertColumnsAfter(after: unknown, howMany: unknown): this {
    const call = "Sheet.insertColumnsAfter";
    const from = needInteger(call, after);
    this.#insert("Column", from, needInteger(call, howMany), from - 1);
    return this;
  }

  insertColumnBefore(before: unknown): this {
    return this.insertColumnsBefore(before, 1);
  }

  insertColumnAfter(after: unknown): this {
    return this.insertColumnsAfter(after, 1);
  }

  insertColumns(columnIndex: unknown, howMany: unknown = 1): void {
    this.insertColumnsBefore(columnIndex, howMany);
  }

  deleteRows(row: unknown, howMany: unknown): void {
    const from = needInteger("Sheet.deleteRows", row) - 1;
    const count = needInteger("Sheet.deleteRows", howMany);
    this.#remove("Row", from, count, this.getFrozenRows());
  }

  deleteRow(row: unknown): this {
    this.deleteRows(row, 1);
    return this;
  }

  deleteColumns(column: unknown, howMany: unknown): void {
    const from = needInteger("Sheet.deleteColumns", column) - 1;
    const count = needInteger("Sheet.deleteColumns", howMany);
    this.#remove("Column", from, count, this.getFrozenColumns());
  }

  deleteColumn(column: unknown): this {
    this.deleteColumns(column, 1);
    return this;
  }

  setFrozenRows(rows: unknown): void {
    const count = needInteger("Sheet.setFrozenRows", rows);
    if (count < 0 || count >= this.getMaxRows()) {
      throw new ServiceError("You can't freeze all visible rows on the sheet.");
    }
    this.#freeze(count, this.getFrozenColumns());
  }

  setFrozenColumns(columns: unknown): void {
    const count = needInteger("Sheet.setFrozenColumns", columns);
    if (count < 0 || count >= this.getMaxColumns()) {
      throw new ServiceError(
        "You can't freeze all visible columns on the sheet.",
      );
    }
    this.#freeze(this.getFrozenRows(), count);
  }

  /** Lines inserted among the frozen ones are frozen with them. */
  #insert(axis: Axis, from: number, count: number, model: number): void {
    insertLines(this, axis, from, count, model);
    const { xSplit, ySplit } = this.worksheet.getFreeze();
    if (axis === "Row" && from < ySplit) this.#freeze(ySplit + count, xSplit);
    if (axis === "Column" && from < xSplit) {
      this.#freeze(ySplit, xSplit + count);
    }
  }

  #remove(axis: Axis, from: number, count: number, frozen: number): void {
    removeLines(this, axis, from, count, frozen);
    const left = frozen - Math.max(0, Math.min(from + count, frozen) - from);
    if (left === frozen) return;
    if (axis === "Row") this.#freeze(left, this.getFrozenColumns());
    else this.#freeze(this.getFrozenRows(), left);
  }

  #freeze(rows: number, columns: number): void {
    this.context.book.mutate("sheet.mutation.set-frozen", {
      subUnitId: this.sheetId,
      // -1 is the engine's word for nothing frozen.
      startRow: rows === 0 ? -1 : rows,
      startColumn: columns === 0 ? -1 : columns,
      ySplit: rows,
      xSplit: columns,
    });
  }

  getFrozenRows(): number {
    return this.worksheet.getFreeze().ySplit;
  }

  getFrozenColumns(): number {
    return this.worksheet.getFreeze().xSplit;
  }

  setColumnWidths(start: unknown, howMany: unknown, width: unknown): this {
    const call = "Sheet.setColumnWidths";
    const from = needInteger(call, start) - 1;
    this.context.book.mutate("sheet.mutation.set-worksheet-col-width", {
      subUnitId: this.sheetId,
      ranges: [existingLines(this, "Column", from, needInteger(call, howMany))],
      colWidth: needInteger(call, width),
    });
    return this;
  }

  setColumnWidth(column: unknown, width: unknown): this {
    return this.setColumnWidths(column, 1, width);
  }

  getColumnWidth(column: unknown): number {
    const index = needInteger("Sheet.getColumnWidth", column) - 1;
    existingLines(this, "Column", index, 1);
    return this.worksheet.getColumnWidth(index);
  }

  setRowHeights(start: unknown, howMany: unknown, height: unknown): this {
    const call = "Sheet.setRowHeights";
    const ranges = [
      existingLines(
        this,
        "Row",
        needInteger(call, start) - 1,
        needInteger(call, howMany),
      ),
    ];
    const { book } = this.context;
    const subUnitId = this.sheetId;
    book.mutate("sheet.mutation.set-worksheet-row-height", {
      subUnitId,
      ranges,
      rowHeight: needInteger(call, height),
    });
    book.mutate("sheet.mutation.set-worksheet-row-is-auto-height", {
      subUnitId,
      ranges,
      autoHeightInfo: 0,
    });
    return this;
  }

  setRowHeight(row: unknown, height: unknown): this {
    return this.setRowHeights(row, 1, height);
  }

  getRowHeight(row: unknown): number {
    const index = needInteger("Sheet.getRowHeight", row) - 1;
    existingLines(this, "Row", index, 1);
    return this.worksheet.getRowHeight(index);
  }

  #show(axis: Axis, from: number, count: number, visible: boolean): void {
    const kind = axis === "Row" ? "row" : "col";
    this.context.book.mutate(
      `sheet.mutation.set-${kind}-${visible ? "visible" : "hidden"}`,
      {
        subUnitId: this.sheetId,
        ranges: [existingLines(this, axis, from, count)],
      },
    );
  }

  hideColumns(column: unknown, howMany: unknown = 1): void {
    const call = "Sheet.hideColumns";
    const from = needInteger(call, column) - 1;
    this.#show("Column", from, needInteger(call, howMany), false);
  }

  showColumns(column: unknown, howMany: unknown = 1): void {
    const call = "Sheet.showColumns";
    const from = needInteger(call, column) - 1;
    this.#show("Column", from, needInteger(call, howMany), true);
  }

  isColumnHiddenByUser(column: unknown): boolean {
    const index = needInteger("Sheet.isColumnHiddenByUser", column) - 1;
    existingLines(this, "Column", index, 1);
    return this.worksheet.getConfig().columnData[index]?.hd === 1;
  }

  hideRows(row: unknown, howMany: unknown = 1): void {
    const call = "Sheet.hideRows";
    const from = needInteger(call, row) - 1;
    this.#show("Row", from, needInteger(call, howMany), false);
  }

  showRows(row: unknown, howMany: unknown = 1): void {
    const call = "Sheet.showRows";
    const from = needInteger(call, row) - 1;
    this.#show("Row", from, needInteger(call, howMany), true);
  }

  isRowHiddenByUser(row: unknown): boolean {
    const index = needInteger("Sheet.isRowHiddenByUser", row) - 1;
    existingLines(this, "Row", index, 1);
    return this.worksheet.getConfig().rowData[index]?.hd === 1;
  }
}
