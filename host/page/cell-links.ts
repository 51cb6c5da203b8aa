/** Links that a cell holds: an address as its text, HYPERLINK, or parts of a rich text. */
import type { ICellData } from "@univerjs/presets";

export type CellLink = { readonly url: string; readonly text: string };

/** CustomRangeType.HYPERLINK of Univer. */
const HYPERLINK_RANGE = 0;
const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"«»]+/gi;
/** Ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]]+$/;
const FORMULA = /^=\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/i;
/** A tab of this very book, as Google writes it: `#gid=123`, with or without a cell. */
const PLACE = /^#gid=(\d+)(?:&range=([A-Z]+\d+(?::[A-Z]+\d+)?))?$/i;
const OPENABLE = /^(?:https?:|mailto:|#gid=\d)/i;

/** Tab number and range ("" for none) of a link within the book, else null. */
export function placeInBook(
  url: string,
): { readonly gid: number; readonly a1: string } | null {
  const [, gid, a1 = ""] = PLACE.exec(url) ?? [];
  return gid === undefined ? null : { gid: Number(gid), a1 };
}

/**
 * Links in the order of the text; only addresses a browser may open (`http`,
 * `https`, `mailto`, a tab of this book): a cell must not run a script.
 *
 * @param formula - The cell's formula in the engine's dialect, "" for none.
 */
export function cellLinks(cell: ICellData, formula: string): CellLink[] {
  const found = [
    ...formulaLinks(cell, formula),
    ...richLinks(cell),
    ...(formula === "" ? textLinks(textOf(cell)) : []),
  ];
  const seen = new Set<string>();
  return found.filter(({ url }) => {
    if (!OPENABLE.test(url) || seen.has(url)) return false;
    seen.add(url);
    return true;
  });
}

function textOf(cell: ICellData): string {
  return cell.p?.body?.dataStream ?? String(cell.v ?? "");
}

function formulaLinks(cell: ICellData, formula: string): CellLink[] {
  const url = FORMULA.exec(formula)?.[1]?.replaceAll('""', '"');
  return url === undefined ? [] : [{ url, text: String(cell.v ?? url) }];
}

function richLinks(cell: ICellData): CellLink[] {
  const body = cell.p?.body;
  return (body?.customRanges ?? []).flatMap((range) => {
    const url: unknown = range.properties?.["url"];
    if (range.rangeType !== HYPERLINK_RANGE || typeof url !== "string") {
      return [];
    }
    const text = body?.dataStream.slice(range.startIndex, range.endIndex + 1);
    return [{ url, text: text?.trim() || url }];
  });
}

function textLinks(text: string): CellLink[] {
  return [...text.matchAll(ADDRESS)].map(([match]) => {
    const url = match.replace(TRAILING, "");
    return { url, text: url };
  });
}

/**
 * Documents and forms of this book were linked by the address of the run that
 * made them; they open at today's.
 *
 * @param origin - Of the page, e.g. `http://127.0.0.1:5180`.
 */
export function atThisServer(url: string, origin: string): string {
  const own =
    /^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(\/(?:files|forms)\/.*)$/;
  const path = own.exec(url)?.[1];
  return path === undefined ? url : origin + path;
}
