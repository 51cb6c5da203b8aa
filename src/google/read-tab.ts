/** Reads a tab, whole or some rows of it: a constant number of calls. */
import { locateColumns } from "../book/locate-columns";
import type { RawCell } from "../book/parse-cell";
import type { RawTab } from "../book/parse-table";
import { ID, type Table } from "../book/table";
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

/**
 * The header and the first row of each id. Ids are looked for in their own
 * column, then one block is read that holds all rows found.
 */
export function readRows(
  sheet: Sheet,
  table: Table,
  ids: readonly string[],
  dates: ZoneDates,
): RawTab {
  const width = Math.max(1, sheet.getLastColumn());
  const lastRow = sheet.getLastRow();
  const top = sheet.getRange(1, 1, 1, width);
  const header = rawCells(top.getValues()[0] ?? [], dates);
  const notes = top.getNotes()[0] ?? [];
  const { positions } = locateColumns(table, header.map(String), notes);
  const found = rowsOfIds(sheet, positions[ID], lastRow, ids);
  const tab = {
    notes,
    maxRows: sheet.getMaxRows(),
    part: { rows: [1, ...found], lastRow },
  };
  if (found.length === 0) {
    return { ...tab, values: [header] };
  }
  const from = Math.min(...found);
  const count = Math.max(...found) - from + 1;
  const block = sheet.getRange(from, 1, count, width);
  const values = block.getValues();
  const formulas = block.getFormulas();
  return {
    ...tab,
    values: [
      header,
      ...found.map((row) => rawCells(values[row - from] ?? [], dates)),
    ],
    formulas: [[], ...found.map((row) => formulas[row - from] ?? [])],
  };
}

function rowsOfIds(
  sheet: Sheet,
  column: number | undefined,
  lastRow: number,
  ids: readonly string[],
): number[] {
  if (column === undefined || lastRow < 2 || ids.length === 0) {
    return [];
  }
  const cells = sheet.getRange(2, column, lastRow - 1, 1).getValues();
  const rows = new Map<string, number>();
  cells.forEach(([cell], index) => {
    const id = String(cell ?? "").trim();
    if (!rows.has(id)) {
      rows.set(id, index + 2);
    }
  });
  return [...new Set(ids)].flatMap((id) => rows.get(id) ?? []);
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
