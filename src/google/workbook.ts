/** The workbook port on SpreadsheetApp: one port method, few service calls, none per row. */
import type { ChoicePlaces, ReadTab, WorkbookPort } from "../app/ports";
import { type Column, columnOf, type TableId } from "../book/table";
import { addColumns } from "./add-columns";
import { adoptTab, readMerges, releaseTab } from "./adopt-tab";
import type { ZoneDates } from "./dates";
import { drawTimeline } from "./draw-timeline";
import {
  dressTab,
  nameColumns,
  type Pattern,
  patternOf,
  type TabSize,
  validateColumns,
  valuesBelow,
} from "./dress-tab";
import { readLayout, showCell } from "./layout";
import { mendLooks, readLooks } from "./mend-looks";
import { readBlock, readTab, readWanted } from "./read-tab";
import { cellValue, writeTab } from "./write-tab";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Up to so many tabs, the title of each costs less than a question for every table. */
const FEW_TABS = 3;

function sizeOf(sheet: Sheet): TabSize {
  return { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
}

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
  // Of a book that had few tabs at the first question; kept up to date.
  let titles: Map<string, Sheet> | null = null;
  const byTitle = (title: string): Sheet | null => {
    if (titles === null && sheets().size <= FEW_TABS) {
      titles = new Map(
        [...sheets().values()].map((sheet) => [sheet.getName(), sheet]),
      );
    }
    return titles === null
      ? spreadsheet.getSheetByName(title)
      : (titles.get(title) ?? null);
  };
  const find = (tabId: number | undefined, title: string): Sheet | null =>
    (tabId === undefined ? undefined : sheets().get(tabId)) ?? byTitle(title);
  // All new tabs of one execution have the same size, and look much the same.
  let newSize: TabSize | null = null;
  const unwritten = new Map<number, number>();
  let pattern: Pattern | null = null;
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
    read: (tables, tabIds, parts = {}) => {
      const result: Partial<Record<TableId, ReadTab>> = {};
      for (const table of tables) {
        const sheet = find(tabIds[table.id], table.title);
        if (sheet !== null) {
          const told = tabIds[table.id];
          const isTold = told !== undefined && sheets().has(told);
          const tabId = isTold ? told : sheet.getSheetId();
          result[table.id] = {
            ...readWanted(spreadsheet, sheet, table, dates, parts[table.id]),
            tabId,
          };
        }
      }
      return result;
    },
    readBlock: (tabId, { row, column, rows, columns }, withFormulas) =>
      readBlock(
        need(tabId).getRange(row, column, rows, columns),
        dates,
        withFormulas === true,
      ),
    createTab: (table, index, choices) => {
      const found = byTitle(table.title);
      const sheet = found ?? spreadsheet.insertSheet(table.title, index);
      const tabId = sheet.getSheetId();
      sheets().set(tabId, sheet);
      titles?.set(table.title, sheet);
      const size = (found === null ? newSize : null) ?? sizeOf(sheet);
      newSize = found === null ? size : newSize;
      const { rows } = size;
      unwritten.set(tabId, rows);
      const ranges = rangesOf(choices);
      // A tab that was there may have a look of its own.
      dressTab(sheet, table, size, found === null ? pattern : null);
      validateColumns(sheet, table.columns, 1, ranges, rows);
      if (found === null) {
        pattern ??= patternOf(sheet, table.columns, rows, ranges);
      }
      nameColumns(spreadsheet, sheet, table.columns, 1, rows);
      return tabId;
    },
    dropTab: (table, tabId) => {
      const sheet = find(tabId, table.title);
      if (sheet !== null) {
        spreadsheet.deleteSheet(sheet);
        known = null;
        titles = null;
        pattern = null;
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
    write: (tabId, writes) => {
      writeTab(need(tabId), writes, dates, unwritten.get(tabId));
      unwritten.delete(tabId);
    },
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
