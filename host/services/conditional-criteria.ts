/** Conditions of conditional formats, in Google's terms and the engine's. */
import type { IStyleBase } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import {
  conditionOfDate,
  dateFormula,
  type KeptDate,
  keptDate,
} from "./condition-dates";
import { fromEngine, toEngine } from "./formula-dialect";
import { ServiceError } from "./service-object";
import type { SheetsContext } from "./sheets-context";
import type { BooleanCriteria } from "./sheets-enums";

/** The engine's rule without its id and place. */
export type EngineRule = IConditionFormattingRule["rule"];

export type CriteriaName = keyof typeof BooleanCriteria;

/** Google's criteria on text → the engine's operators. */
export const TEXT_OPERATORS: Readonly<Partial<Record<CriteriaName, string>>> = {
  CELL_EMPTY: "containsBlanks",
  CELL_NOT_EMPTY: "notContainsBlanks",
  TEXT_CONTAINS: "containsText",
  TEXT_DOES_NOT_CONTAIN: "notContainsText",
  TEXT_ENDS_WITH: "endsWith",
  TEXT_EQUAL_TO: "equal",
  TEXT_STARTS_WITH: "beginsWith",
};

/** Google's criteria on numbers → the engine's operators. */
export const NUMBER_OPERATORS: Readonly<Partial<Record<CriteriaName, string>>> =
  {
    NUMBER_BETWEEN: "between",
    NUMBER_EQUAL_TO: "equal",
    NUMBER_GREATER_THAN: "greaterThan",
    NUMBER_GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
    NUMBER_LESS_THAN: "lessThan",
    NUMBER_LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
    NUMBER_NOT_BETWEEN: "notBetween",
    NUMBER_NOT_EQUAL_TO: "notEqual",
  };

/** What a rule asks of a cell, in Google's terms. */
export type Condition = {
  readonly criteria: CriteriaName;
  readonly values: readonly unknown[];
};

/** A condition on a date is a formula to the engine; what was asked stays beside it. */
type Kept = { readonly asked?: KeptDate };

/**
 * A condition as the engine keeps it.
 *
 * @param first - Address of the first cell, for which formulas are written.
 * @throws ServiceError when Google could not read a formula.
 */
export function engineRule(
  context: SheetsContext,
  { criteria, values }: Condition,
  style: IStyleBase,
  first: string,
): EngineRule {
  const rule = (subType: string, fields: object): EngineRule =>
    ({
      type: "highlightCell",
      subType,
      style,
      ...fields,
    }) as unknown as EngineRule;
  const { locale, timeZone } = context.book.facts();
  if (criteria === "CUSTOM_FORMULA") {
    const text = String(values[0]);
    const value = toEngine(text.startsWith("=") ? text : `=${text}`, locale);
    if (value === null) {
      throw new ServiceError(`Invalid argument: formula "${text}"`);
    }
    return rule("formula", { value });
  }
  const asked = keptDate({ criteria, values }, timeZone);
  if (asked !== null) {
    return rule("formula", { value: dateFormula(asked, first), asked });
  }
  const operator = TEXT_OPERATORS[criteria];
  return operator === undefined
    ? rule("number", {
        operator: NUMBER_OPERATORS[criteria],
        value: values.length === 1 ? values[0] : values,
      })
    : rule("text", { operator, value: values[0] ?? "" });
}

/** How a rule paints. */
export function styleOf(rule: EngineRule): IStyleBase {
  return "style" in rule ? rule.style : {};
}

function nameOf(
  table: Readonly<Partial<Record<CriteriaName, string>>>,
  operator: string,
): CriteriaName | null {
  const found = Object.entries(table).find(([, name]) => name === operator);
  return found === undefined ? null : (found[0] as CriteriaName);
}

/** What a rule asks; null for colour scales and the like. */
export function conditionOf(
  context: SheetsContext,
  rule: EngineRule,
): Condition | null {
  if (!("subType" in rule)) return null;
  const { subType } = rule;
  const { asked } = rule as Kept;
  if (asked !== undefined) {
    return conditionOfDate(asked, context.book.facts().timeZone);
  }
  if (subType === "formula") {
    const text = fromEngine(String(rule.value), context.book.facts().locale);
    return { criteria: "CUSTOM_FORMULA", values: [text] };
  }
  if (subType !== "text" && subType !== "number") return null;
  const table = subType === "text" ? TEXT_OPERATORS : NUMBER_OPERATORS;
  const criteria = nameOf(table, rule.operator);
  if (criteria === null) return null;
  const isBare = criteria === "CELL_EMPTY" || criteria === "CELL_NOT_EMPTY";
  const values = rule.value === undefined || isBare ? [] : [rule.value].flat();
  return { criteria, values };
}
