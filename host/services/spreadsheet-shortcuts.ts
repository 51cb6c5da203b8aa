/** Spreadsheet: members that stand for those of the active tab. */
import { ServiceObject } from "./service-object";
import type { Sheet } from "./sheet";
import type { SheetsContext } from "./sheets-context";

/** Members of the active tab; the first link of the Spreadsheet class. */
export abstract class SpreadsheetShortcuts extends ServiceObject {
  readonly context: SheetsContext;

  constructor(context: SheetsContext) {
    super();
    this.context = context;
  }

  get #active(): Sheet {
    return this.context.makeSheet(this.context.activeSheet()) as Sheet;
  }

  appendRow(first: unknown): this {
    this.#active.appendRow(first);
    return this;
  }

  autoResizeColumn(first: unknown): this {
    this.#active.autoResizeColumn(first);
    return this;
  }

  deleteColumn(first: unknown): this {
    this.#active.deleteColumn(first);
    return this;
  }

  deleteColumns(first: unknown, second: unknown): void {
    this.#active.deleteColumns(first, second);
  }

  deleteRow(first: unknown): this {
    this.#active.deleteRow(first);
    return this;
  }

  deleteRows(first: unknown, second: unknown): void {
    this.#active.deleteRows(first, second);
  }

  getColumnWidth(first: unknown) {
    return this.#active.getColumnWidth(first);
  }

  getRowHeight(first: unknown) {
    return this.#active.getRowHeight(first);
  }

  getFrozenColumns() {
    return this.#active.getFrozenColumns();
  }

  getFrozenRows() {
    return this.#active.getFrozenRows();
  }

  getLastColumn() {
    return this.#active.getLastColumn();
  }

  getLastRow() {
    return this.#active.getLastRow();
  }

  getDataRange() {
    return this.#active.getDataRange();
  }

  hideColumn(first: unknown): void {
    this.#active.hideColumn(first);
  }

  hideRow(first: unknown): void {
    this.#active.hideRow(first);
  }

  unhideColumn(first: unknown): void {
    this.#active.unhideColumn(first);
  }

  unhideRow(first: unknown): void {
    this.#active.unhideRow(first);
  }

  insertColumnAfter(first: unknown): this {
    this.#active.insertColumnAfter(first);
    return this;
  }

  insertColumnBefore(first: unknown): this {
    this.#active.insertColumnBefore(first);
    return this;
  }

  insertColumnsAfter(first: unknown, second: unknown): this {
    this.#active.insertColumnsAfter(first, second);
    return this;
  }

  insertColumnsBefore(first: unknown, second: unknown): this {
    this.#active.insertColumnsBefore(first, second);
    return this;
  }

  insertRowAfter(first: unknown): this {
    this.#active.insertRowAfter(first);
    return this;
  }

  insertRowBefore(first: unknown): this {
    this.#active.insertRowBefore(first);
    return this;
  }

  insertRowsAfter(first: unknown, second: unknown): this {
    this.#active.insertRowsAfter(first, second);
    return this;
  }

  insertRowsBefore(first: unknown, second: unknown): this {
    this.#active.insertRowsBefore(first, second);
    return this;
  }

  isColumnHiddenByUser(first: unknown) {
    return this.#active.isColumnHiddenByUser(first);
  }

  isRowHiddenByUser(first: unknown) {
    return this.#active.isRowHiddenByUser(first);
  }

  isRowHiddenByFilter(first: unknown) {
    return this.#active.isRowHiddenByFilter(first);
  }

  setColumnWidth(first: unknown, second: unknown): this {
    this.#active.setColumnWidth(first, second);
    return this;
  }

  setRowHeight(first: unknown, second: unknown): this {
    this.#active.setRowHeight(first, second);
    return this;
  }

  setFrozenColumns(first: unknown): void {
    this.#active.setFrozenColumns(first);
  }

  setFrozenRows(first: unknown): void {
    this.#active.setFrozenRows(first);
  }

  getSheetId() {
    return this.#active.getSheetId();
  }

  getSheetName() {
    return this.#active.getSheetName();
  }

  getActiveCell() {
    return this.#active.getActiveCell();
  }

  getActiveRange() {
    return this.#active.getActiveRange();
  }

  getActiveRangeList() {
    return this.#active.getActiveRangeList();
  }

  getCurrentCell() {
    return this.#active.getCurrentCell();
  }

  getSelection() {
    return this.#active.getSelection();
  }

  setActiveRange(first: unknown) {
    return this.#active.setActiveRange(first);
  }

  setActiveRangeList(first: unknown) {
    return this.#active.setActiveRangeList(first);
  }

  setCurrentCell(first: unknown) {
    return this.#active.setCurrentCell(first);
  }

  getRangeList(first: unknown) {
    return this.#active.getRangeList(first);
  }

  /** (row, column, rows, columns). */
  getSheetValues(...given: unknown[]) {
    return this.#active.getSheetValues(...given);
  }

  async sort(column: unknown, ascending?: unknown): Promise<this> {
    await this.#active.sort(column, ascending);
    return this;
  }

  renameActiveSheet(name: unknown): void {
    this.#active.setName(name);
  }
}
