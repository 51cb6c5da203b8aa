/** Tells the columns of a table without a header by what its cells hold. */

import { looksLikeDates } from "./looks-like-dates";
import { plainText } from "./normalise";
import type { Column, ColumnKind } from "./roadmap";
import { roleShare } from "./roles";

/**
 * Columns in the order of the cells.
 *
 * @param rows - Raw cells, rows by columns.
 */
export function guessColumns(
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const width = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const taken = new Set<ColumnKind>();
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    const cells = rows
      .map((row) => plainText(row[index] ?? ""))
      .filter((cell) => cell !== "");
    const kind = guessKind(cells, taken);
    if (kind !== "content") {
      taken.add(kind);
    }
    columns.push({ kind, header: "" });
  }
  return columns;
}

/** Number of cells up to the last that is not blank. */
export function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && row[width - 1]?.trim() === "") {
    width -= 1;
  }
  return width;
}

function guessKind(
  cells: readonly string[],
  taken: ReadonlySet<ColumnKind>,
): ColumnKind {
  const most = (test: (cell: string) => boolean) =>
    cells.length > 0 && cells.filter(test).length * 2 > cells.length;
  // «1.1.» may be a day: only in the first column is it a number.
  const number =
    taken.size === 0 ? /^\d{1,3}(?:\.\d{1,3}){0,2}[.)]?$/ : /^\d{1,3}[.)]?$/;
  if (!taken.has("number") && most((cell) => number.test(cell))) {
    return "number";
  }
  if (!taken.has("dateText") && most(looksLikeDates)) {
    return "dateText";
  }
  if (!taken.has("name")) {
    return "name";
  }
  const isRoles = most((cell) => roleShare(cell) >= 0.5);
  return isRoles && !taken.has("responsible") ? "responsible" : "content";
}
