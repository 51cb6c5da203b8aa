/** Finds the header of a table whose cells are wrapped over many lines. */

import { classifyHeader, readColumns } from "./headers";
import type { Column } from "./roadmap";
import type { WrappedLine } from "./wrapped-lines";

/** Header lines `[start, end)` and the columns they name. */
export type WrappedHeader = {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Column[];
};

const MAX_HEADER_LINES = 30;
const ROW_START =
  /^(?:\d{1,2}(?:\s?[.)]|\s+\p{L})|(?:раздел|блок|модуль|этап|направление)\s(?:№\s?)?[\dIVX]|[IVX]{1,4}[.)])/iu;
const COUNTED_ROW = /^1(?: [2-9]){2,}$/;

/** The first header of the text, or null. */
export function findWrappedHeader(
  lines: readonly WrappedLine[],
): WrappedHeader | null {
  for (let start = 0; start < lines.length; start += 1) {
    const found = headerAt(lines, start);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

/** Number of lines at `at` that only repeat the header on a new page. */
export function repeatedHeader(
  lines: readonly WrappedLine[],
  at: number,
  header: string,
): number {
  let text = "";
  for (
    let end = at;
    end < Math.min(lines.length, at + MAX_HEADER_LINES);
    end += 1
  ) {
    text = `${text} ${lines[end]?.text ?? ""}`.trim();
    if (text === header) {
      return end + 1 - at;
    }
    if (!header.startsWith(text)) {
      break;
    }
  }
  return 0;
}

/** Text of the header lines, as `repeatedHeader` compares it. */
export function headerText(
  lines: readonly WrappedLine[],
  { start, end }: WrappedHeader,
): string {
  return lines
    .slice(start, end)
    .map(({ text }) => text)
    .join(" ");
}

function headerAt(
  lines: readonly WrappedLine[],
  start: number,
): WrappedHeader | null {
  const first = lines[start]?.words[0] ?? "";
  const opens = /^(?:№|N{1,2}$|п\/п)/u.test(first) || isKnown(lines[start]);
  if (!opens) {
    return null;
  }
  let end = start;
  while (end < lines.length && end < start + MAX_HEADER_LINES) {
    const text = lines[end]?.text ?? "";
    if (ROW_START.test(text) || COUNTED_ROW.test(text)) {
      break;
    }
    end += 1;
  }
  const words = lines.slice(start, end).flatMap((line) => line.words);
  const columns = readColumns(splitHeaders(words));
  const hasNumber = columns?.[0]?.kind === "number";
  if (
    columns === null ||
    !areLikely(columns) ||
    columns.length < (hasNumber ? 2 : 3) ||
    end === lines.length
  ) {
    return null;
  }
  // «1 2 3 4 5» under the header counts the columns.
  const counted = COUNTED_ROW.test(lines[end]?.text ?? "") ? 1 : 0;
  return { start, end: end + counted, columns };
}

/** In running text a known word here and there makes no header. */
function areLikely(columns: readonly Column[]): boolean {
  const known = columns.filter(({ kind }) => kind !== null).length;
  return (
    known >= columns.length - 1 &&
    columns.every(({ header }) => !/:|\d{4}/.test(header)) &&
    columns.slice(1).every(({ kind }) => kind !== "number")
  );
}

function isKnown(line: WrappedLine | undefined): boolean {
  const text = line?.text ?? "";
  return (
    /^\p{Lu}/u.test(text) && text.length < 60 && classifyHeader(text) !== null
  );
}

/** Header cells: each starts with a capital letter or is the number sign. */
function splitHeaders(words: readonly string[]): readonly string[] {
  const headers: string[] = [];
  for (const word of words) {
    const isNew = /^(?:№|N{1,2}$|\p{Lu})/u.test(word);
    const last = headers[headers.length - 1];
    const isAllCaps = /^\p{Lu}{3,}$/u.test(word);
    const goesOn =
      last !== undefined &&
      !/^№/.test(word) &&
      (!isNew ||
        /\.$/.test(last) ||
        (isAllCaps && classifyHeader(word) === classifyHeader(last)) ||
        (isAllCaps && classifyHeader(word) === null));
    if (goesOn) {
      headers[headers.length - 1] = `${last} ${word}`;
    } else {
      headers.push(word);
    }
  }
  return headers;
}
