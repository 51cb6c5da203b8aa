/** What a service call costs on Google, milliseconds, by published measurements. An estimate, not a promise. */
import type { Meter } from "../host/types";

/**
 * Measured and published by others: single calls of SpreadsheetApp (tanaikech,
 * 2022-08-31), Properties and Cache (means of 100, ziritione.org), and the flush
 * of a small write (50 ms), which stands for every call without a figure.
 */
const COSTS: Readonly<Record<string, number>> = {
  "Spreadsheet.getActiveSheet": 8,
  "Sheet.getSheetId": 2,
  "Sheet.getName": 150,
  "Spreadsheet.getName": 150,
  "Properties.getProperties": 30,
  "Properties.getProperty": 30,
  "Properties.setProperties": 62,
  "Properties.setProperty": 62,
  "Properties.deleteProperty": 62,
};

const OTHER_MS = 50;

/** Estimated milliseconds of an execution's calls. */
export function modelledMs(meter: Meter): number {
  return Object.entries(meter.calls).reduce(
    (sum, [name, count]) => sum + count * (COSTS[name] ?? OTHER_MS),
    0,
  );
}
