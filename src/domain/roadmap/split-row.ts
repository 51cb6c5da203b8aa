/** Shares the words of one row among the columns of its table. */

import { cellScores } from "./cell-ends";
import {
  boundaryScore,
  type ColumnModel,
  emptyScore,
  type TableModel,
} from "./cell-score";
import type { RowPart } from "./cell-words";

/** Words `[from, to)` of the part, one range per column, in column order. */
export type CellRange = { readonly from: number; readonly to: number };

/** Parts longer than this are not one row of a table. */
const MAX_LINES = 130;
/**
 * The best way to cut the part into cells that follow each other in column
 * order. A cell ends at a line end, or inside the line it began on: that is how
 * text comes out of a PDF.
 *
 * @returns null if the part is too long to be cut.
 */
export function splitRow(
  part: RowPart,
  columns: readonly ColumnModel[],
  table: TableModel,
): readonly CellRange[] | null {
  const total = part.words.length;
  if (part.lineEnds.length > MAX_LINES) {
    return null;
  }
  let best: (Step | null)[] = [{ score: 0, from: 0, before: null }];
  for (const column of columns) {
    best = nextColumn(best, part, column, table);
  }
  const ranges: CellRange[] = [];
  let to = total;
  for (
    let step = best[total] ?? null;
    step?.before != null;
    step = step.before
  ) {
    ranges.unshift({ from: step.from, to });
    to = step.from;
  }
  return ranges.length === columns.length ? ranges : null;
}

type Step = {
  readonly score: number;
  readonly from: number;
  readonly before: Step | null;
};

function nextColumn(
  best: readonly (Step | null)[],
  part: RowPart,
  column: ColumnModel,
  table: TableModel,
): (Step | null)[] {
  const next: (Step | null)[] = [];
  const offer = (to: number, step: Step) => {
    const known = next[to];
    if (known == null || known.score < step.score) {
      next[to] = step;
    }
  };
  best.forEach((before, from) => {
    if (before === null) {
      return;
    }
    const empty = before.score + emptyScore(column, part.isFirst);
    offer(from, { score: empty, from, before });
    const base = before.score + (from > 0 ? boundaryScore(part, from) : 0);
    for (const { to, score } of cellScores(column, table, part, from)) {
      offer(to, { score: base + score, from, before });
    }
  });
  return next;
}
