/** Reads and writes blocks of cells the way Google Sheets would. */
import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import type { Book } from "./book";
import { STYLE_TRIGGER } from "./calculator";
import { cellFor, formulaCell } from "./cell-content";
import { fromEngine, PARSE_ERROR } from "./formula-dialect";
import { displayText, isDatePattern } from "./number-format";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";
import { unknownFunctions } from "./unknown-functions";
import { momentOf } from "./zone-time";

/** What getValue gives. */
export type CellValue = string | number | boolean | Date;

const { CellValueType } = univerModules.core;
const SET_VALUES = "sheet.mutation.set-range-values";
/** What a cell may hold beside value and style. */
const EXTRAS = ["f", "si", "p", "custom"] as const;

type Grid<T> = T[][];

/** A sheet's cells with what reading them needs at hand. */
export type CellReader = {
  readonly cell: (row: number, column: number) => Nullable<ICellData>;
  readonly style: (cell: Nullable<ICellData>) => Nullable<IStyleData>;
  /** Number format, `General` when none is set. */
  readonly pattern: (cell: Nullable<ICellData>) => string;
  readonly value: (row: number, column: number) => CellValue;
  readonly display: (row: number, column: number) => string;
  /** With `=`, in the book's dialect; "" when the cell has none. */
  readonly formula: (row: number, column: number) => string;
};

/** Rows and columns are 0-based. */
export function readerOf(book: Book, sheetId: string): CellReader {
  const sheet = book.worksheet(sheetId);
  const matrix = sheet.getCellMatrix();
  const styles = book.workbook.getStyles();
  const { locale, timeZone } = book.facts();
  const model = book.engine.injector.get(
    univerModules.formula.FormulaDataModel,
  );
  const spilled = model.getArrayFormulaCellData()[book.id]?.[sheetId];
  const patterns = new Map<string, string>();

  const cellAt = (row: number, column: number): Nullable<ICellData> => {
    const own = matrix.getValue(row, column);
    if (own?.v !== undefined && own.v !== null) return own;
    const result = spilled?.[row]?.[column];
    return result ? { ...own, ...result } : own;
  };
  const styleOf = (cell: Nullable<ICellData>) =>
    cell ? styles.getStyleByCell(cell) : null;
  const patternOf = (cell: Nullable<ICellData>): string => {
    const key = typeof cell?.s === "string" ? cell.s : null;
    if (key === null) return styleOf(cell)?.n?.pattern ?? "General";
    let pattern = patterns.get(key);
    if (pattern === undefined) {
      pattern = styleOf(cell)?.n?.pattern ?? "General";
      patterns.set(key, pattern);
    }
    return pattern;
  };
  const plain = (cell: Nullable<ICellData>): string | number | boolean => {
    if (!cell) return "";
    const rich = cell.p?.body?.dataStream;
    if (rich !== undefined)
      return rich.replace(/\r\n$/, "").replace(/\r/g, "\n");
    if (cell.v === undefined || cell.v === null) return "";
    if (cell.t === CellValueType.BOOLEAN) return Number(cell.v) === 1;
    return cell.v;
  };
  return {
    cell: cellAt,
    style: styleOf,
    pattern: patternOf,
    value(row, column) {
      const cell = cellAt(row, column);
      const value = plain(cell);
      return typeof value === "number" && isDatePattern(patternOf(cell))
        ? momentOf(value, timeZone)
        : value;
    },
    display(row, column) {
      const cell = cellAt(row, column);
      return displayText(plain(cell), patternOf(cell), locale);
    },
    formula(row, column) {
      const cell = matrix.getValue(row, column);
      if (!cell) return "";
      const unreadable: unknown = cell.custom?.["formula"];
      if (typeof unreadable === "string" && cell.v === PARSE_ERROR) {
        return unreadable;
      }
      if (!cell.f && !cell.si) return "";
      const text = cell.si
        ? model.getFormulaStringByCell(row, column, sheetId, book.id)
        : cell.f;
      return text ? fromEngine(text, locale) : "";
    },
  };
}

/** One result per cell of the area. */
export function mapArea<T>(
  area: Area,
  read: (row: number, column: number) => T,
): Grid<T> {
  const rows: Grid<T> = [];
  for (let row = area.startRow; row <= area.endRow; row += 1) {
    const cells: T[] = [];
    for (let column = area.startColumn; column <= area.endColumn; column += 1) {
      cells.push(read(row, column));
    }
    rows.push(cells);
  }
  return rows;
}

/**
 * Writes cells; `make` gives the change of one cell, null to leave it.
 *
 * @param styleOnly - Values stay, so no formula becomes stale.
 */
export function writeArea(
  book: Book,
  sheetId: string,
  area: Area,
  make: (row: number, column: number) => ICellData | null,
  styleOnly = false,
): void {
  const cellValue: Record<number, Record<number, ICellData>> = {};
  let any = false;
  for (let row = area.startRow; row <= area.endRow; row += 1) {
    const cells: Record<number, ICellData> = {};
    for (let column = area.startColumn; column <= area.endColumn; column += 1) {
      const cell = make(row, column);
      if (cell === null) continue;
      cells[column] = cell;
      any = true;
    }
    cellValue[row] = cells;
  }
  if (!any) return;
  book.mutate(SET_VALUES, {
    subUnitId: sheetId,
    cellValue,
    ...(styleOnly ? { trigger: STYLE_TRIGGER } : {}),
  });
}

/**
 * Writes values as setValues does: strings into `@` cells exactly, other
 * strings as if typed, dates as serial days in the book's time zone.
 *
 * @param valueAt - Row and column within the area, from 0.
 * @returns Functions in the formulas written that the engine does not know.
 * @throws ServiceError for a text over 50,000 characters.
 */
export function writeValues(
  book: Book,
  sheetId: string,
  area: Area,
  valueAt: (row: number, column: number) => unknown,
): readonly string[] {
  const reader = readerOf(book, sheetId);
  const formulas = new Set<string>();
  writeArea(book, sheetId, area, (row, column) => {
    const value = valueAt(row - area.startRow, column - area.startColumn);
    const before = reader.cell(row, column);
    const cell = cellFor(book, value, reader.pattern(before));
    if (cell.f) formulas.add(cell.f);
    return before || cell.v !== null || cell.f ? replacing(before, cell) : null;
  });
  return unknownFunctions(book, formulas);
}

/** The change that leaves nothing of the old content but its style. */
function replacing(before: Nullable<ICellData>, cell: ICellData): ICellData {
  for (const key of EXTRAS) {
    if (before?.[key] && cell[key] === undefined) cell[key] = null;
  }
  return cell;
}

/**
 * Writes formulas; "" clears. Row and column within the area, from 0.
 *
 * @returns Functions in them that the engine does not know.
 */
export function writeFormulas(
  book: Book,
  sheetId: string,
  area: Area,
  formulaAt: (row: number, column: number) => string,
): readonly string[] {
  const reader = readerOf(book, sheetId);
  const formulas = new Set<string>();
  writeArea(book, sheetId, area, (row, column) => {
    const text = formulaAt(row - area.startRow, column - area.startColumn);
    const cell = formulaCell(book, text);
    if (cell.f) formulas.add(cell.f);
    return replacing(reader.cell(row, column), cell);
  });
  return unknownFunctions(book, formulas);
}

/** One formula for an area: its relative references go along, as in a copy. */
export function writeFormula(
  book: Book,
  sheetId: string,
  area: Area,
  text: string,
): readonly string[] {
  const reader = readerOf(book, sheetId);
  const lexer = book.engine.injector.get(
    univerModules.formula.LexerTreeBuilder,
  );
  const first = formulaCell(book, text);
  writeArea(book, sheetId, area, (row, column) => {
    const { f } = first;
    const moved = f
      ? lexer.moveFormulaRefOffset(
          f,
          column - area.startColumn,
          row - area.startRow,
        )
      : f;
    const cell = moved ? { ...first, f: moved } : first;
    return replacing(reader.cell(row, column), cell);
  });
  return unknownFunctions(book, new Set(first.f ? [first.f] : []));
}

/** Takes contents away, styles stay. */
export function clearContents(book: Book, sheetId: string, area: Area): void {
  const reader = readerOf(book, sheetId);
  writeArea(book, sheetId, area, (row, column) => {
    const before = reader.cell(row, column);
    return before ? replacing(before, { v: null }) : null;
  });
}
