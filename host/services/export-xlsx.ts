/** A saved book as an .xlsx file that Excel and LibreOffice open. */
import type { Worksheet } from "exceljs";
import { type Blocks, fillCells } from "./export-cells";
import { withCharts } from "./export-charts";
import type { Translation } from "./export-formula";
import { fillLists, LISTS_TITLE, type OptionLists } from "./export-lists";
import { withDefinedNames } from "./export-names";
import { fillPage } from "./export-page";
import {
  addressOf,
  excelConditionalRule,
  excelValidation,
} from "./export-rules";
import {
  type BookSnapshot,
  conditionalRulesOf,
  definedNamesOf,
  filterOf,
  notesOf,
  type Sheet,
  sheetsOf,
  validationsOf,
} from "./export-snapshot";
import { colorOf } from "./export-style";
import { excelTitles, xmlText } from "./export-text";
import { CREATOR, describeTitles } from "./export-titles";

/** Excel's own height of a row, points. */
const PLAIN_ROW_HEIGHT = 15;

export type Spills = Readonly<Record<string, Blocks>>;

export type XlsxFile = {
  readonly bytes: Uint8Array;
  /** Russian sentences: what Excel cannot hold and how it was written. */
  readonly problems: readonly string[];
};

/** Pixels to Excel's widths, in characters of the standard font. */
function widthInCharacters(pixels: number): number {
  return Math.max(0, Math.round(((pixels - 5) / 7) * 100) / 100);
}

function fillColumns(sheet: Sheet, into: Worksheet): void {
  into.properties.defaultColWidth = widthInCharacters(
    sheet.defaultColumnWidth ?? 88,
  );
  for (const [index, column] of Object.entries(sheet.columnData ?? {})) {
    if (column === undefined || column === null) {
      continue;
    }
    const target = into.getColumn(Number(index) + 1);
    if (column.w !== undefined) {
      target.width = widthInCharacters(column.w);
    }
    if (column.hd === 1) {
      target.hidden = true;
    }
  }
}

function fillRows(sheet: Sheet, into: Worksheet): void {
  for (const [index, row] of Object.entries(sheet.rowData ?? {})) {
    if (row === undefined || row === null) {
      continue;
    }
    const target = into.getRow(Number(index) + 1);
    // `ia`: the height follows the text, which Excel does by itself.
    if (row.h !== undefined && row.ia !== 1) {
      target.height = Math.round(row.h * 0.75 * 100) / 100;
    }
    if (row.hd === 1) {
      target.hidden = true;
      // exceljs writes no empty row that has no height.
      target.height ??= PLAIN_ROW_HEIGHT;
    }
  }
}

/** Whether a merged cell hides this one. */
function isCovered(sheet: Sheet, row: number, column: number): boolean {
  return (sheet.mergeData ?? []).some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      row >= startRow &&
      row <= endRow &&
      column >= startColumn &&
      column <= endColumn &&
      (row > startRow || column > startColumn),
  );
}

/** Notes, choices and rules of formatting. */
function fillRules(
  snapshot: BookSnapshot,
  sheet: Sheet,
  into: Worksheet,
  to: Translation,
  lists: OptionLists,
): void {
  for (const { row, column, note } of notesOf(snapshot, sheet.id)) {
    if (note !== "" && !isCovered(sheet, row, column)) {
      into.getCell(row + 1, column + 1).note = xmlText(note);
    }
  }
  for (const rule of validationsOf(snapshot, sheet.id)) {
    const validation = excelValidation(rule, to, lists);
    if (validation !== null) {
      for (const range of rule.ranges) {
        validationsOfSheet(into).add(addressOf(range), validation);
      }
    }
  }
  conditionalRulesOf(snapshot, sheet.id).forEach((rule, position) => {
    const formatting = excelConditionalRule(rule, position + 1, to);
    if (formatting !== null) {
      into.addConditionalFormatting(formatting);
    }
  });
}

function fillSheet(
  snapshot: BookSnapshot,
  sheet: Sheet,
  into: Worksheet,
  to: Translation,
  lists: OptionLists,
  blocks: Blocks,
): readonly string[] {
  into.state = sheet.hidden === 1 ? "hidden" : "visible";
  const color = colorOf(sheet.tabColor);
  if (color !== null) {
    into.properties.tabColor = color;
  }
  const { xSplit = 0, ySplit = 0 } = sheet.freeze ?? {};
  const showGridLines = sheet.showGridlines !== 0;
  into.views =
    xSplit > 0 || ySplit > 0
      ? [{ state: "frozen", xSplit, ySplit, showGridLines }]
      : [{ state: "normal", showGridLines }];
  fillColumns(sheet, into);
  fillRows(sheet, into);
  const problems = fillCells(snapshot, sheet, into, to, blocks);
  for (const merge of sheet.mergeData ?? []) {
    into.mergeCells(addressOf(merge));
  }
  fillRules(snapshot, sheet, into, to, lists);
  fillPage(sheet, into);
  const filter = filterOf(snapshot, sheet.id);
  if (filter !== null) into.autoFilter = addressOf(filter);
  return problems;
}

/** exceljs takes validations of whole ranges, but its types do not say so. */
function validationsOfSheet(sheet: Worksheet): {
  readonly add: (address: string, validation: object) => void;
} {
  return (
    sheet as unknown as {
      readonly dataValidations: {
        readonly add: (address: string, validation: object) => void;
      };
    }
  ).dataValidations;
}

/**
 * The whole book as .xlsx: values with their types, formulas with the values
 * last computed, names, notes, widths, frozen and hidden parts, formats,
 * choices and rules of formatting.
 *
 * @param book - Book with the plugins' resources, as it is at the call.
 * @param now - Time written into the file's properties.
 * @param spills - What formulas put into cells beside their own, by tab.
 */
export async function exportXlsx(
  book: BookSnapshot,
  now: Date,
  spills: Spills = {},
): Promise<XlsxFile> {
  // The book goes on changing while the file is made.
  const snapshot = structuredClone(book);
  // It takes a third of a second to load, and most runs export nothing.
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  workbook.creator = CREATOR;
  workbook.created = now;
  workbook.modified = now;
  // The values beside the formulas are current; Excel checks them on opening.
  workbook.calcProperties = { fullCalcOnLoad: true };
  const sheets = sheetsOf(snapshot);
  const problems: string[] = [];
  const titles = excelTitles([
    ...sheets.map((sheet) => sheet.name ?? ""),
    LISTS_TITLE,
  ]);
  workbook.description = xmlText(
    describeTitles(
      sheets.map((sheet) => sheet.name ?? ""),
      titles,
    ),
  );
  const to: Translation = { titles };
  const lists: OptionLists = {
    title: titles.get(LISTS_TITLE) ?? LISTS_TITLE,
    columns: [],
  };
  for (const sheet of sheets) {
    const name = sheet.name ?? "";
    const title = titles.get(name) ?? name;
    if (title !== name) {
      problems.push(
        `Лист «${name}» в файле называется «${title}»: другого имени Excel не допускает.`,
      );
    }
    const into = workbook.addWorksheet(title);
    const blocks = spills[sheet.id] ?? { areas: {}, cells: {} };
    problems.push(...fillSheet(snapshot, sheet, into, to, lists, blocks));
  }
  fillLists(workbook, lists);
  // Place for charts: after all tabs, before the file is packed.
  const buffer = await workbook.xlsx.writeBuffer();
  const bytes = withDefinedNames(
    new Uint8Array(buffer),
    definedNamesOf(snapshot),
    sheets.map(({ id, name = "" }) => ({
      id,
      title: titles.get(name) ?? name,
      filter: filterOf(snapshot, id),
    })),
    to,
  );
  return withCharts({ bytes, problems }, snapshot, to);
}
