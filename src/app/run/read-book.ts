/** Reads the workbook through the ports into a Book. */
import type { Book, TableState } from "../../book/book";
import { textOf } from "../../book/book";
import type { HandEdit } from "../../book/hand-edit";
import { lacksOf } from "../../book/looks";
import { absentTable, parseTable } from "../../book/parse-table";
import { isByCodes, veil } from "../../book/personal";
import type { Table, TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { timerState } from "../digest/schedule";
import type { Ports, ReadParts } from "../ports";
import { choicePlaces, type TabIds } from "./choice-places";
import { type HandEdits, readHandEdits } from "./hand-edits";

/** What the document properties remember. */
export type Memory = {
  readonly counters: Readonly<Partial<Record<TableId, number>>>;
  /** Sheet ids, so that a renamed tab is found. */
  readonly tabIds: Readonly<Partial<Record<TableId, number>>>;
  readonly run: OpenRun | null;
  readonly systemReady: boolean;
  readonly handEdits: HandEdits;
};

/** A run that is not finished: being worked on, or cut off. */
export type OpenRun = {
  readonly run: string;
  readonly action: string;
  readonly user: string;
  readonly started: string;
  readonly phase: "intent" | "edits" | "effects";
  /** Effects done so far. */
  readonly done: number;
  /** Milliseconds since the epoch until which nobody else may take it over. */
  readonly until: number;
};

export const PROPERTY = {
  counters: "counters",
  tabIds: "tabs",
  run: "run",
  system: "system",
} as const;

function parseJson<T>(text: string | undefined, otherwise: T): T {
  if (text === undefined || text === "") {
    return otherwise;
  }
  try {
    return JSON.parse(text) as T;
  } catch {
    // A property damaged from outside is as good as none: counters are
    // rebuilt from the highest ids seen, tabs are found by title.
    return otherwise;
  }
}

export function readMemory(ports: Ports): Memory {
  const stored = ports.properties.readAll();
  return {
    counters: parseJson(stored[PROPERTY.counters], {}),
    tabIds: parseJson(stored[PROPERTY.tabIds], {}),
    run: parseJson<OpenRun | null>(stored[PROPERTY.run], null),
    systemReady: stored[PROPERTY.system] === "1",
    handEdits: readHandEdits(stored, (text) =>
      parseJson<HandEdit | null>(text, null),
    ),
  };
}

export type OpenedBook = {
  readonly book: Book;
  readonly tabIds: Readonly<Partial<Record<TableId, number>>>;
};

/**
 * Reads the named tables; the others count as absent. Formula cells are read
 * only where `formulas` names the table.
 */
export function readBook(
  ports: Ports,
  memory: Memory,
  wanted: {
    readonly tables: readonly TableId[];
    readonly responses: boolean;
    readonly looks?: boolean;
    /** What the tabs are called and where the defined names point. */
    readonly layout?: boolean;
    /** Tabs beside the add-on's own, and which to read, by id or title. */
    readonly foreign?: {
      readonly chosen: string | null;
      readonly all?: boolean;
    };
    /** Keeps what the tabs hold, cell by cell. */
    readonly cells?: boolean;
    /** Tables of which no row is read, or no formula. */
    readonly parts?: ReadParts;
  },
): OpenedBook {
  const ids = TABLE_IDS.filter((id) => wanted.tables.includes(id));
  const raw = ports.workbook.read(
    ids.map((id) => TABLES[id]),
    memory.tabIds,
    wanted.parts,
  );
  const layout =
    wanted.layout === true
      ? ports.workbook.layout(Object.values(raw).map((tab) => tab.tabId))
      : null;
  const tables = {} as Record<TableId, TableState>;
  const tabIds: Partial<Record<TableId, number>> = { ...memory.tabIds };
  for (const id of TABLE_IDS) {
    const tab = raw[id];
    tables[id] =
      tab === undefined
        ? absentTable(TABLES[id])
        : parseTable(
            titled(TABLES[id], layout?.titles[tab.tabId]),
            tab,
            memory.counters[id] ?? 0,
          );
    if (tab !== undefined) {
      tabIds[id] = tab.tabId;
    } else if (ids.includes(id)) {
      delete tabIds[id];
    }
  }
  const formIds = wanted.responses ? formIdsOf(tables.forms) : [];
  return {
    book: {
      tables: veil(tables),
      counters: memory.counters,
      handEdits: memory.handEdits.map(({ edit }) => edit),
      responses: formIds.length === 0 ? [] : ports.forms.responses(formIds),
      ...(wanted.looks === true
        ? { lacks: readLacks(ports, tables, tabIds) }
        : {}),
      ...(layout === null
        ? {}
        : { layout: { ...layout, tabIds, timer: timerState(ports) } }),
      ...(wanted.foreign === undefined
        ? {}
        : {
            foreign: readForeign(
              ports,
              tabIds,
              formIdsOf(tables.forms),
              wanted.foreign,
            ),
          }),
      ...(wanted.cells === true ? { cells: raw } : {}),
    },
    tabIds,
  };
}

function readLacks(
  ports: Ports,
  tables: Book["tables"],
  tabIds: TabIds,
): NonNullable<Book["lacks"]> {
  const places = choicePlaces(
    (id) => tables[id],
    tabIds,
    isByCodes({ tables }),
  );
  return Object.fromEntries(
    TABLE_IDS.flatMap((id) => {
      const [state, tabId] = [tables[id], tabIds[id]];
      return state.present && tabId !== undefined
        ? [
            [
              id,
              lacksOf(
                state,
                ports.workbook.looks(state, tabId),
                (column) => places(column) !== null,
              ),
            ],
          ]
        : [];
    }),
  );
}

/** The table under the title its tab has: remarks name the tab the curator sees. */
function titled(table: Table, title: string | undefined): Table {
  return title === undefined ? table : { ...table, title };
}

function formIdsOf(forms: TableState): readonly string[] {
  return forms.rows
    .map((row) => textOf(row, "formId"))
    .filter((id) => id !== "");
}

/** @param forms - Ids of the add-on's forms: their tabs of answers are no lists. */
function readForeign(
  ports: Ports,
  tabIds: Memory["tabIds"],
  forms: readonly string[],
  { chosen, all }: { readonly chosen: string | null; readonly all?: boolean },
): NonNullable<Book["foreign"]> {
  const beside = ports.workbook
    .tabsBeside(Object.values(tabIds))
    .filter(({ title }) => TABLE_IDS.every((id) => TABLES[id].title !== title));
  const titles = beside
    .filter(({ formUrl }) =>
      forms.every((id) => formUrl?.includes(id) !== true),
    )
    .map(({ tabId, title }) => ({ tabId, title }));
  const found =
    titles.find(({ tabId }) => String(tabId) === chosen) ??
    titles.find(({ title }) => title === chosen);
  return {
    titles,
    chosen: found === undefined ? null : ports.workbook.readTab(found.tabId),
    ...(all === true
      ? {
          all: beside.flatMap(
            ({ tabId }) => ports.workbook.readTab(tabId) ?? [],
          ),
        }
      : {}),
  };
}

/** Remembers where a run is; one call. */
export function writeRun(
  ports: Ports,
  run: OpenRun,
  known?: {
    readonly counters: Book["counters"];
    readonly tabIds: Memory["tabIds"];
  },
): void {
  ports.properties.write({
    [PROPERTY.run]: JSON.stringify(run),
    ...(known === undefined
      ? {}
      : {
          [PROPERTY.counters]: JSON.stringify(known.counters),
          [PROPERTY.tabIds]: JSON.stringify(known.tabIds),
        }),
  });
}
