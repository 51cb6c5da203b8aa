/** The tab «Дорожная карта» and «Настройки» of a book in memory, cell by cell. */
import { TABLES } from "../../src/book/tables/tables";
import type { MemoryWorld } from "./memory-ports";
import { cells } from "./memory-runs";

const TITLE = TABLES.roadmap.title;

function at(key: string): number {
  const index = TABLES.roadmap.columns.findIndex((one) => one.key === key);
  if (index < 0) {
    throw new RangeError(`no column ${key}`);
  }
  return index;
}

/** Cells of one column; dates as YYYY-MM-DD. */
export function stageColumn(world: MemoryWorld, key: string): unknown[] {
  return cells(world, TITLE).map((row) => plain(row[at(key)]));
}

function plain(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "date" in cell
    ? cell.date
    : cell;
}

/** Types into a cell of a row, counted from 0. */
export function typeStage(
  world: MemoryWorld,
  row: number,
  key: string,
  value: string | { readonly date: string },
): void {
  const line = cells(world, TITLE)[row];
  if (line === undefined) {
    throw new RangeError(`typeStage: no row ${row}`);
  }
  line[at(key)] = value;
}

/** Types into a setting on its tab. */
export function typeSetting(
  world: MemoryWorld,
  key: string,
  value: string | number,
): void {
  const columns = TABLES.settings.columns.map((one) => one.key);
  const line = cells(world, TABLES.settings.title).find(
    (row) => row[columns.indexOf("id")] === key,
  );
  if (line === undefined) {
    throw new RangeError(`typeSetting: no setting ${key}`);
  }
  line[columns.indexOf("value")] = value;
}
