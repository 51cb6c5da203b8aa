/** Missing columns of a table at the right of its tab, and lost keys back in their notes. */
import type { TableState } from "../book/book";
import { headerNote } from "../book/header";
import { columnOf } from "../book/table";
import { timelineColumns } from "../book/timeline";
import {
  type ChoiceRanges,
  dressColumns,
  nameColumns,
  validateColumns,
} from "./dress-tab";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Missing columns go to the right of the last header; found ones get their note back. */
export function addColumns(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  state: TableState,
  keys: readonly string[],
  ranges: ChoiceRanges,
): void {
  const lost = keys.filter((key) => state.positions[key] !== undefined);
  for (const key of lost) {
    // At most one call per column of the definition, never per row.
    sheet
      .getRange(1, state.positions[key] ?? 1)
      .setNote(headerNote(columnOf(state.table, key)));
  }
  const added = keys
    .filter((key) => state.positions[key] === undefined)
    .map((key) => columnOf(state.table, key));
  if (added.length === 0) {
    return;
  }
  const first = state.lastColumn + 1;
  const rows = sheet.getMaxRows();
  const isTimelineBeside =
    state.timeline !== undefined &&
    timelineColumns(state.timeline).some((column) => column >= first);
  const lacking = state.lastColumn + added.length - sheet.getMaxColumns();
  if (isTimelineBeside) {
    sheet.insertColumnsAfter(state.lastColumn, added.length);
    const fresh = sheet.getRange(1, first, rows, added.length);
    fresh.clearFormat();
    fresh.clearDataValidations();
  } else if (lacking > 0) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  }
  dressColumns(sheet, added, first, rows);
  validateColumns(sheet, added, first, ranges, rows);
  nameColumns(spreadsheet, sheet, added, first, rows);
}
