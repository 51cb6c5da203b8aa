/** The tab that a table is to be written into: made, widened, or another one put in its place. */
import {
  type AdoptEdit,
  adoptedState,
  type ReleaseEdit,
} from "../../book/adopt";
import type { TableState } from "../../book/book";
import type { Edit } from "../../book/edits";
import type { TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import type { ChoicePlaces, Ports } from "../ports";
import type { TabIds } from "./choice-places";
import { freshState, widened } from "./tab-state";

export type Placed = { readonly tabId: number; readonly state: TableState };

/** The tab with its columns, made or widened where the edits say so. */
export function placeTab(
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

/** The edit that puts another tab in the place of a table's. */
export function moveOf(
  edits: readonly Edit[],
): AdoptEdit | ReleaseEdit | undefined {
  return edits.find(
    (edit): edit is AdoptEdit | ReleaseEdit =>
      edit.kind === "adopt" || edit.kind === "release",
  );
}

/**
 * Puts another tab in the place of the table's: a curator's own, or a fresh
 * one when that is given back. Whatever was done before a cut is done again.
 */
export function moveTab(
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
export function dropOld(
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
