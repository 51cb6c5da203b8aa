/** Carries edits out through the workbook port, tab by tab. */
import { BANKS } from "../../book/banks";
import type { Book, TableState } from "../../book/book";
import type { Edit } from "../../book/edits";
import { isByCodesAfter, personalKeys } from "../../book/personal";
import type { TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { timelineWork } from "../../book/timeline-work";
import { tableWrites } from "../../book/writes";
import type { ChoicePlaces, Ports } from "../ports";
import { choicePlaces, type TabIds } from "./choice-places";
import { dropOld, moveOf, moveTab, type Placed, placeTab } from "./place-tab";
import { refreshLinks, withLinks } from "./start-links";

/** «Начало» links to the other tabs, so that it comes when they are there. */
const WRITING_ORDER: readonly TableId[] = [
  ...TABLE_IDS.filter((id) => id !== "start"),
  "start",
];

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
