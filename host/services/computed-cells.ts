/** What formulas show, without a look at the other cells. */
import type { ICellData, Nullable } from "@univerjs/core";
import type { ComputedCell } from "../types";
import type { Spills } from "./export-xlsx";
import { type Engine, univerModules } from "./univer";

/** As they are now, computed or not. */
export function* computedCells({
  workbook,
  formulasOf,
}: Pick<Engine, "workbook" | "formulasOf">): Generator<ComputedCell> {
  for (const sheet of workbook.getSheets()) {
    const sheetId = sheet.getSheetId();
    for (const [row, column] of placesIn(formulasOf(sheetId))) {
      const cell = sheet.getCellRaw(row, column);
      if (cell) yield { sheetId, row, column, ...shownIn(cell) };
    }
  }
}

function* placesIn(
  formulas: ReturnType<Engine["formulasOf"]>,
): Generator<readonly [row: number, column: number]> {
  for (const [row, columns] of Object.entries(formulas)) {
    for (const column of Object.keys(columns ?? {})) {
      yield [Number(row), Number(column)];
    }
  }
}

function shownIn({ v, t, p }: ICellData) {
  const value = { v: v ?? null, t: t ?? null };
  return p ? { ...value, p } : value;
}

/** Values that formulas put into cells around them, and into which: book → tab → row → column. */
export function spillsOf({ workbook, injector }: Engine) {
  const model = injector.get(univerModules.formula.FormulaDataModel);
  const id = workbook.getUnitId();
  return {
    arrayFormulaRange: bookOf(id, model.getArrayFormulaRange()[id]),
    arrayFormulaCellData: bookOf(id, model.getArrayFormulaCellData()[id]),
  };
}

/** The same by tab, for a file. */
export function blocksOf(engine: Engine): Spills {
  const id = engine.workbook.getUnitId();
  const { arrayFormulaRange, arrayFormulaCellData } = spillsOf(engine);
  const areas = arrayFormulaRange[id] ?? {};
  const cells = arrayFormulaCellData[id] ?? {};
  return Object.fromEntries(
    Object.keys(areas).map((tab) => [
      tab,
      { areas: areas[tab] ?? {}, cells: cells[tab] ?? {} } as Spills[string],
    ]),
  );
}

/** The engine notes every tab that it has computed, also when there is nothing. */
function bookOf<Cells extends object>(
  id: string,
  tabs: Nullable<Readonly<Record<string, Cells>>>,
) {
  const noted = Object.entries(tabs ?? {}).filter(
    ([, cells]) => Object.keys(cells).length > 0,
  );
  return { [id]: Object.fromEntries(noted) };
}
