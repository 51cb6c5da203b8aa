/** Tables whose cells came out one a line, as documents of Google copy them. */

import { classifyHeader } from "./headers";

const NUMBER_LINE = /^\s*\d{1,3}(?:\.\d{1,3})*[.)]?\s*$/;

/** A header of a column is a few words. */
const MAX_HEADER = 80;
const LEAST_COLUMNS = 3;

/**
 * The text with its rows in tabs, when a run of headers stands one a line and
 * every row under it has as many lines; else null.
 */
export function linesAsTable(text: string): string | null {
  const lines = text.split("\n");
  const at = lines.findIndex(
    (line, index) =>
      classifyHeader(line) === "number" &&
      headersFrom(lines, index) >= LEAST_COLUMNS,
  );
  if (at < 0) {
    return null;
  }
  const width = headersFrom(lines, at);
  const header = lines.slice(at, at + width);
  const rows: string[][] = [];
  let next = at + width;
  while (NUMBER_LINE.test(lines[next] ?? "")) {
    rows.push(lines.slice(next, next + width));
    next += width;
  }
  const after = lines.slice(next);
  const isWhole =
    rows.length > 0 &&
    rows[rows.length - 1]?.length === width &&
    // Another row further on would mean that some cell took several lines.
    !after.some((line) => NUMBER_LINE.test(line));
  return isWhole
    ? [
        ...lines.slice(0, at),
        header.join("\t"),
        ...rows.map((row) => row.join("\t")),
        "",
        ...after,
      ].join("\n")
    : null;
}

/** Headers that stand one a line from here on, each of a kind of its own. */
function headersFrom(lines: readonly string[], at: number): number {
  const kinds = new Set<string>();
  for (const line of lines.slice(at)) {
    const kind = line.length > MAX_HEADER ? null : classifyHeader(line);
    if (kind === null || kinds.has(kind)) {
      break;
    }
    kinds.add(kind);
  }
  return kinds.size;
}
