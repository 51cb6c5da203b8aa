/** Spreadsheet: people, search, metadata, recalculation. */
import { contentSize } from "./content-size";
import { type DeveloperMetadata, metadataAt } from "./metadata";
import { DeveloperMetadataFinder } from "./metadata-finder";
import { addMetadata } from "./metadata-store";
import { select } from "./selection";
import { User } from "./session";
import { mismatch, needRange, needText } from "./sheets-context";
import { SpreadsheetShortcuts } from "./spreadsheet-shortcuts";
import { TextFinder } from "./text-finder";
import { Menu, Ui } from "./ui";

const WHOLE = { sheetId: null, area: null };

/** Members of a second kind; the second link of the Spreadsheet class. */
export abstract class SpreadsheetExtras extends SpreadsheetShortcuts {
  /** For Sheet.copyTo, which knows a Spreadsheet by it. */
  get bookId(): string {
    return this.context.book.id;
  }

  /** The host's book belongs to whoever works with it. */
  getOwner(): User {
    return new User(this.context.execution.user);
  }

  getEditors(): User[] {
    return [this.getOwner()];
  }

  /** Editors and the owner are among them, as on Google. */
  getViewers(): User[] {
    return this.getEditors();
  }

  /** A range, or an address on the active tab. */
  setActiveSelection(range: unknown) {
    const call = "Spreadsheet.setActiveSelection";
    const chosen = typeof range === "string" ? this.getRange(range) : range;
    const given = needRange(call, chosen);
    select([given]);
    return given;
  }

  createTextFinder(text: unknown): TextFinder {
    const ranges = this.context.book.workbook.getSheets().map((sheet) => {
      const { rows, columns } = contentSize(sheet);
      return this.context.makeRange(sheet.getSheetId(), {
        startRow: 0,
        endRow: Math.max(rows, 1) - 1,
        startColumn: 0,
        endColumn: Math.max(columns, 1) - 1,
      });
    });
    return new TextFinder(ranges, text);
  }

  /** (key), (key, visibility), (key, value) or (key, value, visibility). */
  addDeveloperMetadata(...given: unknown[]): this {
    addMetadata(this.context, WHOLE, given);
    return this;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.context, WHOLE);
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, WHOLE);
  }

  /** @param items - { name, functionName } each, null for a line between. */
  addMenu(name: unknown, items: unknown): void {
    if (!Array.isArray(items))
      throw mismatch("Spreadsheet.addMenu", name, items);
    const caption = needText("Spreadsheet.addMenu", name);
    const menu = new Menu(this.context.execution, caption);
    for (const item of items) {
      if (item === null) menu.addSeparator();
      else menu.addItem(item.name, item.functionName);
    }
    menu.addToUi();
  }

  updateMenu(name: unknown, items: unknown): void {
    this.addMenu(name, items);
  }

  /** An old way to show a page in a dialog. */
  show(page: unknown): void {
    new Ui(this.context.execution).showDialog(page);
  }

  abstract getRange(address: unknown): unknown;
}
