/** Values of cells are the server's: the page computes only formulas that no cell holds, of rules and formats. */
import {
  FormulaDataModel,
  ICalculateFormulaService,
} from "@univerjs/preset-sheets-core";
import {
  type FUniver,
  ICommandService,
  type Injector,
} from "@univerjs/presets";
import { rememberFormulas } from "../services/formula-cells";

export function leaveCellsToServer(api: FUniver, injector: Injector): void {
  rememberFormulas(
    injector.get(FormulaDataModel),
    () => api.getActiveWorkbook()?.getWorkbook() ?? null,
    injector.get(ICommandService),
  );
  const calculation = injector.get(ICalculateFormulaService);
  const execute = calculation.execute.bind(calculation);
  calculation.execute = (given) => execute({ ...given, formulaData: {} });
}
