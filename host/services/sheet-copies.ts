/** Copies of a tab: cells, sizes, merges, rules, notes. */
import type { IWorksheetData } from "@univerjs/core";
import { mapArea } from "./cells";
import { ConditionalFormatRule } from "./conditional-format";
import { readRules, writeRules } from "./conditional-rules";
import { contentSize } from "./content-size";
import { readNotes, writeNote } from "./notes";
import type { SheetsContext } from "./sheets-context";
import { putRule, rulesOf } from "./validation-rules";

/** A whole number no tab of the book has, as Google's sheet ids are. */
export function freeSheetId(context: SheetsContext): string {
  const { workbook } = context.book;
  let id: string;
  do {
    id = String(1 + Math.floor(Math.random() * 2_000_000_000));
  } while (workbook.getSheetBySheetId(id));
  return id;
}

/** `Копия Лист1`, or the next free title of this kind. */
export function copyTitle(context: SheetsContext, sheetId: string): string {
  const { book } = context;
  const word = book.facts().locale.startsWith("ru") ? "Копия" : "Copy of";
  const stem = `${word} ${book.worksheet(sheetId).getName()}`;
  let title = stem;
  for (let number = 2; book.workbook.getSheetBySheetName(title); number += 1) {
    title = `${stem} ${number}`;
  }
  return title;
}

/**
 * @param index - Place of the copy, from 0.
 * @returns Sheet id of the copy.
 */
export function copySheet(
  context: SheetsContext,
  sheetId: string,
  name: string,
  index: number,
): string {
  const { book } = context;
  const source = book.worksheet(sheetId);
  const id = freeSheetId(context);
  const snapshot: IWorksheetData = structuredClone(source.getSnapshot());
  book.mutate("sheet.mutation.insert-sheet", {
    index,
    sheet: { ...snapshot, id, name, hidden: 0 },
  });
  for (const { uid: _uid, ranges, ...body } of rulesOf(book, sheetId)) {
    putRule(book, id, ranges, structuredClone(body));
  }
  const rules = readRules(context, sheetId).map(
    ({ rule, ranges }) =>
      new ConditionalFormatRule(
        context,
        rule,
        ranges.map(({ area }) => context.makeRange(id, area)),
      ),
  );
  if (rules.length > 0) writeRules(context, id, rules);
  copyNotes(context, sheetId, id);
  return id;
}

function copyNotes(context: SheetsContext, from: string, to: string): void {
  const { book } = context;
  const source = book.worksheet(from);
  const { rows, columns } = contentSize(source);
  const area = {
    startRow: 0,
    endRow: Math.max(rows, 1) - 1,
    startColumn: 0,
    endColumn: Math.max(columns, 1) - 1,
  };
  const notes = readNotes(book, from, area);
  mapArea(area, (row, column) => {
    const text = notes[row]?.[column] ?? "";
    if (text !== "") writeNote(book, to, row, column, text);
  });
}
