/** Splits text copied from a spreadsheet or a table into records of cells. */

/** One record; cells in quotes may hold line breaks. */
export type DelimitedRecord = {
  readonly cells: readonly string[];
  /** 1-based line where it starts. */
  readonly line: number;
};

/**
 * Records of tab- or character-separated text. Quotes count only around a whole
 * cell (doubled inside), so «МБДОУ "Детский сад"» stays as it is.
 */
export function readDelimited(
  text: string,
  separator: string,
): readonly DelimitedRecord[] {
  const records: DelimitedRecord[] = [];
  let cells: string[] = [];
  let [at, line, firstLine] = [0, 1, 1];
  while (at <= text.length) {
    const cell =
      quotedCell(text, at, separator) ?? plainCell(text, at, separator);
    cells.push(cell.value);
    line += countBreaks(text, at, cell.end);
    at = cell.end + 1;
    if (text.charAt(cell.end) !== separator) {
      records.push({ cells, line: firstLine });
      cells = [];
      line += 1;
      firstLine = line;
    }
  }
  return records;
}

type Cell = { readonly value: string; readonly end: number };

function plainCell(text: string, at: number, separator: string): Cell {
  let end = at;
  while (
    end < text.length &&
    text.charAt(end) !== separator &&
    text.charAt(end) !== "\n"
  ) {
    end += 1;
  }
  return { value: text.slice(at, end), end };
}

/** A far-away closing quote is a quote of the text, not the end of a cell. */
const MAX_QUOTED_CHARACTERS = 20_000;

function quotedCell(text: string, at: number, separator: string): Cell | null {
  if (text.charAt(at) !== '"') {
    return null;
  }
  const limit = Math.min(text.length, at + MAX_QUOTED_CHARACTERS);
  for (let end = at + 1; end < limit; end += 1) {
    if (text.charAt(end) !== '"') {
      continue;
    }
    if (text.charAt(end + 1) === '"') {
      end += 1;
      continue;
    }
    const next = text.charAt(end + 1);
    const closes = next === "" || next === separator || next === "\n";
    return closes
      ? { value: text.slice(at + 1, end).replace(/""/g, '"'), end: end + 1 }
      : null;
  }
  return null;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    count += text.charAt(at) === "\n" ? 1 : 0;
  }
  return count;
}
