/** Tables that were pasted as HTML source, as the tab-separated text the reader knows. */

import type { Merge } from "../import/merges";
import { gridToText } from "./grid-text";
import { readColumns } from "./headers";
import { plainText } from "./normalise";

const TABLE_TAG = /<(\/?)table(?:\s[^<>]*)?>/gi;
const ROW = /<tr[\s>][\s\S]*?(?=<tr[\s>]|$)/gi;
const CELL = /<t([dh])((?:\s[^<>]*)?)>([\s\S]*?)(?=<t[dh][\s>]|<\/tr|$)/gi;

/** Widest and tallest span that a cell may claim. */
const MAX_SPAN = 200;
/** Places that tall cells may hold together; later ones count as one row high. */
const MAX_TAKEN = 20_000;
/** A wider row is no table of a roadmap: what follows stands in its last cell. */
const MAX_CELLS = 200;

/** Tables within tables are looked into so deep. */
const MAX_DEPTH = 4;

/** What stands between the tags of a table that is still open. */
type OpenTable = {
  readonly pieces: string[];
  /** It only lays out a table within it. */
  isLayout: boolean;
};

/**
 * The text with every HTML table in it laid out in tabs; others as they are. A
 * table that is not closed ends with the text. A table in a cell is text of
 * that cell, unless it is the roadmap and the outer one only places it.
 */
export function withTablesAsText(source: string): string {
  if (!/<table[\s>]/i.test(source) || !/<t[dh][\s>]/i.test(source)) {
    return source;
  }
  const text = withoutCode(source);
  const outside: OpenTable = { pieces: [], isLayout: true };
  const open: OpenTable[] = [outside];
  let at = 0;
  let deeper = 0;
  for (const tag of text.matchAll(TABLE_TAG)) {
    if (open.length > MAX_DEPTH && (tag[1] === "" || deeper > 0)) {
      deeper += tag[1] === "" ? 1 : -1;
      continue;
    }
    open[open.length - 1]?.pieces.push(text.slice(at, tag.index));
    at = tag.index + tag[0].length;
    if (tag[1] === "") {
      open.push({ pieces: [], isLayout: false });
    } else {
      close(open);
    }
  }
  open[open.length - 1]?.pieces.push(text.slice(at));
  while (open.length > 1) {
    close(open);
  }
  return outside.pieces.join("");
}

/** Without scripts and styles of the page; one that is not closed stays. */
function withoutCode(text: string): string {
  const kept: string[] = [];
  let at = 0;
  let name = "";
  for (const tag of text.matchAll(/<(\/?)(script|style)(?:\s[^<>]*)?>/gi)) {
    const [whole, slash, word = ""] = tag;
    if (name === "" && slash === "") {
      name = word.toLowerCase();
      kept.push(text.slice(at, tag.index));
      at = tag.index;
    } else if (slash === "/" && word.toLowerCase() === name) {
      name = "";
      at = tag.index + whole.length;
    }
  }
  return kept.join("") + text.slice(at);
}

/** Ends the innermost table; a closing tag too many ends nothing. */
function close(open: OpenTable[]): void {
  const table = open.length > 1 ? open.pop() : undefined;
  const outer = open[open.length - 1];
  if (table === undefined || outer === undefined) {
    return;
  }
  const html = table.pieces.join("");
  if (table.isLayout) {
    outer.pieces.push(html);
    outer.isLayout = true;
    return;
  }
  const isInner = open.length > 1;
  const isRoadmap = !isInner || hasHeader(html);
  outer.isLayout = outer.isLayout || (isInner && isRoadmap);
  outer.pieces.push(isRoadmap ? `\n${tableText(html)}\n` : cellsAsLines(html));
}

function hasHeader(html: string): boolean {
  return (html.match(ROW) ?? []).some(
    (row) =>
      readColumns(
        Array.from(row.matchAll(CELL)).map(([, , , content = ""]) => content),
      ) !== null,
  );
}

/** A small table within a cell: rows on lines of their own. */
function cellsAsLines(html: string): string {
  return html
    .replace(/<\/t[dh]\s*>/gi, " ")
    .replace(/<\/?(?:tr|td|th|tbody|thead|tfoot)(?:\s[^<>]*)?>/gi, (tag) =>
      /^<tr/i.test(tag) ? "<br>" : "",
    );
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
      const last = cells.length - 1;
      if (cells.length >= MAX_CELLS) {
        cells[last] = `${cells[last] ?? ""}\n${plainText(content)}`;
        continue;
      }
      const height = spanOf(attributes, "rowspan");
      const width = spanOf(attributes, "colspan");
      if (height > 1 && taken.size < MAX_TAKEN) {
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
