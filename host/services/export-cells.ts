/** Values, formulas and styles of one sheet, put into an exceljs worksheet. */
import type { ICellData, IRange } from "@univerjs/core";
import type { CellValue, Worksheet } from "exceljs";
import { type Translation, toExcelFormula } from "./export-formula";
import { linkOf } from "./export-links";
import { addressOf } from "./export-rules";
import { type BookSnapshot, type Sheet, styleReader } from "./export-snapshot";
import { excelStyle } from "./export-style";
import { cellText, MAX_CELL_TEXT } from "./export-text";
import { coveredValue, isGoogleOnly, withValueKept } from "./google-only";

/** Part of every formula with its value kept. */
const KEPT = "__xludf.DUMMYFUNCTION(";
/** Univer's type codes of a cell. */
const BOOLEAN = 3;
const FORCED_TEXT = 4;
/** Formula errors an .xlsx file knows; others become text. */
const ERRORS: ReadonlySet<string> = new Set([
  "#N/A",
  "#REF!",
  "#NAME?",
  "#DIV/0!",
  "#NULL!",
  "#VALUE!",
  "#NUM!",
]);

/** Origin cells of formulas shared by several cells: `si` → where and what. */
type Shared = ReadonlyMap<
  string,
  { readonly row: number; readonly column: number; readonly formula: string }
>;

function eachCell(
  sheet: Sheet,
  visit: (cell: ICellData, row: number, column: number) => void,
): void {
  for (const [row, cells] of Object.entries(sheet.cellData ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (cell) {
        visit(cell as ICellData, Number(row), Number(column));
      }
    }
  }
}

function sharedFormulas(sheet: Sheet): Shared {
  const shared = new Map<
    string,
    { row: number; column: number; formula: string }
  >();
  eachCell(sheet, (cell, row, column) => {
    if (cell.si && cell.f) {
      shared.set(cell.si, { row, column, formula: cell.f });
    }
  });
  return shared;
}

function plainValue(cell: ICellData): string | number | boolean | null {
  const rich = cell.p?.body?.dataStream;
  if (rich !== undefined) {
    return rich.replace(/\r\n$/, "").replace(/\r/g, "\n");
  }
  const value = cell.v ?? null;
  if (value === null || cell.t === FORCED_TEXT) {
    return value === null ? null : String(value);
  }
  return cell.t === BOOLEAN ? Number(value) === 1 || value === true : value;
}

/** A formula as the file has it. */
type Formula = {
  readonly text: string;
  /** Computed as a block: in Excel, only so it sees more than one row of a range. */
  readonly isBlock: boolean;
};

function formulaOf(
  cell: ICellData,
  row: number,
  column: number,
  shared: Shared,
  to: Translation,
): Formula | null {
  const origin = cell.si ? shared.get(cell.si) : undefined;
  const own = origin?.formula ?? cell.f;
  if (!own) return null;
  const shift = origin && {
    rows: row - origin.row,
    columns: column - origin.column,
  };
  const text = toExcelFormula(own, { ...to, ...(shift && { shift }) });
  return isGoogleOnly(own)
    ? { text: withValueKept(text, plainValue(cell)), isBlock: false }
    : { text, isBlock: /\bARRAYFORMULA\(/i.test(own) };
}

/** @param ref - Cells that the formula fills as a block. */
function valueFor(
  cell: ICellData,
  text: string | null,
  ref: string | null,
): CellValue | undefined {
  const value = plainValue(cell);
  const formula =
    ref === null
      ? { formula: text ?? "" }
      : { formula: text ?? "", shareType: "array", ref };
  if (text === null) {
    if (value === null || value === "") {
      return undefined;
    }
    return typeof value === "string" ? cellText(value) : value;
  }
  if (typeof value === "string" && ERRORS.has(value)) {
    // exceljs has no type for an error as a result, but writes it.
    return { ...formula, result: { error: value } } as unknown as CellValue;
  }
  const result = typeof value === "string" ? cellText(value) : value;
  return (result === null ? formula : { ...formula, result }) as CellValue;
}

/** The value, with the address the cell opens where it has one. */
function linked(
  cell: ICellData,
  value: CellValue | undefined,
): CellValue | undefined {
  const link = linkOf(cell);
  return link === null || value === undefined
    ? value
    : { text: String(value), hyperlink: link };
}

/** The sentence about a text Excel cannot hold; null for all others. */
function cutText(title: string, address: string, cell: ICellData) {
  const text = plainValue(cell);
  return typeof text === "string" && text.length > MAX_CELL_TEXT
    ? `Лист «${title}», ячейка ${address}: текст обрезан до ${MAX_CELL_TEXT} знаков, больше Excel не вмещает.`
    : null;
}

/** Cells that formulas fill beside their own, of one tab: by row and column. */
export type Blocks = {
  readonly areas: Lines<IRange>;
  readonly cells: Lines<ICellData>;
};
type Lines<T> = Readonly<
  Record<number, Readonly<Record<number, T>> | undefined>
>;
type Block = { readonly area: IRange; readonly cells: Lines<ICellData> };

function blockAt(blocks: Blocks, row: number, column: number): Block | null {
  const area = blocks.areas[row]?.[column];
  const isSingle =
    area === undefined ||
    (area.startRow === area.endRow && area.startColumn === area.endColumn);
  return isSingle ? null : { area, cells: blocks.cells };
}

/** The values of a block but the first. */
function fillCovered(
  into: Worksheet,
  block: Block | null,
  isKept: boolean,
): void {
  if (block === null) return;
  const { startRow, endRow, startColumn, endColumn } = block.area;
  for (let row = startRow; row <= endRow; row += 1) {
    for (let column = startColumn; column <= endColumn; column += 1) {
      const cell = block.cells[row]?.[column];
      if (!cell || (row === startRow && column === startColumn)) continue;
      const value = plainValue(cell);
      const text = isKept ? coveredValue(value) : null;
      const written = valueFor(cell, text, null);
      if (written !== undefined) {
        into.getCell(row + 1, column + 1).value = written;
      }
    }
  }
}

/** The value of a cell with a formula; what its block covers is filled too. */
function computedValue(
  into: Worksheet,
  cell: ICellData,
  formula: Formula & { readonly row: number; readonly column: number },
  blocks: Blocks,
): CellValue | undefined {
  const { text, row, column } = formula;
  const block = blockAt(blocks, row, column);
  const isKept = text.includes(KEPT);
  fillCovered(into, block, isKept);
  const isBlock = block !== null || formula.isBlock;
  const area = block?.area ?? oneCell(row, column);
  return valueFor(cell, text, isBlock && !isKept ? addressOf(area) : null);
}

function oneCell(row: number, column: number): IRange {
  return { startRow: row, endRow: row, startColumn: column, endColumn: column };
}

/**
 * Writes every cell that has a value, a formula or a style.
 *
 * @returns Russian sentences about texts that had to be cut.
 */
export function fillCells(
  snapshot: BookSnapshot,
  sheet: Sheet,
  into: Worksheet,
  to: Translation,
  blocks: Blocks,
): readonly string[] {
  const problems: string[] = [];
  const shared = sharedFormulas(sheet);
  const styleAt = styleReader(snapshot, sheet);
  const styles = new Map<string, ReturnType<typeof excelStyle>>();
  eachCell(sheet, (cell, row, column) => {
    const formula = formulaOf(cell, row, column, shared, to);
    const value =
      formula === null
        ? linked(cell, valueFor(cell, null, null))
        : computedValue(into, cell, { ...formula, row, column }, blocks);
    const univerStyle = styleAt(row, column);
    const key = JSON.stringify(univerStyle);
    const known = styles.get(key);
    const style = known === undefined ? excelStyle(univerStyle) : known;
    styles.set(key, style);
    if (value === undefined && style === null) {
      return;
    }
    const target = into.getCell(row + 1, column + 1);
    if (value !== undefined) target.value = value;
    if (style !== null) {
      target.style = style;
    }
    const cut = cutText(sheet.name ?? "", target.address, cell);
    if (cut !== null) problems.push(cut);
  });
  return problems;
}
