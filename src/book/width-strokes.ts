/** Gives adjacent columns their widths in few calls: a wide stroke first, narrower ones over it. */

/** 0-based columns, both inclusive. */
export type Stroke = {
  readonly from: number;
  readonly to: number;
  readonly width: number;
};

/**
 * The fewest strokes, in the order in which they are to be made.
 *
 * @param widths - Pixels by column; null where any width will do.
 */
export function widthStrokes(
  widths: readonly (number | null)[],
): readonly Stroke[] {
  const wanted = widths.flatMap((width, column) =>
    width === null ? [] : [{ width, column }],
  );
  const known = new Map<string, readonly Stroke[]>();

  /** The first of them begins at the first column. */
  function fewest(first: number, last: number): readonly Stroke[] {
    const start = wanted[first];
    if (start === undefined || first > last) {
      return [];
    }
    const key = `${first} ${last}`;
    const before = known.get(key);
    if (before !== undefined) {
      return before;
    }
    const { column: from, width } = start;
    let best: readonly Stroke[] = [
      { from, to: from, width },
      ...fewest(first + 1, last),
    ];
    for (let next = first + 1; next <= last; next += 1) {
      if (wanted[next]?.width !== width) {
        continue;
      }
      const [stroke, ...rest] = fewest(next, last);
      const over = fewest(first + 1, next - 1);
      if (stroke !== undefined && 1 + rest.length + over.length < best.length) {
        best = [{ ...stroke, from }, ...rest, ...over];
      }
    }
    known.set(key, best);
    return best;
  }
  return fewest(0, wanted.length - 1);
}
