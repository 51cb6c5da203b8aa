/** Range: finding, tidying, moving, checkboxes, R1C1 formulas. */
import { autoFill, neighborEnd } from "./auto-fill";
import { putCells, takeCells } from "./cell-blocks";
import { deleteCells, insertCells, moveCells } from "./cell-moves";
import { dataRegion, nextDataCell } from "./cell-search";
import {
  removeDuplicateRows,
  shuffleRows,
  splitColumn,
  trimCells,
} from "./cell-tidying";
import { mapArea, readerOf, writeFormulas } from "./cells";
import {
  areChecked,
  insertCheckboxes,
  removeCheckboxes,
  setChecked,
} from "./checkboxes";
import { readFilter } from "./filter";
import { fromR1C1, toR1C1 } from "./r1c1";
import { RangeLooks } from "./range-looks";
import { checkedArea } from "./range-place";
import { EnumValue, ServiceError } from "./service-object";
import {
  type AreaObject,
  mismatch,
  needInteger,
  needRange,
  needText,
  SheetObject,
} from "./sheets-context";
import { AutoFillSeries } from "./sheets-enums";
import { TextFinder } from "./text-finder";

/** Members about cells as they lie; the fifth link of the Range class. */
export abstract class RangeCells extends RangeLooks {
  #of(area: AreaObject["area"]): AreaObject {
    return this.context.makeRange(this.sheetId, area);
  }

  /** Null where there is no formula. */
  getFormulasR1C1(): (string | null)[][] {
    const reader = readerOf(this.context.book, this.sheetId);
    return mapArea(this.area, (row, column) => {
      const formula = reader.formula(row, column);
      return formula === "" ? null : toR1C1(formula, { row, column });
    });
  }

  getFormulaR1C1() {
    return this.getFormulasR1C1()[0]?.[0];
  }

  setFormulasR1C1(formulas: unknown): this {
    const grid = this.grid(formulas, "setFormulasR1C1");
    return this.#writeR1C1((row, column) => grid[row]?.[column]);
  }

  setFormulaR1C1(formula: unknown): this {
    return this.#writeR1C1(() => formula);
  }

  #writeR1C1(formulaAt: (row: number, column: number) => unknown): this {
    const { startRow, startColumn } = this.area;
    const write = (row: number, column: number): string =>
      fromR1C1(needText("Range.setFormulaR1C1", formulaAt(row, column) ?? ""), {
        row: startRow + row,
        column: startColumn + column,
      });
    writeFormulas(this.context.book, this.sheetId, this.area, write);
    return this;
  }

  /** (): both ways; (dimension): only down and up, or only sideways. */
  async getDataRegion(dimension: unknown = null): Promise<AreaObject> {
    if (dimension !== null && !(dimension instanceof EnumValue)) {
      throw mismatch("Range.getDataRegion", dimension);
    }
    const { book } = this.context;
    await book.settle(this.sheetId);
    return this.#of(dataRegion(book, this.sheetId, this.area, dimension));
  }

  async getNextDataCell(direction: unknown): Promise<AreaObject> {
    if (!(direction instanceof EnumValue)) {
      throw mismatch("Range.getNextDataCell", direction);
    }
    const { book } = this.context;
    await book.settle(this.sheetId);
    const from = { row: this.area.startRow, column: this.area.startColumn };
    const { row, column } = nextDataCell(book, this.sheetId, from, direction);
    return this.#of({
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    });
  }

  createTextFinder(text: unknown): TextFinder {
    return new TextFinder([this], text);
  }

  async trimWhitespace(): Promise<this> {
    await this.context.book.settle(this.sheetId);
    trimCells(this.context.book, this.sheetId, this.area);
    return this;
  }

  /** @param columns - Column numbers of the sheet; without them all. */
  async removeDuplicates(columns?: unknown): Promise<AreaObject> {
    const { book } = this.context;
    await book.settle(this.sheetId);
    const { startColumn, endColumn, startRow } = this.area;
    const all = Array.from(
      { length: this.getNumColumns() },
      (_, index) => startColumn + index + 1,
    );
    const numbers = columns === undefined ? all : columns;
    if (!Array.isArray(numbers)) {
      throw mismatch("Range.removeDuplicates", columns);
    }
    const compared = numbers.map((number) => {
      const column = needInteger("Range.removeDuplicates", number) - 1;
      if (column >= startColumn && column <= endColumn) return column;
      throw new ServiceError("Columns are outside the range.");
    });
    const left = removeDuplicateRows(book, this.sheetId, this.area, compared);
    return this.#of({ ...this.area, endRow: startRow + left - 1 });
  }

  /** @param destination - Holds this range and goes beyond it in one direction. */
  async autoFill(destination: unknown, series: unknown): Promise<void> {
    const call = "Range.autoFill";
    const { sheetId, area } = needRange(call, destination);
    if (sheetId !== this.sheetId) throw mismatch(call, destination, series);
    const isSeries = isDefaultSeries(call, series);
    const { book } = this.context;
    await book.settle(this.sheetId);
    autoFill(book, sheetId, this.area, area, isSeries);
  }

  /** Down as far as the column beside it has data, the left one first. */
  async autoFillToNeighbor(series: unknown): Promise<void> {
    const isSeries = isDefaultSeries("Range.autoFillToNeighbor", series);
    const { book } = this.context;
    await book.settle(this.sheetId);
    const endRow = neighborEnd(book, this.sheetId, this.area);
    const whole = { ...this.area, endRow };
    autoFill(book, this.sheetId, this.area, whole, isSeries);
  }

  async randomize(): Promise<this> {
    await this.context.book.settle(this.sheetId);
    shuffleRows(this.context.book, this.sheetId, this.area);
    return this;
  }

  /** (), (delimiter) or (TextToColumnsDelimiterType). */
  async splitTextToColumns(delimiter?: unknown): Promise<void> {
    await this.context.book.settle(this.sheetId);
    splitColumn(this.context.book, this.sheetId, this.area, delimiter);
  }

  insertCheckboxes(...values: unknown[]): this {
    insertCheckboxes(this.context, this.sheetId, this.area, values);
    return this;
  }

  removeCheckboxes(): this {
    removeCheckboxes(this.context, this.sheetId, this.area);
    return this;
  }

  check(): this {
    setChecked(this.context, this.sheetId, this.area, true);
    return this;
  }

  uncheck(): this {
    setChecked(this.context, this.sheetId, this.area, false);
    return this;
  }

  isChecked(): Promise<boolean | null> {
    return areChecked(this.context, this.sheetId, this.area);
  }

  /** Moves the block; references to it follow. */
  async moveTo(target: unknown): Promise<void> {
    const { sheetId, area } = needRange("Range.moveTo", target);
    const { book } = this.context;
    await book.settle(this.sheetId);
    const { startRow: row, startColumn: column } = area;
    const place = { context: this.context, sheetId };
    checkedArea(place, row, column, this.getNumRows(), this.getNumColumns());
    const from = { sheetId: this.sheetId, area: this.area };
    moveCells(book, { ...from, toSheetId: sheetId, row, column });
  }

  /** @param dimension - ROWS moves cells down, COLUMNS to the right. */
  async insertCells(dimension: unknown): Promise<this> {
    const down = isRows("Range.insertCells", dimension);
    await this.context.book.settle(this.sheetId);
    insertCells(this.context.book, this.sheetId, this.area, down);
    return this;
  }

  /** @param dimension - ROWS moves cells up, COLUMNS to the left. */
  async deleteCells(dimension: unknown): Promise<void> {
    const up = isRows("Range.deleteCells", dimension);
    await this.context.book.settle(this.sheetId);
    deleteCells(this.context.book, this.sheetId, this.area, up);
  }

  /** (sheet or its id, column, columnEnd, row, rowEnd). */
  async copyValuesToRange(...given: unknown[]): Promise<void> {
    await this.#copyTo("copyValuesToRange", given, true);
  }

  /** (sheet or its id, column, columnEnd, row, rowEnd). */
  async copyFormatToRange(...given: unknown[]): Promise<void> {
    await this.#copyTo("copyFormatToRange", given, false);
  }

  async #copyTo(member: string, given: unknown[], contents: boolean) {
    const call = `Range.${member}`;
    const [sheet, ...numbers] = given;
    const sheetId =
      sheet instanceof SheetObject
        ? sheet.sheetId
        : String(needInteger(call, sheet));
    if (numbers.length !== 4) throw mismatch(call, ...given);
    const [column = 0, columnEnd = 0, row = 0, rowEnd = 0] = numbers.map(
      (number) => needInteger(call, number) - 1,
    );
    const { book } = this.context;
    await book.settle(this.sheetId);
    // A target smaller than the block is grown to hold it.
    const rows = Math.max(rowEnd - row + 1, this.getNumRows());
    const columns = Math.max(columnEnd - column + 1, this.getNumColumns());
    const place = { context: this.context, sheetId };
    const area = checkedArea(place, row, column, rows, columns);
    const cells = takeCells(book, this.sheetId, this.area);
    const parts = { contents, formulas: false, styles: !contents };
    putCells(book, sheetId, area, cells, parts);
  }

  getFilter() {
    return readFilter(this.context, this.sheetId);
  }

  /** The host's one person may edit everything. */
  canEdit(): boolean {
    return true;
  }
}

function isDefaultSeries(call: string, series: unknown): boolean {
  if (series === AutoFillSeries.DEFAULT_SERIES) return true;
  if (series === AutoFillSeries.ALTERNATE_SERIES) return false;
  throw mismatch(call, series);
}

function isRows(call: string, dimension: unknown): boolean {
  if (dimension instanceof EnumValue) return dimension.name === "ROWS";
  throw mismatch(call, dimension);
}
