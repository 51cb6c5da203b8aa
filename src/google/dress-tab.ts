/** What a new tab of the add-on looks like: headers, notes, formats, widths, validation, names. */

import { columnLetters } from "../book/a1";
import { headerNote } from "../book/header";
import type { Column, Table } from "../book/table";
import { widthStrokes } from "../book/width-strokes";
import { formatOf, TEXT_FORMAT } from "../book/write-cell";
import { runsOf } from "../book/writes";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Validation = GoogleAppsScript.Spreadsheet.DataValidation;

const HEADER_BACKGROUND = "#e8eef7";
const DERIVED_BACKGROUND = "#f1f3f4";
const DEFAULT_WIDTH = 120;

/** How many rows and columns a tab has. */
export type TabSize = { readonly rows: number; readonly columns: number };

/** A header and a cell below that look as most of every tab does and have no rule. */
export type Pattern = { readonly header: Range; readonly below: Range };

/**
 * Headers, notes, formats, widths; harmless to repeat.
 *
 * @param size of the sheet
 * @param pattern of a tab that is dressed already: copying it takes fewer calls
 */
export function dressTab(
  sheet: Sheet,
  table: Table,
  size: TabSize,
  pattern: Pattern | null,
): void {
  const lacking = table.columns.length - size.columns;
  if (lacking > 0) {
    sheet.insertColumnsAfter(size.columns, lacking);
  }
  dressColumns(sheet, table.columns, 1, size.rows, pattern);
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
  pattern: Pattern | null = null,
): void {
  const header = sheet.getRange(1, first, 1, columns.length);
  const place = (index: number) => first - 1 + index;
  // Text for every cell first, then one call per other format.
  if (pattern === null) {
    const all = sheet.getRange(1, first, rows, columns.length);
    all.setNumberFormat(TEXT_FORMAT);
    all.setVerticalAlignment("top");
    header.setFontWeight("bold");
    header.setWrap(true);
    header.setBackground(HEADER_BACKGROUND);
  } else {
    const { PASTE_FORMAT } = SpreadsheetApp.CopyPasteType;
    const below = sheet.getRange(2, first, rows - 1, columns.length);
    pattern.header.copyTo(header, PASTE_FORMAT, false);
    pattern.below.copyTo(below, PASTE_FORMAT, false);
  }
  header.setValues([columns.map((column) => column.header)]);
  header.setNotes([columns.map(headerNote)]);
  const derived = columns.flatMap((column, index) =>
    column.derived === true ? [`${columnLetters(first + index)}1`] : [],
  );
  if (derived.length > 0) {
    sheet.getRangeList(derived).setBackground(DERIVED_BACKGROUND);
  }
  const letters = (index: number) => columnLetters(place(index));
  const wrapped = longTextRuns(columns).map(
    ({ row, count }) => `${letters(row)}2:${letters(row + count - 1)}${rows}`,
  );
  if (wrapped.length > 0) {
    sheet.getRangeList(wrapped).setWrap(true);
  }
  formatColumns(sheet, columns, first, rows);
  const widths = columns.map(({ hidden, width = DEFAULT_WIDTH }) =>
    hidden === true ? null : width,
  );
  for (const { from, to, width } of widthStrokes(widths)) {
    sheet.setColumnWidths(first + from, to - from + 1, width);
  }
  const hidden = columns.flatMap((column, index) =>
    column.hidden === true ? [index + 1] : [],
  );
  for (const run of runsOf(hidden)) {
    sheet.hideColumns(place(run.row), run.count);
  }
}

/** What {@link dressTab} can copy from a tab; null when no column is plain. */
export function patternOf(
  sheet: Sheet,
  columns: readonly Column[],
  rows: number,
  ranges: ChoiceRanges,
): Pattern | null {
  const at = columns.findIndex(
    (column, index) =>
      column.derived !== true &&
      !isLongText(column) &&
      formatOf(column, undefined) === TEXT_FORMAT &&
      ruleOf(column, index + 1, ranges) === null,
  );
  return at < 0
    ? null
    : {
        header: sheet.getRange(1, at + 1),
        // Nothing is written there: rows come in above the last one.
        below: sheet.getRange(rows, at + 1),
      };
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
    columns.flatMap((column, index) => (isLongText(column) ? [index + 1] : [])),
  );
}

function isLongText({ kind, hidden }: Column): boolean {
  return ["longtext", "any"].includes(kind) && hidden !== true;
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
  const letters = columnLetters(column);
  return sheet.getRange(`${letters}2:${letters}`);
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
