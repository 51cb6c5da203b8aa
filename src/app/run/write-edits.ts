/** Carries edits out through the workbook port, tab by tab. */
import {
  type AdoptEdit,
  adoptedState,
  type ReleaseEdit,
} from "../../book/adopt";
import type { Book, TableState } from "../../book/book";
import type { Edit } from "../../book/edits";
import { columnOf, type TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { tableWrites } from "../../book/writes";
import type { ListRanges, Ports } from "../ports";

export type TabIds = Readonly<Partial<Record<TableId, number>>>;

/** State of a tab that was just made: all columns in order, no rows. */
function freshState(table: TableId): TableState {
  const definition = TABLES[table];
  const positions = Object.fromEntries(
    definition.columns.map((column, index) => [column.key, index + 1]),
  );
  return {
    table: definition,
    present: true,
    positions,
    headers: Object.fromEntries(
      definition.columns.map((column) => [column.key, column.header]),
    ),
    unmarked: [],
    rows: [],
    lastRow: 1,
    maxRows: 0,
    lastColumn: definition.columns.length,
    formulaCells: new Set(),
    unreadable: new Set(),
    shortNames: false,
    newIds: {},
    problems: [],
  };
}

/** State of a tab after missing columns were added at its right. */
function widened(state: TableState, keys: readonly string[]): TableState {
  const positions = { ...state.positions };
  const headers = { ...state.headers };
  let last = state.lastColumn;
  for (const key of keys) {
    if (positions[key] === undefined) {
      last += 1;
      positions[key] = last;
      headers[key] = columnOf(state.table, key).header;
    }
  }
  return { ...state, positions, headers, lastColumn: last };
}

/** Where the lists stand, for validation; null before Справочники exist. */
function listRanges(state: TableState, tabIds: TabIds): ListRanges | null {
  const tabId = tabIds.lists;
  return tabId === undefined ? null : { tabId, columns: state.positions };
}

/**
 * Writes the edits in the order of the tabs and returns the tab ids as they
 * are then. Number of calls: independent of the number of rows.
 */
export function writeEdits(
  ports: Ports,
  book: Book,
  edits: readonly Edit[],
  tabIds: TabIds,
): TabIds {
  const ids: Partial<Record<TableId, number>> = { ...tabIds };
  let lists = book.tables.lists;
  for (const table of TABLE_IDS) {
    const mine = edits.filter((edit) => edit.table === table);
    if (mine.length === 0) {
      continue;
    }
    if (mine.some((edit) => edit.kind === "drop")) {
      ports.workbook.dropTab(TABLES[table], ids[table]);
      delete ids[table];
      continue;
    }
    const move = moveOf(mine);
    if (move !== undefined) {
      ids[table] = moveTab(
        ports,
        book,
        move,
        mine,
        ids,
        listRanges(lists, ids),
      );
      continue;
    }
    let state = book.tables[table];
    if (mine.some((edit) => edit.kind === "tab")) {
      ids[table] = createTab(ports, table, ids, listRanges(lists, ids));
      state = freshState(table);
    }
    const tabId = ids[table];
    if (tabId === undefined) {
      throw new RangeError(`writeEdits: no tab for ${table}`);
    }
    const keys = mine.flatMap((edit) =>
      edit.kind === "columns" ? edit.keys : [],
    );
    if (keys.length > 0) {
      ports.workbook.addColumns(state, tabId, keys);
      state = widened(state, keys);
    }
    writeRows(ports, state, tabId, mine);
    if (table === "lists") {
      lists = state;
    }
  }
  return ids;
}

function createTab(
  ports: Ports,
  table: TableId,
  ids: TabIds,
  lists: ListRanges | null,
): number {
  const before = TABLE_IDS.slice(0, TABLE_IDS.indexOf(table)).filter(
    (id) => ids[id] !== undefined,
  );
  return ports.workbook.createTab(TABLES[table], before.length, lists);
}

function moveOf(edits: readonly Edit[]): AdoptEdit | ReleaseEdit | undefined {
  return edits.find(
    (edit): edit is AdoptEdit | ReleaseEdit =>
      edit.kind === "adopt" || edit.kind === "release",
  );
}

/**
 * Puts another tab in the place of the table's: a curator's own, or a fresh
 * one when that is given back. Whatever was done before a cut is done again.
 *
 * @returns Id of the table's tab.
 */
function moveTab(
  ports: Ports,
  book: Book,
  move: AdoptEdit | ReleaseEdit,
  edits: readonly Edit[],
  ids: TabIds,
  lists: ListRanges | null,
): number {
  const { workbook } = ports;
  const { table, adopted } = move;
  const old = ids[table];
  if (move.kind === "adopt") {
    const state = adoptedState(TABLES[table], move);
    workbook.adopt(state, adopted, lists);
    writeRows(ports, state, adopted.tabId, edits);
    if (old !== undefined && old !== adopted.tabId) {
      workbook.dropTab(TABLES[table], old);
    }
    return adopted.tabId;
  }
  workbook.release(TABLES[table], adopted, move.stay);
  if (old === undefined || old === adopted.tabId) {
    return createTab(ports, table, ids, lists);
  }
  workbook.nameColumns(book.tables[table], old);
  return old;
}

/** Cells and rows of one tab, then its names where they would fall short. */
function writeRows(
  ports: Ports,
  state: TableState,
  tabId: number,
  edits: readonly Edit[],
): void {
  const writes = tableWrites(state, edits);
  ports.workbook.write(tabId, writes);
  const wasFull = state.maxRows > 0 && state.lastRow >= state.maxRows;
  const isOutgrown = wasFull && writes.appendedRows > 0;
  if (isOutgrown || edits.some((edit) => edit.kind === "names")) {
    ports.workbook.nameColumns(state, tabId);
  }
}
