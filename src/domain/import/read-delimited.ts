/** A pasted range or a .csv file as rows of cells, whatever separates them. */
import { readRecords } from "../delimited";

/** In order of preference when two fit equally well. */
const DELIMITERS = ["\t", ";", "|", ","] as const;

/** Rows looked at to find the delimiter. */
const PREVIEW_ROWS = 100;

/** Least score of a delimiter; below it the text is one column. */
const LEAST_FIT = 0.34;

export type Delimited = {
  /** Rows as long as they were written; blank lines are kept as `[""]`. */
  readonly rows: string[][];
  /** The separator found; TAB for a single column. */
  readonly delimiter: string;
};

/**
 * Splits text into rows and cells. The delimiter is the one that gives the
 * most rows of one width. Quoted cells may hold delimiters and line breaks;
 * a quotation mark that quotes nothing («"Ромашка" сад») stays in the text.
 *
 * @param text - Decoded text, with or without a byte order mark, any kind of
 * line end. A first line «sep=;», as Excel writes it, is obeyed and dropped.
 * @returns Every row of the text, in order; no rows for empty text. One line
 * break at the end makes no row.
 */
export function readDelimited(text: string): Delimited {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const named = /^"?sep=([;,\t|])"?\n/i.exec(plain);
  const body = (named === null ? plain : plain.slice(named[0].length)).replace(
    /\n$/,
    "",
  );
  const delimiter = named?.[1] ?? findDelimiter(body);
  return { rows: body === "" ? [] : cellsOf(body, delimiter), delimiter };
}

function cellsOf(
  text: string,
  delimiter: string,
  records = Infinity,
): string[][] {
  return readRecords(text, delimiter, { records }).map(({ cells }) => [
    ...cells,
  ]);
}

function findDelimiter(text: string): string {
  let best: string = "\t";
  let bestFit = LEAST_FIT;
  for (const delimiter of DELIMITERS) {
    const fit = fitOf(text, delimiter);
    if (fit > bestFit) {
      best = delimiter;
      bestFit = fit;
    }
  }
  return best;
}

/** Share of rows with the commonest width above 1, times log2 of that width. */
function fitOf(text: string, delimiter: string): number {
  const widths = new Map<number, number>();
  let rows = 0;
  for (const row of cellsOf(text, delimiter, PREVIEW_ROWS)) {
    if (row.some((cell) => cell.trim() !== "")) {
      rows += 1;
      widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    }
  }
  let fit = 0;
  let commonest = 0;
  for (const [width, count] of widths) {
    if (width > 1 && count >= commonest) {
      const here = (count / rows) * Math.log2(width);
      fit = count > commonest ? here : Math.max(fit, here);
      commonest = count;
    }
  }
  return fit;
}
