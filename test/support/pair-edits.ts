/** Edits of pairs in memory as a person would make them. */
import { onSheetEdit } from "../../src/app/live/on-sheet-edit";
import { type MemoryWorld, memoryPorts } from "./memory-ports";
import { at, cell, setCell, tabOf } from "./memory-tabs";

/**
 * Types a value as a person would and lets the trigger answer.
 *
 * @param told - What the trigger is told of the cell before; null: nothing.
 */
export function type(
  world: MemoryWorld,
  title: string,
  row: number,
  key: string,
  value: string,
  told?: null,
): void {
  const tab = tabOf(world, title);
  const oldValue = told === null ? null : String(cell(tab, row, key));
  setCell(tab, row, key, value);
  onSheetEdit(memoryPorts(world), {
    tabId: tab.id,
    row,
    column: at(tab, key) + 1,
    rows: 1,
    columns: 1,
    oldValue,
    user: "",
  });
}

/** A pair, and a mentor of its form with a place who is not its own. */
export function draftAndOther(world: MemoryWorld) {
  const pairs = tabOf(world, "Пары");
  const mentors = tabOf(world, "Наставники");
  const column = (key: string) => at(mentors, key);
  const load = (id: unknown) =>
    pairs.cells.filter((cells) => cells[at(pairs, "mentorId")] === id).length;
  for (let row = 2; row <= pairs.cells.length; row += 1) {
    const own = String(cell(pairs, row, "mentorId"));
    const other = mentors.cells
      .slice(1)
      .find(
        (cells) =>
          cells[column("form")] === cell(pairs, row, "form") &&
          cells[column("id")] !== own &&
          cells[column("consent")] === "получено" &&
          load(cells[column("id")]) < Number(cells[column("capacity")]),
      );
    if (other !== undefined) {
      return { pairs, mentors, row, own, other: String(other[column("id")]) };
    }
  }
  throw new RangeError("draftAndOther: every mentor is full");
}
