/** The conditional formats of a sheet: read as a list, replaced as a whole. */
import type { IRange } from "@univerjs/core";
import { ConditionalFormatRule } from "./conditional-format";
import { ServiceError } from "./service-object";
import { mismatch, type SheetsContext } from "./sheets-context";
import { univerModules } from "./univer";

const ADD = "sheet.mutation.add-conditional-rule";
const DELETE = "sheet.mutation.delete-conditional-rule";

function modelOf(context: SheetsContext) {
  return context.book.engine.injector.get(
    univerModules.conditional.ConditionalFormattingRuleModel,
  );
}

/** Rules of a sheet, first priority first. */
export function readRules(
  context: SheetsContext,
  sheetId: string,
): ConditionalFormatRule[] {
  const rules = modelOf(context).getSubunitRules(context.book.id, sheetId);
  return (rules ?? []).map(
    (rule) =>
      new ConditionalFormatRule(
        context,
        rule.rule,
        rule.ranges.map((range) => context.makeRange(sheetId, range)),
      ),
  );
}

/**
 * Replaces all rules of a sheet.
 *
 * @throws ServiceError when a rule is none, or stands on another sheet.
 */
export function writeRules(
  context: SheetsContext,
  sheetId: string,
  rules: unknown,
): void {
  if (
    !Array.isArray(rules) ||
    !rules.every((rule) => rule instanceof ConditionalFormatRule)
  ) {
    throw mismatch("Sheet.setConditionalFormatRules", rules);
  }
  const elsewhere = (rule: ConditionalFormatRule): boolean =>
    rule.ranges.some((range) => range.sheetId !== sheetId);
  if (rules.some(elsewhere)) {
    throw new ServiceError(
      "Conditional format rule ranges must be on the same sheet.",
    );
  }
  const { book } = context;
  const before = modelOf(context).getSubunitRules(book.id, sheetId) ?? [];
  for (const { cfId } of [...before]) {
    book.mutate(DELETE, { subUnitId: sheetId, cfId });
  }
  // The engine puts a new rule before the others.
  for (const rule of [...rules].reverse()) {
    book.mutate(ADD, {
      subUnitId: sheetId,
      rule: {
        cfId: univerModules.core.generateRandomId(),
        ranges: rule.ranges.map(({ area }): IRange => ({ ...area })),
        stopIfTrue: true,
        rule: structuredClone(rule.rule),
      },
    });
  }
}
