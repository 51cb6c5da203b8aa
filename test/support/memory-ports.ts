/** The ports in memory: actions and the runner without a spreadsheet, killed at any call. */

import type { Letter, Place, Ports } from "../../src/app/ports";
import type { Adopted } from "../../src/book/adopt";
import type { Layout, ResponseGrid, TableState } from "../../src/book/book";
import { headerNote, keyInNote } from "../../src/book/header";
import type { RawCell } from "../../src/book/parse-cell";
import type { RawTab } from "../../src/book/parse-table";
import { columnOf, type TableId } from "../../src/book/table";
import { TABLES } from "../../src/book/tables/tables";
import { todayNote } from "../../src/book/timeline";
import type { TimelineWork } from "../../src/book/timeline-work";
import type { WriteCell } from "../../src/book/write-cell";
import type { Block } from "../../src/book/writes";
import { TOKEN_MARK } from "../../src/domain/forms/questionnaire";
import { readToken } from "../../src/domain/forms/token";
import { hash } from "../../src/domain/hash";
import type { Merge } from "../../src/domain/import/merges";
import { russianDate } from "../../src/domain/language/dates";

export type MemoryTab = {
  id: number;
  title: string;
  cells: RawCell[][];
  notes: string[];
  formulas: Set<string>;
  merges?: Merge[];
  /** Address of the form whose answers it collects. */
  formUrl?: string;
};

export type MemoryWorld = {
  readonly tabs: MemoryTab[];
  readonly properties: Record<string, string>;
  readonly files: {
    id: string;
    key: string;
    trashed: boolean;
    content: string;
  }[];
  readonly responses: ResponseGrid[];
  /** Port calls so far; the call with this number throws Killed. */
  calls: number;
  killAt: number;
  /** True: the call takes effect before the kill. */
  killAfter: boolean;
  user: string;
  clock: number;
  /** YYYY-MM-DD HH:MM in the book's zone. */
  now: string;
  readonly letters: Letter[];
  mailQuota?: number;
  /** Message of the error with which sending is refused. */
  mailFault?: string;
  timer: boolean;
  /** Of which there is more than one. */
  timers?: number;
  /** Where the curator's cursor is. */
  selection: Place | null;
  /** Defined names, where they are not what the add-on made them. */
  names?: Layout["names"];
};

/** Stands for a terminated worker: no product code may catch it and go on. */
export class Killed extends Error {}

export function memoryWorld(): MemoryWorld {
  return {
    tabs: [],
    properties: {},
    files: [],
    responses: [],
    calls: 0,
    killAt: 0,
    killAfter: false,
    user: "kurator@example.org",
    clock: 1_790_000_000_000,
    now: "2026-09-07 10:00",
    letters: [],
    timer: false,
    selection: null,
  };
}

/** Templates are not needed: documents are kept as their data. */
export function memoryPorts(world: MemoryWorld, templates = ""): Ports {
  const step = <T>(work: () => T): T => {
    world.calls += 1;
    if (world.calls === world.killAt) {
      if (world.killAfter) {
        work();
      }
      throw new Killed(`killed at call ${world.calls}`);
    }
    return work();
  };
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
    workbook: {
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
        let tab = world.tabs.find(
          (candidate) => candidate.title === table.title,
        );
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
    },
    properties: {
      readAll: () => step(() => ({ ...world.properties })),
      write: (values) =>
        step(() => {
          Object.assign(world.properties, values);
        }),
    },
    lock: { hold: (work) => work() },
    files: {
      find: (key) =>
        step(() => {
          const file = world.files.find(
            (candidate) => candidate.key === key && !candidate.trashed,
          );
          return file === undefined
            ? null
            : { id: file.id, url: `https://files.example/${file.id}` };
        }),
      createDocument: ({ key, docxBase64 }) =>
        step(() => make(world, key, docxBase64)),
      createForm: ({ key }) => step(() => make(world, key, "form")),
      trash: (id) =>
        step(() => {
          for (const file of world.files) {
            file.trashed = file.trashed || file.id === id;
          }
        }),
    },
    forms: {
      fill: (id, questionnaire) =>
        step(() => {
          if (!world.responses.some((grid) => grid.formId === id)) {
            world.responses.push({
              formId: id,
              tab: `${questionnaire.title} – ответы`,
              headers: [
                "Отметка времени",
                "Ключ личной ссылки",
                ...questionnaire.questions.map((question) => question.title),
              ],
              rows: [],
            });
          }
          return {
            url: `https://forms.example/${id}`,
            editUrl: `https://forms.example/${id}/edit`,
            prefill: `https://forms.example/${id}?entry.1=${TOKEN_MARK}`,
          };
        }),
      responses: (ids) =>
        step(() => world.responses.filter((grid) => ids.includes(grid.formId))),
      erase: (id, { tokens, others }) =>
        step(() => {
          const at = world.responses.findIndex(({ formId }) => formId === id);
          const grid = world.responses[at];
          if (grid !== undefined) {
            const isGone = (row: (typeof grid.rows)[number]) => {
              const written = row.cells[1] ?? "";
              return (
                tokens.includes(readToken(written) ?? "") ||
                others.some(
                  (one) => one.stamp === row.stamp && one.written === written,
                )
              );
            };
            const rows = grid.rows.filter((row) => !isGone(row));
            world.responses[at] = { ...grid, rows };
          }
          return grid !== undefined;
        }),
    },
    mail: {
      remaining: () => step(() => world.mailQuota ?? 100),
      send: (letter) =>
        step(() => {
          if (world.mailFault !== undefined) {
            throw new Error(world.mailFault);
          }
          world.letters.push(letter);
        }),
      owner: () => world.user,
    },
    timer: {
      count: () => step(() => world.timers ?? Number(world.timer)),
      set: (on) =>
        step(() => {
          world.timer = on;
          delete world.timers;
        }),
    },
    bookFile: () => ({ id: "book-1", url: "https://sheets.example/book-1" }),
    today: () => world.now.slice(0, 10),
    now: () =>
      `${russianDate(world.now.slice(0, 10))} ${world.now.slice(11, 16)}`,
    clock: () => world.clock,
    user: () => world.user,
    newSeed: () => "b1946ac9-2492-4d23-9f4a-2a7d0c2f1e55",
    templates: () => templates,
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

function rawTab(tab: MemoryTab): RawTab {
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
function makeRoomForColumns(
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
function drawInMemory(tab: MemoryTab, work: TimelineWork): void {
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

function partOf(tab: MemoryTab, part: "header" | "values" | undefined) {
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

function shownCell(cell: RawCell): string {
  return typeof cell === "object" ? russianDate(cell.date) : String(cell);
}

function dropAdded(
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

function giveNotesBack(tab: MemoryTab, adopted: Adopted): void {
  const old = new Map(adopted.kept.map(({ key, note }) => [key, note]));
  tab.notes = tab.notes.map((note) => {
    const key = keyInNote(note) ?? "";
    return adopted.added.includes(key) ? "" : (old.get(key) ?? note);
  });
}

function putBlock(tab: MemoryTab, block: Block): void {
  for (const [at, row] of block.cells.entries()) {
    for (const [offset, cell] of row.entries()) {
      put(tab, block.row + at, block.column + offset, cell);
    }
  }
}

function put(
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

function make(world: MemoryWorld, key: string, content: string) {
  const id = `F${world.files.length + 1}`;
  world.files.push({ id, key, trashed: false, content });
  return { id, url: `https://files.example/${id}` };
}

/**
 * What must be equal at the end, whatever happened on the way: no ids of tabs
 * and files. One short line per row, so that a difference can be read.
 */
export function finalState(world: MemoryWorld): string[] {
  return [
    ...world.tabs.flatMap((tab) => [
      ...tab.cells.map((row) => `${tab.title}: ${lineOf(row)}`),
      `${tab.title}, keys: ${tab.notes.map(keyInNote).join()}`,
    ]),
    ...world.files
      .filter((file) => !file.trashed)
      .map((file) => `file ${file.key}: ${hash(file.content)}`),
    `run: ${world.properties["run"] ?? ""}`,
  ];
}

/** Start of the row for the reader, hash of all of it for the comparison. */
function lineOf(row: readonly RawCell[]): string {
  const cells = [...row];
  while (cells.length > 0 && (cells[cells.length - 1] ?? "") === "") {
    cells.pop();
  }
  const text = JSON.stringify(cells).replace(/\bF\d+\b/g, "F");
  return `${text.slice(0, 80)} ${hash(text)}`;
}
