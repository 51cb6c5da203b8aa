/** A sheet of cells as the text that `readRoadmap` reads: tabs between cells, quotes around breaks. */

import type { Merge } from "../import/merges";
import { spreadMerges } from "../import/merges";
import { classifyHeader } from "./headers";

/** Header rows stand within the first rows of a sheet. */
const HEADER_ROWS = 20;

/** Row of the sheet, 1-based, in which a line of the text stands. */
export type RowOfLine = (line: number) => number;

/**
 * The grid as text, one record a row. A cell merged over rows counts for each
 * of them, but not a number, section or name: its rows belong to one stage or group.
 */
export function gridToText(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
): { readonly text: string; readonly rowOf: RowOfLine } {
  const names = new Set(
    rows
      .slice(0, HEADER_ROWS)
      .flatMap((row) =>
        row.flatMap((cell, index) =>
          ["number", "section", "name"].includes(classifyHeader(cell) ?? "")
            ? [index + 1]
            : [],
        ),
      ),
  );
  const shared = merges.filter(([, column]) => !names.has(column));
  const records = spreadMerges(rows, shared).map((row) =>
    row.map(quoted).join("\t"),
  );
  const starts: number[] = [];
  let line = 1;
  for (const record of records) {
    starts.push(line);
    line += record.split("\n").length;
  }
  return {
    text: records.join("\n"),
    rowOf: (at) => starts.filter((start) => start <= at).length,
  };
}

function quoted(cell: string): string {
  return /["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
