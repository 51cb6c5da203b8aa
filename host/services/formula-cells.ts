/** Which cells hold formulas, remembered: Univer 0.25 looks through every cell of the book at each computation and each write. */
import type { ICommandService, Workbook } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";

/** Formulas of one tab: row → column → formula, as the engine keeps them. */
type SheetFormulas = NonNullable<
  ReturnType<FormulaDataModel["getSheetFormulaData"]>
>;

type Written = { readonly f?: unknown; readonly si?: unknown } | null;

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
 */
export function rememberFormulas(
  model: FormulaDataModel,
  workbook: Workbook,
  commands: ICommandService,
): FormulasOf {
  const read = model.getSheetFormulaData.bind(model);
  const known = new Map<string, SheetFormulas>();
  const unitId = workbook.getUnitId();

  const formulasOf: FormulasOf = (sheetId) => {
    const formulas = known.get(sheetId) ?? read(unitId, sheetId) ?? {};
    known.set(sheetId, formulas);
    return formulas;
  };
  // Univer changes what it was given.
  const copyOf = (sheetId: string) => structuredClone(formulasOf(sheetId));
  model.getSheetFormulaData = (_unitId, sheetId) => copyOf(sheetId);
  model.getFormulaData = () => ({
    [unitId]: Object.fromEntries(
      workbook
        .getSheets()
        .map((sheet) => [sheet.getSheetId(), copyOf(sheet.getSheetId())]),
    ),
  });

  const forget = (
    id: string,
    params: object | undefined,
    isResult: boolean,
  ) => {
    if (!id.startsWith(CELL_MUTATIONS) || isResult) return;
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
