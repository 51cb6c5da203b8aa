/** Reads the event of onEdit, and lets go at once what cannot concern the pairs. */
import type { SheetEdit } from "../app/live/on-sheet-edit";
import { TABLES } from "../book/tables/tables";
import { PAIR_STATUS } from "../domain/vocabulary";

/** What onEdit is told; a pasted range comes without values. */
export type EditEvent = {
  readonly range?: GoogleAppsScript.Spreadsheet.Range;
  readonly value?: unknown;
  readonly oldValue?: unknown;
  readonly user?: GoogleAppsScript.Base.User;
};

/** «НМ-012», whatever the prefix. */
const CODE = /^\s*\p{L}{1,6}-\d+\s*$/u;

const OTHER_TITLES: ReadonlySet<string> = new Set(
  Object.values(TABLES)
    .filter((table) => table.id !== "pairs")
    .map((table) => table.title),
);

/**
 * The edit, or null when it is none of ours. A typed text that is neither a
 * code nor a status costs no service call, nor does one in row 1; other edits
 * cost one, the title of the tab. Pasting gives no values and is looked at.
 */
export function readEdit(event: EditEvent | undefined): SheetEdit | null {
  const range = event?.range;
  if (event === undefined || range === undefined || range.getLastRow() < 2) {
    return null;
  }
  const { value, oldValue } = event;
  const texts = [value, oldValue].filter((text) => typeof text === "string");
  if (texts.length > 0 && !texts.some(concernsPairs)) {
    return null;
  }
  const sheet = range.getSheet();
  if (OTHER_TITLES.has(sheet.getName())) {
    return null;
  }
  return {
    tabId: sheet.getSheetId(),
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
    oldValue: textBefore(event),
    user: userOf(event),
  };
}

/** Google leaves the old value out where the cell was blank, and in pasting. */
function textBefore({ value, oldValue }: EditEvent): string | null {
  if (typeof oldValue === "string") {
    return oldValue.trim();
  }
  return typeof value === "string" ? "" : null;
}

function concernsPairs(text: string): boolean {
  return CODE.test(text) || PAIR_STATUS.some((status) => status === text);
}

/** Empty where Google does not tell a simple trigger who edits. */
function userOf(event: EditEvent): string {
  return event.user?.getEmail() ?? "";
}
