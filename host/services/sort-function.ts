/** SORT and SORTN as Google has them: columns by number or as blocks, each with TRUE for upwards. */
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

type Sorted = {
  /** Places of the rows, from first to last. */
  readonly order: readonly number[];
  readonly alike: (left: number, right: number) => boolean;
};

function sorted(rows: Rows, keys: readonly Key[]): Sorted {
  const compare = (left: number, right: number): number => {
    for (const { cells, isUp } of keys) {
      const [first = null, second = null] = [cells[left], cells[right]];
      const compared = compareSorted(first, second, isUp);
      if (compared !== 0) return compared;
    }
    return 0;
  };
  const order = rows.map((_, index) => index);
  order.sort((left, right) => compare(left, right) || left - right);
  return { order, alike: (left, right) => compare(left, right) === 0 };
}

/** An entry for the `function` option of the formula plugin. */
export function sortFunction({ error, blockOf, define }: Tools): FunctionEntry {
  return define("SORT", [1, ANY_NUMBER], (block = error("NA"), ...by) => {
    if (block.isError()) return block;
    const rows = objectsOf(block);
    const keys = keysOf(rows, by);
    if (keys === null) return error("VALUE");
    const { order } = sorted(rows, keys);
    return blockOf(order.map((index) => rows[index] ?? []));
  });
}

/** The first rows after sorting, four ways to count rows that sort alike. */
export function sortnFunction({
  error,
  blockOf,
  define,
}: Tools): FunctionEntry {
  return define(
    "SORTN",
    [1, ANY_NUMBER],
    (block = error("NA"), count, mode, ...by) => {
      if (block.isError()) return block;
      const rows = objectsOf(block);
      const keys = keysOf(rows, by);
      const size = count === undefined ? 1 : Number(count.getValue());
      const ties = mode === undefined ? 0 : Number(mode.getValue());
      if (keys === null || !(size >= 1)) return error("VALUE");
      const kept = firstOf(sorted(rows, keys), Math.trunc(size), ties);
      return kept === null
        ? error("VALUE")
        : blockOf(kept.map((index) => rows[index] ?? []));
    },
  );
}

/** @param ties - 0 none, 1 all like the last, 2 one of each, 3 all of each. */
function firstOf(
  { order, alike }: Sorted,
  count: number,
  ties: number,
): readonly number[] | null {
  const isNew = (index: number, at: number): boolean =>
    at === 0 || !alike(order[at - 1] as number, index);
  switch (ties) {
    case 0:
      return order.slice(0, count);
    case 1: {
      const last = order[count - 1];
      return order.filter(
        (index, at) => at < count || (last !== undefined && alike(last, index)),
      );
    }
    case 2:
      return order.filter(isNew).slice(0, count);
    case 3: {
      let kinds = 0;
      return order.filter((index, at) => {
        if (isNew(index, at)) kinds += 1;
        return kinds <= count;
      });
    }
    default:
      return null;
  }
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
