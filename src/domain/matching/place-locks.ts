/** Turns locked pairs of ids into places taken, and says which break capacity. */
import type { BrokenLock, IdPair } from "./build-instance";
import type { Profile } from "./participant";

export type PlacedLocks = {
  /** Row of a mentee → column of the mentor, ascending by row. */
  readonly mentorOf: ReadonlyMap<number, number>;
  /** Places of each mentor in the instance, its locked pairs included. */
  readonly capacity: readonly number[];
  readonly broken: readonly BrokenLock[];
  readonly unknown: readonly IdPair[];
};

/** More mentees than any programme has; keeps sums exact. */
const MOST_PLACES = 1_000_000;

/**
 * Every lock keeps its place even if the mentor has fewer places now. A mentee
 * with several mentors keeps the first by id in the instance; each further one
 * takes a place away from its mentor.
 *
 * @param columns - Mentors ascending by id.
 * @param rows - Mentees ascending by id.
 */
export function placeLocks(
  columns: readonly Profile[],
  rows: readonly Profile[],
  locked: readonly IdPair[],
): PlacedLocks {
  const { known, unknown } = locate(columns, rows, locked);
  const capacity = columns.map(placesOf);
  const taken = columns.map(() => 0);
  const kept = columns.map(() => 0);
  const mentorOf = new Map<number, number>();
  const broken: BrokenLock[] = [];
  for (const { row, column, pair } of known) {
    taken[column] = (taken[column] ?? 0) + 1;
    if ((taken[column] ?? 0) > (capacity[column] ?? 0)) {
      broken.push({ pair, code: "CAPACITY_MENTOR" });
    }
    if (mentorOf.has(row)) {
      broken.push({ pair, code: "CAPACITY_MENTEE" });
    } else {
      mentorOf.set(row, column);
      kept[column] = (kept[column] ?? 0) + 1;
    }
  }
  return {
    mentorOf,
    capacity: capacity.map(
      (places, column) =>
        (kept[column] ?? 0) + Math.max(0, places - (taken[column] ?? 0)),
    ),
    broken,
    unknown,
  };
}

type Located = {
  readonly row: number;
  readonly column: number;
  readonly pair: IdPair;
};

/** Locks of people in the banks, each pair once, by row and column. */
function locate(
  columns: readonly Profile[],
  rows: readonly Profile[],
  locked: readonly IdPair[],
): { readonly known: readonly Located[]; readonly unknown: readonly IdPair[] } {
  const rowOf = new Map(rows.map(({ person }, row) => [person.id, row]));
  const columnOf = new Map(columns.map(({ person }, i) => [person.id, i]));
  const known = new Map<string, Located>();
  const unknown: IdPair[] = [];
  for (const pair of locked) {
    const row = rowOf.get(pair[0]);
    const column = columnOf.get(pair[1]);
    if (row === undefined || column === undefined) {
      unknown.push(pair);
    } else {
      known.set(`${row} ${column}`, { row, column, pair });
    }
  }
  return {
    known: [...known.values()].sort(
      (a, b) => a.row - b.row || a.column - b.column,
    ),
    unknown,
  };
}

/** A mentor's places as a whole number from 0; nonsense counts as none. */
export function placesOf({ person }: Profile): number {
  const places = Math.floor(person.capacity);
  return places > 0 ? Math.min(places, MOST_PLACES) : 0;
}
