/** Spreadsheet: the book the add-on is bound to. */

import {
  listNamedRanges,
  rangeByName,
  removeNamedRange,
  setNamedRange,
} from "./named-range";
import { readProtections } from "./protection";
import { EnumValue, ServiceError } from "./service-object";
import { Sheet } from "./sheet";
import { copySheet, copyTitle, freeSheetId } from "./sheet-copies";
import { sheetNumber } from "./sheet-number";
import { checkTitle } from "./sheet-title";
import { mismatch, needInteger, needText } from "./sheets-context";
import { ProtectionType } from "./sheets-enums";
import { SpreadsheetExtras } from "./spreadsheet-extras";
import { isTimeZone } from "./zone-time";

/** What insertSheet takes beside names and places. */
function isOptions(value: unknown): value is { readonly template?: unknown } {
  return typeof value === "object" && value !== null && "template" in value;
}

const LOCALE = /^[a-z]{2,3}(_[A-Z]{2})?$/;
const NEW_SIZE = { rowCount: 1000, columnCount: 26 };

export class Spreadsheet extends SpreadsheetExtras {
  static override readonly light: ReadonlySet<string> = new Set(["getId"]);

  get #book() {
    return this.context.book;
  }

  #sheet(sheetId: string): Sheet {
    return this.context.makeSheet(sheetId) as Sheet;
  }

  getId(): string {
    return this.#book.id;
  }

  getName(): string {
    return this.#book.workbook.getName();
  }

  rename(name: unknown): void {
    this.#book.mutate("sheet.mutation.set-workbook-name", {
      name: needText("Spreadsheet.rename", name),
    });
  }

  getUrl(): string {
    const origin = this.context.execution.workspace.origin();
    return `${origin}/spreadsheets/d/${this.getId()}/edit`;
  }

  getSheets(): Sheet[] {
    return this.#book.workbook
      .getSheets()
      .map((sheet) => this.#sheet(sheet.getSheetId()));
  }

  getNumSheets(): number {
    return this.#book.workbook.getSheets().length;
  }

  getSheetByName(name: unknown): Sheet | null {
    const text = needText("Spreadsheet.getSheetByName", name);
    const sheet = this.#book.workbook.getSheetBySheetName(text);
    return sheet ? this.#sheet(sheet.getSheetId()) : null;
  }

  getSheetById(id: unknown): Sheet | null {
    const number = needInteger("Spreadsheet.getSheetById", id);
    const sheet = this.#book.workbook
      .getSheets()
      .find((one) => sheetNumber(one.getSheetId()) === number);
    return sheet ? this.#sheet(sheet.getSheetId()) : null;
  }

  getActiveSheet(): Sheet {
    return this.#sheet(this.context.activeSheet());
  }

  setActiveSheet(sheet: unknown): Sheet {
    if (!(sheet instanceof Sheet)) {
      throw mismatch("Spreadsheet.setActiveSheet", sheet);
    }
    return sheet.activate();
  }

  /** (), (index), (name), (name, index), each with { template } or without; the index counts from 0. */
  insertSheet(...given: unknown[]): Sheet {
    const name = given.find((value) => typeof value === "string");
    const index = given.find((value) => typeof value === "number");
    const options = given.find((value) => isOptions(value));
    const known: readonly unknown[] = [name, index, options];
    if (given.length > 3 || given.some((value) => !known.includes(value))) {
      throw mismatch("Spreadsheet.insertSheet", ...given);
    }
    const title = name === undefined ? this.#freeTitle() : String(name);
    checkTitle(title, this.#book.workbook, null);
    const order = this.#book.workbook.getSheetOrders();
    const after = order.indexOf(this.context.activeSheet()) + 1;
    const place = index === undefined ? after : Math.trunc(Number(index));
    if (place < 0 || place > order.length) {
      throw new ServiceError("The sheet index is out of bounds.");
    }
    const id = this.#insert(title, place, options?.template);
    this.context.setActiveSheet(id);
    return this.#sheet(id);
  }

  #insert(name: string, index: number, template?: unknown): string {
    if (template instanceof Sheet) {
      return copySheet(this.context, template.sheetId, name, index);
    }
    const id = freeSheetId(this.context);
    this.#book.mutate("sheet.mutation.insert-sheet", {
      index,
      sheet: { id, name, ...NEW_SIZE },
    });
    return id;
  }

  duplicateActiveSheet(): Sheet {
    const active = this.getActiveSheet();
    const title = copyTitle(this.context, active.sheetId);
    const id = copySheet(
      this.context,
      active.sheetId,
      title,
      active.getIndex(),
    );
    this.context.setActiveSheet(id);
    return this.#sheet(id);
  }

  #freeTitle(): string {
    const russian = this.#book.facts().locale.startsWith("ru");
    const stem = russian ? "Лист" : "Sheet";
    let number = this.getNumSheets() + 1;
    while (this.getSheetByName(stem + number) !== null) number += 1;
    return stem + number;
  }

  /** @throws ServiceError for the last tab. */
  deleteSheet(sheet: unknown): void {
    if (!(sheet instanceof Sheet)) {
      throw mismatch("Spreadsheet.deleteSheet", sheet);
    }
    const visible = this.#book.workbook
      .getSheets()
      .filter((one) => one.getConfig().hidden !== 1);
    const isLastVisible =
      visible.length === 1 && visible[0]?.getSheetId() === sheet.sheetId;
    if (this.getNumSheets() === 1 || isLastVisible) {
      throw new ServiceError("You can't remove all the sheets in a document.");
    }
    this.#book.restructure(
      "sheet.command.remove-sheet",
      "sheet.mutation.remove-sheet",
      { subUnitId: sheet.sheetId, subUnitName: sheet.getName() },
    );
    const { [sheet.sheetId]: _gone, ...formUrls } = this.#book.facts().formUrls;
    this.#book.setFacts({ formUrls });
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  /** @param position - From 1. */
  moveActiveSheet(position: unknown): void {
    const toOrder = needInteger("Spreadsheet.moveActiveSheet", position) - 1;
    const order = this.#book.workbook.getSheetOrders();
    if (toOrder < 0 || toOrder >= order.length) {
      throw new ServiceError("The sheet position is out of bounds.");
    }
    const subUnitId = this.context.activeSheet();
    this.#book.mutate("sheet.mutation.set-worksheet-order", {
      subUnitId,
      fromOrder: order.indexOf(subUnitId),
      toOrder,
    });
  }

  getSpreadsheetTimeZone(): string {
    return this.#book.facts().timeZone;
  }

  getSpreadsheetLocale(): string {
    return this.#book.facts().locale;
  }

  setSpreadsheetTimeZone(zone: unknown): void {
    const text = needText("Spreadsheet.setSpreadsheetTimeZone", zone);
    if (!isTimeZone(text)) {
      throw new ServiceError(`Invalid argument: timezone "${text}"`);
    }
    this.#book.setFacts({ timeZone: text });
  }

  setSpreadsheetLocale(locale: unknown): void {
    const text = needText("Spreadsheet.setSpreadsheetLocale", locale);
    if (!LOCALE.test(text)) {
      throw new ServiceError(`Invalid argument: locale "${text}"`);
    }
    this.#book.setFacts({ locale: text });
  }

  setNamedRange(name: unknown, range: unknown): void {
    setNamedRange(this.context, name, range);
  }

  getNamedRanges() {
    return listNamedRanges(this.context);
  }

  removeNamedRange(name: unknown): void {
    removeNamedRange(this.context, name);
  }

  getRangeByName(name: unknown) {
    const text = needText("Spreadsheet.getRangeByName", name);
    return rangeByName(this.context, text);
  }

  /** An address with a tab, `'Лист 1'!A1:B2`, or one of the active tab. */
  getRange(address: unknown) {
    const text = needText("Spreadsheet.getRange", address);
    const at = text.lastIndexOf("!");
    if (at < 0) return this.getActiveSheet().getRange(text);
    const title = text
      .slice(0, at)
      .replace(/^'([\s\S]*)'$/, "$1")
      .replaceAll("''", "'");
    const sheet = this.getSheetByName(title);
    if (sheet === null) throw new ServiceError("Range not found");
    return sheet.getRange(text.slice(at + 1));
  }

  getProtections(type: unknown) {
    if (!(type instanceof EnumValue)) {
      throw mismatch("Spreadsheet.getProtections", type);
    }
    const ofRanges = type === ProtectionType.RANGE;
    return readProtections(this.context, null, ofRanges);
  }

  toast(message: unknown, title: unknown = "", seconds?: unknown): void {
    this.context.execution.show({
      kind: "toast",
      title: String(title ?? ""),
      message: String(message),
      ...(typeof seconds === "number" ? { seconds } : {}),
    });
  }

  /** Address of one of the forms that answer into this book, or null. */
  getFormUrl(): string | null {
    return Object.values(this.#book.facts().formUrls)[0] ?? null;
  }
}
