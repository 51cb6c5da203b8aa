/** Puts a read file into the book, by the same mutations as every other change. */
import { setImmediate as pause } from "node:timers/promises";
import type { ICellData } from "@univerjs/core";
import type { Book } from "../services/book";
import { writeNote } from "../services/notes";
import type { Area } from "../services/tracked-areas";
import { univerModules } from "../services/univer";
import { putRule } from "../services/validation-rules";
import { type FileBook, type FileTab, sizeOf } from "./file-book";
import { removeTabs, setAside } from "./replace-tabs";
import { retitledRule } from "./retitled-book";
import { type CellRules, engineCell } from "./write-cells";
import { writeNames } from "./write-names";

export type ImportChoice = {
  /** New tabs beside the others, or a new book instead of them. */
  readonly mode: "tabs" | "book";
  /** What becomes of formulas: themselves, or the values last computed. */
  readonly formulas: "keep" | "values";
};

export type Written = {
  /** Titles of the new tabs, in their order. */
  readonly titles: readonly string[];
  /** Russian sentences: what was written otherwise than in the file. */
  readonly problems: readonly string[];
};

/** Google's new tab; smaller ones are filled up to it. */
const NEW_SIZE = { rows: 1_000, columns: 26 };
/** A file's own empty rows above this are not made. */
const MOST_ROWS = 50_000;
/** Cells of one mutation; other work goes on between them. Chosen. */
const BLOCK_CELLS = 20_000;
const MAX_TITLE = 100;

/** @throws Error when the engine refuses a change. */
export async function writeFileBook(
  book: Book,
  file: FileBook,
  choice: ImportChoice,
): Promise<Written> {
  const before =
    choice.mode === "book" ? setAside(book) : ([] as readonly string[]);
  const renamed = new Map<string, string>();
  const problems: string[] = [];
  const titles = freeTitles(book, file.tabs);
  file.tabs.forEach((tab, index) => {
    const title = titles[index] ?? tab.title;
    if (title === tab.title) return;
    renamed.set(tab.title, title);
    problems.push(`Лист «${tab.title}» назван «${title}».`);
  });
  const rules: CellRules = {
    styles: file.styles,
    keepFormulas: choice.formulas === "keep",
    renamed,
  };
  const ids = insertTabs(book, file, titles);
  problems.push(...writeNames(book, file.names, ids, renamed));
  for (const [index, tab] of file.tabs.entries()) {
    const sheetId = ids.get(tab.title) ?? "";
    await writeCells(book, tab, sheetId, rules);
    writeRules(book, tab, sheetId, titles[index] ?? "", rules);
  }
  removeTabs(book, before);
  return { titles, problems };
}

/** Titles that no other tab has, at most 100 characters. */
function freeTitles(book: Book, tabs: readonly FileTab[]): string[] {
  const taken = new Set(
    book.workbook.getSheets().map((sheet) => sheet.getName().toLowerCase()),
  );
  return tabs.map((tab) => {
    const stem = tab.title.slice(0, MAX_TITLE) || "Лист";
    let title = stem;
    for (let number = 2; taken.has(title.toLowerCase()); number += 1) {
      const ending = ` (${number})`;
      title = stem.slice(0, MAX_TITLE - ending.length) + ending;
    }
    taken.add(title.toLowerCase());
    return title;
  });
}

/** Title in the file → id of the new tab. */
function insertTabs(
  book: Book,
  { tabs }: FileBook,
  titles: readonly string[],
): Map<string, string> {
  const ids = new Map<string, string>();
  const allHidden = tabs.every(({ hidden }) => hidden);
  for (const [index, tab] of tabs.entries()) {
    const id = freeSheetId(book);
    const isHidden = tab.hidden && !(allHidden && index === 0);
    book.mutate("sheet.mutation.insert-sheet", {
      index: book.workbook.getSheetOrders().length,
      sheet: sheetData(tab, id, titles[index] ?? tab.title, isHidden),
    });
    ids.set(tab.title, id);
  }
  return ids;
}

/** Google's sheet ids are whole numbers. */
function freeSheetId(book: Book): string {
  let id: string;
  do {
    id = String(1 + Math.floor(Math.random() * 2_000_000_000));
  } while (book.workbook.getSheetBySheetId(id));
  return id;
}

/** Everything of a tab but its cells and rules. */
function sheetData(
  tab: FileTab,
  id: string,
  title: string,
  isHidden: boolean,
): object {
  const { frozenRows, frozenColumns } = tab;
  const size = tabSize(tab);
  return {
    id,
    name: title,
    rowCount: size.rows,
    columnCount: size.columns,
    hidden: isHidden ? 1 : 0,
    tabColor: tab.color ?? "",
    showGridlines: tab.showGrid ? 1 : 0,
    ...(tab.defaultColumnWidth === null
      ? {}
      : { defaultColumnWidth: tab.defaultColumnWidth }),
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      // -1 is the engine's word for nothing frozen.
      startRow: frozenRows === 0 ? -1 : frozenRows,
      startColumn: frozenColumns === 0 ? -1 : frozenColumns,
    },
    rowData: linesOf(tab.rows, "h", size.rows),
    columnData: linesOf(tab.columns, "w", size.columns),
    mergeData: tab.merges.map((area) => ({ ...area })),
  };
}

/** @param key - The engine's word for the size: height of rows, width of columns. */
function linesOf(
  from: FileTab["rows"],
  key: "h" | "w",
  count: number,
): Record<string, object> {
  const lines: Record<string, object> = {};
  for (const [index, { size, hidden }] of Object.entries(from)) {
    if (Number(index) >= count) continue;
    const isFixedRow = key === "h" && size !== undefined;
    lines[index] = {
      ...(size === undefined ? {} : { [key]: size }),
      ...(hidden === true ? { hd: 1 } : {}),
      ...(isFixedRow ? { ia: 0 } : {}),
    };
  }
  return lines;
}

function tabSize(tab: FileTab) {
  const used = sizeOf(tab);
  const areas = [
    ...tab.merges,
    ...tab.validations.flatMap((rule) => rule.areas),
    ...tab.conditionals.flatMap((rule) => rule.areas),
  ].filter(({ endRow }) => endRow < MOST_ROWS);
  const rows = areas.reduce(
    (most, { endRow }) => Math.max(most, endRow + 1),
    Math.max(NEW_SIZE.rows, used.rows, tab.frozenRows + 1),
  );
  const columns = tab.merges.reduce(
    (most, { endColumn }) => Math.max(most, endColumn + 1),
    Math.max(NEW_SIZE.columns, used.columns, tab.frozenColumns + 1),
  );
  return { rows, columns };
}

async function writeCells(
  book: Book,
  tab: FileTab,
  subUnitId: string,
  rules: CellRules,
): Promise<void> {
  for (let from = 0; from < tab.cells.length; from += BLOCK_CELLS) {
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const cell of tab.cells.slice(from, from + BLOCK_CELLS)) {
      const data = engineCell(book, tab, cell, rules);
      if (data === null) continue;
      const row = cellValue[cell.row] ?? {};
      row[cell.column] = data;
      cellValue[cell.row] = row;
    }
    book.mutate("sheet.mutation.set-range-values", { subUnitId, cellValue });
    await pause();
  }
}

function writeRules(
  book: Book,
  tab: FileTab,
  subUnitId: string,
  title: string,
  rules: CellRules,
): void {
  const sheet = book.worksheet(subUnitId);
  const last = {
    row: sheet.getRowCount() - 1,
    column: sheet.getColumnCount() - 1,
  };
  const inside = (area: Area): Area => ({
    ...area,
    endRow: Math.min(area.endRow, last.row),
    endColumn: Math.min(area.endColumn, last.column),
  });
  for (const { row, column, text } of tab.notes) {
    writeNote(book, subUnitId, row, column, text);
  }
  for (const { areas, body } of tab.validations) {
    const followed = retitledRule(body, title, rules.renamed);
    putRule(book, subUnitId, areas.map(inside), followed);
  }
  // The engine puts a new rule before the others.
  for (const { areas, rule, stopIfTrue } of [...tab.conditionals].reverse()) {
    book.mutate("sheet.mutation.add-conditional-rule", {
      subUnitId,
      rule: {
        cfId: univerModules.core.generateRandomId(),
        ranges: areas.map(inside),
        stopIfTrue,
        rule: retitledRule(rule, title, rules.renamed),
      },
    });
  }
  if (tab.filter !== null) {
    book.mutate("sheet.mutation.set-filter-range", {
      subUnitId,
      range: inside(tab.filter),
    });
  }
}
