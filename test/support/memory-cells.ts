/** Cells, notes and formulas of one tab in memory, as the workbook port reads and changes them. */
import type { Adopted } from "../../src/book/adopt";
import type { TableState } from "../../src/book/book";
import { keyInNote } from "../../src/book/header";
import type { RawCell } from "../../src/book/parse-cell";
import type { RawTab } from "../../src/book/parse-table";
import { todayNote } from "../../src/book/timeline";
import type { TimelineWork } from "../../src/book/timeline-work";
import type { WriteCell } from "../../src/book/write-cell";
import type { Block } from "../../src/book/writes";
import { russianDate } from "../../src/domain/language/dates";
import type { MemoryTab } from "./memory-ports";

export function rawTab(tab: MemoryTab): RawTab {
  const width = Math.max(1, ...tab.cells.map((row) => row.length));
  const values = tab.cells.map((row) =>
    Array.from({ length: width }, (_, index) => row[index] ?? ""),
  );
  const formulas = values.map((row, at) =>
    row.map((_, column) =>
      tab.formulas.has(`${at + 1}:${column + 1}`) ? "=1" : "",
    ),
  );
  const maxRows = Math.max(1000, values.length + 1);
  return { values, notes: tab.notes, formulas, maxRows };
}

/** The timeline moves to the right of the columns that come in. */
export function makeRoomForColumns(
  tab: MemoryTab,
  state: TableState,
  keys: readonly string[],
): void {
  const { lastColumn, positions, timeline } = state;
  const added = keys.filter((key) => positions[key] === undefined).length;
  const { today = null } = timeline ?? {};
  if (today === null || today <= lastColumn) return;
  const blanks = Array.from({ length: added }, () => "");
  for (const row of tab.cells) row.splice(lastColumn, 0, ...blanks);
  tab.notes.splice(lastColumn, 0, ...blanks);
}

/** Headers and notes of the timeline; what is hidden and coloured is not kept. */
export function drawInMemory(tab: MemoryTab, work: TimelineWork): void {
  for (const { at, count } of work.deletes) {
    for (const row of tab.cells) row.splice(at - 1, count);
    tab.notes.splice(at - 1, count);
  }
  const { fresh, today, wanted } = work;
  if (fresh !== null) {
    fresh.cells.forEach((cell, index) => {
      put(tab, 1, fresh.after + 1 + index, cell);
    });
    while (tab.notes.length < fresh.after + 1) tab.notes.push("");
    tab.notes.splice(fresh.after + 1, fresh.notes.length, ...fresh.notes);
  }
  if (today !== null && wanted !== null) {
    tab.notes[today - 1] = todayNote(wanted);
  }
}

export function partOf(tab: MemoryTab, part: "header" | "values" | undefined) {
  const whole = { ...rawTab(tab), tabId: tab.id };
  return part === "header"
    ? {
        ...whole,
        values: whole.values.slice(0, 1),
        formulas: [],
        lastRow: whole.values.length,
      }
    : whole;
}

export function shownCell(cell: RawCell): string {
  return typeof cell === "object" ? russianDate(cell.date) : String(cell);
}

export function dropAdded(
  tab: MemoryTab,
  adopted: Adopted,
  stay: readonly string[],
): void {
  const gone = new Set(
    tab.notes.flatMap((note, at) => {
      const key = keyInNote(note ?? "");
      const isGone =
        key !== null && adopted.added.includes(key) && !stay.includes(key);
      return isGone ? [at] : [];
    }),
  );
  const left = <T>(cells: readonly T[]) =>
    cells.filter((_, at) => !gone.has(at));
  tab.cells = tab.cells.map((row) => left(row));
  tab.notes = left(Array.from(tab.notes, (note) => note ?? ""));
}

export function giveNotesBack(tab: MemoryTab, adopted: Adopted): void {
  const old = new Map(adopted.kept.map(({ key, note }) => [key, note]));
  tab.notes = tab.notes.map((note) => {
    const key = keyInNote(note) ?? "";
    return adopted.added.includes(key) ? "" : (old.get(key) ?? note);
  });
}

export function putBlock(tab: MemoryTab, block: Block): void {
  for (const [at, row] of block.cells.entries()) {
    for (const [offset, cell] of row.entries()) {
      put(tab, block.row + at, block.column + offset, cell);
    }
  }
}

export function put(
  tab: MemoryTab,
  row: number,
  column: number,
  cell: WriteCell,
): void {
  while (tab.cells.length < row) {
    tab.cells.push([]);
  }
  const cells = tab.cells[row - 1] ?? [];
  while (cells.length < column) {
    cells.push("");
  }
  const place = `${row}:${column}`;
  tab.formulas.delete(place);
  if (cell !== null && typeof cell === "object" && "formula" in cell) {
    tab.formulas.add(place);
    cells[column - 1] = cell.formula;
  } else {
    cells[column - 1] = cell ?? "";
  }
}
