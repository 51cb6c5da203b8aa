/** Spreadsheet: the book the add-on is bound to. */

import {
  listNamedRanges,
  rangeByName,
  removeNamedRange,
  setNamedRange,
} from "./named-range";
import { readProtections } from "./protection";
import { EnumValue, ServiceError, ServiceObject } from "./service-object";
import { Sheet } from "./sheet";
import { checkTitle } from "./sheet-title";
import {
  mismatch,
  needInteger,
  needText,
  type SheetsContext,
} from "./sheets-context";
import { ProtectionType } from "./sheets-enums";
import { univerModules } from "./univer";

const LOCALE = /^[a-z]{2,3}(_[A-Z]{2})?$/;
const NEW_SIZE = { rowCount: 1000, columnCount: 26 };

export class Spreadsheet extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(["getId"]);

  readonly #context: SheetsContext;

  constructor(context: SheetsContext) {
    super();
    this.#context = context;
  }

  get #book() {
    return this.#context.book;
  }

  #sheet(sheetId: string): Sheet {
    return this.#context.makeSheet(sheetId) as Sheet;
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
    const origin = this.#context.execution.workspace.origin();
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
    const sheetId = String(needInteger("Spreadsheet.getSheetById", id));
    const sheet = this.#book.workbook.getSheetBySheetId(sheetId);
    return sheet ? this.#sheet(sheetId) : null;
  }

  getActiveSheet(): Sheet {
    return this.#sheet(this.#context.activeSheet());
  }

  setActiveSheet(sheet: unknown): Sheet {
    if (!(sheet instanceof Sheet)) {
      throw mismatch("Spreadsheet.setActiveSheet", sheet);
    }
    return sheet.activate();
  }

  /** (), (index), (name) or (name, index); the index counts from 0. */
  insertSheet(...given: unknown[]): Sheet {
    const name = given.find((value) => typeof value === "string");
    const index = given.find((value) => typeof value === "number");
    if (given.length > 2 || given.some((v) => v !== name && v !== index)) {
      throw mismatch("Spreadsheet.insertSheet", ...given);
    }
    const title = name === undefined ? this.#freeTitle() : String(name);
    checkTitle(title, this.#book.workbook, null);
    const order = this.#book.workbook.getSheetOrders();
    const after = order.indexOf(this.#context.activeSheet()) + 1;
    const place = index === undefined ? after : Math.trunc(Number(index));
    if (place < 0 || place > order.length) {
      throw new ServiceError("The sheet index is out of bounds.");
    }
    const id = this.#freeSheetId();
    this.#book.mutate("sheet.mutation.insert-sheet", {
      index: place,
      // The mutation takes the sheet as it is: without the defaults a reader
      // of its frozen rows fails.
      sheet: univerModules.core.mergeWorksheetSnapshotWithDefault({
        id,
        name: title,
        ...NEW_SIZE,
      }),
    });
    this.#context.setActiveSheet(id);
    return this.#sheet(id);
  }

  #freeTitle(): string {
    const russian = this.#book.facts().locale.startsWith("ru");
    const stem = russian ? "Лист" : "Sheet";
    let number = this.getNumSheets() + 1;
    while (this.getSheetByName(stem + number) !== null) number += 1;
    return stem + number;
  }

  /** Google's sheet ids are whole numbers. */
  #freeSheetId(): string {
    let id: string;
    do {
      id = String(1 + Math.floor(Math.random() * 2_000_000_000));
    } while (this.#book.workbook.getSheetBySheetId(id));
    return id;
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
    const subUnitId = this.#context.activeSheet();
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

  setSpreadsheetLocale(locale: unknown): void {
    const text = needText("Spreadsheet.setSpreadsheetLocale", locale);
    if (!LOCALE.test(text)) {
      throw new ServiceError(`Invalid argument: locale "${text}"`);
    }
    this.#book.setFacts({ locale: text });
  }

  setNamedRange(name: unknown, range: unknown): void {
    setNamedRange(this.#context, name, range);
  }

  getNamedRanges() {
    return listNamedRanges(this.#context);
  }

  removeNamedRange(name: unknown): void {
    removeNamedRange(this.#context, name);
  }

  getRangeByName(name: unknown) {
    const text = needText("Spreadsheet.getRangeByName", name);
    return rangeByName(this.#context, text);
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
    return readProtections(this.#context, null, ofRanges);
  }

  toast(message: unknown, title: unknown = "", seconds?: unknown): void {
    this.#context.execution.show({
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
