/** Every function that the host adds to the engine or gives in place of the engine's own. */
import { dateFunctions } from "./date-functions";
import {
  type FormulaModule,
  type FormulaSurroundings,
  type FunctionEntry,
  functionTools,
} from "./function-tools";
import { numberFunctions } from "./number-functions";
import { queryFunction } from "./query-function";
import { setFunctions } from "./set-functions";
import { textFunctions } from "./text-functions";

/** @returns Entries for the `function` option of the formula plugin. */
export function googleFunctions(
  formula: FormulaModule,
  surroundings: FormulaSurroundings,
): FunctionEntry[] {
  const tools = functionTools(formula);
  return [
    ...dateFunctions(formula, surroundings),
    ...setFunctions(tools, surroundings),
    queryFunction(tools),
    ...textFunctions(tools, surroundings),
    ...numberFunctions(tools, surroundings),
  ];
}
