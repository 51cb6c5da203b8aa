/** Writes the blocks of one tab; the number of calls does not depend on the rows. */

import { columnLetters } from "../book/a1";
import { TEXT_FORMAT, type WriteCell } from "../book/write-cell";
import type { Block, TableWrites } from "../book/writes";
import type { ZoneDates } from "./dates";
import { neighbours } from "./neighbours";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Free rows left below when a tab was full. */
const SPARE_ROWS = 100;

/** A formula put back into a text cell would become text. */
const GENERAL = "General";

/** @param rows of the sheet, where they are known without asking */
export function writeTab(
  sheet: Sheet,
  writes: TableWrites,
  dates: ZoneDates,
  rows?: number,
): void {
  if (writes.columns.length > 0) {
    writeColumns(sheet, writes, dates);
  }
  for (const run of writes.deletes) {
    sheet.deleteRows(run.row, run.count);
  }
  if (writes.clears.length > 0) {
    const cells = writes.clears.map(
      ({ row, column }) => `${columnLetters(column)}${row}`,
    );
    sheet.getRangeList(cells).clearContent();
  }
  if (writes.appendedRows > 0) {
    const lastRow =
      writes.deletes.length === 0 && rows !== undefined
        ? rows
        : sheet.getMaxRows();
    makeRoom(sheet, lastRow, writes.appendAt - 1, writes.appendedRows);
    for (const block of writes.append) {
      writeBlock(sheet, block, dates);
    }
  }
}

/** Cells between the changed ones are re-read just before and go back as they are. */
function writeColumns(
  sheet: Sheet,
  writes: TableWrites,
  dates: ZoneDates,
): void {
  const now = writes.rereads ? sheet.getDataRange() : null;
  const values = now?.getValues() ?? [];
  const formulas = now?.getFormulas() ?? [];
  const formats = now?.getNumberFormats() ?? [];
  const keptAt = (row: number, column: number): Kept =>
    keptCell(
      values[row - 1]?.[column - 1] ?? "",
      formulas[row - 1]?.[column - 1] ?? "",
      formats[row - 1]?.[column - 1] ?? GENERAL,
    );
  // One row by itself goes in blocks; many go column by column, so that the
  // number of calls does not depend on which rows they are.
  const blocks = writes.rereads
    ? writes.columns.map((column) => [column])
    : neighbours(writes.columns);
  for (const columns of blocks) {
    const [{ row, column: first, count } = NOWHERE] = columns;
    const range = sheet.getRange(row, first, count, columns.length);
    const cells = Array.from({ length: count }, (_, offset) =>
      columns.map(({ column, changes, formats: own }): Kept => {
        const change = changes.get(offset);
        return change === undefined
          ? keptAt(row + offset, column)
          : {
              value: cellValue(change, dates),
              format: own.get(offset) ?? TEXT_FORMAT,
            };
      }),
    );
    range.setNumberFormats(
      cells.map((line) => line.map(({ format }) => format)),
    );
    range.setValues(cells.map((line) => line.map(({ value }) => value)));
  }
}

const NOWHERE = { row: 1, column: 1, count: 0 };

type Kept = {
  readonly value: string | number | boolean | Date;
  readonly format: string;
};

/** A cell on its way back: its format, and text as text, never parsed anew. */
function keptCell(value: Kept["value"], formula: string, format: string): Kept {
  if (formula !== "") {
    return {
      value: formula,
      format: format === TEXT_FORMAT ? GENERAL : format,
    };
  }
  return {
    value,
    format: typeof value === "string" && value !== "" ? TEXT_FORMAT : format,
  };
}

/**
 * As many rows come in above the last one as will be filled: names, formats
 * and validation grow with them, the free tail stays as long as it was, and
 * the number of calls does not depend on where the tab ends.
 */
function makeRoom(
  sheet: Sheet,
  lastRow: number,
  lastFilled: number,
  rows: number,
): void {
  if (lastFilled < lastRow) {
    sheet.insertRowsBefore(lastRow, rows);
  } else {
    // The curator deleted the free rows: nothing may be pushed down.
    sheet.insertRowsAfter(lastRow, rows + SPARE_ROWS);
  }
}

export function cellValue(
  cell: WriteCell,
  dates: ZoneDates,
): string | number | boolean | Date {
  if (cell === null) {
    return "";
  }
  if (typeof cell !== "object") {
    return cell;
  }
  return "date" in cell ? dates.fromIso(cell.date) : cell.formula;
}

/** Formats first: a text cell must be text before a text comes in. */
function writeBlock(sheet: Sheet, block: Block, dates: ZoneDates): void {
  const range = sheet.getRange(
    block.row,
    block.column,
    block.cells.length,
    block.cells[0]?.length ?? 1,
  );
  range.setNumberFormats(block.formats.map((row) => [...row]));
  range.setValues(
    block.cells.map((row) => row.map((cell) => cellValue(cell, dates))),
  );
}
