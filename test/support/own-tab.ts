/** A curator's own tab in a world in memory. */
import type { RawCell } from "../../src/book/parse-cell";
import type { MemoryTab, MemoryWorld } from "./memory-ports";

/** Adds a tab of the curator's; returns it. */
export function addTab(
  world: MemoryWorld,
  title: string,
  cells: readonly (readonly RawCell[])[],
  more: Partial<MemoryTab> = {},
): MemoryTab {
  const tab: MemoryTab = {
    id: 1000 + world.tabs.length,
    title,
    cells: cells.map((row) => [...row]),
    notes: [],
    formulas: new Set(),
    ...more,
  };
  world.tabs.push(tab);
  return tab;
}

/** What a tab holds, blanks at the ends of rows and notes aside. */
export function shown(tab: MemoryTab) {
  const trim = <T>(row: readonly T[]) => {
    const cells: unknown[] = Array.from(row, (cell) => cell ?? "");
    while (cells.length > 0 && cells[cells.length - 1] === "") {
      cells.pop();
    }
    return cells;
  };
  return {
    title: tab.title,
    cells: tab.cells.map((row) => trim(row)),
    notes: trim(tab.notes),
    formulas: [...tab.formulas].sort(),
  };
}
