/** Where a cell may end, and how good each end is. */

import {
  breakScore,
  type ColumnModel,
  kindScore,
  lengthOf,
  lineScore,
  pageScore,
  type TableModel,
} from "./cell-score";
import type { RowPart } from "./cell-words";

/** A cell of the words from a given one up to `to`, exclusive. */
export type ScoredEnd = { readonly to: number; readonly score: number };

/** A cell longer than this many lines is not tried. */
const MAX_CELL_LINES = 100;

/** A later line rarely ends one cell and begins the next: only after a stop. */
const MID_LINE_COST = 1;

/** Every end of a cell of the column that begins at word `from`. */
export function cellScores(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  from: number,
): readonly ScoredEnd[] {
  const isDates = column.kind === "dateText";
  const inside =
    column.width > 0
      ? insideScores(column, table, part, from)
      : cellEnds(part, from, isDates).map((to) => ({
          to,
          score: insideScore(column, table, part, from, to),
        }));
  const page = pageScore(column, part, from);
  return inside.map(({ to, score }) => ({
    to,
    score:
      score +
      page +
      kindScore(column, part, from, to) -
      (isMidLine(part, from, to) ? MID_LINE_COST : 0),
  }));
}

function lineEnd(part: RowPart, at: number): number {
  return part.lineEnds[part.words[at]?.line ?? 0] ?? at + 1;
}

function isMidLine(part: RowPart, from: number, to: number): boolean {
  const [first, last] = [part.words[from], part.words[to - 1]];
  return lineEnd(part, to - 1) !== to && first?.line !== last?.line;
}

/**
 * Ends inside the first line, at the ends of lines, and inside later lines
 * after a full stop before a capital.
 */
function cellEnds(
  part: RowPart,
  from: number,
  onlyDates = false,
): readonly number[] {
  const ends: number[] = [];
  const firstEnd = lineEnd(part, from);
  for (let to = from + 1; to < firstEnd; to += 1) {
    ends.push(to);
  }
  const firstLine = part.words[from]?.line ?? 0;
  for (let at = from; at < part.words.length; ) {
    const line = part.words[at]?.line ?? 0;
    const isTooLong = line - firstLine >= MAX_CELL_LINES;
    if (isTooLong || (onlyDates && part.strangers(from, at) > 0)) {
      break;
    }
    const end = lineEnd(part, at);
    for (let to = at + 1; line > firstLine && to < end; to += 1) {
      if (mayEndMidLine(part, to)) {
        ends.push(to);
      }
    }
    ends.push(end);
    at = end;
  }
  return ends;
}

function mayEndMidLine({ words }: RowPart, to: number): boolean {
  const stops = /[.;]$/.test(words[to - 1]?.text ?? "");
  return stops && words[to]?.isCapital === true;
}

/** Line breaks of a cell whose column has a known width, line after line. */
function insideScores(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  from: number,
): readonly ScoredEnd[] {
  const scored: ScoredEnd[] = [];
  let whole = 0;
  let at = from;
  let length = 0;
  let broken = 0;
  for (const to of cellEnds(part, from)) {
    while (lineEnd(part, at) < to) {
      const end = lineEnd(part, at);
      whole += broken + lineScore(column, table, part, at, end);
      length = lengthOf(part, at, end);
      at = end;
      broken = breakScore(column, table, part, at, length);
    }
    const last = lineScore(column, table, part, at, to);
    scored.push({ to, score: whole + broken + last });
  }
  return scored;
}

/** The same for a column of unknown width: its own widest line is taken. */
function insideScore(
  column: ColumnModel,
  table: TableModel,
  part: RowPart,
  from: number,
  to: number,
): number {
  const width = widestLine(part, from, to);
  let score = 0;
  let length = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(lineEnd(part, at), to);
    score += at > from ? breakScore(column, table, part, at, length, width) : 0;
    score += lineScore(column, table, part, at, end);
    length = lengthOf(part, at, end);
    at = end;
  }
  return score;
}

function widestLine(part: RowPart, from: number, to: number): number {
  let widest = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(lineEnd(part, at), to);
    widest = Math.max(widest, lengthOf(part, at, end));
    at = end;
  }
  return widest;
}
