/** Moving whole cells about: copying and sorting, formulas adjusted. */
import type { ICellData, IStyleData } from "@univerjs/core";
import type { Book } from "./book";
import { mapArea, readerOf, writeArea } from "./cells";
import { compareSorted, sortItem } from "./sort-order";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

/** A cell taken out of its place; `f` is the engine's formula text. */
export type TakenCell = {
  readonly content: ICellData;
  readonly style: IStyleData | null;
  readonly row: number;
  readonly column: number;
};

/** What a paste carries over. */
export type PasteParts = {
  readonly contents: boolean;
  readonly formulas: boolean;
  readonly styles: boolean;
  /** False: styles without their borders. */
  readonly borders?: boolean;
};

const EMPTY = { v: null, f: null, si: null, p: null, custom: null };

/** Cells of an area, ready to be put somewhere else. */
export function takeCells(
  book: Book,
  sheetId: string,
  area: Area,
): TakenCell[][] {
  const reader = readerOf(book, sheetId);
  const model = book.engine.injector.get(
    univerModules.formula.FormulaDataModel,
  );
  return mapArea(area, (row, column) => {
    const cell = reader.cell(row, column);
    const style = reader.style(cell) ?? null;
    if (!cell) return { content: EMPTY, style, row, column };
    const formula = cell.si
      ? model.getFormulaStringByCell(row, column, sheetId, book.id)
      : cell.f;
    const content: ICellData = {
      v: cell.v ?? null,
      t: cell.t ?? null,
      f: formula ?? null,
      si: null,
      p: cell.p ?? null,
      custom: cell.custom ?? null,
    };
    return {
      content: structuredClone(content),
      style: structuredClone(style),
      row,
      column,
    };
  });
}

/**
 * Puts cells into an area, repeated as often as they fit.
 *
 * @param cells - Rows by columns, at least one cell.
 */
export function putCells(
  book: Book,
  sheetId: string,
  area: Area,
  cells: readonly (readonly TakenCell[])[],
  parts: PasteParts,
): void {
  const lexer = book.engine.injector.get(
    univerModules.formula.LexerTreeBuilder,
  );
  const cellFor = (row: number, column: number): TakenCell | undefined => {
    const line = cells[(row - area.startRow) % cells.length];
    return line?.[(column - area.startColumn) % line.length];
  };
  if (parts.styles) {
    const reader = readerOf(book, sheetId);
    const bare = (row: number, column: number): ICellData | null => {
      const before = reader.cell(row, column);
      if (!before?.s) return null;
      return before.t ? { s: null, t: before.t } : { s: null };
    };
    writeArea(book, sheetId, area, bare, true);
  }
  writeArea(
    book,
    sheetId,
    area,
    (row, column) => {
      const taken = cellFor(row, column);
      if (taken === undefined) return null;
      const style = pastedStyle(taken, parts);
      if (!parts.contents) return "s" in style ? style : null;
      const { f, ...rest } = structuredClone(taken.content);
      if (!f || !parts.formulas) return { ...rest, f: null, ...style };
      const moved = lexer.moveFormulaRefOffset(
        f,
        column - taken.column,
        row - taken.row,
      );
      return { ...EMPTY, f: moved, ...style };
    },
    !parts.contents,
  );
}

function pastedStyle(taken: TakenCell, parts: PasteParts): ICellData {
  if (!parts.styles || taken.style === null) return {};
  const { bd: _borders, ...bare } = taken.style;
  return { s: parts.borders === false ? bare : taken.style };
}

/** How one column sorts. */
export type SortKey = {
  /** 0-based sheet column. */
  readonly column: number;
  readonly ascending: boolean;
};

/** Numbers, then text, then yes/no, blanks last whatever the direction. */
export function sortCells(
  book: Book,
  sheetId: string,
  area: Area,
  keys: readonly SortKey[],
): void {
  const rows = takeCells(book, sheetId, area);
  const sorted = [...rows].sort((left, right) => {
    for (const { column, ascending } of keys) {
      const index = column - area.startColumn;
      const order = compareSorted(
        sortItem(left[index]?.content),
        sortItem(right[index]?.content),
        ascending,
      );
      if (order !== 0) return order;
    }
    return 0;
  });
  putCells(book, sheetId, area, sorted, {
    contents: true,
    formulas: true,
    styles: true,
  });
}
