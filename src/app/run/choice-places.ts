/** Where the values of dropdowns stand. */
import type { TableState } from "../../book/book";
import { isOfBanks } from "../../book/personal";
import { ID, type TableId } from "../../book/table";
import type { ChoicePlaces } from "../ports";

export type TabIds = Readonly<Partial<Record<TableId, number>>>;

/**
 * Where the values of choice columns stand: in Справочники, or the codes of a
 * bank.
 *
 * @param isClosed - By codes: columns of names and contacts take nothing.
 */
export function choicePlaces(
  stateOf: (table: TableId) => TableState,
  tabIds: TabIds,
  isClosed: boolean,
): ChoicePlaces {
  return (sought) => {
    if (isClosed && isOfBanks(sought)) {
      return "closed";
    }
    const { list, refers } = sought;
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
