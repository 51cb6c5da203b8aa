/** The tabs into which linked forms write their answers. */
import type { ResponseGrid } from "../book/book";
import { isDate, type ZoneDates } from "./dates";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Form id → response tab, by the address each linked tab knows. */
export function responseTabs(spreadsheet: Spreadsheet): Map<string, Sheet> {
  const tabs = new Map<string, Sheet>();
  for (const sheet of spreadsheet.getSheets()) {
    const id = /\/d\/([^/]+)\//.exec(sheet.getFormUrl() ?? "")?.[1];
    if (id !== undefined) {
      tabs.set(id, sheet);
    }
  }
  return tabs;
}

export function readResponses(
  sheet: Sheet,
  formId: string,
  dates: ZoneDates,
): ResponseGrid {
  const values = sheet.getDataRange().getValues();
  const headers = (values[0] ?? []).map(String);
  return {
    formId,
    tab: sheet.getName(),
    headers,
    rows: values
      .slice(1)
      .map((cells, index) => ({
        row: index + 2,
        stamp: isDate(cells[0])
          ? dates.toStamp(cells[0])
          : String(cells[0] ?? ""),
        cells: cells.map((cell) =>
          isDate(cell) ? dates.toStamp(cell) : String(cell ?? ""),
        ),
      }))
      .filter((row) => row.stamp !== ""),
  };
}
