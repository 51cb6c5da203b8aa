/** Cuts the rows of a wrapped table into cells, learning its column widths. */

import { type ColumnModel, isCutOff, type TableModel } from "./cell-score";
import type { RowPart } from "./cell-words";
import type { Column } from "./roadmap";
import { splitRow } from "./split-row";

/** Passes over the table: from the second on the widths of columns are known. */
const PASSES = 3;
/** A longer text gets one pass: it is no roadmap of one school. */
const MAX_LINES_FOR_PASSES = 3000;

/** Lines of each cell of one page, in column order. */
export type PartCells = readonly (readonly string[])[];

function cutRow(
  parts: readonly RowPart[],
  models: readonly ColumnModel[],
  table: TableModel,
): readonly PartCells[] {
  const cut: PartCells[] = [];
  for (const part of parts) {
    const known = models.map((model, index) => ({
      ...model,
      isCut: isCutOff(lastLine(cut, index)),
    }));
    const ranges = splitRow(part, known, table);
    cut.push(
      ranges === null
        ? wholePart(part, models)
        : ranges.map(({ from, to }) => linesOf(part, from, to)),
    );
  }
  return cut;
}

function lastLine(cut: readonly PartCells[], column: number): string {
  const lines = cut.flatMap((cells) => cells[column] ?? []);
  return lines[lines.length - 1] ?? "";
}

/** A part that could not be cut goes to the content, or to the last column. */
function wholePart(part: RowPart, models: readonly ColumnModel[]): PartCells {
  const content = models.findIndex(({ kind }) => kind === "content");
  const target = content < 0 ? models.length - 1 : content;
  return models.map((_, index) =>
    index === target ? linesOf(part, 0, part.words.length) : [],
  );
}

function linesOf(part: RowPart, from: number, to: number): readonly string[] {
  const lines: string[] = [];
  part.words.slice(from, to).forEach((word, index) => {
    if (index === 0 || word.startsLine) {
      lines.push(word.text);
    } else {
      lines[lines.length - 1] = `${lines[lines.length - 1] ?? ""} ${word.text}`;
    }
  });
  return lines;
}

/** Widths and repeated texts of the columns, from the cells cut so far. */
function learn(
  models: readonly ColumnModel[],
  cells: readonly (readonly PartCells[])[],
): readonly ColumnModel[] {
  return models.map((model, index) => {
    const widths: number[] = [];
    const seen = new Map<string, number>();
    for (const row of cells) {
      for (const part of row) {
        const lines = part[index] ?? [];
        if (lines.length > 1) {
          widths.push(Math.max(...lines.map(({ length }) => length)));
        }
        const text = lines.join(" ");
        seen.set(text, (seen.get(text) ?? 0) + 1);
      }
    }
    widths.sort((left, right) => left - right);
    const width = widths[Math.floor(widths.length / 2)] ?? 0;
    const isKnown = widths.length > 1 && model.kind !== "dateText";
    const repeated = Array.from(seen).filter(
      ([text, count]) => count > 1 && text !== "" && model.kind !== "name",
    );
    return {
      ...model,
      width: isKnown ? width : 0,
      repeated: new Set(repeated.map(([text]) => text)),
      starts: usualStarts(seen),
    };
  });
}

/** First words of at least three cells and a third of them. */
function usualStarts(texts: ReadonlyMap<string, number>): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let cells = 0;
  for (const [text, count] of Array.from(texts)) {
    const first = text.split(" ")[0] ?? "";
    if (first !== "") {
      cells += count;
      const bare = first.replace(/,$/, "");
      for (const word of [bare, `${bare},`]) {
        counts.set(word, (counts.get(word) ?? 0) + count);
      }
    }
  }
  const usual = Array.from(counts).filter(
    ([, count]) => count >= 3 && count * 3 >= cells,
  );
  return new Set(usual.map(([word]) => word));
}

const MAX_LINES_AT_FIRST = 60;

function isLong(parts: readonly RowPart[]): boolean {
  return parts.some(({ lineEnds }) => lineEnds.length > MAX_LINES_AT_FIRST);
}

/**
 * Cells of every row, page by page, in column order.
 *
 * @param rows - Pages of each row.
 */
export function cutRows(
  rows: readonly (readonly RowPart[])[],
  columns: readonly Column[],
  blanksDivide: boolean,
): readonly (readonly PartCells[])[] {
  const table: TableModel = {
    hasDates: columns.some(({ kind }) => kind === "dateText"),
    hasRoles: columns.some(({ kind }) => kind === "responsible"),
    blanksDivide,
  };
  let models: readonly ColumnModel[] = columns.map(({ kind }) => ({
    kind,
    width: 0,
    repeated: new Set<string>(),
    starts: new Set<string>(),
    isCut: false,
  }));
  let cells: readonly (readonly PartCells[])[] = [];
  const lines = rows.reduce(
    (sum, parts) =>
      parts.reduce((count, { lineEnds }) => count + lineEnds.length, sum),
    0,
  );
  const passes = lines > MAX_LINES_FOR_PASSES ? 1 : PASSES;
  for (let pass = 0; pass < passes; pass += 1) {
    cells = rows.map((parts) =>
      // Long rows wait until the widths are known: they take long without.
      pass === 0 && passes > 1 && isLong(parts)
        ? []
        : cutRow(parts, models, table),
    );
    models = learn(models, cells);
  }
  return cells;
}
