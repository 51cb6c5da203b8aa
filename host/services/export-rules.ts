/** Data validations and conditional formats as exceljs writes them. */
import type { IRange } from "@univerjs/core";
import type {
  ConditionalFormattingRule,
  DataValidation,
  DataValidationOperator,
} from "exceljs";
import { excelColorScale } from "./export-conditional";
import { fixedDays } from "./export-days";
import {
  columnLetters,
  type Translation,
  toExcelFormula,
} from "./export-formula";
import { listFormula, type OptionLists } from "./export-lists";
import type { ConditionalRule, validationsOf } from "./export-snapshot";
import { fillOf, fontOf } from "./export-style";
import { xmlText } from "./export-text";

type Rule = ReturnType<typeof validationsOf>[number];

/** Excel's limit for a hint and an error. */
const MAX_MESSAGE = 225;

/** A1 address; rows and columns of the range are 0-based. */
export function addressOf(range: IRange): string {
  const from = `${columnLetters(range.startColumn + 1)}${range.startRow + 1}`;
  const to = `${columnLetters(range.endColumn + 1)}${range.endRow + 1}`;
  return from === to ? from : `${from}:${to}`;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** A bound as a formula: dates become serial days, numbers stay. */
function bound(text: string | undefined, to: Translation): string | null {
  if (text === undefined || text.trim() === "") {
    return null;
  }
  if (text.startsWith("=")) {
    return toExcelFormula(text, to);
  }
  const day = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(text);
  if (day !== null) {
    return `DATE(${Number(day[1])},${Number(day[2])},${Number(day[3])})`;
  }
  return /^-?\d+(?:\.\d+)?$/.test(text) ? text : null;
}

/** `cell >= low` and so on; null when the rule has no usable bounds. */
function comparison(
  cell: string,
  operator: string | undefined,
  low: string | null,
  high: string | null,
): string | null {
  if (operator === "between" || operator === "notBetween") {
    if (low === null || high === null) {
      return null;
    }
    const inside = `AND(${cell}>=${low},${cell}<=${high})`;
    return operator === "between" ? inside : `NOT(${inside})`;
  }
  const sign = COMPARISONS[operator ?? ""];
  return sign === undefined || low === null ? null : `${cell}${sign}${low}`;
}

type Criterion = Pick<DataValidation, "type" | "formulae"> & {
  readonly operator?: DataValidationOperator;
};

function criterion(
  rule: Rule,
  to: Translation,
  lists: OptionLists,
): Criterion | null {
  const low = bound(rule.formula1, to);
  const high = bound(rule.formula2, to);
  const first = rule.ranges[0];
  const cell =
    first === undefined
      ? "A1"
      : `${columnLetters(first.startColumn + 1)}${first.startRow + 1}`;
  switch (rule.type) {
    case "list":
      return {
        type: "list",
        formulae: [listFormula(rule.formula1 ?? "", to, lists)],
      };
    case "checkbox":
      return { type: "list", formulae: ['"TRUE,FALSE"'] };
    case "custom":
      return {
        type: "custom",
        formulae: [toExcelFormula(rule.formula1 ?? "TRUE", to)],
      };
    case "date":
    case "time": {
      const fixed = fixedDays(rule.operator, [rule.formula1, rule.formula2]);
      if (fixed !== null) return fixed;
      // exceljs takes only fixed days here; a formula says the same.
      const compared = comparison(cell, rule.operator, low, high);
      return {
        type: "custom",
        formulae: [
          compared === null
            ? `ISNUMBER(${cell})`
            : `AND(ISNUMBER(${cell}),${compared})`,
        ],
      };
    }
    case "whole":
    case "decimal":
    case "textLength":
      return low === null || rule.operator === undefined
        ? null
        : {
            type: rule.type,
            // Univer and Excel name the operators alike.
            operator: rule.operator as DataValidationOperator,
            formulae: high === null ? [low] : [low, high],
          };
    default:
      return null;
  }
}

const ERROR_STYLES = ["information", "stop", "warning"] as const;

/** The rule for Excel; null when Excel has none like it. */
export function excelValidation(
  rule: Rule,
  to: Translation,
  lists: OptionLists,
): DataValidation | null {
  const found = criterion(rule, to, lists);
  if (found === null) {
    return null;
  }
  const hint = xmlText(rule.prompt ?? rule.error ?? "").slice(0, MAX_MESSAGE);
  const error = xmlText(rule.error ?? "").slice(0, MAX_MESSAGE);
  return {
    ...found,
    allowBlank: rule.allowBlank ?? true,
    // Without this Excel would accept anything silently.
    showErrorMessage: true,
    errorStyle: ERROR_STYLES[rule.errorStyle ?? 1] ?? "stop",
    ...(error === "" ? {} : { error }),
    ...(hint === "" ? {} : { showInputMessage: true, prompt: hint }),
  };
}

function quoted(value: unknown): string {
  return `"${xmlText(String(value ?? "")).replace(/"/g, '""')}"`;
}

function textExpression(
  operator: string,
  value: unknown,
  cell: string,
): string | null {
  const text = quoted(value);
  switch (operator) {
    case "containsText":
      return `ISNUMBER(SEARCH(${text},${cell}))`;
    case "notContainsText":
      return `ISERROR(SEARCH(${text},${cell}))`;
    case "beginsWith":
      return `LEFT(${cell},LEN(${text}))=${text}`;
    case "endsWith":
      return `RIGHT(${cell},LEN(${text}))=${text}`;
    case "equal":
      return `${cell}=${text}`;
    case "notEqual":
      return `${cell}<>${text}`;
    case "containsBlanks":
      return `LEN(TRIM(${cell}))=0`;
    case "notContainsBlanks":
      return `LEN(TRIM(${cell}))>0`;
    case "containsErrors":
      return `ISERROR(${cell})`;
    case "notContainsErrors":
      return `NOT(ISERROR(${cell}))`;
    default:
      return null;
  }
}

function expression(
  { rule }: ConditionalRule,
  cell: string,
  to: Translation,
): string | null {
  switch (rule.subType) {
    case "formula":
      return toExcelFormula(String(rule.value ?? ""), to);
    case "text":
      return textExpression(rule.operator ?? "", rule.value, cell);
    case "number": {
      const [low, high] = Array.isArray(rule.value)
        ? rule.value.map(String)
        : [String(rule.value ?? ""), undefined];
      const compared = comparison(
        cell,
        rule.operator,
        bound(low, to),
        bound(high, to),
      );
      return compared === null ? null : `AND(ISNUMBER(${cell}),${compared})`;
    }
    default:
      return null;
  }
}

/** The rule for Excel; null for kinds that are not carried over. */
export function excelConditionalRule(
  rule: ConditionalRule,
  priority: number,
  to: Translation,
): {
  readonly ref: string;
  readonly rules: ConditionalFormattingRule[];
} | null {
  const first = rule.ranges[0];
  if (first === undefined) return null;
  if (rule.rule.type === "colorScale") {
    const scale = excelColorScale(rule.rule.config, priority);
    const ref = rule.ranges.map(addressOf).join(" ");
    return scale === null ? null : { ref, rules: [scale] };
  }
  if (rule.rule.type !== "highlightCell") return null;
  const cell = `${columnLetters(first.startColumn + 1)}${first.startRow + 1}`;
  const formula = expression(rule, cell, to);
  if (formula === null || formula === "") {
    return null;
  }
  const style = rule.rule.style ?? {};
  const fill = fillOf(style, true);
  const font = fontOf(style);
  return {
    ref: rule.ranges.map(addressOf).join(" "),
    rules: [
      {
        type: "expression",
        formulae: [formula],
        priority,
        style: {
          ...(fill === null ? {} : { fill }),
          ...(font === null ? {} : { font }),
        },
      },
    ],
  };
}
