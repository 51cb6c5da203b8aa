/** Tables that were pasted as HTML source, as the tab-separated text the reader knows. */

import type { Merge } from "../import/merges";
import { gridToText } from "./grid-text";
import { plainText } from "./normalise";

const TABLE = /<table[\s>][\s\S]*?<\/table\s*>/gi;
const ROW = /<tr[\s>][\s\S]*?(?=<tr[\s>]|<\/table)/gi;
const CELL = /<t([dh])((?:\s[^<>]*)?)>([\s\S]*?)(?=<t[dh][\s>]|<\/tr|$)/gi;

/** Widest and tallest span that a cell may claim. */
const MAX_SPAN = 200;

/** The text with every HTML table in it laid out in tabs; others as they are. */
export function withTablesAsText(text: string): string {
  return /<table[\s>]/i.test(text) && /<t[dh][\s>]/i.test(text)
    ? text.replace(TABLE, (table) => `\n${tableText(table)}\n`)
    : text;
}

function tableText(table: string): string {
  const rows = table.match(ROW) ?? [];
  const merges: Merge[] = [];
  const taken = new Set<string>();
  const grid = rows.map((row, at) => {
    const cells: string[] = [];
    for (const [, , attributes = "", content = ""] of row.matchAll(CELL)) {
      while (taken.has(`${at}:${cells.length}`)) {
        cells.push("");
      }
      const height = spanOf(attributes, "rowspan");
      const width = spanOf(attributes, "colspan");
      if (height > 1) {
        merges.push([at + 1, cells.length + 1, height, width]);
        takeBelow(taken, at, cells.length, height, width);
      }
      cells.push(plainText(content), ...Array<string>(width - 1).fill(""));
    }
    return cells;
  });
  return gridToText(grid, merges).text;
}

/** Places that a tall cell holds in the rows under its own. */
function takeBelow(
  taken: Set<string>,
  row: number,
  column: number,
  height: number,
  width: number,
): void {
  for (let down = 1; down < height; down += 1) {
    for (let along = 0; along < width; along += 1) {
      taken.add(`${row + down}:${column + along}`);
    }
  }
}

function spanOf(attributes: string, name: string): number {
  const found = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,3})`, "i").exec(
    attributes,
  );
  return Math.min(Math.max(Number(found?.[1] ?? 1), 1), MAX_SPAN);
}
