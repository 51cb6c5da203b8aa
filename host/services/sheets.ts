/** SpreadsheetApp: the entry to the book, its builders and enums. */

import { ColorBuilder, ColorType, ThemeColorType } from "./colors";
import { ConditionalFormatRuleBuilder } from "./conditional-format";
import { DataValidationBuilder } from "./data-validation";
import { FilterCriteriaBuilder } from "./filter-criteria";
import { MetadataLocationType, MetadataVisibility } from "./metadata-store";
import { Range } from "./range";
import type { Execution, ServiceModule } from "./registry";
import { RichTextValueBuilder } from "./rich-text";
import { chooseTab, chosenTab } from "./selection";
import { ServiceError, ServiceObject } from "./service-object";
import { Sheet } from "./sheet";
import { mismatch, needText, type SheetsContext } from "./sheets-context";
import {
  AutoFillSeries,
  BooleanCriteria,
  BorderStyle,
  CopyPasteType,
  DataValidationCriteria,
  Dimension,
  Direction,
  InterpolationType,
  ProtectionType,
  RelativeDate,
  SheetType,
  TextDirection,
  TextToColumnsDelimiterType,
  WrapStrategy,
} from "./sheets-enums";
import { Spreadsheet } from "./spreadsheet";
import { TextStyleBuilder } from "./text-style";
import type { Area } from "./tracked-areas";
import { Ui } from "./ui";

/** One execution's classes over the book; the active tab belongs to the book. */
export function sheetsContext(execution: Execution): SheetsContext {
  const { book } = execution.workspace;
  const context: SheetsContext = {
    book,
    execution,
    makeRange: (sheetId, area) => new Range(context, sheetId, area),
    makeSheet: (sheetId) => new Sheet(context, sheetId),
    spreadsheet: () => new Spreadsheet(context),
    activeSheet() {
      const sheets = book.workbook.getSheets();
      const chosen = chosenTab(execution);
      const active =
        sheets.find((sheet) => sheet.getSheetId() === chosen) ??
        sheets.find((sheet) => sheet.getConfig().hidden !== 1);
      if (active !== undefined) return active.getSheetId();
      throw new ServiceError("The document has no visible sheet.");
    },
    setActiveSheet: (sheetId) => chooseTab(execution, sheetId),
  };
  return context;
}

/**
 * A Range for a trigger's event object.
 *
 * @param area - 0-based, inside the sheet.
 */
export function rangeOf(
  execution: Execution,
  sheetId: string,
  area: Area,
): Range {
  return new Range(sheetsContext(execution), sheetId, area);
}

/** The bound book, for an event object's `source`. */
export function spreadsheetOf(execution: Execution): Spreadsheet {
  return new Spreadsheet(sheetsContext(execution));
}

class SpreadsheetApp extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getActiveSpreadsheet",
    "getActive",
    "getUi",
    "newDataValidation",
    "newConditionalFormatRule",
    "newFilterCriteria",
    "newColor",
    "newRichTextValue",
    "newTextStyle",
  ]);

  readonly #context: SheetsContext;

  constructor(execution: Execution) {
    super();
    this.#context = sheetsContext(execution);
  }

  getActiveSpreadsheet(): Spreadsheet {
    return new Spreadsheet(this.#context);
  }

  getActive(): Spreadsheet {
    return new Spreadsheet(this.#context);
  }

  /** @throws ServiceError for any book but this one: the host has no other. */
  openById(id: unknown): Spreadsheet {
    const book = needText("SpreadsheetApp.openById", id);
    if (book === this.#context.book.id) return this.getActive();
    throw new ServiceError(
      `Document ${book} is missing (perhaps it was deleted, or you don't have read access?)`,
    );
  }

  openByUrl(url: unknown): Spreadsheet {
    const address = needText("SpreadsheetApp.openByUrl", url);
    const id = /\/d\/([^/]+)/.exec(address)?.[1];
    if (id === undefined) throw new ServiceError(`Invalid argument: url`);
    return this.openById(id);
  }

  setActiveSpreadsheet(spreadsheet: unknown): void {
    if (!(spreadsheet instanceof Spreadsheet)) {
      throw mismatch("SpreadsheetApp.setActiveSpreadsheet", spreadsheet);
    }
  }

  setActiveSheet(sheet: unknown): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }

  getActiveRange() {
    return this.getActive().getActiveRange();
  }

  getActiveRangeList() {
    return this.getActive().getActiveRangeList();
  }

  getCurrentCell() {
    return this.getActive().getCurrentCell();
  }

  getSelection() {
    return this.getActive().getSelection();
  }

  setActiveRange(range: unknown) {
    return this.getActive().setActiveSelection(range);
  }

  setActiveSelection(range: unknown) {
    return this.getActive().setActiveSelection(range);
  }

  setActiveRangeList(list: unknown) {
    return this.getActive().setActiveRangeList(list);
  }

  setCurrentCell(cell: unknown) {
    return this.getActive().setCurrentCell(cell);
  }

  getActiveSheet(): Sheet {
    return new Sheet(this.#context, this.#context.activeSheet());
  }

  getUi(): Ui {
    return new Ui(this.#context.execution);
  }

  /** Writes take effect at once here, and who reads a formula's value has it computed. */
  flush(): void {
    // Nothing waits.
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder();
  }

  newColor(): ColorBuilder {
    return new ColorBuilder();
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder();
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder();
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context);
  }
}

export const sheetsModule: ServiceModule = {
  globals: [
    {
      name: "SpreadsheetApp",
      type: SpreadsheetApp,
      create: (execution) => new SpreadsheetApp(execution),
      enums: {
        WrapStrategy,
        ProtectionType,
        RelativeDate,
        AutoFillSeries,
        InterpolationType,
        BorderStyle,
        CopyPasteType,
        DataValidationCriteria,
        BooleanCriteria,
        ColorType,
        DeveloperMetadataLocationType: MetadataLocationType,
        DeveloperMetadataVisibility: MetadataVisibility,
        Dimension,
        Direction,
        SheetType,
        TextDirection,
        TextToColumnsDelimiterType,
        ThemeColorType,
      },
    },
  ],
};
