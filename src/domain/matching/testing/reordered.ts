/** The same instance with its rows in another order, for tests. */
import type { PairingInstance } from "../pairing";

type Pair = readonly [mentee: number, mentor: number];

/** New row k is old row `rows[k]`, and mentors by `columns` likewise. */
export function reordered(
  instance: PairingInstance,
  rows: readonly number[],
  columns: readonly number[],
): PairingInstance {
  const take = <T>(list: readonly T[], order: readonly number[]): T[] =>
    order.flatMap((index) => list.slice(index, index + 1));
  const move = (pairs: readonly Pair[]): Pair[] =>
    pairs
      .map(([i, j]): Pair => [rows.indexOf(i), columns.indexOf(j)])
      .reverse();
  const moveRow = (row: readonly number[]): readonly number[] =>
    row
      .flatMap((mentor, at): [number, number][] =>
        at % 2 === 0 ? [[columns.indexOf(mentor), row[at + 1] ?? 0]] : [],
      )
      .sort((a, b) => a[0] - b[0])
      .flat();
  const { demand, must, keep } = instance;
  return {
    ...instance,
    mentees: take(instance.mentees, rows),
    mentors: take(instance.mentors, columns),
    options: take(instance.options, rows).map(moveRow),
    locked: move(instance.locked),
    blocked: move(instance.blocked),
    ...(demand ? { demand: take(demand, rows) } : {}),
    ...(must ? { must: must.map((index) => rows.indexOf(index)) } : {}),
    ...(keep ? { keep: move(keep) } : {}),
  };
}
