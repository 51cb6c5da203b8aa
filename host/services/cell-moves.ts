/** Moving blocks of cells: references to them follow, as a drag with the mouse does it. */
import type { ICellData } from "@univerjs/core";
import type { Book } from "./book";
import { putCells, takeCells } from "./cell-blocks";
import { mapArea, readerOf, writeArea } from "./cells";
import { contentSize } from "./content-size";
import { readNotes, writeNote } from "./notes";
import {
  type Corner,
  corner,
  mapReferences,
  type Reference,
  titleOf,
  writeCorner,
} from "./shift-references";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";
import { clearValidations, putRule, ruleAt } from "./validation-rules";

/** A block, and the place of its first cell after the move. */
export type Move = {
  readonly sheetId: string;
  readonly area: Area;
  readonly toSheetId: string;
  readonly row: number;
  readonly column: number;
};

/** Moves contents, looks, notes and rules; what was there is lost. */
export function moveCells(book: Book, move: Move): void {
  const { sheetId, area, toSheetId } = move;
  const down = move.row - area.startRow;
  const right = move.column - area.startColumn;
  const target = {
    startRow: move.row,
    endRow: area.endRow + down,
    startColumn: move.column,
    endColumn: area.endColumn + right,
  };
  const cells = takeCells(book, sheetId, area);
  const notes = readNotes(book, sheetId, area);
  const rules = mapArea(area, (row, column) =>
    ruleAt(book, sheetId, row, column),
  );
  emptyCells(book, sheetId, area);
  emptyCells(book, toSheetId, target);
  // A moved formula keeps its references: nothing is offset.
  const inPlace = cells.map((line, row) =>
    line.map((cell, column) => ({
      ...cell,
      row: target.startRow + row,
      column: target.startColumn + column,
    })),
  );
  const parts = { contents: true, formulas: true, styles: true };
  putCells(book, toSheetId, target, inPlace, parts);
  mapArea(target, (row, column) => {
    const at = [row - target.startRow, column - target.startColumn] as const;
    const note = notes[at[0]]?.[at[1]] ?? "";
    if (note !== "") writeNote(book, toSheetId, row, column, note);
    const rule = rules[at[0]]?.[at[1]] ?? null;
    if (rule === null) return;
    const { uid: _uid, ranges: _ranges, ...body } = rule;
    putRule(book, toSheetId, [oneCell(row, column)], body);
  });
  followReferences(book, move, down, right);
}

export function oneCell(row: number, column: number): Area {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

/** Takes contents, looks, notes and rules away. */
export function emptyCells(book: Book, sheetId: string, area: Area): void {
  const reader = readerOf(book, sheetId);
  writeArea(book, sheetId, area, (row, column) =>
    reader.cell(row, column)
      ? { v: null, f: null, si: null, p: null, custom: null, s: null }
      : null,
  );
  clearValidations(book, sheetId, area);
  const notes = readNotes(book, sheetId, area);
  mapArea(area, (row, column) => {
    const note = notes[row - area.startRow]?.[column - area.startColumn];
    if (note !== "") writeNote(book, sheetId, row, column, "");
  });
}

/** References that lie inside the moved block point to its new place. */
function followReferences(
  book: Book,
  move: Move,
  down: number,
  right: number,
): void {
  const names = {
    from: book.worksheet(move.sheetId).getName(),
    to: book.worksheet(move.toSheetId).getName(),
  };
  const sameTab = names.from === names.to;
  const prefixOn = (own: string): string =>
    own === names.to ? "" : `'${names.to.replaceAll("'", "''")}'!`;
  for (const sheet of book.workbook.getSheets()) {
    const own = sheet.getName();
    const rewrite = (reference: Reference): string => {
      const tab = reference.tab === undefined ? own : titleOf(reference.tab);
      const ends = cornersInside(reference, move.area);
      if (tab !== names.from || ends === null) return reference.whole;
      const address = ends
        .slice(0, reference.end === undefined ? 1 : 2)
        .map((at) => offsetCorner(at, down, right))
        .join(":");
      return (sameTab ? (reference.tab ?? "") : prefixOn(own)) + address;
    };
    rewriteFormulas(book, sheet.getSheetId(), (formula) =>
      mapReferences(formula, rewrite),
    );
  }
}

function offsetCorner(at: Corner, down: number, right: number): string {
  return writeCorner(at, (at.row ?? 0) + down, (at.column ?? 0) + right);
}

/** Both corners of a reference, or null when one is open or outside. */
function cornersInside(
  { start, end }: Reference,
  area: Area,
): readonly Corner[] | null {
  const ends = [start, end ?? start].map(corner);
  const areInside = ends.every(
    ({ row, column }) =>
      row !== null &&
      column !== null &&
      row >= area.startRow &&
      row <= area.endRow &&
      column >= area.startColumn &&
      column <= area.endColumn,
  );
  return areInside ? ends : null;
}

/** Writes every formula of a tab anew where `rewrite` changes it. */
export function rewriteFormulas(
  book: Book,
  sheetId: string,
  rewrite: (formula: string) => string,
): void {
  const sheet = book.worksheet(sheetId);
  const { rows, columns } = contentSize(sheet);
  const matrix = sheet.getCellMatrix();
  const model = book.engine.injector.get(
    univerModules.formula.FormulaDataModel,
  );
  const all = {
    startRow: 0,
    endRow: rows - 1,
    startColumn: 0,
    endColumn: columns - 1,
  };
  writeArea(book, sheetId, all, (row, column): ICellData | null => {
    const cell = matrix.getValue(row, column);
    if (!cell?.f && !cell?.si) return null;
    const formula = cell.si
      ? model.getFormulaStringByCell(row, column, sheetId, book.id)
      : cell.f;
    if (!formula) return null;
    const changed = rewrite(formula);
    return changed === formula ? null : { f: changed, si: null, v: null };
  });
}

/**
 * Makes room: cells from the area on go down or to the right.
 *
 * @param downward - False: to the right.
 */
export function insertCells(
  book: Book,
  sheetId: string,
  area: Area,
  downward: boolean,
): void {
  const rest = cellsFrom(book, sheetId, area, downward);
  if (rest === null) return;
  const count = downward
    ? area.endRow - area.startRow + 1
    : area.endColumn - area.startColumn + 1;
  moveCells(book, {
    sheetId,
    area: rest,
    toSheetId: sheetId,
    row: rest.startRow + (downward ? count : 0),
    column: rest.startColumn + (downward ? 0 : count),
  });
}

/** Closes the gap: cells after the area go up or to the left. */
export function deleteCells(
  book: Book,
  sheetId: string,
  area: Area,
  upward: boolean,
): void {
  emptyCells(book, sheetId, area);
  const after = upward
    ? { ...area, startRow: area.endRow + 1 }
    : { ...area, startColumn: area.endColumn + 1 };
  const rest = cellsFrom(book, sheetId, after, upward);
  if (rest === null) return;
  moveCells(book, {
    sheetId,
    area: rest,
    toSheetId: sheetId,
    row: area.startRow,
    column: area.startColumn,
  });
}

/** From an area's first line to the last used one; null when nothing is there. */
function cellsFrom(
  book: Book,
  sheetId: string,
  area: Area,
  downward: boolean,
): Area | null {
  const { rows, columns } = contentSize(book.worksheet(sheetId));
  const rest = downward
    ? { ...area, endRow: rows - 1 }
    : { ...area, endColumn: columns - 1 };
  const isEmpty = downward
    ? rest.endRow < rest.startRow
    : rest.endColumn < rest.startColumn;
  return isEmpty ? null : rest;
}
