/** ConditionalFormatRule and its builder, over the engine's rules. */

import type { IStyleBase } from "@univerjs/core";
import { scriptColor } from "./colors";
import {
  type Condition,
  type CriteriaName,
  conditionOf,
  type EngineRule,
  NUMBER_OPERATORS,
  styleOf,
  TEXT_OPERATORS,
} from "./conditional-criteria";
import { toEngine } from "./formula-dialect";
import { type EnumValue, ServiceError, ServiceObject } from "./service-object";
import {
  AreaObject,
  mismatch,
  needText,
  type SheetsContext,
} from "./sheets-context";
import { BooleanCriteria } from "./sheets-enums";

/** A finished rule; also one that somebody made on the page. */
export class ConditionalFormatRule extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getRanges",
    "getBooleanCondition",
    "copy",
  ]);

  readonly context: SheetsContext;
  readonly rule: EngineRule;
  readonly ranges: readonly AreaObject[];

  constructor(
    context: SheetsContext,
    rule: EngineRule,
    ranges: readonly AreaObject[],
  ) {
    super();
    this.context = context;
    this.rule = rule;
    this.ranges = ranges;
  }

  getRanges(): readonly AreaObject[] {
    return this.ranges;
  }

  /** Null for colour scales and other kinds without a yes/no condition. */
  getBooleanCondition(): BooleanCondition | null {
    const condition = conditionOf(this.context, this.rule);
    return condition === null
      ? null
      : new BooleanCondition(condition, styleOf(this.rule));
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context, this);
  }
}

/** What a rule asks, and how it paints. */
export class BooleanCondition extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getCriteriaType",
    "getCriteriaValues",
    "getBackground",
    "getFontColor",
    "getBold",
  ]);

  readonly condition: Condition;
  readonly style: IStyleBase;

  constructor(condition: Condition, style: IStyleBase) {
    super();
    this.condition = condition;
    this.style = style;
  }

  getCriteriaType(): EnumValue {
    return BooleanCriteria[this.condition.criteria];
  }

  getCriteriaValues(): readonly unknown[] {
    return this.condition.values;
  }

  getBackground(): string | null {
    return scriptColor(this.style.bg?.rgb);
  }

  getFontColor(): string | null {
    return scriptColor(this.style.cl?.rgb);
  }

  getBold(): boolean | null {
    return this.style.bl === undefined ? null : this.style.bl === 1;
  }
}

/** SpreadsheetApp.newConditionalFormatRule(). */
export class ConditionalFormatRuleBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(ConditionalFormatRuleBuilder.prototype),
  );

  readonly #context: SheetsContext;
  #rule: EngineRule | null;
  #style: IStyleBase;
  #ranges: readonly AreaObject[];

  constructor(context: SheetsContext, from?: ConditionalFormatRule) {
    super();
    this.#context = context;
    this.#rule = from?.rule ?? null;
    this.#style = from === undefined ? {} : styleOf(from.rule);
    this.#ranges = from?.ranges ?? [];
  }

  #when(subType: string, fields: object): this {
    this.#rule = {
      type: "highlightCell",
      subType,
      style: {},
      ...fields,
    } as unknown as EngineRule;
    return this;
  }

  #text(criteria: CriteriaName, text?: unknown): this {
    const operator = TEXT_OPERATORS[criteria];
    const member = "ConditionalFormatRuleBuilder.whenText";
    const value = text === undefined ? "" : needText(member, text);
    return this.#when("text", { operator, value });
  }

  #number(criteria: CriteriaName, ...values: unknown[]): this {
    if (!values.every((value) => typeof value === "number")) {
      throw mismatch("ConditionalFormatRuleBuilder.whenNumber", ...values);
    }
    const operator = NUMBER_OPERATORS[criteria];
    return this.#when("number", {
      operator,
      value: values.length === 1 ? values[0] : values,
    });
  }

  /** @throws ServiceError when Google could not read the formula. */
  whenFormulaSatisfied(formula: unknown): this {
    const member = "ConditionalFormatRuleBuilder.whenFormulaSatisfied";
    const text = needText(member, formula);
    const { locale } = this.#context.book.facts();
    const value = toEngine(text.startsWith("=") ? text : `=${text}`, locale);
    if (value === null) {
      throw new ServiceError(`Invalid argument: formula "${text}"`);
    }
    return this.#when("formula", { value });
  }

  whenCellEmpty(): this {
    return this.#text("CELL_EMPTY");
  }

  whenCellNotEmpty(): this {
    return this.#text("CELL_NOT_EMPTY");
  }

  whenTextContains(text: unknown): this {
    return this.#text("TEXT_CONTAINS", text);
  }

  whenTextDoesNotContain(text: unknown): this {
    return this.#text("TEXT_DOES_NOT_CONTAIN", text);
  }

  whenTextEqualTo(text: unknown): this {
    return this.#text("TEXT_EQUAL_TO", text);
  }

  whenTextStartsWith(text: unknown): this {
    return this.#text("TEXT_STARTS_WITH", text);
  }

  whenTextEndsWith(text: unknown): this {
    return this.#text("TEXT_ENDS_WITH", text);
  }

  whenNumberBetween(start: unknown, end: unknown): this {
    return this.#number("NUMBER_BETWEEN", start, end);
  }

  whenNumberNotBetween(start: unknown, end: unknown): this {
    return this.#number("NUMBER_NOT_BETWEEN", start, end);
  }

  whenNumberEqualTo(number: unknown): this {
    return this.#number("NUMBER_EQUAL_TO", number);
  }

  whenNumberNotEqualTo(number: unknown): this {
    return this.#number("NUMBER_NOT_EQUAL_TO", number);
  }

  whenNumberGreaterThan(number: unknown): this {
    return this.#number("NUMBER_GREATER_THAN", number);
  }

  whenNumberGreaterThanOrEqualTo(number: unknown): this {
    return this.#number("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }

  whenNumberLessThan(number: unknown): this {
    return this.#number("NUMBER_LESS_THAN", number);
  }

  whenNumberLessThanOrEqualTo(number: unknown): this {
    return this.#number("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }

  setBackground(color: unknown): this {
    const member = "ConditionalFormatRuleBuilder.setBackground";
    return this.#paint({ bg: { rgb: needText(member, color) } });
  }

  setFontColor(color: unknown): this {
    const member = "ConditionalFormatRuleBuilder.setFontColor";
    return this.#paint({ cl: { rgb: needText(member, color) } });
  }

  setBold(bold: unknown): this {
    return this.#paint({ bl: bold === true ? 1 : 0 });
  }

  setItalic(italic: unknown): this {
    return this.#paint({ it: italic === true ? 1 : 0 });
  }

  setStrikethrough(strike: unknown): this {
    return this.#paint({ st: { s: strike === true ? 1 : 0 } });
  }

  #paint(style: IStyleBase): this {
    this.#style = { ...this.#style, ...style };
    return this;
  }

  setRanges(ranges: unknown): this {
    if (
      !Array.isArray(ranges) ||
      !ranges.every((range) => range instanceof AreaObject)
    ) {
      throw mismatch("ConditionalFormatRuleBuilder.setRanges", ranges);
    }
    this.#ranges = ranges;
    return this;
  }

  getRanges(): readonly AreaObject[] {
    return this.#ranges;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context, this.build());
  }

  /** @throws ServiceError when there is no condition or no range. */
  build(): ConditionalFormatRule {
    if (this.#rule === null) {
      throw new ServiceError("Conditional format rule has no condition.");
    }
    if (this.#ranges.length === 0) {
      throw new ServiceError(
        "The conditional format rule must have at least one range.",
      );
    }
    const rule =
      "style" in this.#rule
        ? { ...this.#rule, style: this.#style }
        : this.#rule;
    return new ConditionalFormatRule(this.#context, rule, this.#ranges);
  }
}
