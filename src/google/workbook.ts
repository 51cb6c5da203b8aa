/** The workbook port on SpreadsheetApp: one port method, few service calls, none per row. */
import type { ChoicePlaces, WorkbookPort } from "../app/ports";
import { columnLetters } from "../book/a1";
import type { RawTab } from "../book/parse-table";
import { type Column, columnOf, type TableId } from "../book/table";
import { TEXT_FORMAT, type WriteCell } from "../book/write-cell";
import type { Block, TableWrites } from "../book/writes";
import { addColumns } from "./add-columns";
import { adoptTab, readMerges, releaseTab } from "./adopt-tab";
import type { ZoneDates } from "./dates";
import { drawTimeline } from "./draw-timeline";
import {
  dressTab,
  nameColumns,
  validateColumns,
  valuesBelow,
} from "./dress-tab";
import { readLayout, showCell } from "./layout";
import { mendLooks, readLooks } from "./mend-looks";
import { neighbours } from "./neighbours";
import { namesReach, readHeader, readTab } from "./read-tab";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Free rows left below when a tab was full. */
const SPARE_ROWS = 100;

/** A formula put back into a text cell would become text. */
const GENERAL = "General";

/** @param spreadsheet the book the script is bound to */
export function workbookPort(
  spreadsheet: Spreadsheet,
  dates: ZoneDates,
): WorkbookPort {
  // Handles of the tabs by id; one getSheets serves the whole execution.
  let known: Map<number, Sheet> | null = null;
  const sheets = (): Map<number, Sheet> => {
    known ??= new Map(
      spreadsheet.getSheets().map((sheet) => [sheet.getSheetId(), sheet]),
    );
    return known;
  };
  const find = (tabId: number | undefined, title: string): Sheet | null =>
    (tabId === undefined ? undefined : sheets().get(tabId)) ??
    spreadsheet.getSheetByName(title);
  const need = (tabId: number): Sheet => {
    const sheet = sheets().get(tabId);
    if (sheet === undefined) {
      throw new RangeError(`workbookPort: no tab with id ${tabId}`);
    }
    return sheet;
  };
  const rangesOf = (choices: ChoicePlaces) => (column: Column) => {
    const place = choices(column);
    return place === null || place === "closed"
      ? place
      : valuesBelow(need(place.tabId), place.column);
  };
  return {
    read: (tables, tabIds, headersOnly = []) => {
      const result: Partial<Record<TableId, RawTab & { tabId: number }>> = {};
      for (const table of tables) {
        const sheet = find(tabIds[table.id], table.title);
        if (sheet !== null) {
          const tabId = sheet.getSheetId();
          result[table.id] = headersOnly.includes(table.id)
            ? { ...readHeader(sheet), tabId }
            : {
                ...readTab(sheet, dates),
                ...namesReach(spreadsheet, table),
                tabId,
              };
        }
      }
      return result;
    },
    createTab: (table, index, choices) => {
      const sheet =
        spreadsheet.getSheetByName(table.title) ??
        spreadsheet.insertSheet(table.title, index);
      const tabId = sheet.getSheetId();
      sheets().set(tabId, sheet);
      const rows = sheet.getMaxRows();
      dressTab(sheet, table, rows);
      validateColumns(sheet, table.columns, 1, rangesOf(choices), rows);
      nameColumns(spreadsheet, sheet, table.columns, 1, rows);
      return tabId;
    },
    dropTab: (table, tabId) => {
      const sheet = find(tabId, table.title);
      if (sheet !== null) {
        spreadsheet.deleteSheet(sheet);
        known = null;
      }
    },
    addColumns: (state, tabId, keys, choices) =>
      addColumns(spreadsheet, need(tabId), state, keys, rangesOf(choices)),
    looks: (state, tabId) => readLooks(need(tabId), state),
    mendLooks: (state, tabId, lacks, choices) =>
      mendLooks(need(tabId), state, lacks, rangesOf(choices)),
    nameColumns: (state, tabId) => {
      const sheet = need(tabId);
      const rows = sheet.getMaxRows();
      for (const column of state.table.columns) {
        const position = state.positions[column.key];
        if (position !== undefined) {
          nameColumns(spreadsheet, sheet, [column], position, rows);
        }
      }
    },
    write: (tabId, writes) => writeTab(need(tabId), writes, dates),
    drawTimeline: (tabId, work) =>
      drawTimeline(need(tabId), work, (cell) => cellValue(cell, dates)),
    selection: () => {
      const range = SpreadsheetApp.getActiveRange();
      return range === null
        ? null
        : { tabId: range.getSheet().getSheetId(), row: range.getRow() };
    },
    tabsBeside: (own) =>
      [...sheets()]
        .filter(([tabId]) => !own.includes(tabId))
        .map(([tabId, sheet]) => ({
          tabId,
          title: sheet.getName(),
          formUrl: sheet.getFormUrl(),
        })),
    readTab: (tabId) => {
      const sheet = sheets().get(tabId);
      return sheet === undefined
        ? null
        : {
            tabId,
            title: sheet.getName(),
            raw: readTab(sheet, dates),
            shown: sheet.getDataRange().getDisplayValues(),
            merges: readMerges(sheet),
          };
    },
    adopt: (state, adopted, choices) =>
      adoptTab(
        spreadsheet,
        need(adopted.tabId),
        state,
        adopted,
        rangesOf(choices),
      ),
    release: (table, adopted, stay) => {
      const sheet = sheets().get(adopted.tabId);
      if (sheet !== undefined) {
        releaseTab(sheet, table, adopted, stay);
      }
    },
    validate: (state, tabId, keys, choices) => {
      const sheet = need(tabId);
      for (const key of keys) {
        validateColumns(
          sheet,
          [columnOf(state.table, key)],
          state.positions[key] ?? 1,
          rangesOf(choices),
          sheet.getMaxRows(),
          true,
        );
      }
    },
    show: (title, tabId, cell) => {
      const sheet = find(tabId, title);
      if (sheet !== null) {
        showCell(spreadsheet, sheet, cell);
      }
      return sheet !== null;
    },
    layout: (tabIds) => readLayout(spreadsheet, sheets(), tabIds),
    flush: () => SpreadsheetApp.flush(),
  };
}

function writeTab(sheet: Sheet, writes: TableWrites, dates: ZoneDates): void {
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
    makeRoom(sheet, writes.appendAt - 1, writes.appendedRows);
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
function makeRoom(sheet: Sheet, lastFilled: number, rows: number): void {
  const lastRow = sheet.getMaxRows();
  if (lastFilled < lastRow) {
    sheet.insertRowsBefore(lastRow, rows);
  } else {
    // The curator deleted the free rows: nothing may be pushed down.
    sheet.insertRowsAfter(lastRow, rows + SPARE_ROWS);
  }
}

function cellValue(
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
