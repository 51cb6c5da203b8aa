/** Which cells hold formulas, remembered: Univer 0.25 looks through every cell of the book at each computation and each write. */
import type {
  ICellData,
  ICommandService,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import type {
  FormulaDataModel,
  IFormulaDataItem,
} from "@univerjs/engine-formula";

/** Formulas of one tab: row → column → formula, as the engine keeps them. */
type SheetFormulas = NonNullable<
  ReturnType<FormulaDataModel["getSheetFormulaData"]>
>;

type Written = { readonly f?: unknown; readonly si?: unknown } | null;

/** Formulas that other cells refer to by id, private in the model. */
type SharedFormulas = {
  _getSheetFormulaIdMap: (
    unitId: string,
    sheetId: string,
  ) => Record<string, { f: string; r: number; c: number }>;
};

/** Others tell of computations, names and rules, and leave the cells alone. */
const CELL_MUTATIONS = "sheet.mutation.";
const SET_VALUES = "sheet.mutation.set-range-values";
/** Results of a computation come as writes of values with this option. */
const FROM_FORMULA = "fromFormula";

/** Formulas of a tab by its id; only to look at, and only now. */
export type FormulasOf = (sheetId: string) => Readonly<SheetFormulas>;

/**
 * Makes the model answer from memory; a tab is read again after a change that
 * can add, move or remove a formula in it.
 *
 * @param currentBook - The only workbook there is at the time.
 */
export function rememberFormulas(
  model: FormulaDataModel,
  currentBook: () => Workbook | null,
  commands: ICommandService,
): FormulasOf {
  const books = new WeakMap<Workbook, Map<string, SheetFormulas>>();
  const knownIn = (book: Workbook) => {
    const known = books.get(book) ?? new Map<string, SheetFormulas>();
    books.set(book, known);
    return known;
  };

  const formulasOf: FormulasOf = (sheetId) => {
    const book = currentBook();
    if (book === null) return {};
    const known = knownIn(book);
    const sheet = book.getSheetBySheetId(sheetId);
    const formulas =
      known.get(sheetId) ?? (sheet ? readFormulas(sheet) : undefined) ?? {};
    known.set(sheetId, formulas);
    return formulas;
  };
  // Univer changes what it was given.
  const copyOf = (sheetId: string) => structuredClone(formulasOf(sheetId));
  model.getSheetFormulaData = (_unitId, sheetId) => copyOf(sheetId);
  model.getFormulaData = () => {
    const book = currentBook();
    if (book === null) return {};
    const sheets = book.getSheets().map((sheet) => sheet.getSheetId());
    const formulas = sheets.map((id) => [id, copyOf(id)] as const);
    return { [book.getUnitId()]: Object.fromEntries(formulas) };
  };

  (model as unknown as SharedFormulas)._getSheetFormulaIdMap = (_, sheetId) =>
    sharedIn(formulasOf(sheetId));

  const forget = (
    id: string,
    params: object | undefined,
    isResult: boolean,
  ) => {
    const book = currentBook();
    if (book === null || !id.startsWith(CELL_MUTATIONS) || isResult) return;
    const known = knownIn(book);
    const { subUnitId } = (params ?? {}) as { readonly subUnitId?: string };
    if (subUnitId === undefined) known.clear();
    else if (id !== SET_VALUES || touches(known.get(subUnitId), params)) {
      known.delete(subUnitId);
    }
  };
  commands.beforeCommandExecuted(({ id, params }, options) =>
    forget(id, params, options?.[FROM_FORMULA] === true),
  );
  commands.onCommandExecuted(({ id, params }, options) =>
    forget(id, params, options?.[FROM_FORMULA] === true),
  );
  return formulasOf;
}

/** The formulas as the engine reads them, which calls a function for every blank cell too. */
function readFormulas(sheet: Worksheet): SheetFormulas {
  const found: SheetFormulas = {};
  const owners = new Map<string, Place & { readonly f: string }>();
  const followers: (Place & { readonly si: string })[] = [];
  const put = ({ row, column }: Place, formula: IFormulaDataItem) => {
    const cells = found[row] ?? {};
    cells[column] = formula;
    found[row] = cells;
  };
  for (const [row, column, { f, si }] of formulaCells(sheet)) {
    const place = { row, column };
    if (f !== "") put(place, si === "" ? { f } : { f, si });
    if (f !== "" && si !== "") owners.set(si, { ...place, f });
    if (f === "") {
      // Its place among the others of the row is taken now.
      put(place, { f, si });
      followers.push({ ...place, si });
    }
  }
  for (const { row, column, si } of followers) {
    const owner = owners.get(si);
    if (owner === undefined) {
      delete found[row]?.[column];
      continue;
    }
    const x = column - owner.column;
    const y = row - owner.row;
    put({ row, column }, { f: owner.f, si, x, y });
  }
  return found;
}

type Place = { readonly row: number; readonly column: number };

function* formulaCells(
  sheet: Worksheet,
): Generator<[row: number, column: number, Record<"f" | "si", string>]> {
  const cells = sheet.getCellMatrix().getMatrix();
  const width = sheet.getColumnCount();
  for (const key in cells) {
    const row = Number(key);
    const line = cells[row];
    if (!line) continue;
    for (let column = 0; column < width; column += 1) {
      const cell = line[column];
      if (!cell?.f && !cell?.si) continue;
      const formula = formulaOf(cell);
      if (formula !== null) yield [row, column, formula];
    }
  }
}

function formulaOf({ f, si }: ICellData): Record<"f" | "si", string> | null {
  const text = f?.startsWith("=") && f.length > 1 ? f : "";
  const id = si ?? "";
  return text === "" && id === "" ? null : { f: text, si: id };
}

/** Each id's formula and the cell that has its text; others are `x`, `y` away. */
function sharedIn(formulas: SheetFormulas) {
  const shared: ReturnType<SharedFormulas["_getSheetFormulaIdMap"]> = {};
  for (const [row, cells] of Object.entries(formulas)) {
    for (const [column, formula] of Object.entries(cells ?? {})) {
      const { f, si, x } = formula as IFormulaDataItem;
      if (!si || x !== undefined) continue;
      shared[si] = { f, r: Number(row), c: Number(column) };
    }
  }
  return shared;
}

/** Whether a write puts a formula into a cell, or anything over one. */
function touches(
  formulas: SheetFormulas | undefined,
  params: object | undefined,
): boolean {
  if (formulas === undefined) return false;
  const { cellValue } = params as {
    readonly cellValue?: Readonly<Record<string, Record<string, Written>>>;
  };
  for (const [row, cells] of Object.entries(cellValue ?? {})) {
    for (const [column, cell] of Object.entries(cells ?? {})) {
      if (cell?.f || cell?.si) return true;
      if (formulas[Number(row)]?.[Number(column)]) return true;
    }
  }
  return false;
}
