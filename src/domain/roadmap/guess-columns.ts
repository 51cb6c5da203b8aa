/** Tells the columns of a table without a header by what its cells hold. */

import type { Column, ColumnKind } from "./headers";
import { looksLikeDates } from "./looks-like-dates";
import { plainText } from "./normalise";
import { roleShare } from "./roles";

/**
 * Columns in the order of the cells.
 *
 * @param rows - Raw cells, rows by columns.
 */
export function guessColumns(
  rows: readonly (readonly string[])[],
): readonly Column[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
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
