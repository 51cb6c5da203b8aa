/** The spreadsheet engine: Univer without a window, one instance per book. */
import { createRequire } from "node:module";
import type {
  ICommandInfo,
  IExecutionOptions,
  Injector,
  IWorkbookData,
  Workbook,
} from "@univerjs/core";
import { formatAlike } from "./alike-cells";
import { followGoogle, readGoogle } from "./engine-results";
import { type FormulasOf, rememberFormulas } from "./formula-cells";
import type { FormulaSurroundings } from "./function-tools";
import { googleFunctions } from "./google-functions";
import { endOpenRanges } from "./open-ranges";
import { readPlainRanges } from "./quick-ranges";

// The ESM builds import a CommonJS package by name, which Node refuses. Built,
// the modules are one file beside the program, which loads in half the time.
const {
  core,
  formula,
  sheets,
  sheetsFormula,
  numberFormats,
  notes,
  validation,
  sheetsValidation,
  conditional,
  filters,
} = createRequire(import.meta.url)("./engine.cjs") as EngineModules;

endOpenRanges(formula.BaseReferenceObject);
readPlainRanges(formula.BaseReferenceObject);
readGoogle(formula);
formatAlike(core, sheets);

/** What engine.cjs exports. */
type EngineModules = {
  readonly core: typeof import("@univerjs/core");
  readonly formula: typeof import("@univerjs/engine-formula");
  readonly sheets: typeof import("@univerjs/sheets");
  readonly sheetsFormula: typeof import("@univerjs/sheets-formula");
  readonly numberFormats: typeof import("@univerjs/sheets-numfmt");
  readonly notes: typeof import("@univerjs/sheets-note");
  readonly validation: typeof import("@univerjs/data-validation");
  readonly sheetsValidation: typeof import("@univerjs/sheets-data-validation");
  readonly conditional: typeof import("@univerjs/sheets-conditional-formatting");
  readonly filters: typeof import("@univerjs/sheets-filter");
};

/** Univer's modules, for what the services need of them. */
export const univerModules = {
  core,
  formula,
  sheets,
  notes,
  validation,
  sheetsValidation,
  conditional,
  filters,
};

/** One running engine with one workbook. */
export type Engine = {
  readonly workbook: Workbook;
  readonly injector: Injector;
  /** Which cells hold formulas. */
  readonly formulasOf: FormulasOf;
  /** @throws Error when Univer refuses the mutation or command. */
  readonly run: (
    id: string,
    params: object,
    options?: IExecutionOptions,
  ) => void;
  /** Told after every command and mutation. */
  readonly onExecuted: (
    listener: (
      command: Readonly<ICommandInfo>,
      options: IExecutionOptions,
    ) => void,
  ) => void;
  readonly dispose: () => void;
};

/** Whether a conditional format applies is only to be seen: the page computes it, nobody asks here. */
function leaveFormatsToPage(injector: Injector): void {
  const formats = injector.get(conditional.ConditionalFormattingFormulaService);
  formats.registerFormulaWithRange = () => undefined;
}

/**
 * @param data - The workbook to open.
 * @param surroundings - What formulas take from the book.
 */
export function startEngine(
  data: Partial<IWorkbookData>,
  surroundings: FormulaSurroundings,
): Engine {
  const univer = new core.Univer({
    locale: core.LocaleType.RU_RU,
    locales: { [core.LocaleType.RU_RU]: {} },
    logLevel: core.LogLevel.SILENT,
  });
  univer.registerPlugin(formula.UniverFormulaEnginePlugin, {
    function: googleFunctions(formula, surroundings),
  });
  univer.registerPlugin(sheets.UniverSheetsPlugin);
  univer.registerPlugin(sheetsFormula.UniverSheetsFormulaPlugin, {
    initialFormulaComputing: sheetsFormula.CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(numberFormats.UniverSheetsNumfmtPlugin);
  univer.registerPlugin(notes.UniverSheetsNotePlugin);
  univer.registerPlugin(validation.UniverDataValidationPlugin);
  univer.registerPlugin(sheetsValidation.UniverSheetsDataValidationPlugin);
  univer.registerPlugin(conditional.UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(filters.UniverSheetsFilterPlugin);
  const workbook = univer.createUnit<IWorkbookData, Workbook>(
    core.UniverInstanceType.UNIVER_SHEET,
    data,
  );
  const injector = univer.__getInjector();
  leaveFormatsToPage(injector);
  const commands = injector.get(core.ICommandService);
  const formulasOf = rememberFormulas(
    injector.get(formula.FormulaDataModel),
    () => workbook,
    commands,
  );
  followGoogle(injector, formula);
  // The host computes when somebody reads (calculator.ts), not 100 ms later.
  injector.get(sheetsFormula.TriggerCalculationController).dispose();

  return {
    workbook,
    injector,
    formulasOf,
    run(id, params, options) {
      const done: unknown = commands.syncExecuteCommand(id, params, options);
      if (done === false) throw new Error(`startEngine: ${id} was refused`);
    },
    onExecuted: (listener) =>
      void commands.onCommandExecuted((command, options) =>
        listener(command, options ?? {}),
      ),
    dispose: () => univer.dispose(),
  };
}
