/** What one cell of an .xlsx file holds. */
import type { Cell, ValueType, Worksheet } from "exceljs";
import { type Kept, keptIn } from "../services/google-only";
import type { Area } from "../services/tracked-areas";
import type { FileCell } from "./file-book";
import { LIMITS } from "./limits";
import { fromExcelFormula, isExternal, shiftShared } from "./xlsx-formula";
import { readAreas } from "./xlsx-parts";

/** Kinds of cells, so that exceljs need not be loaded to compare with them. */
const MERGE = 1 satisfies ValueType.Merge;
const FORMULA = 6 satisfies ValueType.Formula;

export type Content = Pick<FileCell, "value" | "formula" | "link"> & {
  readonly isCut: boolean;
};

/** What reading a cell needs to know of its sheet. */
export type ContentReader = {
  /** The formula of a cell, with what it shares with others. */
  readonly formula: (cell: Cell) => string | undefined;
  /** What stands in a formula that only Google computes. */
  readonly kept: (cell: Cell) => Kept | null;
  /** Whether one of those is beyond the host, so that values count alone. */
  readonly hasForeign: boolean;
  /** Whether another cell's array formula fills this one. */
  readonly isSpilled: (cell: Cell) => boolean;
};

/** What exceljs keeps of a formula beyond what its types say. */
type FormulaModel = {
  readonly formula?: string;
  readonly sharedFormula?: string;
  readonly shareType?: string;
  readonly ref?: string;
};

const MS_PER_DAY = 86_400_000;
/** Serial day of 1970-01-01. */
const EPOCH = 25_569;

/** Functions of Google's that the host does not have either. */
const FOREIGN = /\b(?:IMPORT[A-Z]+|GOOGLE[A-Z]+|DETECTLANGUAGE|SPARKLINE)\(/i;

function keptOf(cell: Cell): Kept | null {
  return keptIn((cell.model as FormulaModel).formula ?? "");
}

function hasForeign(sheet: Worksheet): boolean {
  let found = false;
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      const kept = keptOf(cell);
      found ||= kept?.kind === "formula" && FOREIGN.test(kept.formula);
    }),
  );
  return found;
}

export function contentReader(sheet: Worksheet): ContentReader {
  const arrays: Area[] = [];
  return {
    kept: keptOf,
    hasForeign: hasForeign(sheet),
    formula(cell) {
      const { formula, sharedFormula, shareType, ref } =
        cell.model as FormulaModel;
      if (shareType === "array" && ref !== undefined) {
        arrays.push(...readAreas(ref));
      }
      if (formula !== undefined) return fromExcelFormula(formula);
      if (sharedFormula === undefined) return undefined;
      const master = sheet.getCell(sharedFormula);
      const shared = (master.model as FormulaModel).formula;
      return shared === undefined
        ? undefined
        : shiftShared(
            shared,
            Number(cell.row) - Number(master.row),
            Number(cell.col) - Number(master.col),
          );
    },
    isSpilled(cell) {
      const [row, column] = [Number(cell.row) - 1, Number(cell.col) - 1];
      return arrays.some(
        (area) =>
          row >= area.startRow &&
          row <= area.endRow &&
          column >= area.startColumn &&
          column <= area.endColumn,
      );
    },
  };
}

/** Merged cells but the first hold nothing of their own. */
export function cellContent(cell: Cell, reader: ContentReader): Content {
  if (cell.type === MERGE) {
    return { value: null, isCut: false };
  }
  if (cell.type === FORMULA) {
    const value = plainValue(cell.result);
    const kept = reader.kept(cell);
    if (kept !== null && reader.hasForeign) return limited(value);
    if (kept?.kind === "covered") return { value: null, isCut: false };
    const formula =
      kept === null ? reader.formula(cell) : fromExcelFormula(kept.formula);
    return formula === undefined || formula === "" || isExternal(formula)
      ? limited(value)
      : { ...limited(value), formula: `=${formula}` };
  }
  if (reader.isSpilled(cell)) return { value: null, isCut: false };
  const content = limited(plainValue(cell.value));
  const link = cell.hyperlink as string | undefined;
  return link === undefined || !/^(?:https?|mailto):/i.test(link)
    ? content
    : { ...content, link };
}

function limited(value: FileCell["value"]): Content {
  if (typeof value !== "string" || value.length <= LIMITS.cellCharacters) {
    return { value: value === "" ? null : value, isCut: false };
  }
  return { value: value.slice(0, LIMITS.cellCharacters), isCut: true };
}

/** Dates as serial days, texts without their inner looks. */
function plainValue(value: unknown): FileCell["value"] {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / MS_PER_DAY + EPOCH;
  if (typeof value !== "object") return value as string | number | boolean;
  if ("richText" in value && Array.isArray(value.richText)) {
    return value.richText
      .map((run: { readonly text?: string }) => run.text ?? "")
      .join("");
  }
  if ("error" in value) return String(value.error);
  return "text" in value ? plainValue(value.text) : null;
}
