/** Conditions of conditional formats, in Google's terms and the engine's. */
import type { IStyleBase } from "@univerjs/core";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { fromEngine } from "./formula-dialect";
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
  if (subType === "formula") {
    const text = fromEngine(String(rule.value), context.book.facts().locale);
    return { criteria: "CUSTOM_FORMULA", values: [text] };
  }
  if (subType !== "text" && subType !== "number") return null;
  const table = subType === "text" ? TEXT_OPERATORS : NUMBER_OPERATORS;
  const criteria = nameOf(table, rule.operator);
  if (criteria === null) return null;
  const values = rule.value === undefined ? [] : [rule.value].flat();
  return { criteria, values };
}
