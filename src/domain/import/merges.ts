/** Merged cells: what stands once, for several rows. */

/** Row, column, rows, columns; 1-based. */
export type Merge = readonly [number, number, number, number];

/**
 * Gives each row of a merged cell its text, in the cell's first column: a
 * class merged over its pupils is the class of each. A title over several
 * columns stays one.
 */
export function spreadMerges(
  rows: readonly (readonly string[])[],
  merges: readonly Merge[],
): string[][] {
  const spread = rows.map((row) => [...row]);
  for (const [top, column, count] of merges) {
    const text = spread[top - 1]?.[column - 1] ?? "";
    for (const row of spread.slice(top, top - 1 + count)) {
      while (row.length < column) {
        row.push("");
      }
      row[column - 1] = text;
    }
  }
  return spread;
}
