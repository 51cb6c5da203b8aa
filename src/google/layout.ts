/** Where things are in the book: titles of tabs, defined names, one cell to be shown. */
import type { NamedCell } from "../app/ports";
import type { Layout, NamedRange } from "../book/book";
import { keyInNote } from "../book/header";
import { readHeader } from "./read-tab";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function readLayout(
  spreadsheet: Spreadsheet,
  sheets: ReadonlyMap<number, Sheet>,
  tabIds: readonly number[],
): Layout {
  return {
    titles: Object.fromEntries(
      tabIds.flatMap((tabId) => {
        const sheet = sheets.get(tabId);
        return sheet === undefined ? [] : [[tabId, sheet.getName()]];
      }),
    ),
    names: spreadsheet.getNamedRanges().map((named) => ({
      name: named.getName(),
      range: placeOf(named),
    })),
  };
}

/** Null when the range was deleted: Google gives none then, or refuses. */
function placeOf(
  named: GoogleAppsScript.Spreadsheet.NamedRange,
): NamedRange | null {
  try {
    const range = named.getRange() as ReturnType<typeof named.getRange> | null;
    return range === null
      ? null
      : { tabId: range.getGridId(), ...rectangle(range.getA1Notation()) };
  } catch {
    return null;
  }
}

/** «B2:B1000» in numbers; a whole column ends nowhere. */
function rectangle(a1: string): Omit<NamedRange, "tabId"> {
  const [, letters = "", first = "", last = ""] =
    /^([A-Z]+)(\d*)(?::[A-Z]+(\d*))?$/.exec(a1) ?? [];
  const column = [...letters].reduce(
    (sum, letter) => 26 * sum + letter.charCodeAt(0) - 64,
    0,
  );
  const firstRow = Number(first || "1");
  return {
    column,
    firstRow,
    lastRow: a1.includes(":")
      ? Number(last || Number.MAX_SAFE_INTEGER)
      : firstRow,
  };
}

/** Makes the tab active and, where one is named, selects the cell. */
export function showCell(
  spreadsheet: Spreadsheet,
  sheet: Sheet,
  cell: NamedCell | undefined,
): void {
  if (cell === undefined || cell.row > sheet.getMaxRows()) {
    spreadsheet.setActiveSheet(sheet);
    return;
  }
  sheet.getRange(cell.row, columnAt(sheet, cell)).activate();
}

function columnAt(sheet: Sheet, { header, key }: NamedCell): number {
  const { values, notes } = readHeader(sheet);
  const byHeader = (values[0] ?? []).indexOf(header);
  const byKey = notes.findIndex(
    (note) => key !== null && keyInNote(note) === key,
  );
  return Math.max(byHeader < 0 ? byKey : byHeader, 0) + 1;
}
