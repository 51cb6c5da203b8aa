/** Cells of a read file as the engine keeps them. */
import type { ICellData, IStyleData } from "@univerjs/core";
import type { Book } from "../services/book";
import { cellFor, formulaCell, textCell } from "../services/cell-content";
import { fromEngine } from "../services/formula-dialect";
import { univerModules } from "../services/univer";
import type { FileBook, FileCell, FileTab } from "./file-book";
import { retitled } from "./retitled-book";
import { unknownIn } from "./unknown-functions";

const { CellValueType, generateRandomId } = univerModules.core;
/** CustomRangeType.HYPERLINK. */
const HYPERLINK = 0;

export type CellRules = {
  readonly styles: readonly IStyleData[];
  /** False writes the values last computed instead of formulas. */
  readonly keepFormulas: boolean;
  /** Title in the file → title in the book, where they differ. */
  readonly renamed: ReadonlyMap<string, string>;
};

/** The cell's content and style; null when nothing of it stays. */
export function engineCell(
  book: Book,
  tab: FileTab,
  cell: FileCell,
  rules: CellRules,
): ICellData | null {
  const content = contentOf(book, tab, cell, rules);
  const style = cell.style === undefined ? undefined : rules.styles[cell.style];
  if (content.v === null && content.f === undefined && style === undefined) {
    return null;
  }
  return style === undefined
    ? content
    : { ...content, s: structuredClone(style) };
}

function contentOf(
  book: Book,
  tab: FileTab,
  cell: FileCell,
  rules: CellRules,
): ICellData {
  const { value, formula } = cell;
  if (formula !== undefined && rules.keepFormulas) {
    return cell.typed === true
      ? formulaCell(book, formula)
      : keptFormula(book, retitled(formula, tab.title, rules.renamed));
  }
  if (typeof value !== "string") return scalarCell(value);
  if (cell.link !== undefined) return linkCell(value, cell.link);
  return cell.typed === true && formula === undefined
    ? cellFor(book, value, "General")
    : textCell(value);
}

/** A formula with a function the engine lacks becomes its own text. */
function keptFormula(book: Book, formula: string): ICellData {
  return unknownIn(book, formula).length === 0
    ? { v: null, f: formula }
    : textCell(fromEngine(formula, book.facts().locale));
}

function scalarCell(value: number | boolean | null): ICellData {
  if (value === null) return { v: null };
  if (typeof value === "boolean") {
    return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  }
  return Number.isFinite(value)
    ? { v: value, t: CellValueType.NUMBER }
    : textCell("#NUM!");
}

/** Text that opens an address, as the engine keeps it. */
function linkCell(text: string, url: string): ICellData {
  if (/[\r\n]/.test(text)) return textCell(text);
  return {
    v: text,
    t: CellValueType.STRING,
    p: {
      id: generateRandomId(),
      documentStyle: {},
      body: {
        dataStream: `${text}\r\n`,
        paragraphs: [{ startIndex: text.length }],
        customRanges: [
          {
            rangeId: generateRandomId(),
            rangeType: HYPERLINK,
            startIndex: 0,
            endIndex: text.length - 1,
            properties: { url },
          },
        ],
      },
    },
  };
}

/** How many cells of the file are formulas. */
export function formulasIn(tabs: FileBook["tabs"]): number {
  return tabs.reduce(
    (sum, { cells }) =>
      sum + cells.filter(({ formula }) => formula !== undefined).length,
    0,
  );
}
