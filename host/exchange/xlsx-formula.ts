/** Formulas of an .xlsx file in the engine's spelling. */
import { toExcelFormula } from "../services/export-formula";

/** Quoted texts and titles stay; the rest is what the file adds by itself. */
const FILE_SPELLING =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|_xl(?:fn|ws|pm|udf)\.|((?<![\p{L}\p{N}_$])\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3})\$?1048576(?!\d)/giu;

/**
 * Prefixes of new functions taken off. The last row of the format is fixed, as
 * the engine keeps the end of an open range.
 */
export function fromExcelFormula(formula: string): string {
  return formula
    .replace(/^=/, "")
    .replace(FILE_SPELLING, (token: string, open: string | undefined) => {
      if (open !== undefined) return `${open}$1048576`;
      return token.startsWith("_") ? "" : token;
    });
}

/** Whether it points into another file, which is not here. */
export function isExternal(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, "");
  return /\[\d+\]|'[^']*\[[^\]']+\]/.test(bare);
}

/** A formula shared by several cells, as one of the others has it. */
export function shiftShared(
  formula: string,
  rows: number,
  columns: number,
): string {
  const shift = { rows, columns };
  return fromExcelFormula(
    toExcelFormula(formula, { titles: new Map(), shift }),
  );
}
