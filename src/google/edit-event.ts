/** Reads the event of onEdit, and lets go at once what concerns nothing else in the book. */
import { hasFollowers, isFollowed } from "../app/live/follow-edit";
import type { SheetEdit } from "../app/live/on-sheet-edit";
import { keyInNote } from "../book/header";
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

/** Tabs of the add-on's in which an edit changes nothing elsewhere. */
const IDLE_TITLES: ReadonlySet<string> = new Set(
  Object.values(TABLES)
    .filter(({ id }) => id !== "pairs" && !hasFollowers(id))
    .map(({ title }) => title),
);

/**
 * The edit, or null when nothing follows from it. An edit in row 1 costs no
 * service call, others one, the title of the tab, and in a bank or the register
 * a second, the key of the column. In «Пары» a typed text that is neither a
 * code nor a status is let go; pasting gives no values and is looked at.
 */
export function readEdit(event: EditEvent | undefined): SheetEdit | null {
  const range = event?.range;
  if (event === undefined || range === undefined || range.getLastRow() < 2) {
    return null;
  }
  const { value, oldValue } = event;
  const texts = [value, oldValue].filter((text) => typeof text === "string");
  const sheet = range.getSheet();
  const title = sheet.getName();
  const isLetGo =
    title === TABLES.pairs.title
      ? texts.length > 0 && !texts.some(concernsPairs)
      : IDLE_TITLES.has(title) || !isFollowedColumn(range, sheet);
  if (isLetGo) {
    return null;
  }
  return {
    tabId: sheet.getSheetId(),
    title,
    row: range.getRow(),
    column: range.getColumn(),
    rows: range.getNumRows(),
    columns: range.getNumColumns(),
    oldValue: textBefore(event),
    user: userOf(event),
  };
}

/** Whether other cells follow from the column; of several columns it is not asked. */
function isFollowedColumn(
  range: GoogleAppsScript.Spreadsheet.Range,
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
): boolean {
  if (range.getNumColumns() > 1) {
    return true;
  }
  const key = keyInNote(sheet.getRange(1, range.getColumn()).getNote());
  return key !== null && isFollowed(key);
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
