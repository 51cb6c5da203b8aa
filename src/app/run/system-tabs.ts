/** The journal and the undo tab: made before the first intent is written. */

import type { TableState } from "../../book/book";
import { parseTable } from "../../book/parse-table";
import type { TableId } from "../../book/table";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import type { Ports } from "../ports";
import { type Memory, type OpenedBook, PROPERTY } from "./read-book";

const SYSTEM: readonly TableId[] = ["journal", "undo"];

/**
 * Makes what is missing; after a cut in the middle it is made again over what
 * is there, which changes nothing that is whole.
 */
export function ensureSystemTabs(
  ports: Ports,
  memory: Memory,
  opened: OpenedBook,
): OpenedBook {
  const missing = SYSTEM.filter(
    (id) => !memory.systemReady || !opened.book.tables[id].present,
  );
  if (missing.length === 0) {
    return opened;
  }
  missing.forEach((id) => {
    refuseForeignTab(opened.book.tables[id]);
  });
  const tabIds = { ...opened.tabIds };
  for (const id of missing) {
    const before = TABLE_IDS.slice(0, TABLE_IDS.indexOf(id)).filter(
      (other) => tabIds[other] !== undefined,
    );
    tabIds[id] = ports.workbook.createTab(
      TABLES[id],
      before.length,
      () => null,
    );
  }
  ports.properties.write({
    [PROPERTY.system]: "1",
    [PROPERTY.tabIds]: JSON.stringify(tabIds),
  });
  const raw = ports.workbook.read(
    missing.map((id) => TABLES[id]),
    tabIds,
  );
  const tables = { ...opened.book.tables };
  for (const id of missing) {
    const tab = raw[id];
    if (tab === undefined) {
      throw new RangeError(
        `ensureSystemTabs: ${id} is not there after it was made`,
      );
    }
    tables[id] = parseTable(TABLES[id], tab, memory.counters[id] ?? 0);
  }
  return { book: { ...opened.book, tables }, tabIds };
}

/**
 * A tab of the curator's own under the same title is never written over. Ours,
 * cut off while being made, is empty or has our headers.
 *
 * @throws UserError `TAB_TAKEN`
 */
function refuseForeignTab(state: TableState): void {
  const isOurs =
    !state.present ||
    state.lastRow === 0 ||
    state.table.columns.every(({ key }) => state.positions[key] !== undefined);
  if (!isOurs) {
    const { title } = state.table;
    throw new UserError(
      "TAB_TAKEN",
      `В таблице уже есть Ваша вкладка «${title}», а надстройке нужна своя с таким названием. Переименуйте Вашу, например в «${title} (мой)», и повторите: ничего не записано.`,
    );
  }
}
