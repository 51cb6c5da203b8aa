/** What is selected in this window, and what a script selects in it. */

import type { FUniver, IRange } from "@univerjs/presets";
import type { CellArea, PageSelection, UiEvent } from "../types";
import { scrollTo } from "./drawn-book";

export type Activation = Extract<UiEvent, { readonly kind: "activate" }>;

/** Rows shown above a cell that a script selects. */
const ROWS_ABOVE = 3;

const SET_SELECTIONS = "sheet.operation.set-selections";

/** Undefined before the first book. */
export function selectionOf(api: FUniver): PageSelection | undefined {
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  const selection = sheet?.getSelection();
  const current = selection?.getCurrentCell();
  const ranges = selection?.getActiveRangeList() ?? [];
  if (!sheet || !current || ranges.length === 0) return undefined;
  const areas = ranges.map((range) => ({
    startRow: range.getRow(),
    endRow: range.getLastRow(),
    startColumn: range.getColumn(),
    endColumn: range.getLastColumn(),
  }));
  const { actualRow, actualColumn } = current;
  return {
    sheetId: sheet.getSheetId(),
    areas,
    current: cellArea(actualRow, actualColumn),
  };
}

/** Shows the tab and, where the script said which, selects ranges in it. */
export function activate(api: FUniver, event: Activation): void {
  const { sheetId, a1, selection } = event;
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(sheetId);
  if (!book || !sheet) return;
  book.setActiveSheet(sheet);
  if (selection === undefined) {
    if (a1 !== "") sheet.getRange(a1).activate();
    return;
  }
  const { current, areas } = selection;
  const last = areas.length - 1;
  api.syncExecuteCommand(SET_SELECTIONS, {
    unitId: book.getId(),
    subUnitId: sheetId,
    selections: areas.map((range, index) => ({
      range,
      primary: index === last ? primaryCell(current) : null,
      style: null,
    })),
  });
  // A tall frozen header would cover the cell, were it the first below it.
  scrollTo(
    sheet,
    Math.max(0, current.startRow - ROWS_ABOVE),
    Math.max(0, current.startColumn - 1),
  );
}

function cellArea(row: number, column: number): CellArea {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

function primaryCell(cell: IRange) {
  return {
    ...cell,
    actualRow: cell.startRow,
    actualColumn: cell.startColumn,
    isMerged: false,
    isMergedMainCell: false,
  };
}
