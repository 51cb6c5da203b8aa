/** A curator's own tab as a source of people, as a bank, and given back. */
import { type Adopted, adoptedPositions } from "../book/adopt";
import type { TableState } from "../book/book";
import { headerNote, keyInNote } from "../book/header";
import { columnOf, type Table } from "../book/table";
import { runsOf } from "../book/writes";
import type { Merge } from "../domain/import/merges";
import {
  type ChoiceRanges,
  dressColumns,
  nameColumns,
  validateColumns,
} from "./dress-tab";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Ends a title that the curator's tab had taken from the add-on's. */
const OWN = " (своя)";

/** Merged cells of the tab. */
export function readMerges(sheet: Sheet): Merge[] {
  // A range knows its place without asking the server.
  return sheet
    .getDataRange()
    .getMergedRanges()
    .map((range) => [
      range.getRow(),
      range.getColumn(),
      range.getNumRows(),
      range.getNumColumns(),
    ]);
}

/**
 * Puts keys into the notes of the curator's headers and the missing columns at
 * the right, and points the table's names here. Harmless to repeat.
 */
export function adoptTab(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  state: TableState,
  adopted: Adopted,
  ranges: ChoiceRanges,
): void {
  const { table } = state;
  const rows = sheet.getMaxRows();
  const added = adopted.added.map((key) => columnOf(table, key));
  if (!isWidened(sheet, adopted)) {
    // New columns, so that deleting them leaves the free ones as they were.
    sheet.insertColumnsAfter(adopted.first - 1, added.length);
    // They come with the looks and rules of the curator's last one.
    const fresh = sheet.getRange(1, adopted.first, rows, added.length);
    fresh.clearFormat();
    fresh.clearDataValidations();
  }
  dressColumns(sheet, added, adopted.first, rows);
  validateColumns(sheet, added, adopted.first, ranges, rows);
  const header = sheet.getRange(1, 1, 1, adopted.first - 1);
  const notes = [...(header.getNotes()[0] ?? [])];
  for (const { key, column } of adopted.kept) {
    notes[column - 1] = headerNote(columnOf(table, key));
  }
  header.setNotes([notes]);
  const positions = adoptedPositions(adopted);
  for (const column of table.columns) {
    const position = positions[column.key];
    if (position !== undefined) {
      nameColumns(spreadsheet, sheet, [column], position, rows);
    }
  }
}

/** Whether the added columns are there, from before a cut. */
function isWidened(sheet: Sheet, { first, added }: Adopted): boolean {
  return (
    first <= sheet.getMaxColumns() &&
    keyInNote(sheet.getRange(1, first).getNote()) === added[0]
  );
}

/**
 * Takes keys and added columns out again, wherever they are by now; those in
 * `stay` remain, as the curator's own. Harmless to repeat.
 */
export function releaseTab(
  sheet: Sheet,
  table: Table,
  adopted: Adopted,
  stay: readonly string[],
): void {
  const width = Math.max(1, sheet.getLastColumn());
  const before = sheet.getRange(1, 1, 1, width).getNotes()[0] ?? [];
  const old = new Map(adopted.kept.map(({ key, note }) => [key, note]));
  const isAdded = (note: string) =>
    adopted.added.includes(keyInNote(note) ?? "");
  const isGone = (note: string) =>
    isAdded(note) && !stay.includes(keyInNote(note) ?? "");
  // Columns first: they are found by the keys that leave the notes after them.
  const gone = before.flatMap((note, at) => (isGone(note) ? [at + 1] : []));
  for (const run of runsOf(gone).reverse()) {
    sheet.deleteColumns(run.row, run.count);
  }
  const notes = before
    .filter((note) => !isGone(note))
    .map((note) =>
      isAdded(note) ? "" : (old.get(keyInNote(note) ?? "") ?? note),
    );
  sheet.getRange(1, 1, 1, notes.length).setNotes([notes]);
  if (sheet.getName() === table.title) {
    sheet.setName(`${table.title}${OWN}`);
  }
}
