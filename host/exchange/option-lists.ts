/** Lists that the host's own export has put into a hidden tab, taken back into the rules. */
import { readAddress } from "../services/a1";
import { LISTS_TITLE } from "../services/export-lists";
import type { FileTab, FileValidation } from "./file-book";

function isLists({ title }: FileTab): boolean {
  return title.startsWith(LISTS_TITLE);
}

/** The options a rule names in the tab of lists; null for other rules. */
function optionsOf(
  { body }: FileValidation,
  lists: readonly FileTab[],
): string[] | null {
  const formula = body.type === "list" ? (body.formula1 ?? "") : "";
  const address = formula.startsWith("=")
    ? readAddress(formula.slice(1))
    : null;
  const tab = lists.find(({ title }) => title === address?.sheetName);
  if (tab === undefined || address === null) return null;
  return tab.cells
    .filter(
      ({ row, column }) =>
        column === address.startColumn &&
        row >= (address.startRow ?? 0) &&
        row <= (address.endRow ?? row),
    )
    .sort((one, other) => one.row - other.row)
    .map(({ value }) => String(value ?? ""));
}

/**
 * The tabs without those of lists.
 *
 * @param isHiddenForGood - Whether only a program can show the tab.
 */
export function withOwnLists(
  tabs: readonly FileTab[],
  isHiddenForGood: (title: string) => boolean,
): FileTab[] {
  const lists = tabs.filter(
    (tab) => isLists(tab) && isHiddenForGood(tab.title),
  );
  if (lists.length === 0) return [...tabs];
  return tabs
    .filter((tab) => !lists.includes(tab))
    .map((tab) => ({
      ...tab,
      validations: tab.validations.map((rule) => {
        const options = optionsOf(rule, lists);
        return options === null
          ? rule
          : {
              ...rule,
              body: { ...rule.body, formula1: JSON.stringify(options) },
            };
      }),
    }));
}
