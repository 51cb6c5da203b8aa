/** References in formulas of rules, after rows, columns or tabs have moved. */
import { columnLetters } from "./a1";
import { type Area, moveArea, type Shift } from "./tracked-areas";

/** What happened to one tab. */
export type TabChange =
  | { readonly kind: "shift"; readonly title: string; readonly shift: Shift }
  | { readonly kind: "rename"; readonly title: string; readonly to: string };

/** Quoted text, or a reference: its tab, first corner, second corner. */
const REFERENCE =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$!])((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}(?=:)|\$?\d+(?=:))(?::(\$?[A-Za-z]{1,3}\$?\d+|\$?[A-Za-z]{1,3}|\$?\d+))?(?![\p{L}\p{N}_(.!:$])/gu;
const COLUMN_PART = /^(\$?)([A-Za-z]+)/;
const ROW_PART = /(\$?)(\d+)$/;

/** Larger than any row or column; stands for the open end of `A:A`. */
const OPEN_END = 1_000_000_000;

/** One end of a reference, 0-based; a null part is open, as in `A:A`. */
export type Corner = {
  readonly column: number | null;
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
};

/**
 * @param formula - Engine formula; its text constants stay as they are.
 * @param ownTitle - Title of the tab the formula stands on.
 * @returns The formula with `#REF!` for what is gone.
 */
export function shiftFormula(
  formula: string,
  ownTitle: string,
  change: TabChange,
): string {
  return mapReferences(formula, ({ whole, tab, start, end }) => {
    const title = tab === undefined ? ownTitle : titleOf(tab);
    if (title !== change.title) return whole;
    if (change.kind === "rename") {
      const quoted = `'${change.to.replaceAll("'", "''")}'!`;
      return tab === undefined ? whole : quoted + whole.slice(tab.length);
    }
    const moved = moveReference(start, end, change.shift);
    return moved === null ? "#REF!" : (tab ?? "") + moved;
  });
}

/** A reference as it is written: `tab` with its `!`, `end` after a colon. */
export type Reference = {
  readonly whole: string;
  readonly tab: string | undefined;
  readonly start: string;
  readonly end: string | undefined;
};

/** Writes every reference of a formula anew; its text constants stay. */
export function mapReferences(
  formula: string,
  write: (reference: Reference) => string,
): string {
  return formula.replace(
    REFERENCE,
    (whole: string, tab?: string, start?: string, end?: string) =>
      start === undefined ? whole : write({ whole, tab, start, end }),
  );
}

/** Null when no cell of it is left. */
function moveReference(
  start: string,
  end: string | undefined,
  shift: Shift,
): string | null {
  const first = corner(start);
  const second = end === undefined ? first : corner(end);
  const moved = moveCorners(first, second, shift);
  if (moved === null) return null;
  return end === undefined ? moved[0] : moved.join(":");
}

/** `'[book]Tab'!` → `Tab`. */
export function titleOf(tab: string): string {
  return tab
    .slice(0, -1)
    .replace(/^'([\s\S]*)'$/, "$1")
    .replaceAll("''", "'")
    .replace(/^\[[^\]]*\]/, "");
}

export function corner(text: string): Corner {
  const column = COLUMN_PART.exec(text);
  const row = ROW_PART.exec(text);
  return {
    column: column === null ? null : indexOf(column[2] ?? ""),
    row: row === null ? null : Number(row[2]) - 1,
    fixedColumn: column?.[1] === "$",
    fixedRow: row?.[1] === "$",
  };
}

function indexOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) {
    index = index * 26 + letter.charCodeAt(0) - 64;
  }
  return index - 1;
}

function moveCorners(
  first: Corner,
  second: Corner,
  shift: Shift,
): [string, string] | null {
  if ("removed" in shift) return null;
  const area: Area = {
    startRow: first.row ?? 0,
    endRow: second.row ?? OPEN_END,
    startColumn: first.column ?? 0,
    endColumn: second.column ?? OPEN_END,
  };
  const moved = moveArea(area, shift);
  if (moved === null) return null;
  return [
    writeCorner(first, moved.startRow, moved.startColumn),
    writeCorner(second, moved.endRow, moved.endColumn),
  ];
}

export function writeCorner(
  corner: Corner,
  row: number,
  column: number,
): string {
  const columnText =
    corner.column === null
      ? ""
      : (corner.fixedColumn ? "$" : "") + columnLetters(column);
  const rowText =
    corner.row === null ? "" : (corner.fixedRow ? "$" : "") + (row + 1);
  return columnText + rowText;
}
