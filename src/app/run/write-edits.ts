/** Carries edits out through the workbook port, tab by tab. */
import {
  type AdoptEdit,
  adoptedState,
  type ReleaseEdit,
} from "../../book/adopt";
import { BANKS } from "../../book/banks";
import type { Book, TableState } from "../../book/book";
import type { Edit } from "../../book/edits";
import { isByCodesAfter, personalKeys } from "../../book/personal";
import { columnOf, type TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { type TimelineState, timelineColumns } from "../../book/timeline";
import { timelineWork } from "../../book/timeline-work";
import { tableWrites } from "../../book/writes";
import type { ChoicePlaces, Ports } from "../ports";
import { choicePlaces, type TabIds } from "./choice-places";
import { refreshLinks, withLinks } from "./start-links";

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
    ownHeaders: [],
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
  const added = last - state.lastColumn;
  return {
    ...state,
    positions,
    headers,
    lastColumn: last,
    ...(state.timeline === undefined
      ? {}
      : { timeline: shifted(state.timeline, state.lastColumn, added) }),
  };
}

/** The timeline after columns came in before it. */
function shifted(
  timeline: TimelineState,
  after: number,
  added: number,
): TimelineState {
  const moved = (column: number) => (column > after ? column + added : column);
  const isBeside = timelineColumns(timeline).some((column) => column > after);
  return {
    ...timeline,
    today: timeline.today === null ? null : moved(timeline.today),
    periods: timeline.periods.map(moved),
    width: isBeside
      ? timeline.width + added
      : Math.max(timeline.width, after + added),
  };
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
  const states: Partial<Record<TableId, TableState>> = {};
  const stateOf = (id: TableId) => states[id] ?? book.tables[id];
  const moved: TableId[] = [];
  const places = () => choicePlaces(stateOf, ids, isByCodesAfter(book, edits));
  guardBanks(ports, edits, stateOf, ids, places());
  for (const table of WRITING_ORDER) {
    const mine = withLinks(
      edits.filter((edit) => edit.table === table),
      ids,
    );
    if (mine.some((edit) => edit.kind === "drop")) {
      ports.workbook.dropTab(TABLES[table], ids[table]);
      delete ids[table];
    } else if (mine.length > 0) {
      const choices = places();
      const move = moveOf(mine);
      const placed =
        move === undefined
          ? placeTab(ports, stateOf(table), mine, ids, choices)
          : moveTab(ports, stateOf(table), move, ids, choices);
      ids[table] = placed.tabId;
      states[table] = writeRows(ports, placed, mine);
      if (move !== undefined) {
        dropOld(ports, move, tabIds[table]);
        moved.push(table);
      }
    }
  }
  const made = edits.flatMap((edit) =>
    edit.kind === "tab" ? [edit.table] : [],
  );
  refreshChoices(ports, stateOf, ids, [...moved, ...made], made, places());
  refreshLinks(ports, ids, edits);
  return ids;
}

/** Rows of the settings that say how participants are kept. */
const MODE_ROWS: readonly string[] = ["mode", "modeChosen"];

function isOfMode(edit: Edit): boolean {
  return (
    edit.table === "settings" &&
    "row" in edit &&
    MODE_ROWS.includes(String(edit.row))
  );
}

/**
 * Opens or closes the columns of names when the mode is written: before any
 * name is, because Google refuses a script's values too.
 */
function guardBanks(
  ports: Ports,
  edits: readonly Edit[],
  stateOf: (table: TableId) => TableState,
  ids: TabIds,
  choices: ChoicePlaces,
): void {
  if (!edits.some(isOfMode)) {
    return;
  }
  for (const table of BANKS) {
    const tabId = ids[table];
    const state = stateOf(table);
    const keys = personalKeys(table).filter(
      (key) => state.positions[key] !== undefined,
    );
    const isGoing = edits.some(
      ({ kind, table: of }) => kind === "drop" && of === table,
    );
    if (tabId !== undefined && state.present && keys.length > 0 && !isGoing) {
      ports.workbook.validate(state, tabId, keys, choices);
    }
  }
}
/** «Начало» links to the other tabs, so that it comes when they are there. */
const WRITING_ORDER: readonly TableId[] = [
  ...TABLE_IDS.filter((id) => id !== "start"),
  "start",
];

type Placed = { readonly tabId: number; readonly state: TableState };

/** The tab with its columns, made or widened where the edits say so. */
function placeTab(
  ports: Ports,
  before: TableState,
  edits: readonly Edit[],
  ids: TabIds,
  choices: ChoicePlaces,
): Placed {
  const { id: table } = before.table;
  const isNew = edits.some((edit) => edit.kind === "tab");
  const tabId = isNew ? createTab(ports, table, ids, choices) : ids[table];
  if (tabId === undefined) {
    throw new RangeError(`writeEdits: no tab for ${table}`);
  }
  const state = isNew ? freshState(table) : before;
  const keys = edits.flatMap((edit) =>
    edit.kind === "columns" ? edit.keys : [],
  );
  if (keys.length > 0) {
    ports.workbook.addColumns(state, tabId, keys, choices);
  }
  const after = keys.length > 0 ? widened(state, keys) : state;
  for (const edit of edits) {
    if (edit.kind === "looks") {
      ports.workbook.mendLooks(after, tabId, edit.lacks, choices);
    }
  }
  return { tabId, state: after };
}

/**
 * Choices out of a table whose tab is another one now.
 *
 * @param made - Tables whose tabs were just made, with their choices.
 */
function refreshChoices(
  ports: Ports,
  stateOf: (table: TableId) => TableState,
  ids: TabIds,
  moved: readonly TableId[],
  made: readonly TableId[],
  choices: ChoicePlaces,
): void {
  for (const table of TABLE_IDS.filter((id) => !made.includes(id))) {
    const state = stateOf(table);
    const keys = TABLES[table].columns.flatMap(({ key, refers }) =>
      refers !== undefined &&
      moved.includes(refers) &&
      state.positions[key] !== undefined
        ? [key]
        : [],
    );
    const tabId = ids[table];
    if (tabId !== undefined && keys.length > 0) {
      ports.workbook.validate(state, tabId, keys, choices);
    }
  }
}

function createTab(
  ports: Ports,
  table: TableId,
  ids: TabIds,
  choices: ChoicePlaces,
): number {
  const before = TABLE_IDS.slice(0, TABLE_IDS.indexOf(table)).filter(
    (id) => ids[id] !== undefined,
  );
  return ports.workbook.createTab(TABLES[table], before.length, choices);
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
 */
function moveTab(
  ports: Ports,
  before: TableState,
  move: AdoptEdit | ReleaseEdit,
  ids: TabIds,
  choices: ChoicePlaces,
): Placed {
  const { workbook } = ports;
  const { table, adopted } = move;
  const { tabId } = adopted;
  if (move.kind === "adopt") {
    const state = adoptedState(TABLES[table], move);
    workbook.adopt(state, adopted, choices);
    return { tabId, state };
  }
  workbook.release(TABLES[table], adopted, move.stay);
  const old = ids[table];
  if (old === undefined || old === tabId) {
    const fresh = createTab(ports, table, ids, choices);
    return { tabId: fresh, state: freshState(table) };
  }
  workbook.nameColumns(before, old);
  return { tabId: old, state: before };
}

/** The bank that an adopted tab takes the place of goes when all is written. */
function dropOld(
  ports: Ports,
  move: AdoptEdit | ReleaseEdit,
  old: number | undefined,
): void {
  if (
    move.kind === "adopt" &&
    old !== undefined &&
    old !== move.adopted.tabId
  ) {
    ports.workbook.dropTab(TABLES[move.table], old);
  }
}

/** Cells and rows of one tab, then its names where they would fall short. */
function writeRows(
  ports: Ports,
  { tabId, state }: Placed,
  edits: readonly Edit[],
): TableState {
  const writes = tableWrites(state, edits);
  ports.workbook.write(tabId, writes);
  const wasFull = state.maxRows > 0 && state.lastRow >= state.maxRows;
  const isOutgrown = wasFull && writes.appendedRows > 0;
  if (isOutgrown || edits.some((edit) => edit.kind === "names")) {
    ports.workbook.nameColumns(state, tabId);
  }
  for (const edit of edits) {
    if (edit.kind === "timeline") {
      ports.workbook.drawTimeline(tabId, timelineWork(state, edit.timeline));
    }
  }
  return state;
}
