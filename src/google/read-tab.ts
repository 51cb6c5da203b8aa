/** Reads a tab, whole or its header: a constant number of calls. */
import type { RawCell } from "../book/parse-cell";
import type { RawTab } from "../book/parse-table";
import type { Table } from "../book/table";
import { isDate, type ZoneDates } from "./dates";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How far down the names of the table reach, told by the first of them. */
export function namesReach(
  spreadsheet: Spreadsheet,
  table: Table,
): Pick<RawTab, "namesReach"> {
  const name = table.columns.find((column) => column.name !== undefined)?.name;
  return name === undefined
    ? {}
    : { namesReach: spreadsheet.getRangeByName(name)?.getLastRow() ?? 0 };
}

/** As much of a tab as is asked for; whole when nothing is said. */
export function readWanted(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  table: Table,
  dates: ZoneDates,
  part: "header" | "values" | undefined,
): RawTab {
  switch (part) {
    case "header":
      return readHeader(sheet);
    case "values":
      return readValues(sheet, dates);
    default:
      return { ...readTab(sheet, dates), ...namesReach(spreadsheet, table) };
  }
}

export function readTab(sheet: Sheet, dates: ZoneDates): RawTab {
  const range = sheet.getDataRange();
  const values = range.getValues();
  const width = values[0]?.length ?? 1;
  return {
    values: values.map((row) => rawCells(row, dates)),
    notes: sheet.getRange(1, 1, 1, width).getNotes()[0] ?? [],
    formulas: range.getFormulas(),
    maxRows: sheet.getMaxRows(),
  };
}

/** Values alone, of a tab that is not written to. */
function readValues(sheet: Sheet, dates: ZoneDates): RawTab {
  const values = sheet.getDataRange().getValues();
  const width = values[0]?.length ?? 1;
  return {
    values: values.map((row) => rawCells(row, dates)),
    notes: sheet.getRange(1, 1, 1, width).getNotes()[0] ?? [],
    maxRows: values.length,
  };
}

export function readBlock(
  range: GoogleAppsScript.Spreadsheet.Range,
  dates: ZoneDates,
  withFormulas: boolean,
): Pick<Required<RawTab>, "values" | "formulas"> {
  return {
    values: range.getValues().map((row) => rawCells(row, dates)),
    formulas: withFormulas ? range.getFormulas() : [],
  };
}

/** Row 1 alone, and where the tab ends. */
export function readHeader(sheet: Sheet): RawTab {
  const top = sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn()));
  return {
    values: [(top.getValues()[0] ?? []).map(String)],
    notes: top.getNotes()[0] ?? [],
    maxRows: sheet.getMaxRows(),
    lastRow: sheet.getLastRow(),
  };
}

function rawCells(row: readonly unknown[], dates: ZoneDates): RawCell[] {
  return row.map((cell) => {
    if (isDate(cell)) {
      return { date: dates.toIso(cell) };
    }
    return typeof cell === "number" || typeof cell === "boolean"
      ? cell
      : String(cell ?? "");
  });
}
