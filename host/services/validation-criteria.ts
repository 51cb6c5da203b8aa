/** Validation rules in Google's terms and in the engine's. */
import { readAddress, writeAbsolute } from "./a1";
import { fromEngine, toEngine } from "./formula-dialect";
import { ServiceError } from "./service-object";
import type { AreaObject, SheetsContext } from "./sheets-context";
import type { DataValidationCriteria } from "./sheets-enums";
import { textRule, textTestOf } from "./text-validation";
import { univerModules } from "./univer";
import type { RuleBody } from "./validation-rules";
import { momentOf, serialOf } from "./zone-time";

export type CriteriaName = keyof typeof DataValidationCriteria;

/** A validation rule in Google's terms. */
export type Validation = {
  readonly criteria: CriteriaName;
  /** Values as getCriteriaValues gives them; ranges as Range objects. */
  readonly values: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
};

const { DataValidationErrorStyle } = univerModules.core;

const NUMBER_OPERATORS = {
  NUMBER_BETWEEN: "between",
  NUMBER_EQUAL_TO: "equal",
  NUMBER_GREATER_THAN: "greaterThan",
  NUMBER_GREATER_THAN_OR_EQUAL_TO: "greaterThanOrEqual",
  NUMBER_LESS_THAN: "lessThan",
  NUMBER_LESS_THAN_OR_EQUAL_TO: "lessThanOrEqual",
  NUMBER_NOT_BETWEEN: "notBetween",
  NUMBER_NOT_EQUAL_TO: "notEqual",
} as const;

const DATE_OPERATORS = {
  DATE_AFTER: "greaterThan",
  DATE_BEFORE: "lessThan",
  DATE_BETWEEN: "between",
  DATE_EQUAL_TO: "equal",
  DATE_NOT_BETWEEN: "notBetween",
  DATE_ON_OR_AFTER: "greaterThanOrEqual",
  DATE_ON_OR_BEFORE: "lessThanOrEqual",
} as const;

/** The rule as the engine keeps it. */
export function bodyOf(context: SheetsContext, rule: Validation): RuleBody {
  const help = rule.helpText ?? "";
  return {
    ...criteriaOf(context, rule),
    allowBlank: true,
    errorStyle: rule.allowInvalid
      ? DataValidationErrorStyle.WARNING
      : DataValidationErrorStyle.STOP,
    showErrorMessage: help !== "",
    error: help,
    showInputMessage: help !== "",
    prompt: help,
  };
}

type EngineCriteria = Pick<
  RuleBody,
  "type" | "operator" | "formula1" | "formula2" | "showDropDown" | "bizInfo"
>;

function criteriaOf(context: SheetsContext, rule: Validation): EngineCriteria {
  const { criteria, values } = rule;
  const [first, second] = values;
  switch (criteria) {
    case "VALUE_IN_LIST":
      return {
        type: "list",
        formula1: JSON.stringify((first as unknown[]).map(String)),
        showDropDown: second !== false,
      };
    case "VALUE_IN_RANGE": {
      const range = first as AreaObject;
      const title = context.book.worksheet(range.sheetId).getName();
      return {
        type: "list",
        formula1: `=${writeAbsolute(title, range.area)}`,
        showDropDown: second !== false,
      };
    }
    case "CHECKBOX":
      return {
        type: "checkbox",
        ...(first === undefined ? {} : { formula1: String(first) }),
        ...(second === undefined ? {} : { formula2: String(second) }),
      };
    case "CUSTOM_FORMULA":
      return {
        type: "custom",
        formula1: customFormula(context, String(first)),
      };
    case "DATE_IS_VALID_DATE":
      return { type: "date" };
    case "TEXT_CONTAINS":
    case "TEXT_DOES_NOT_CONTAIN":
    case "TEXT_EQUAL_TO":
    case "TEXT_IS_VALID_EMAIL":
    case "TEXT_IS_VALID_URL":
      return textRule({ criteria, text: String(first ?? "") });
    default:
      return compared(context, criteria, values);
  }
}

function customFormula(context: SheetsContext, text: string): string {
  const formula = text.startsWith("=") ? text : `=${text}`;
  const engineText = toEngine(formula, context.book.facts().locale);
  if (engineText === null) {
    throw new ServiceError(`Invalid argument: formula "${text}"`);
  }
  return engineText;
}

function compared(
  context: SheetsContext,
  criteria: CriteriaName,
  values: readonly unknown[],
): EngineCriteria {
  const { timeZone } = context.book.facts();
  const texts = values.map((value) =>
    value instanceof Date
      ? String(Math.floor(serialOf(value, timeZone)))
      : String(value),
  );
  const operators: Readonly<Record<string, string>> = {
    ...NUMBER_OPERATORS,
    ...DATE_OPERATORS,
  };
  return {
    type: criteria.startsWith("DATE") ? "date" : "decimal",
    operator: operators[criteria] as NonNullable<EngineCriteria["operator"]>,
    formula1: texts[0] ?? "",
    ...(texts[1] === undefined ? {} : { formula2: texts[1] }),
  };
}

/** The engine's rule in Google's terms; null for kinds Sheets does not have. */
export function validationOf(
  context: SheetsContext,
  body: RuleBody,
): Validation | null {
  const criteria = readCriteria(context, body);
  return criteria === null
    ? null
    : {
        ...criteria,
        allowInvalid: body.errorStyle !== DataValidationErrorStyle.STOP,
        helpText:
          body.error === undefined || body.error === "" ? null : body.error,
      };
}

type ReadCriteria = Pick<Validation, "criteria" | "values"> | null;

function readCriteria(context: SheetsContext, body: RuleBody): ReadCriteria {
  const { formula1 = "", formula2 } = body;
  const dropDown = body.showDropDown !== false;
  switch (body.type) {
    case "list":
    case "listMultiple":
      return formula1.startsWith("=")
        ? listInRange(context, formula1, dropDown)
        : {
            criteria: "VALUE_IN_LIST",
            values: [
              univerModules.sheets.deserializeListOptions(formula1),
              dropDown,
            ],
          };
    case "checkbox": {
      const values = [body.formula1, formula2].filter(
        (value) => value !== undefined && value !== "",
      );
      return { criteria: "CHECKBOX", values };
    }
    case "custom": {
      const test = textTestOf(body);
      if (test !== null) {
        const values = test.text === "" ? [] : [test.text];
        return { criteria: test.criteria, values };
      }
      const text = fromEngine(formula1, context.book.facts().locale);
      return { criteria: "CUSTOM_FORMULA", values: [text] };
    }
    case "date":
    case "decimal":
    case "whole":
      return readCompared(context, body);
    default:
      return null;
  }
}

function listInRange(
  context: SheetsContext,
  formula: string,
  dropDown: boolean,
): ReadCriteria {
  const address = readAddress(formula.slice(1));
  const sheet = context.book.workbook.getSheetBySheetName(
    address?.sheetName ?? "",
  );
  if (address === null || !sheet) return null;
  const range = context.makeRange(sheet.getSheetId(), {
    startRow: address.startRow ?? 0,
    startColumn: address.startColumn ?? 0,
    endRow: address.endRow ?? sheet.getRowCount() - 1,
    endColumn: address.endColumn ?? sheet.getColumnCount() - 1,
  });
  return { criteria: "VALUE_IN_RANGE", values: [range, dropDown] };
}

function readCompared(context: SheetsContext, body: RuleBody): ReadCriteria {
  const isDate = body.type === "date";
  if (isDate && body.operator === undefined) {
    return { criteria: "DATE_IS_VALID_DATE", values: [] };
  }
  const operators: Readonly<Record<string, string>> = isDate
    ? DATE_OPERATORS
    : NUMBER_OPERATORS;
  const found = Object.entries(operators).find(
    ([, operator]) => operator === body.operator,
  );
  if (found === undefined) return null;
  const { timeZone } = context.book.facts();
  const values = [body.formula1, body.formula2]
    .filter((text) => text !== undefined && text !== "")
    .map((text) => (isDate ? momentOf(Number(text), timeZone) : Number(text)));
  return { criteria: found[0] as CriteriaName, values };
}
