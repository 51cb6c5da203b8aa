/** Where the values of dropdowns stand. */
import type { TableState } from "../../book/book";
import { ID, type TableId } from "../../book/table";
import type { ChoicePlaces } from "../ports";

export type TabIds = Readonly<Partial<Record<TableId, number>>>;

/** Where the values of choice columns stand: in Справочники, or the codes of a bank. */
export function choicePlaces(
  stateOf: (table: TableId) => TableState,
  tabIds: TabIds,
): ChoicePlaces {
  return ({ list, refers }) => {
    const table = refers ?? "lists";
    const key = refers === undefined ? list : ID;
    const tabId = tabIds[table];
    const column =
      key === undefined ? undefined : stateOf(table).positions[key];
    return tabId === undefined || column === undefined
      ? null
      : { tabId, column };
  };
}
