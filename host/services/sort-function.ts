/** SORT as Google has it: columns by number or as blocks, each with TRUE for upwards. */
import type { BaseValueObject } from "@univerjs/engine-formula";
import {
  type FunctionEntry,
  type Item,
  itemOf,
  objectsOf,
  type Tools,
} from "./function-tools";
import { compareSorted } from "./sort-order";

const ANY_NUMBER = 255;

type Rows = readonly (readonly BaseValueObject[])[];
type Key = { readonly cells: readonly Item[]; readonly isUp: boolean };

/** An entry for the `function` option of the formula plugin. */
export function sortFunction({ error, blockOf, define }: Tools): FunctionEntry {
  return define("SORT", [1, ANY_NUMBER], (block = error("NA"), ...by) => {
    if (block.isError()) return block;
    const rows = objectsOf(block);
    const keys = keysOf(rows, by);
    if (keys === null) return error("VALUE");
    const order = rows.map((_, index) => index);
    order.sort((left, right) => {
      for (const { cells, isUp } of keys) {
        const [first = null, second = null] = [cells[left], cells[right]];
        const compared = compareSorted(first, second, isUp);
        if (compared !== 0) return compared;
      }
      return left - right;
    });
    return blockOf(order.map((index) => rows[index] ?? []));
  });
}

/** Pairs of column and direction; the first column upwards without any. */
function keysOf(
  rows: Rows,
  by: readonly BaseValueObject[],
): readonly Key[] | null {
  const columnOf = (index: number) => rows.map((row) => row[index]);
  if (by.length === 0) return [{ cells: itemsOf(columnOf(0)), isUp: true }];
  const keys: Key[] = [];
  for (let at = 0; at < by.length; at += 2) {
    const given = objectsOf(by[at] as BaseValueObject);
    const flag = by[at + 1];
    const [[direction] = []] = flag === undefined ? [] : objectsOf(flag);
    const number = given.length === 1 ? given[0]?.[0] : undefined;
    const cells =
      number === undefined
        ? given.map((row) => row[0])
        : columnOf(Number(number.getValue()) - 1);
    if (cells.length !== rows.length || cells.includes(undefined)) return null;
    const isUp = direction === undefined || Boolean(direction.getValue());
    keys.push({ cells: itemsOf(cells), isUp });
  }
  return keys;
}

function itemsOf(cells: readonly (BaseValueObject | undefined)[]): Item[] {
  return cells.map((cell) => (cell === undefined ? null : itemOf(cell)));
}
