/** Choices and rules of formatting of an .xlsx file as the engine keeps them. */
import type { ConditionalFormattingRule } from "exceljs";
import { columnLetters } from "../services/a1";
import type { Area } from "../services/tracked-areas";
import type { RuleBody } from "../services/validation-rules";
import type { FileConditional, FileValidation } from "./file-book";
import { fromExcelFormula, isExternal } from "./xlsx-formula";
import { type FileRule, readAreas } from "./xlsx-parts";
import { paintOf, type ReadColor } from "./xlsx-style";

const WARNING = 2;
const STOP = 1;
const INFORMATION = 0;
const CHECKBOX = /^"(?:TRUE,FALSE|ИСТИНА,ЛОЖЬ)"$/i;
/** Spelled `ISNUMBER(C2)`: any date, as the export writes it. */
const ANY_DATE = /^ISNUMBER\(\$?[A-Z]{1,3}\$?\d+\)$/;

function place(areas: readonly Area[]): string {
  const first = areas[0];
  return first === undefined
    ? "A1"
    : `${columnLetters(first.startColumn)}${first.startRow + 1}`;
}

/** Options of a list: `"да,нет"` in the file, JSON in the engine. */
function listFormula(formula: string): string {
  const inline = /^"([\s\S]*)"$/.exec(formula)?.[1];
  if (inline === undefined) return `=${formula}`;
  const options = inline.replace(/""/g, '"').split(",");
  return JSON.stringify(options.map((option) => option.trim()));
}

type Criterion = Pick<
  RuleBody,
  "type" | "operator" | "formula1" | "formula2" | "showDropDown"
>;

function bound(formula: string): string {
  return /^-?\d+(?:\.\d+)?$/.test(formula) ? formula : `=${formula}`;
}

function compared(rule: FileRule, type: "date" | "decimal" | "textLength") {
  const needsTwo = /etween$/.test(rule.operator);
  return {
    type,
    operator: rule.operator,
    formula1: bound(rule.formula1),
    ...(needsTwo ? { formula2: bound(rule.formula2) } : {}),
  } as Criterion;
}

function criterionOf(rule: FileRule): Criterion | null {
  switch (rule.type) {
    case "list":
      return CHECKBOX.test(rule.formula1)
        ? { type: "checkbox" }
        : {
            type: "list",
            formula1: listFormula(rule.formula1),
            showDropDown: !rule.hidesList,
          };
    case "custom":
      return ANY_DATE.test(rule.formula1)
        ? { type: "date" }
        : { type: "custom", formula1: `=${rule.formula1}` };
    case "date":
      return compared(rule, "date");
    case "whole":
    case "decimal":
      return compared(rule, "decimal");
    case "textLength":
      return compared(rule, "textLength");
    default:
      return null;
  }
}

/** Null when the engine has no rule like it. */
export function engineValidation(rule: FileRule): FileValidation | null {
  if (isExternal(rule.formula1) || isExternal(rule.formula2)) return null;
  const criterion = rule.formula1 === "" ? null : criterionOf(rule);
  if (criterion === null) return null;
  const hint = rule.error || rule.prompt;
  const style =
    rule.errorStyle === "warning"
      ? WARNING
      : rule.errorStyle === "information"
        ? INFORMATION
        : STOP;
  return {
    areas: rule.areas,
    body: {
      ...criterion,
      allowBlank: rule.allowBlank,
      errorStyle: rule.refuses ? style : WARNING,
      showErrorMessage: hint !== "",
      error: hint,
      showInputMessage: hint !== "",
      prompt: hint,
    },
  };
}

/** What exceljs reads of a rule beyond what its types say. */
type ReadRule = ConditionalFormattingRule & {
  readonly operator?: string;
  readonly text?: string;
  readonly formulae?: readonly unknown[];
  readonly stopIfTrue?: boolean;
  readonly cfvo?: readonly { readonly type: string; readonly value?: number }[];
  readonly color?: readonly object[];
};

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

function cellIs(rule: ReadRule, cell: string): object | null {
  const operator = rule.operator ?? "";
  const bounds = (rule.formulae ?? []).map((one) =>
    fromExcelFormula(String(one)),
  );
  const numbers = bounds.map(Number);
  const needsTwo = /etween$/.test(operator);
  const wanted = needsTwo ? 2 : 1;
  if (bounds.length < wanted) return null;
  if (numbers.slice(0, wanted).every(Number.isFinite)) {
    const value = needsTwo ? numbers.slice(0, 2) : numbers[0];
    return { subType: "number", operator, value };
  }
  const [low = "", high = ""] = bounds;
  if (needsTwo) {
    const inside = `AND(${cell}>=${low},${cell}<=${high})`;
    const formula = operator === "between" ? inside : `NOT(${inside})`;
    return { subType: "formula", value: `=${formula}` };
  }
  const sign = COMPARISONS[operator];
  return sign === undefined
    ? null
    : { subType: "formula", value: `=${cell}${sign}${low}` };
}

/** `AND(ISNUMBER(B2),B2>5)`: how the host's export writes rules on numbers. */
const OWN_NUMBER =
  /^AND\(ISNUMBER\(([A-Z]+\d+)\),(?:\1(<>|[<>]=?|=)(-?[\d.]+)|(NOT\()?AND\(\1>=(-?[\d.]+),\1<=(-?[\d.]+)\)\)?)\)$/;

function byFormula(formula: string): object {
  const own = OWN_NUMBER.exec(formula);
  if (own === null) return { subType: "formula", value: `=${formula}` };
  const [, , sign, bound, not, low, high] = own;
  if (sign === undefined) {
    const operator = not === undefined ? "between" : "notBetween";
    return { subType: "number", operator, value: [Number(low), Number(high)] };
  }
  const operator = Object.keys(COMPARISONS).find(
    (name) => COMPARISONS[name] === sign,
  );
  return { subType: "number", operator, value: Number(bound) };
}

function highlight(rule: ReadRule, cell: string): object | null {
  switch (rule.type as string) {
    case "cellIs":
      return cellIs(rule, cell);
    case "containsText":
      return rule.text === undefined
        ? { subType: "text", operator: rule.operator, value: "" }
        : {
            subType: "text",
            operator: rule.operator ?? "containsText",
            value: rule.text,
          };
    default: {
      const formula = rule.formulae?.[0];
      return formula === undefined
        ? null
        : byFormula(fromExcelFormula(String(formula)));
    }
  }
}

function colorScale(rule: ReadRule, read: ReadColor): object | null {
  const config = (rule.cfvo ?? []).map(({ type, value }, index) => ({
    index,
    color: read(rule.color?.[index]) ?? "#ffffff",
    value: value === undefined ? { type } : { type, value },
  }));
  return config.length < 2 ? null : { type: "colorScale", config };
}

/** Kinds that are neither a yes/no condition nor a colour scale. */
const NOT_CARRIED: ReadonlySet<string> = new Set([
  "dataBar",
  "iconSet",
  "top10",
  "aboveAverage",
  "timePeriod",
  "duplicateValues",
  "uniqueValues",
]);

/** Null for kinds that are not carried over. */
export function engineConditional(
  ref: string,
  rule: ConditionalFormattingRule,
  read: ReadColor,
): FileConditional | null {
  const areas = readAreas(ref);
  const type = String(rule.type);
  if (areas.length === 0 || NOT_CARRIED.has(type)) return null;
  const found = rule as ReadRule;
  const isScale = type === "colorScale";
  const asked = isScale
    ? colorScale(found, read)
    : highlight(found, place(areas));
  if (asked === null) return null;
  return {
    areas,
    stopIfTrue: found.stopIfTrue === true,
    rule: isScale
      ? { ...asked }
      : {
          type: "highlightCell",
          ...asked,
          style: paintOf(found.style ?? {}, read),
        },
  };
}
