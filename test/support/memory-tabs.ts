/** Cells of tabs in memory, found by the keys of their columns. */
import type { MemoryTab, MemoryWorld } from "./memory-ports";

export function tabOf(world: MemoryWorld, title: string): MemoryTab {
  const tab = world.tabs.find((one) => one.title === title);
  if (tab === undefined) {
    throw new RangeError(`tabOf: no tab ${title}`);
  }
  return tab;
}

/** 0-based column of a key, by its note. */
export function at(tab: MemoryTab, key: string): number {
  return tab.notes.findIndex((note) => note.endsWith(`ключ: ${key}`));
}

/** @param row - 1-based. */
export function cell(tab: MemoryTab, row: number, key: string): unknown {
  return tab.cells[row - 1]?.[at(tab, key)] ?? "";
}

/** 1-based row of the first cell with the value; 0 without one. */
export function rowWith(tab: MemoryTab, key: string, value: string): number {
  return tab.cells.findIndex((cells) => cells[at(tab, key)] === value) + 1;
}

export function setCell(
  tab: MemoryTab,
  row: number,
  key: string,
  value: string | number,
): void {
  (tab.cells[row - 1] ?? [])[at(tab, key)] = value;
}

/** Cells of the columns with these keys, row by row under the header. */
export function rowsOf(
  tab: MemoryTab,
  ...keys: readonly string[]
): unknown[][] {
  return tab.cells
    .slice(1)
    .map((cells) => keys.map((key) => cells[at(tab, key)] ?? ""));
}
