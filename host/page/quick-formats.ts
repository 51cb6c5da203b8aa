/** Conditional formats by small formulas are computed for the cells that are drawn, not for all at every change. */
import {
  ConditionalFormattingFormulaService,
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
} from "@univerjs/preset-sheets-conditional-formatting";
import {
  type FUniver,
  ICommandService,
  type Injector,
  type Worksheet,
} from "@univerjs/presets";
import {
  type CellContent,
  type QuickFormula,
  quickFormula,
} from "./quick-formula";

type Formats = ConditionalFormattingFormulaService;

type Rule = {
  readonly rule: { readonly value?: unknown };
  readonly cfId: string;
};

/** The engine's own words for «computed», in a private type. */
const COMPUTED = 2 as never;

const MUTATION = "sheet.mutation.";
const FORMATS = /conditional/;

const known = new Map<string, QuickFormula | null>();

function formulaOf(text: string): QuickFormula | null {
  const formula = known.get(text);
  if (formula !== undefined) return formula;
  const read = quickFormula(text);
  known.set(text, read);
  return read;
}

/**
 * Keeps formulas that the page computes itself from the engine. Before the
 * first book is opened: its rules are registered while it opens, and a long
 * formula over many cells then takes minutes.
 */
export function keepFromEngine(): void {
  const formats = ConditionalFormattingFormulaService.prototype;
  const register = formats.registerFormulaWithRange;
  formats.registerFormulaWithRange = function (...given): void {
    const [, , , text] = given;
    if (formulaOf(text) === null) register.apply(this, given);
  };
}

/** Univer would compute every formula for every cell of its ranges; the rest is left to it. */
export function formatQuickly(api: FUniver, injector: Injector): void {
  const formats = injector.get(ConditionalFormattingFormulaService);
  takeOver(api, formats);
  const rules = injector.get(ConditionalFormattingRuleModel);
  const shown = injector.get(ConditionalFormattingViewModel);
  injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
    if (!id.startsWith(MUTATION) || FORMATS.test(id)) return;
    const { unitId = "", subUnitId = "" } = (params ?? {}) as {
      unitId?: string;
      subUnitId?: string;
    };
    for (const { cfId, rule } of (rules.getSubunitRules(unitId, subUnitId) ??
      []) as readonly Rule[]) {
      const text = rule.value;
      if (typeof text === "string" && formulaOf(text) !== null) {
        shown.markRuleDirty(unitId, subUnitId, cfId);
      }
    }
  });
}

/** Answers for the formulas it can read, in the place of the engine. */
function takeOver(api: FUniver, formats: Formats): void {
  const matrix = formats.getFormulaMatrix.bind(formats);
  const result = formats.getFormulaResultWithCoords.bind(formats);
  formats.getFormulaMatrix = (unitId, subUnitId, cfId, text) =>
    formulaOf(text) === null
      ? matrix(unitId, subUnitId, cfId, text)
      : { status: COMPUTED, result: {} as never };
  formats.getFormulaResultWithCoords = (
    unitId,
    subUnitId,
    cfId,
    text,
    row,
    col,
  ) => {
    const formula = formulaOf(text);
    const sheet = api
      .getWorkbook(unitId)
      ?.getSheetBySheetId(subUnitId)
      ?.getSheet();
    return formula === null || sheet === undefined
      ? result(unitId, subUnitId, cfId, text, row, col)
      : {
          status: COMPUTED,
          result: formula(reading(sheet), row ?? 0, col ?? 0) as never,
        };
  };
}

function reading(
  sheet: Worksheet,
): (row: number, column: number) => CellContent {
  return (row, column) => {
    const cell = sheet.getCellRaw(row, column);
    const value = cell?.v ?? null;
    return value === ""
      ? null
      : cell?.t === 3
        ? value === 1 || value === true
        : value;
  };
}
