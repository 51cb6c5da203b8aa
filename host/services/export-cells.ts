/** Values, formulas and styles of one sheet, put into an exceljs worksheet. */
import type { ICellData } from "@univerjs/core";
import type { CellValue, Worksheet } from "exceljs";
import { type Translation, toExcelFormula } from "./export-formula";
import { linkOf } from "./export-links";
import { type BookSnapshot, type Sheet, styleReader } from "./export-snapshot";
import { excelStyle } from "./export-style";
import { cellText, MAX_CELL_TEXT } from "./export-text";

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

function formulaOf(
  cell: ICellData,
  row: number,
  column: number,
  shared: Shared,
  to: Translation,
): string | null {
  const origin = cell.si ? shared.get(cell.si) : undefined;
  if (origin !== undefined) {
    const shift = { rows: row - origin.row, columns: column - origin.column };
    return toExcelFormula(origin.formula, { ...to, shift });
  }
  return cell.f ? toExcelFormula(cell.f, to) : null;
}

function valueFor(
  cell: ICellData,
  formula: string | null,
): CellValue | undefined {
  const value = plainValue(cell);
  if (formula === null) {
    if (value === null || value === "") {
      return undefined;
    }
    return typeof value === "string" ? cellText(value) : value;
  }
  if (typeof value === "string" && ERRORS.has(value)) {
    // exceljs has no type for an error as a result, but writes it.
    return { formula, result: { error: value } } as CellValue;
  }
  const result = typeof value === "string" ? cellText(value) : value;
  return (result === null ? { formula } : { formula, result }) as CellValue;
}

/** The value, with the address the cell opens where it has one. */
function linked(cell: ICellData, value: CellValue): CellValue {
  const link = linkOf(cell);
  return link === null ? value : { text: String(value), hyperlink: link };
}

/** The sentence about a text Excel cannot hold; null for all others. */
function cutText(title: string, address: string, cell: ICellData) {
  const text = plainValue(cell);
  return typeof text === "string" && text.length > MAX_CELL_TEXT
    ? `Лист «${title}», ячейка ${address}: текст обрезан до ${MAX_CELL_TEXT} знаков, больше Excel не вмещает.`
    : null;
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
): readonly string[] {
  const problems: string[] = [];
  const shared = sharedFormulas(sheet);
  const styleAt = styleReader(snapshot, sheet);
  const styles = new Map<string, ReturnType<typeof excelStyle>>();
  eachCell(sheet, (cell, row, column) => {
    const formula = formulaOf(cell, row, column, shared, to);
    const value = valueFor(cell, formula);
    const univerStyle = styleAt(row, column);
    const key = JSON.stringify(univerStyle);
    const known = styles.get(key);
    const style = known === undefined ? excelStyle(univerStyle) : known;
    styles.set(key, style);
    if (value === undefined && style === null) {
      return;
    }
    const target = into.getCell(row + 1, column + 1);
    if (value !== undefined) {
      target.value = formula === null ? linked(cell, value) : value;
    }
    if (style !== null) {
      target.style = style;
    }
    const cut = cutText(sheet.name ?? "", target.address, cell);
    if (cut !== null) problems.push(cut);
  });
  return problems;
}
