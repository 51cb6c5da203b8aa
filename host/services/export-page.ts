/** How a tab is printed: landscape A4, its columns beside each other, the header on every page. */
import type { ICellData } from "@univerjs/core";
import type { PageSetup, Worksheet } from "exceljs";
import { columnLetters } from "./a1";
import type { Sheet } from "./export-snapshot";

/** Excel's number of the paper. */
const A4 = 9;

/** Pixels of columns that are still easy to read on one page; chosen. */
const PAGE_PIXELS = 1_700;

const DEFAULT_WIDTH = 88;

/** Sets up the page of a filled sheet; an empty one stays as it is. */
export function fillPage(sheet: Sheet, into: Worksheet): void {
  const { row, column } = lastFilled(sheet);
  if (row === 0) {
    return;
  }
  const { xSplit = 0, ySplit = 0 } = sheet.freeze ?? {};
  const across = Math.max(
    1,
    Math.ceil(shownWidth(sheet, column) / PAGE_PIXELS),
  );
  const setup: Partial<PageSetup> = {
    orientation: "landscape",
    paperSize: A4,
    fitToPage: true,
    fitToWidth: across,
    fitToHeight: 0,
    showGridLines: true,
    margins: {
      left: 0.4,
      right: 0.4,
      top: 0.5,
      bottom: 0.5,
      header: 0.2,
      footer: 0.2,
    },
    // exceljs writes a dollar before each end: the rows need their own.
    printArea: `A$1:${columnLetters(column - 1)}$${row}`,
    ...(ySplit > 0 ? { printTitlesRow: `1:${ySplit}` } : {}),
    // Names of the rows are repeated only where there is more than one page.
    ...(xSplit > 0 && across > 1
      ? { printTitlesColumn: `A:${columnLetters(xSplit - 1)}` }
      : {}),
  };
  Object.assign(
    into.pageSetup,
    into.name.includes("'") ? unnamed(setup) : setup,
  );
  into.headerFooter.oddFooter = "&C&A&R&P / &N";
}

/** Without what exceljs writes as defined names: it leaves apostrophes of a title as they are. */
function unnamed({
  printArea: _area,
  printTitlesRow: _rows,
  printTitlesColumn: _columns,
  ...rest
}: Partial<PageSetup>): Partial<PageSetup> {
  return rest;
}

/** Last row and column with a value, 1-based; colours beyond them are not printed. */
function lastFilled(sheet: Sheet): {
  readonly row: number;
  readonly column: number;
} {
  let [row, column] = [0, 0];
  for (const [at, cells] of Object.entries(sheet.cellData ?? {})) {
    for (const [index, cell] of Object.entries(
      (cells ?? {}) as Readonly<Record<string, ICellData | null>>,
    )) {
      const value = cell?.v ?? cell?.f ?? cell?.p ?? "";
      if (value !== "") {
        row = Math.max(row, Number(at) + 1);
        column = Math.max(column, Number(index) + 1);
      }
    }
  }
  return { row, column };
}

function shownWidth(sheet: Sheet, columns: number): number {
  const widths = Array.from({ length: columns }, (_, index) => {
    const column = sheet.columnData?.[index];
    return column?.hd === 1
      ? 0
      : (column?.w ?? sheet.defaultColumnWidth ?? DEFAULT_WIDTH);
  });
  return widths.reduce((sum, width) => sum + width, 0);
}
