/** What formulas wrote into the cells beside and below them: the engine keeps it apart from the book. */
import { type Engine, univerModules } from "./univer";

/** Params of the engine's mutation that shows them, plain data. */
export type SpilledValues = {
  readonly unitId: string;
  readonly arrayFormulaRange: Readonly<Record<string, unknown>>;
  readonly arrayFormulaCellData: Readonly<Record<string, unknown>>;
};

/** As last computed. */
export function spilledValues(engine: Engine, bookId: string): SpilledValues {
  const model = engine.injector.get(univerModules.formula.FormulaDataModel);
  return {
    unitId: bookId,
    arrayFormulaRange: model.getArrayFormulaRange(),
    arrayFormulaCellData: model.getArrayFormulaCellData(),
  };
}
