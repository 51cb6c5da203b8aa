/** Options of list rules: in the rule, or in a column of a hidden tab. */
import type { Workbook } from "exceljs";
import {
  columnLetters,
  quotedTitle,
  type Translation,
  toExcelFormula,
} from "./export-formula";
import { cellText, xmlText } from "./export-text";

/** Excel's limit for an inline list. */
const MAX_LIST_TEXT = 255;

/** The hidden tab for options that a rule cannot hold. */
export const LISTS_TITLE = "Списки для выбора";

/** Options too long or with commas stand in a column of a hidden tab. */
export type OptionLists = {
  readonly title: string;
  readonly columns: string[][];
};

function listOptions(formula: string): string[] {
  try {
    const options: unknown = JSON.parse(formula);
    if (Array.isArray(options)) {
      return options.map(String).filter((option) => option !== "");
    }
  } catch {
    // Not JSON: the engine's older form, options joined by commas.
  }
  return formula.split(",").filter((option) => option !== "");
}

/** The options of a list rule as the file's formula. */
export function listFormula(
  formula: string,
  to: Translation,
  lists: OptionLists,
): string {
  if (formula.startsWith("=")) {
    return toExcelFormula(formula, to);
  }
  const options = listOptions(formula).map(xmlText);
  const joined = options.join(",");
  if (
    joined.length <= MAX_LIST_TEXT &&
    options.every((option) => !/[,\r\n]|^\s|\s$/.test(option))
  ) {
    return `"${joined.replace(/"/g, '""')}"`;
  }
  const known = lists.columns.findIndex(
    (column) => column.join("\n") === options.join("\n"),
  );
  const index = known === -1 ? lists.columns.push(options) - 1 : known;
  const letters = columnLetters(index + 1);
  return `${quotedTitle(lists.title)}!$${letters}$1:$${letters}$${options.length}`;
}

/** Writes the hidden tab, when a rule needs it. */
export function fillLists(workbook: Workbook, lists: OptionLists): void {
  if (lists.columns.length === 0) {
    return;
  }
  const sheet = workbook.addWorksheet(lists.title, { state: "veryHidden" });
  lists.columns.forEach((options, column) => {
    options.forEach((option, row) => {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = cellText(option);
      cell.numFmt = "@";
    });
  });
}
