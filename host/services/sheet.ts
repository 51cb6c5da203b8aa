/** Sheet: its name and place, ranges, contents, rules. */
import { readAddress } from "./a1";
import { writeValues } from "./cells";
import { readRules, writeRules } from "./conditional-rules";
import { contentSize } from "./content-size";
import { readFilter } from "./filter";
import { rangeByName } from "./named-range";
import { protect, readProtections } from "./protection";
import type { Range } from "./range";
import { RangeList } from "./range-list";
import { checkedArea } from "./range-place";
import { EnumValue, ServiceError } from "./service-object";
import { SheetCharts } from "./sheet-charts";
import { sheetNumber } from "./sheet-number";
import { checkTitle } from "./sheet-title";
import { mismatch, needBoolean, needInteger, needText } from "./sheets-context";
import { ProtectionType } from "./sheets-enums";
import { checkStrictRules } from "./strict-validation";
import type { Area } from "./tracked-areas";

export class Sheet extends SheetCharts {
  static override readonly light: ReadonlySet<string> = new Set([
    "getRange",
    "getRangeList",
    "getParent",
  ]);

  getName(): string {
    return this.worksheet.getName();
  }

  getSheetName(): string {
    return this.getName();
  }

  /** @throws ServiceError when another tab has the name. */
  setName(name: unknown): this {
    const text = needText("Sheet.setName", name);
    if (text === this.getName()) return this;
    checkTitle(text, this.context.book.workbook, this.sheetId);
    this.context.book.restructure(
      "sheet.command.set-worksheet-name",
      "sheet.mutation.set-worksheet-name",
      { subUnitId: this.sheetId, name: text },
    );
    return this;
  }

  getSheetId(): number {
    this.worksheet.getName();
    return sheetNumber(this.sheetId);
  }

  getIndex(): number {
    const order = this.context.book.workbook.getSheetOrders();
    return order.indexOf(this.sheetId) + 1;
  }

  getParent() {
    return this.context.spreadsheet();
  }

  activate(): this {
    this.context.setActiveSheet(this.sheetId);
    this.context.execution.show({
      kind: "activate",
      sheetId: this.sheetId,
      a1: "",
    });
    return this;
  }

  getDataRange(): Range {
    const { rows, columns } = contentSize(this.worksheet);
    return this.getRange(1, 1, Math.max(1, rows), Math.max(1, columns));
  }

  /** (a1) or (row, column, numRows?, numColumns?); numbers from 1. */
  getRange(...given: unknown[]): Range {
    const [first] = given;
    const area =
      typeof first === "string" && given.length === 1
        ? this.#areaOf(first)
        : this.#areaAt(given);
    return this.context.makeRange(this.sheetId, area) as Range;
  }

  #areaAt(given: readonly unknown[]): Area {
    if (given.length < 2 || given.length > 4) {
      throw mismatch("Sheet.getRange", ...given);
    }
    const [row, column, rows = 1, columns = 1] = given;
    const call = "Sheet.getRange";
    return checkedArea(
      this,
      needInteger(call, row) - 1,
      needInteger(call, column) - 1,
      needInteger(call, rows),
      needInteger(call, columns),
    );
  }

  #areaOf(text: string): Area {
    const address = readAddress(text);
    if (address === null) {
      const named = rangeByName(this.context, text);
      if (named?.sheetId === this.sheetId) return named.area;
      throw new ServiceError("Range not found");
    }
    const { sheetName } = address;
    const elsewhere = sheetName !== null && sheetName !== this.getName();
    const sheet = this.worksheet;
    const area = {
      startRow: address.startRow ?? 0,
      startColumn: address.startColumn ?? 0,
      endRow: address.endRow ?? sheet.getRowCount() - 1,
      endColumn: address.endColumn ?? sheet.getColumnCount() - 1,
    };
    const outside =
      area.endRow >= sheet.getRowCount() ||
      area.endColumn >= sheet.getColumnCount() ||
      area.startRow > area.endRow ||
      area.startColumn > area.endColumn;
    if (elsewhere || outside) throw new ServiceError("Range not found");
    return area;
  }

  getRangeList(addresses: unknown): RangeList {
    if (!Array.isArray(addresses)) {
      throw mismatch("Sheet.getRangeList", addresses);
    }
    return new RangeList(
      addresses.map((text) =>
        this.getRange(needText("Sheet.getRangeList", text)),
      ),
    );
  }

  /** Adds a row after the last used one; the sheet grows when it is full. */
  appendRow(values: unknown): this {
    if (!Array.isArray(values)) throw mismatch("Sheet.appendRow", values);
    const row = this.getLastRow();
    if (row >= this.getMaxRows()) this.insertRowsAfter(row, 1);
    if (values.length > this.getMaxColumns()) {
      const missing = values.length - this.getMaxColumns();
      this.insertColumnsAfter(this.getMaxColumns(), missing);
    }
    if (values.length === 0) return this;
    const area = {
      startRow: row,
      endRow: row,
      startColumn: 0,
      endColumn: values.length - 1,
    };
    const { book, execution } = this.context;
    const valueAt = (_row: number, column: number): unknown => values[column];
    checkStrictRules(book, this.sheetId, area, valueAt);
    execution.noteUnknownFunctions(
      writeValues(book, this.sheetId, area, valueAt),
    );
    return this;
  }

  hideSheet(): this {
    const visible = this.context.book.workbook
      .getSheets()
      .filter((sheet) => sheet.getConfig().hidden !== 1);
    if (visible.length === 1 && visible[0]?.getSheetId() === this.sheetId) {
      throw new ServiceError("You can't hide all the sheets in a document.");
    }
    return this.#setHidden(1);
  }

  showSheet(): this {
    return this.#setHidden(0);
  }

  #setHidden(hidden: 0 | 1): this {
    this.context.book.mutate("sheet.mutation.set-worksheet-hidden", {
      subUnitId: this.sheetId,
      hidden,
    });
    return this;
  }

  isSheetHidden(): boolean {
    return this.worksheet.getConfig().hidden === 1;
  }

  setTabColor(color: unknown): this {
    this.context.book.mutate("sheet.mutation.set-tab-color", {
      subUnitId: this.sheetId,
      color: color === null ? "" : needText("Sheet.setTabColor", color),
    });
    return this;
  }

  getTabColor(): string | null {
    const { tabColor } = this.worksheet.getConfig();
    return tabColor === "" ? null : tabColor;
  }

  setHiddenGridlines(hidden: unknown): this {
    const call = "Sheet.setHiddenGridlines";
    this.context.book.mutate("sheet.mutation.toggle-gridlines", {
      subUnitId: this.sheetId,
      showGridlines: needBoolean(call, hidden) ? 0 : 1,
    });
    return this;
  }

  hasHiddenGridlines(): boolean {
    return this.worksheet.getConfig().showGridlines === 0;
  }

  /** Address of the form whose answers come here, or null. */
  getFormUrl(): string | null {
    return this.context.book.facts().formUrls[this.sheetId] ?? null;
  }

  #everything(): Range {
    return this.getRange(1, 1, this.getMaxRows(), this.getMaxColumns());
  }

  clear(options?: unknown): this {
    this.#everything().clear(options);
    return this;
  }

  clearContents(): this {
    this.#everything().clearContent();
    return this;
  }

  clearFormats(): this {
    this.#everything().clearFormat();
    return this;
  }

  clearNotes(): this {
    this.#everything().clearNote();
    return this;
  }

  getConditionalFormatRules() {
    return readRules(this.context, this.sheetId);
  }

  setConditionalFormatRules(rules: unknown): void {
    writeRules(this.context, this.sheetId, rules);
  }

  clearConditionalFormatRules(): void {
    writeRules(this.context, this.sheetId, []);
  }

  protect() {
    return protect(this.context, this.sheetId, null);
  }

  getProtections(type: unknown) {
    if (!(type instanceof EnumValue)) {
      throw mismatch("Sheet.getProtections", type);
    }
    const ofRanges = type === ProtectionType.RANGE;
    return readProtections(this.context, this.sheetId, ofRanges);
  }

  getFilter() {
    return readFilter(this.context, this.sheetId);
  }

  /** Sorts all rows below the frozen ones. */
  async sort(column: unknown, ascending: unknown = true): Promise<this> {
    const key = { column: needInteger("Sheet.sort", column), ascending };
    const from = this.getFrozenRows();
    const rows = this.getLastRow() - from;
    if (rows > 1) {
      const columns = this.getMaxColumns();
      await this.getRange(from + 1, 1, rows, columns).sort(key);
    }
    return this;
  }
}
