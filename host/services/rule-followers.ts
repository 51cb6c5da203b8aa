/** Validation and conditional rules that follow rows, columns and tabs. */
import type { ISheetDataValidationRule, Workbook } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { shiftFormula, type TabChange } from "./shift-references";
import { type Area, moveArea, type Shift } from "./tracked-areas";
import { type Engine, univerModules } from "./univer";

const UPDATE_VALIDATION = "data-validation.mutation.updateRule";
const SET_CONDITIONAL = "sheet.mutation.set-conditional-rule";
const DELETE_CONDITIONAL = "sheet.mutation.delete-conditional-rule";
/** Kind of a validation update that gives the whole rule. */
const UPDATE_ALL = 3;

/** Rules as they were before a tab changed. */
export type RulesBefore = {
  readonly validations: readonly Placed<ISheetDataValidationRule>[];
  readonly conditionals: readonly Placed<IConditionFormattingRule>[];
};

type Placed<Rule> = {
  readonly sheetId: string;
  readonly title: string;
  readonly rule: Rule;
};

function validationsOf(engine: Engine, unitId: string, sheetId: string) {
  const model = engine.injector.get(
    univerModules.validation.DataValidationModel,
  );
  return model.getRules(unitId, sheetId) as ISheetDataValidationRule[];
}

function conditionalsOf(engine: Engine, unitId: string, sheetId: string) {
  const model = engine.injector.get(
    univerModules.conditional.ConditionalFormattingRuleModel,
  );
  return model.getSubunitRules(unitId, sheetId) ?? [];
}

/** Remembers the rules; call before the change. */
export function rememberRules(engine: Engine, workbook: Workbook): RulesBefore {
  const unitId = workbook.getUnitId();
  const placed = <Rule>(
    read: (engine: Engine, unitId: string, sheetId: string) => readonly Rule[],
  ): Placed<Rule>[] =>
    workbook.getSheets().flatMap((sheet) =>
      read(engine, unitId, sheet.getSheetId()).map((rule) => ({
        sheetId: sheet.getSheetId(),
        title: sheet.getName(),
        rule: structuredClone(rule),
      })),
    );
  return {
    validations: placed(validationsOf),
    conditionals: placed(conditionalsOf),
  };
}

/**
 * Brings the rules after the change; call after it. The engine itself moves
 * the cells of validations, but not their formulas, and no conditional rule.
 */
export function followRules(
  engine: Engine,
  workbook: Workbook,
  before: RulesBefore,
  change: TabChange,
): void {
  const unitId = workbook.getUnitId();
  const run = (id: string, sheetId: string, params: object): void =>
    engine.run(id, { unitId, subUnitId: sheetId, ...params });
  for (const placed of before.validations) {
    const { sheetId, rule } = placed;
    const now = validationsOf(engine, unitId, sheetId).find(
      ({ uid }) => uid === rule.uid,
    );
    if (now === undefined) continue;
    const formulas = followFormulas(engine, placed, change);
    const stale = Object.entries(formulas).some(
      ([key, text]) => now[key as "formula1" | "formula2"] !== text,
    );
    if (stale) {
      run(UPDATE_VALIDATION, sheetId, {
        ruleId: rule.uid,
        payload: { type: UPDATE_ALL, payload: { ...now, ...formulas } },
      });
    }
  }
  for (const placed of before.conditionals) {
    followConditional(engine, run, placed, change);
  }
}

function followFormulas(
  engine: Engine,
  placed: Placed<ISheetDataValidationRule>,
  change: TabChange,
): { formula1?: string; formula2?: string } {
  const { rule } = placed;
  const formulas: { formula1?: string; formula2?: string } = {};
  for (const key of ["formula1", "formula2"] as const) {
    const text = rule[key];
    if (text?.startsWith("=")) {
      formulas[key] = followed(engine, text, rule.ranges, placed, change);
    }
  }
  return formulas;
}

function followConditional(
  engine: Engine,
  run: (id: string, sheetId: string, params: object) => void,
  placed: Placed<IConditionFormattingRule>,
  change: TabChange,
): void {
  const { sheetId, rule } = placed;
  const shift = ownShift(sheetId, change);
  if (shift !== null && "removed" in shift) return;
  const ranges =
    shift === null
      ? rule.ranges
      : rule.ranges.flatMap((range) => {
          const moved = moveArea(range, shift);
          return moved === null ? [] : [moved];
        });
  if (ranges.length === 0) {
    run(DELETE_CONDITIONAL, sheetId, { cfId: rule.cfId });
    return;
  }
  const config = rule.rule;
  const isFormula = "subType" in config && config.subType === "formula";
  const next = {
    ...rule,
    ranges,
    rule: isFormula
      ? {
          ...config,
          value: followed(engine, config.value, rule.ranges, placed, change),
        }
      : config,
  };
  if (JSON.stringify(next) !== JSON.stringify(rule)) {
    run(SET_CONDITIONAL, sheetId, { cfId: rule.cfId, rule: next });
  }
}

/** The shift of the rule's own tab, if that is what happened. */
function ownShift(sheetId: string, change: TabChange): Shift | null {
  return change.kind === "shift" && change.shift.sheetId === sheetId
    ? change.shift
    : null;
}

/** A rule's formula is written for its first cell; that one may be deleted. */
function followed(
  engine: Engine,
  formula: string,
  ranges: readonly Area[],
  placed: { readonly sheetId: string; readonly title: string },
  change: TabChange,
): string {
  const { title, sheetId } = placed;
  const shift = ownShift(sheetId, change);
  if (shift === null || "removed" in shift || shift.inserted) {
    return shiftFormula(formula, title, change);
  }
  const { axis, from, count } = shift;
  const [first] = ranges;
  const anchor = first?.[`start${axis}`] ?? 0;
  const isAnchorGone = anchor >= from && anchor < from + count;
  const offset = isAnchorGone ? from + count - anchor : 0;
  const lexer = engine.injector.get(univerModules.formula.LexerTreeBuilder);
  const rebased =
    offset === 0
      ? formula
      : lexer.moveFormulaRefOffset(
          formula,
          axis === "Column" ? offset : 0,
          axis === "Row" ? offset : 0,
        );
  return shiftFormula(rebased, title, change);
}
