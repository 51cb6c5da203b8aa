/** Options of one mentee: flat `[mentor, score, …]`, mentors ascending. */

/** @returns The score of an option of a flat row, null when it is none. */
export function optionScore(
  row: readonly number[],
  mentor: number,
): number | null {
  let low = 0;
  let high = row.length / 2;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((row[2 * middle] ?? 0) < mentor) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return row[2 * low] === mentor ? (row[2 * low + 1] ?? 0) : null;
}

/** @param score - null: no option any more. */
export function withOption(
  row: readonly number[],
  mentor: number,
  score: number | null,
): readonly number[] {
  if (optionScore(row, mentor) === score) {
    return row;
  }
  const at = row.findIndex((value, k) => k % 2 === 0 && value >= mentor);
  const place = at === -1 ? row.length : at;
  return [
    ...row.slice(0, place),
    ...(score === null ? [] : [mentor, score]),
    ...row.slice(row[place] === mentor ? place + 2 : place),
  ];
}
