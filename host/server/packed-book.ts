/** The book on its way to the page: columns are formatted down to the last row, and two thirds of all cells are blank but for that. */

type Cell = Readonly<Record<string, unknown>> | null;
/** Row → column → cell. */
type CellData = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/** Blank cells of one style below each other; 0-based, inclusive. */
type Run = [column: number, firstRow: number, lastRow: number, style: string];

type Sheet = { readonly cellData?: CellData };
type PackedSheet = Sheet & { readonly blanks: readonly Readonly<Run>[] };

/** Univer IWorkbookData, as far as this file looks at it. */
export type Book<S extends Sheet = Sheet> = {
  readonly sheets?: Readonly<Record<string, S>>;
};
export type PackedBook = Book<PackedSheet>;

/** The given book is not changed; parts of it are in the answer. */
export function packBook(book: Book): PackedBook {
  return withSheets(book, (sheet) => ({
    ...sheet,
    ...packCells(sheet.cellData ?? {}),
  }));
}

/** Changes the cells of the packed book. */
export function unpackBook(packed: PackedBook): Book {
  return withSheets(packed, ({ blanks, ...sheet }) => {
    const cellData: Record<string, Record<string, Cell>> = sheet.cellData ?? {};
    for (const [column, firstRow, lastRow, s] of blanks) {
      for (let row = firstRow; row <= lastRow; row += 1) {
        const cells = cellData[row] ?? {};
        cells[column] = { s };
        cellData[row] = cells;
      }
    }
    return { ...sheet, cellData };
  });
}

function withSheets<S extends Sheet, T extends Sheet>(
  book: Book<S>,
  change: (sheet: S) => T,
): Book<T> {
  const sheets = Object.entries(book.sheets ?? {}).map(
    ([id, sheet]) => [id, change(sheet)] as const,
  );
  return { ...book, sheets: Object.fromEntries(sheets) };
}

function packCells(
  all: CellData,
): Pick<PackedSheet, "blanks"> & { readonly cellData: CellData } {
  const cellData: Record<string, Record<string, Cell>> = {};
  const blanks: Run[] = [];
  const open = new Map<string, Run>();
  const addBlank = (row: number, column: string, style: string): void => {
    const run = open.get(column);
    if (run?.[2] === row - 1 && run[3] === style) {
      run[2] = row;
      return;
    }
    const next: Run = [Number(column), row, row, style];
    blanks.push(next);
    open.set(column, next);
  };
  for (const [row, cells] of Object.entries(all)) {
    const kept: Record<string, Cell> = {};
    for (const column in cells) {
      const cell = cells[column];
      const style = styleOfBlank(cell);
      if (style !== null) addBlank(Number(row), column, style);
      else if (cell !== undefined) kept[column] = cell;
    }
    cellData[row] = kept;
  }
  return { cellData, blanks };
}

/** The style's key when the cell has nothing else. */
function styleOfBlank(cell: Cell | undefined): string | null {
  if (typeof cell?.["s"] !== "string") return null;
  for (const key in cell) if (key !== "s") return null;
  return cell["s"];
}
