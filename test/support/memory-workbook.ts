/** The workbook port in memory. */
import type { Ports } from "../../src/app/ports";
import type { Layout } from "../../src/book/book";
import { headerNote, keyInNote } from "../../src/book/header";
import { columnOf, type TableId } from "../../src/book/table";
import { TABLES } from "../../src/book/tables/tables";
import {
  drawInMemory,
  dropAdded,
  giveNotesBack,
  makeRoomForColumns,
  partOf,
  put,
  putBlock,
  rawTab,
  shownCell,
} from "./memory-cells";
import type { MemoryTab, MemoryWorld } from "./memory-ports";

/** Does one port call: counts it, and is where a kill falls. */
type Step = <T>(work: () => T) => T;

export function memoryWorkbook(
  world: MemoryWorld,
  step: Step,
): Ports["workbook"] {
  const byTable = (
    table: TableId,
    ids: Readonly<Partial<Record<TableId, number>>>,
  ) =>
    world.tabs.find((tab) => tab.id === ids[table]) ??
    world.tabs.find((tab) => tab.title === TABLES[table].title);
  const byId = (id: number): MemoryTab => {
    const tab = world.tabs.find((candidate) => candidate.id === id);
    if (tab === undefined) {
      throw new RangeError(`memoryPorts: no tab ${id}`);
    }
    return tab;
  };
  return {
    read: (tables, ids, parts = {}) =>
      step(() =>
        Object.fromEntries(
          tables.flatMap((table) => {
            const tab = byTable(table.id, ids);
            return tab === undefined
              ? []
              : [[table.id, partOf(tab, parts[table.id])]];
          }),
        ),
      ),
    readBlock: (id, { row, column, rows, columns }, withFormulas) =>
      step(() => {
        const raw = rawTab(byId(id));
        const block = <T>(grid: readonly (readonly T[])[] = []) =>
          grid
            .slice(row - 1, row - 1 + rows)
            .map((cells) => cells.slice(column - 1, column - 1 + columns));
        return {
          values: block(raw.values),
          formulas: withFormulas === true ? block(raw.formulas) : [],
        };
      }),
    createTab: (table, index) => {
      let tab = world.tabs.find((candidate) => candidate.title === table.title);
      // Two calls, so that a kill can fall between making and filling a tab.
      tab ??= step(() => {
        const made: MemoryTab = {
          id: Math.max(0, ...world.tabs.map((other) => other.id)) + 1,
          title: table.title,
          cells: [[]],
          notes: [],
          formulas: new Set(),
        };
        world.tabs.splice(index, 0, made);
        return made;
      });
      const made = tab;
      return step(() => {
        made.cells[0] = table.columns.map((column) => column.header);
        made.notes = table.columns.map(headerNote);
        return made.id;
      });
    },
    dropTab: (table, id) =>
      step(() => {
        const at = world.tabs.findIndex(
          (tab) => tab.id === id || tab.title === table.title,
        );
        if (at >= 0) {
          world.tabs.splice(at, 1);
        }
      }),
    addColumns: (state, id, keys) =>
      step(() => {
        const tab = byId(id);
        let last = state.lastColumn;
        makeRoomForColumns(tab, state, keys);
        for (const key of keys) {
          const column = columnOf(state.table, key);
          const at = state.positions[key] ?? ++last;
          const header = tab.cells[0] ?? [];
          header[at - 1] = header[at - 1] || column.header;
          tab.notes[at - 1] = headerNote(column);
        }
      }),
    looks: (state, id) =>
      Object.fromEntries(
        Object.entries(state.positions).map(([key, at]) => [
          key,
          {
            note: byId(id).notes[at - 1] ?? "",
            // Cells in memory have neither rules nor formats.
            rules: ["other"],
            format: null,
          },
        ]),
      ),
    mendLooks: (state, id, { notes }) =>
      step(() => {
        for (const key of notes) {
          const note = headerNote(columnOf(state.table, key));
          byId(id).notes[(state.positions[key] ?? 1) - 1] = note;
        }
      }),
    nameColumns: () => step(() => undefined),
    drawTimeline: (id, work) => step(() => drawInMemory(byId(id), work)),
    write: (id, writes) => {
      const tab = byId(id);
      for (const column of writes.columns) {
        step(() => {
          for (const [offset, cell] of column.changes) {
            put(tab, column.row + offset, column.column, cell);
          }
        });
      }
      for (const run of writes.deletes) {
        step(() => tab.cells.splice(run.row - 1, run.count));
      }
      if (writes.clears.length > 0) {
        step(() => {
          for (const { row, column } of writes.clears) {
            put(tab, row, column, null);
          }
        });
      }
      for (const block of writes.append) {
        step(() => putBlock(tab, block));
      }
    },
    tabsBeside: (own) =>
      step(() =>
        world.tabs
          .filter((tab) => !own.includes(tab.id))
          .map(({ id, title, formUrl }) => ({
            tabId: id,
            title,
            formUrl: formUrl ?? null,
          })),
      ),
    readTab: (id) =>
      step(() => {
        const tab = world.tabs.find((candidate) => candidate.id === id);
        if (tab === undefined) {
          return null;
        }
        const raw = rawTab(tab);
        return {
          tabId: id,
          title: tab.title,
          raw,
          shown: raw.values.map((row) => row.map(shownCell)),
          merges: tab.merges ?? [],
        };
      }),
    adopt: (state, adopted) => {
      const tab = byId(adopted.tabId);
      step(() => {
        adopted.added.forEach((key, index) => {
          const column = columnOf(state.table, key);
          put(tab, 1, adopted.first + index, column.header);
          tab.notes[adopted.first + index - 1] = headerNote(column);
        });
      });
      step(() => {
        for (const { key, column } of adopted.kept) {
          tab.notes[column - 1] = headerNote(columnOf(state.table, key));
        }
      });
    },
    release: (table, adopted, stay) => {
      const tab = world.tabs.find(({ id }) => id === adopted.tabId);
      if (tab !== undefined) {
        step(() => dropAdded(tab, adopted, stay));
        step(() => giveNotesBack(tab, adopted));
        if (tab.title === table.title) {
          step(() => {
            tab.title = `${table.title} (своя)`;
          });
        }
      }
    },
    show: (title, id) =>
      world.tabs.some((tab) => tab.id === id || tab.title === title),
    selection: () => world.selection,
    layout: () =>
      step(() => ({
        titles: Object.fromEntries(
          world.tabs.map(({ id, title }) => [id, title]),
        ),
        names: world.names ?? namesOf(world),
      })),
    validate: () => step(() => undefined),
    flush: () => undefined,
  };
}

/** Names as the add-on makes them, over the columns as they stand. */
export function namesOf(world: MemoryWorld): Layout["names"] {
  const ids = JSON.parse(world.properties["tabs"] || "{}") as Record<
    string,
    number
  >;
  return Object.values(TABLES).flatMap(({ id, title, columns }) => {
    const tab =
      world.tabs.find((one) => one.id === ids[id]) ??
      world.tabs.find((one) => one.title === title);
    return columns.flatMap(({ key, name }) => {
      const at = tab?.notes.findIndex((note) => keyInNote(note) === key) ?? -1;
      return tab === undefined || name === undefined || at < 0
        ? []
        : [
            {
              name,
              range: {
                tabId: tab.id,
                column: at + 1,
                firstRow: 2,
                lastRow: Math.max(1000, tab.cells.length + 1),
              },
            },
          ];
    });
  });
}
