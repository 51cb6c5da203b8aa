/** Sheet: search, copies, moving lines, metadata, and short names of other members. */

import { mapArea, readerOf } from "./cells";
import { Color, colorText } from "./colors";
import { contentSize } from "./content-size";
import { type DeveloperMetadata, metadataAt } from "./metadata";
import { DeveloperMetadataFinder } from "./metadata-finder";
import { addMetadata } from "./metadata-store";
import { listNamedRanges, type NamedRange } from "./named-range";
import type { Range } from "./range";
import { checkedArea } from "./range-place";
import { copySheet, copyTitle } from "./sheet-copies";
import { existingLines } from "./sheet-lines";
import { SheetSelection } from "./sheet-selection";
import { mismatch, needInteger, needRange } from "./sheets-context";
import { SheetType } from "./sheets-enums";
import { TextFinder } from "./text-finder";

/** Height of a row, and width of a letter and of a column's margins, pixels; as the page draws them. */
const ROW_HEIGHT = 21;
const LETTER_WIDTH = 7;
const MARGINS = 15;

/** Members of a second kind; the third link of the Sheet class. */
export abstract class SheetExtras extends SheetSelection {
  /** (row, column, rows, columns): values, without a Range between. */
  getSheetValues(...given: unknown[]): Promise<unknown> {
    const call = "Sheet.getSheetValues";
    if (given.length !== 4) throw mismatch(call, ...given);
    const [row = 0, column = 0, rows = 0, columns = 0] = given.map((number) =>
      needInteger(call, number),
    );
    // -1 reaches to the last used line.
    const lastRows = rows === -1 ? this.getLastRow() - row + 1 : rows;
    const lastColumns =
      columns === -1 ? this.getLastColumn() - column + 1 : columns;
    const area = checkedArea(this, row - 1, column - 1, lastRows, lastColumns);
    const range = this.context.makeRange(this.sheetId, area) as Range;
    return range.getValues();
  }

  createTextFinder(text: unknown): TextFinder {
    const { rows, columns } = contentSize(this.worksheet);
    const area = checkedArea(
      this,
      0,
      0,
      Math.max(rows, 1),
      Math.max(columns, 1),
    );
    return new TextFinder([this.context.makeRange(this.sheetId, area)], text);
  }

  hideColumn(range: unknown): void {
    const { area } = needRange("Sheet.hideColumn", range);
    this.hideColumns(
      area.startColumn + 1,
      area.endColumn - area.startColumn + 1,
    );
  }

  hideRow(range: unknown): void {
    const { area } = needRange("Sheet.hideRow", range);
    this.hideRows(area.startRow + 1, area.endRow - area.startRow + 1);
  }

  unhideColumn(range: unknown): void {
    const { area } = needRange("Sheet.unhideColumn", range);
    this.showColumns(
      area.startColumn + 1,
      area.endColumn - area.startColumn + 1,
    );
  }

  unhideRow(range: unknown): void {
    const { area } = needRange("Sheet.unhideRow", range);
    this.showRows(area.startRow + 1, area.endRow - area.startRow + 1);
  }

  isRowHiddenByFilter(row: unknown): boolean {
    const index = needInteger("Sheet.isRowHiddenByFilter", row) - 1;
    existingLines(this, "Row", index, 1);
    return this.worksheet.getRowFiltered(index);
  }

  setRowHeightsForced(start: unknown, howMany: unknown, height: unknown): this {
    return this.setRowHeights(start, howMany, height);
  }

  autoResizeColumn(column: unknown): this {
    return this.autoResizeColumns(column, 1);
  }

  /** As wide as the longest text that is shown; the page measures real letters. */
  autoResizeColumns(start: unknown, howMany: unknown): this {
    const call = "Sheet.autoResizeColumns";
    const from = needInteger(call, start);
    const count = needInteger(call, howMany);
    existingLines(this, "Column", from - 1, count);
    const rows = Math.max(this.getLastRow(), 1);
    for (let column = from; column < from + count; column += 1) {
      const area = checkedArea(this, 0, column - 1, rows, 1);
      const reader = readerOf(this.context.book, this.sheetId);
      const lengths = mapArea(area, reader.display)
        .flat()
        .map((text) =>
          Math.max(...text.split("\n").map((line) => line.length)),
        );
      const longest = Math.max(...lengths);
      if (longest > 0) {
        this.setColumnWidth(column, longest * LETTER_WIDTH + MARGINS);
      }
    }
    return this;
  }

  autoResizeRows(start: unknown, howMany: unknown): this {
    const call = "Sheet.autoResizeRows";
    const from = needInteger(call, start);
    const count = needInteger(call, howMany);
    const ranges = [existingLines(this, "Row", from - 1, count)];
    this.setRowHeights(from, count, ROW_HEIGHT);
    this.context.book.mutate(
      "sheet.mutation.set-worksheet-row-is-auto-height",
      {
        subUnitId: this.sheetId,
        ranges,
        autoHeightInfo: 1,
      },
    );
    return this;
  }

  moveRows(rows: unknown, destination: unknown): void {
    const { area } = needRange("Sheet.moveRows", rows);
    this.#moveLines("row", area.startRow, area.endRow, destination);
  }

  moveColumns(columns: unknown, destination: unknown): void {
    const { area } = needRange("Sheet.moveColumns", columns);
    this.#moveLines("col", area.startColumn, area.endColumn, destination);
  }

  /** @param destination - Number of the line, before the move, that they come before. */
  #moveLines(
    kind: "row" | "col",
    from: number,
    to: number,
    destination: unknown,
  ) {
    const at = needInteger("Sheet.moveLines", destination) - 1;
    if (at >= from && at <= to + 1) return;
    const axis = kind === "row" ? "Row" : "Column";
    const source = existingLines(this, axis, from, to - from + 1);
    // The place is told as it was before the move.
    const target = {
      ...source,
      [`start${axis}`]: at,
      [`end${axis}`]: at + to - from,
    };
    this.context.book.restructure(
      kind === "row" ? "sheet.command.move-rows" : "sheet.command.move-cols",
      kind === "row"
        ? "sheet.mutation.move-rows"
        : "sheet.mutation.move-columns",
      {
        subUnitId: this.sheetId,
        fromRange: source,
        toRange: target,
        sourceRange: source,
        targetRange: target,
      },
    );
  }

  /** To a place behind the last tab of the book; `Копия …` until it is renamed. */
  copyTo(spreadsheet: unknown) {
    const given = spreadsheet as { readonly bookId?: string };
    if (given?.bookId !== this.context.book.id) {
      throw mismatch("Sheet.copyTo", spreadsheet);
    }
    const title = copyTitle(this.context, this.sheetId);
    const last = this.context.book.workbook.getSheetOrders().length;
    const id = copySheet(this.context, this.sheetId, title, last);
    return this.context.makeSheet(id);
  }

  getNamedRanges(): NamedRange[] {
    return listNamedRanges(this.context).filter(
      (named) => named.getRange().sheetId === this.sheetId,
    );
  }

  getType() {
    return SheetType.GRID;
  }

  getTabColorObject(): Color | null {
    const { tabColor } = this.worksheet.getConfig();
    return tabColor === "" ? null : new Color(tabColor);
  }

  setTabColorObject(color: unknown): this {
    this.context.book.mutate("sheet.mutation.set-tab-color", {
      subUnitId: this.sheetId,
      color: colorText("Sheet.setTabColorObject", color) ?? "",
    });
    return this;
  }

  /** (key), (key, visibility), (key, value) or (key, value, visibility). */
  addDeveloperMetadata(...given: unknown[]): this {
    addMetadata(this.context, { sheetId: this.sheetId, area: null }, given);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.context, { sheetId: this.sheetId, area: null });
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    const place = { sheetId: this.sheetId, area: null };
    return new DeveloperMetadataFinder(this.context, place);
  }
}
