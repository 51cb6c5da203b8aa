/** Splits delimited text, from a file, a spreadsheet or a table, into records of cells. */

/** One record; cells in quotes may hold line breaks. */
export type DelimitedRecord = {
  readonly cells: readonly string[];
  /** 1-based line where it starts. */
  readonly line: number;
};

/**
 * Records of tab- or character-separated text. Quotes count only around a whole
 * cell (doubled inside), so «МБДОУ "Детский сад"» stays as it is.
 *
 * @param text - Lines end with "\n".
 * @param limits.records - Records read at most; all when absent.
 * @param limits.quoted - Characters of a cell in quotes; a closing quote
 * farther away is a quote of the text.
 */
export function readRecords(
  text: string,
  separator: string,
  limits: { readonly records?: number; readonly quoted?: number } = {},
): readonly DelimitedRecord[] {
  const { records: most = Infinity, quoted = Infinity } = limits;
  const records: DelimitedRecord[] = [];
  let cells: string[] = [];
  let [at, line, firstLine] = [0, 1, 1];
  while (at <= text.length && records.length < most) {
    const cell =
      quotedCell(text, at, separator, at + quoted) ??
      plainCell(text, at, separator);
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

function quotedCell(
  text: string,
  at: number,
  separator: string,
  limit: number,
): Cell | null {
  if (text.charAt(at) !== '"') {
    return null;
  }
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') {
    close = text.indexOf('"', close + 2);
  }
  if (close === -1 || close >= limit) {
    return null;
  }
  let end = close + 1;
  while (text.charAt(end) === " ") {
    end += 1;
  }
  return ["", separator, "\n"].includes(text.charAt(end))
    ? { value: text.slice(at + 1, close).replace(/""/g, '"'), end }
    : null;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    count += text.charAt(at) === "\n" ? 1 : 0;
  }
  return count;
}
