/** A tab of which columns and rows are read as they are needed. */
import type { TableState } from "../../book/book";
import type { RawCell } from "../../book/parse-cell";
import { parseTable } from "../../book/parse-table";
import type { TableId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { runsOf } from "../../book/writes";
import { ownValue } from "../../domain/record";
import type { Ports, ReadTab } from "../ports";

export type PartTab = {
  readonly tabId: number;
  /** Of keys, or headers of the curator's own; unknown ones are passed over. */
  readonly readColumns: (keys: readonly string[]) => void;
  /** Rows as a whole, with their formulas. */
  readonly readRows: (rows: readonly number[]) => void;
  /** What is not read counts as blank. */
  readonly state: () => TableState;
};

/** Columns that stand so close are read at once. */
const NEAR = 3;

/**
 * @param tab - The header, or the whole tab.
 * @param counter - Highest number given so far.
 */
export function partTab(
  { workbook }: Ports,
  table: TableId,
  tab: ReadTab,
  counter: number,
): PartTab {
  const { tabId } = tab;
  const header = tab.values[0] ?? [];
  const lastRow = tab.lastRow ?? tab.values.length;
  const values: RawCell[][] = Array.from({ length: lastRow }, (_, at) => [
    ...(tab.values[at] ?? header.map((): RawCell => "")),
  ]);
  const formulas: string[][] = values.map(() => []);
  const known = new Set<number>();
  let parsed: TableState | null = null;
  const state = () => {
    parsed ??= parseTable(TABLES[table], { ...tab, values, formulas }, counter);
    return parsed;
  };
  const put = (row: number, column: number, cells: readonly RawCell[]) => {
    const line = values[row - 1];
    cells.forEach((cell, at) => {
      if (line !== undefined) {
        line[column - 1 + at] = cell;
      }
    });
    parsed = null;
  };
  const placeOf = (key: string) =>
    key === ""
      ? 0
      : (ownValue(state().positions, key) ?? ownPlace(header, key));
  return {
    tabId,
    state,
    readColumns: (keys) => {
      const wanted = [...new Set(keys.map(placeOf))].filter(
        (column) => column > 0 && !known.has(column),
      );
      for (const { from, count } of spansOf(lastRow < 2 ? [] : wanted)) {
        const block = {
          row: 2,
          column: from,
          rows: lastRow - 1,
          columns: count,
        };
        workbook.readBlock(tabId, block).values.forEach((cells, at) => {
          put(2 + at, from, cells);
        });
        for (let column = from; column < from + count; column += 1) {
          known.add(column);
        }
      }
    },
    readRows: (rows) => {
      for (const row of rows) {
        // Three at the most: the row of an edit, or those of its people.
        const block = { row, column: 1, rows: 1, columns: header.length };
        const read = workbook.readBlock(tabId, block, true);
        put(row, 1, read.values[0] ?? []);
        formulas[row - 1] = [...(read.formulas[0] ?? [])];
      }
    },
  };
}

/** 1-based column of the curator's own; 0 when there is none. */
function ownPlace(header: readonly RawCell[], key: string): number {
  return header.findIndex((title) => String(title).trim() === key.trim()) + 1;
}

/** Runs of columns, those with little between them as one. */
function spansOf(
  columns: readonly number[],
): readonly { readonly from: number; readonly count: number }[] {
  const spans: { from: number; count: number }[] = [];
  for (const { row: from, count } of runsOf(columns)) {
    const last = spans[spans.length - 1];
    if (last !== undefined && from - (last.from + last.count) < NEAR) {
      last.count = from + count - last.from;
    } else {
      spans.push({ from, count });
    }
  }
  return spans;
}
