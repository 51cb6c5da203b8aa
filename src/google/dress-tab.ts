/** What a new tab of the add-on looks like: headers, notes, formats, widths, validation, names. */

import { columnLetters } from "../book/a1";
import { headerNote } from "../book/header";
import type { Column, Table } from "../book/table";
import { formatOf, TEXT_FORMAT } from "../book/write-cell";
import { runsOf } from "../book/writes";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const HEADER_BACKGROUND = "#e8eef7";
const DERIVED_BACKGROUND = "#f1f3f4";
const DEFAULT_WIDTH = 120;

/**
 * Headers, notes, formats, widths; harmless to repeat.
 *
 * @param rows the sheet's number of rows
 */
export function dressTab(sheet: Sheet, table: Table, rows: number): void {
  const lacking = table.columns.length - sheet.getMaxColumns();
  if (lacking > 0) {
    sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  }
  dressColumns(sheet, table.columns, 1, rows);
  sheet.setFrozenRows(1);
  if (table.hidden === true) {
    sheet.hideSheet();
  }
}

/**
 * {@link dressTab} for adjacent columns of a tab; nothing beside them changes.
 *
 * @param first 1-based sheet column
 */
export function dressColumns(
  sheet: Sheet,
  columns: readonly Column[],
  first: number,
  rows: number,
): void {
  const all = sheet.getRange(1, first, rows, columns.length);
  // Text for every cell first, then one call per other format.
  all.setNumberFormat(TEXT_FORMAT);
  all.setVerticalAlignment("top");
  const header = sheet.getRange(1, first, 1, columns.length);
  header.setValues([columns.map((column) => column.header)]);
  header.setNotes([columns.map(headerNote)]);
  header.setFontWeight("bold");
  header.setWrap(true);
  header.setBackgrounds([
    columns.map((column) =>
      column.derived === true ? DERIVED_BACKGROUND : HEADER_BACKGROUND,
    ),
  ]);
  const place = (index: number) => first - 1 + index;
  for (const run of longTextRuns(columns)) {
    const cells = sheet.getRange(2, place(run.row), rows - 1, run.count);
    cells.setWrap(true);
  }
  formatColumns(sheet, columns, first, rows);
  for (const run of sameWidthRuns(columns)) {
    sheet.setColumnWidths(place(run.from), run.count, run.width);
  }
  const hidden = columns.flatMap((column, index) =>
    column.hidden === true ? [index + 1] : [],
  );
  for (const run of runsOf(hidden)) {
    sheet.hideColumns(place(run.row), run.count);
  }
}

/** One call per format that is not text. */
function formatColumns(
  sheet: Sheet,
  columns: readonly Column[],
  first: number,
  rows: number,
): void {
  const places = new Map<string, string[]>();
  columns.forEach((column, index) => {
    const format = formatOf(column, undefined);
    if (format !== TEXT_FORMAT) {
      const letters = columnLetters(first + index);
      const range = `${letters}2:${letters}${rows}`;
      places.set(format, [...(places.get(format) ?? []), range]);
    }
  });
  for (const [format, ranges] of places) {
    sheet.getRangeList(ranges).setNumberFormat(format);
  }
}

/** Columns whose texts are read in full. */
function longTextRuns(columns: readonly Column[]): ReturnType<typeof runsOf> {
  return runsOf(
    columns.flatMap((column, index) =>
      ["longtext", "any"].includes(column.kind) && column.hidden !== true
        ? [index + 1]
        : [],
    ),
  );
}

function sameWidthRuns(
  columns: readonly Column[],
): { from: number; count: number; width: number }[] {
  const runs: { from: number; count: number; width: number }[] = [];
  columns.forEach((column, index) => {
    const width = column.width ?? DEFAULT_WIDTH;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.width === width) {
      last.count += 1;
    } else {
      runs.push({ from: index + 1, count: 1, width });
    }
  });
  return runs;
}

/** Where the values of a choice column stand; `closed` takes nothing. */
export type ChoiceRanges = (column: Column) => Range | "closed" | null;

const CLOSED =
  "Книга ведётся по кодам: имена и контакты участников сюда не вписывают. Участника обозначает код в первой графе; имена хранятся в файле ключа у Вас.";

/**
 * Dropdowns, one call per choice column; a wrong value warns, it is not
 * refused. A closed column refuses whatever is typed.
 *
 * @param clears - Columns without a rule lose the one they had.
 */
export function validateColumns(
  sheet: Sheet,
  columns: readonly Column[],
  first: number,
  ranges: ChoiceRanges,
  rows: number,
  clears = false,
): void {
  columns.forEach((column, index) => {
    const rule = ruleOf(column, first + index, ranges);
    const cells = sheet.getRange(2, first + index, rows - 1, 1);
    if (rule !== null) {
      cells.setDataValidation(rule);
    } else if (clears) {
      cells.clearDataValidations();
    }
  });
}

/** Fixed choices, or the values of a range wherever the curator extends it. */
export function ruleOf(
  column: Column,
  position: number,
  ranges: ChoiceRanges,
): Validation | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  if (column.choices !== undefined) {
    return builder.requireValueInList([...column.choices], true).build();
  }
  const values = column.kind === "many" ? null : ranges(column);
  if (values === "closed") {
    return builder
      .setAllowInvalid(false)
      .setHelpText(CLOSED)
      .requireFormulaSatisfied(`=ISBLANK(${columnLetters(position)}2)`)
      .build();
  }
  return values === null
    ? null
    : builder.requireValueInRange(values, true).build();
}

/** A column from the first data row down. */
export function valuesBelow(sheet: Sheet, column: number): Range {
  return sheet.getRange(2, column, sheet.getMaxRows() - 1, 1);
}

/** Bounded defined names: from the first data row to the last sheet row. */
export function nameColumns(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  columns: readonly Column[],
  first: number,
  rows: number,
): void {
  columns.forEach((column, index) => {
    if (column.name !== undefined) {
      spreadsheet.setNamedRange(
        column.name,
        sheet.getRange(2, first + index, rows - 1, 1),
      );
    }
  });
}
