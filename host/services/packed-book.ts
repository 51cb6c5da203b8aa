/** The book on its way to the page and to the disk: columns are formatted down to the last row and hold one kind of value, so that cells below each other differ in little. */

type Cell = Readonly<Record<string, unknown>> | null;
/** Row → column → cell. */
type CellData = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

/**
 * Cells of one style and type below each other; rows and columns 0-based,
 * inclusive. No style is null; blank cells have no type and no values.
 */
type Run = [
  column: number,
  firstRow: number,
  lastRow: number,
  style: string | null,
  type?: unknown,
  values?: unknown[],
];

type Sheet = { readonly cellData?: CellData };
type PackedSheet = Sheet & { readonly runs: readonly Readonly<Run>[] };

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

/** Changes the cells of the packed book. A book that is not packed stays as it is. */
export function unpackBook(packed: Book<Sheet | PackedSheet>): Book {
  return withSheets(packed, (given) => {
    if (!("runs" in given)) return given;
    const { runs, ...sheet } = given;
    const cellData: Record<string, Record<string, Cell>> = sheet.cellData ?? {};
    for (const run of runs) unpackRun(run, cellData);
    return { ...sheet, cellData };
  });
}

function unpackRun(
  [column, firstRow, lastRow, s, t, values]: Readonly<Run>,
  cellData: Record<string, Record<string, Cell>>,
): void {
  for (let row = firstRow; row <= lastRow; row += 1) {
    let cells = cellData[row];
    if (cells === undefined) {
      cells = {};
      cellData[row] = cells;
    }
    if (values === undefined) cells[column] = { s };
    else if (s === null) cells[column] = { v: values[row - firstRow], t };
    else cells[column] = { v: values[row - firstRow], t, s };
  }
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
): Pick<PackedSheet, "runs"> & { readonly cellData: CellData } {
  const cellData: Record<string, Record<string, Cell>> = {};
  const runs: Run[] = [];
  /** By column, the last run. */
  const open: (Run | undefined)[] = [];
  for (const key of Object.keys(all)) {
    const row = Number(key);
    const cells = all[key] ?? {};
    const kept: Record<string, Cell> = {};
    let packed = 0;
    let left = 0;
    for (const column in cells) {
      const cell = cells[column] ?? null;
      if (cell !== null && isPlain(cell)) {
        put(runs, open, row, Number(column), cell);
        packed += 1;
      } else if (cells[column] !== undefined) {
        kept[column] = cell;
        left += 1;
      }
    }
    if (left > 0 || packed === 0) cellData[key] = kept;
  }
  return { cellData, runs };
}

function put(
  runs: Run[],
  open: (Run | undefined)[],
  row: number,
  column: number,
  { s = null, t, v }: PlainCell,
): void {
  const run = open[column];
  if (run !== undefined && run[2] === row - 1 && run[3] === s && run[4] === t) {
    run[2] = row;
    run[5]?.push(v);
    return;
  }
  const next: Run = [column, row, row, s];
  if (t !== undefined) next.push(t, [v]);
  runs.push(next);
  open[column] = next;
}

type PlainCell = {
  readonly s?: string | null;
  readonly t?: unknown;
  readonly v?: unknown;
};

/** Whether a cell has a style's key, or a value with its type, or both, and nothing else. */
function isPlain(cell: Readonly<Record<string, unknown>>): cell is PlainCell {
  const { s, t, v } = cell;
  if (s !== undefined && typeof s !== "string") return false;
  if (t === null || v === null) return false;
  if ((t === undefined) !== (v === undefined)) return false;
  if (s === undefined && t === undefined) return false;
  for (const key in cell) {
    if (key !== "s" && key !== "t" && key !== "v" && cell[key] !== undefined) {
      return false;
    }
  }
  return true;
}
