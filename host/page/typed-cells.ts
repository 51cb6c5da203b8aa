/** What an edit wrote into cells, so that nothing typed is lost without a word. */
import { writeAddress } from "../services/a1";
import type { BookMutation } from "../types";

export type TypedCell = {
  readonly sheetId: string;
  /** 0-based. */
  readonly row: number;
  readonly column: number;
  /** As the engine keeps it: a value, or a formula. */
  readonly text: string;
};

type Cell = { readonly v?: unknown; readonly f?: unknown } | null;
type Grid = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

const SET_VALUES = "sheet.mutation.set-range-values";
/** Named one by one in a message; further ones are counted. */
const NAMED = 5;
const SHOWN_CHARACTERS = 200;

/** Cells that got a value or a formula, in the order of the edit. */
export function typedCells(mutations: readonly BookMutation[]): TypedCell[] {
  return mutations.flatMap(({ id, params }) => {
    if (id !== SET_VALUES) return [];
    const { subUnitId, cellValue } = params as {
      readonly subUnitId: string;
      readonly cellValue?: Grid;
    };
    return Object.entries(cellValue ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, cell]) => {
        const text = textOf(cell);
        return text === ""
          ? []
          : [
              {
                sheetId: subUnitId,
                row: Number(row),
                column: Number(column),
                text,
              },
            ];
      }),
    );
  });
}

/** A formula if there is one, otherwise the value; "" for an empty cell. */
export function textOf(cell: Cell | undefined): string {
  return String(cell?.f || (cell?.v ?? ""));
}

/**
 * The cells in a message to the curator.
 *
 * @returns «B5: «текст»» by lines, "" for none.
 */
export function describeCells(cells: readonly TypedCell[]): string {
  const lines = cells.slice(0, NAMED).map(({ row, column, text }) => {
    const place = writeAddress({
      startRow: row,
      endRow: row,
      startColumn: column,
      endColumn: column,
    });
    return `${place}: «${text.slice(0, SHOWN_CHARACTERS)}»`;
  });
  const more = cells.length - NAMED;
  return [...lines, ...(more > 0 ? [`и ещё ячеек: ${more}`] : [])].join("\n");
}
