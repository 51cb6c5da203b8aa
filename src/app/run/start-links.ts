/** Links of «Начало» to the other tabs: they hold tab ids, which are known only when the tabs are there. */
import type { Edit, Values } from "../../book/edits";
import { parseTable } from "../../book/parse-table";
import { linkedTable, linkFormula, resolveLink } from "../../book/start-rows";
import { TABLES } from "../../book/tables/tables";
import { tableWrites } from "../../book/writes";
import type { Ports } from "../ports";
import type { TabIds } from "./choice-places";

/** The edits with the ids of the tabs in their links. */
export function withLinks(
  edits: readonly Edit[],
  ids: TabIds,
): readonly Edit[] {
  return edits.map((edit): Edit => {
    if (edit.table !== "start" || edit.kind !== "insert") {
      return edit;
    }
    return { ...edit, values: linked(edit.values, ids) };
  });
}

function linked(values: Values, ids: TabIds): Values {
  const { link } = values;
  return typeof link === "string"
    ? { ...values, link: resolveLink(link, ids) }
    : values;
}

/** Leads the links to tabs that were made or moved by these edits to where they are now. */
export function refreshLinks(
  ports: Ports,
  ids: TabIds,
  edits: readonly Edit[],
): void {
  const moved = new Set(
    edits
      .filter(({ kind }) => ["tab", "adopt", "release"].includes(kind))
      .map(({ table }) => table),
  );
  const tabId = ids.start;
  if (tabId === undefined || moved.size === 0 || moved.has("start")) {
    return;
  }
  const raw = ports.workbook.read([TABLES.start], ids).start;
  if (raw === undefined) {
    return;
  }
  const state = parseTable(TABLES.start, raw, 0);
  const fresh = state.rows.flatMap((row): Edit[] => {
    const table = linkedTable(row.id);
    const link =
      table !== null &&
      moved.has(table) &&
      state.positions["link"] !== undefined
        ? resolveLink(linkFormula(table), ids)
        : null;
    return link === null
      ? []
      : [
          {
            kind: "set",
            table: "start",
            row: row.id,
            column: "link",
            value: link,
          },
        ];
  });
  if (fresh.length > 0) {
    ports.workbook.write(tabId, tableWrites(state, fresh));
  }
}
