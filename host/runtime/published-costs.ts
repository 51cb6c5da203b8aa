/** What a service call costs on Google, milliseconds, by published measurements. An estimate, not a promise. */
import type { Meter } from "../types";

/**
 * Measured and published by others: single calls of SpreadsheetApp (tanaikech,
 * 2022-08-31), Properties and Cache (means of 100, ziritione.org). A call that
 * reads or writes several entries at once counts as one.
 */
const COSTS: ReadonlyMap<string, number> = new Map([
  ["SpreadsheetApp.getActiveSheet", 8],
  ["Spreadsheet.getActiveSheet", 8],
  ["Sheet.getSheetId", 2],
  ["Sheet.getName", 150],
  ["Sheet.getSheetName", 150],
  ["Spreadsheet.getName", 150],
  ["Properties.getProperties", 30],
  ["Properties.getProperty", 30],
  ["Properties.setProperties", 62],
  ["Properties.setProperty", 62],
  ["Properties.deleteProperty", 62],
  ["Cache.get", 3],
  ["Cache.getAll", 3],
  ["Cache.put", 92],
  ["Cache.putAll", 92],
]);

/** Chosen for calls without a figure: the published flush of a small write. */
const OTHER_MS = 50;

/** @param call - `Class.method` of a counted call. */
export function publishedCostMs(call: string): number {
  return COSTS.get(call) ?? OTHER_MS;
}

/** Estimated milliseconds of an execution's counted calls; light ones cost nothing. */
export function modelledMs(meter: Meter): number {
  return Object.entries(meter.calls).reduce(
    (sum, [call, times]) => sum + times * publishedCostMs(call),
    0,
  );
}
