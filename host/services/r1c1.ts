/** Formulas in R1C1 notation: relative places as `R[1]C[-2]`, fixed ones as `R1C1`. */
import {
  type Corner,
  corner,
  mapReferences,
  writeCorner,
} from "./shift-references";

/** The cell a formula stands in, 0-based. */
export type Place = { readonly row: number; readonly column: number };

export function toR1C1(formula: string, place: Place): string {
  return mapReferences(formula, ({ tab, start, end }) => {
    const ends = end === undefined ? [start] : [start, end];
    const written = ends.map((text) => writeR1C1(corner(text), place));
    return (tab ?? "") + written.join(":");
  });
}

function writeR1C1(at: Corner, place: Place): string {
  const part = (
    letter: string,
    value: number | null,
    isFixed: boolean,
    own: number,
  ): string => {
    if (value === null) return "";
    if (isFixed) return letter + (value + 1);
    return value === own ? `${letter}[0]` : `${letter}[${value - own}]`;
  };
  return (
    part("R", at.row, at.fixedRow, place.row) +
    part("C", at.column, at.fixedColumn, place.column)
  );
}

/** Quoted text, a quoted tab, or a reference with rows, columns or both. */
const R1C1 =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.$])(?:R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?|R(\[-?\d+\]|\d+)|C(\[-?\d+\]|\d+))(?![\p{L}\p{N}_(.[])/giu;

/** The A1 form; a place off the sheet becomes `#REF!`. */
export function fromR1C1(formula: string, place: Place): string {
  return formula.replace(R1C1, (whole: string, ...groups: unknown[]) => {
    if (/^["']/.test(whole)) return whole;
    const parts = groups.slice(0, 4) as (string | undefined)[];
    const [offset, text] = groups.slice(4) as [number, string];
    const isEnd = [offset - 1, offset + whole.length].some(
      (at) => text[at] === ":",
    );
    const at = cornerOf(parts, place);
    const isOutside = (at.row ?? 0) < 0 || (at.column ?? 0) < 0;
    if (isOutside) return "#REF!";
    const written = writeCorner(at, at.row ?? 0, at.column ?? 0);
    const isLine = at.row === null || at.column === null;
    // A whole line by itself takes both its ends.
    return isLine && !isEnd ? `${written}:${written}` : written;
  });
}

function cornerOf(
  [row, column, onlyRow, onlyColumn]: readonly (string | undefined)[],
  place: Place,
): Corner {
  const rowPart = partOf(row ?? onlyRow, place.row, onlyColumn === undefined);
  const columnPart = partOf(
    column ?? onlyColumn,
    place.column,
    onlyRow === undefined,
  );
  return {
    row: rowPart.value,
    fixedRow: rowPart.isFixed,
    column: columnPart.value,
    fixedColumn: columnPart.isFixed,
  };
}

/** @param part - `[-1]`, `3` or nothing. */
function partOf(part: string | undefined, own: number, isNamed: boolean) {
  if (!isNamed) return { value: null, isFixed: false };
  if (part === undefined) return { value: own, isFixed: false };
  return part.startsWith("[")
    ? { value: own + Number(part.slice(1, -1)), isFixed: false }
    : { value: Number(part) - 1, isFixed: true };
}
