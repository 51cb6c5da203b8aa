/** ConditionalFormatRule and its builder, over the engine's rules. */

import type { IStyleBase } from "@univerjs/core";
import { writeAddress } from "./a1";
import { scriptColor } from "./colors";
import { ConditionBuilder } from "./condition-builder";
import {
  type Condition,
  conditionOf,
  type EngineRule,
  engineRule,
  styleOf,
} from "./conditional-criteria";
import {
  engineScale,
  type Gradient,
  GradientCondition,
  gradientOf,
  type Stop,
  stopOf,
} from "./gradient-condition";
import { type EnumValue, ServiceError, ServiceObject } from "./service-object";
import {
  AreaObject,
  mismatch,
  needText,
  type SheetsContext,
} from "./sheets-context";
import { BooleanCriteria, InterpolationType } from "./sheets-enums";
import { hexColor } from "./style-values";

/** A finished rule; also one that somebody made on the page. */
export class ConditionalFormatRule extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getRanges",
    "getBooleanCondition",
    "getGradientCondition",
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

  /** Null unless the rule is a colour scale. */
  getGradientCondition(): GradientCondition | null {
    const gradient = gradientOf(this.rule);
    return gradient === null ? null : new GradientCondition(gradient);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.context, this);
  }
}

/** What a rule asks, and how it paints. */
export class BooleanCondition extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(BooleanCondition.prototype),
  );

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
    return isOn(this.style.bl);
  }

  getItalic(): boolean | null {
    return isOn(this.style.it);
  }

  getStrikethrough(): boolean | null {
    return isOn(this.style.st?.s);
  }

  getUnderline(): boolean | null {
    return isOn(this.style.ul?.s);
  }
}

function isOn(value: unknown): boolean | null {
  return value === undefined || value === null ? null : value === 1;
}

/** SpreadsheetApp.newConditionalFormatRule(). */
export class ConditionalFormatRuleBuilder extends ConditionBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...Object.getOwnPropertyNames(ConditionBuilder.prototype),
    ...Object.getOwnPropertyNames(ConditionalFormatRuleBuilder.prototype),
  ]);

  override readonly takesFormulas = true;
  readonly #context: SheetsContext;
  /** A rule of a kind that scripts cannot say; kept until another is told. */
  readonly #foreign: EngineRule | null;
  #gradient: Gradient | null;
  #style: IStyleBase;
  #ranges: readonly AreaObject[];

  constructor(context: SheetsContext, from?: ConditionalFormatRule) {
    super();
    this.#context = context;
    this.#foreign = from?.rule ?? null;
    this.#style = from === undefined ? {} : styleOf(from.rule);
    this.#ranges = from?.ranges ?? [];
    this.#gradient = from === undefined ? null : gradientOf(from.rule);
    this.condition =
      from === undefined ? null : conditionOf(context, from.rule);
  }

  whenFormulaSatisfied(formula: unknown): this {
    return this.withCriteria(BooleanCriteria.CUSTOM_FORMULA, [formula]);
  }

  #stop(place: keyof Gradient, stop: Stop): this {
    const before = this.#gradient ?? DEFAULT_GRADIENT;
    this.#gradient = { ...before, [place]: stop };
    this.condition = null;
    return this;
  }

  setGradientMinpoint(color: unknown): this {
    const call = "ConditionalFormatRuleBuilder.setGradientMinpoint";
    return this.#stop("min", stopOf(call, color, InterpolationType.MIN, ""));
  }

  setGradientMaxpoint(color: unknown): this {
    const call = "ConditionalFormatRuleBuilder.setGradientMaxpoint";
    return this.#stop("max", stopOf(call, color, InterpolationType.MAX, ""));
  }

  setGradientMinpointWithValue(color: unknown, type: unknown, value: unknown) {
    const call = "ConditionalFormatRuleBuilder.setGradientMinpointWithValue";
    return this.#stop("min", stopOf(call, color, type, value));
  }

  setGradientMidpointWithValue(color: unknown, type: unknown, value: unknown) {
    const call = "ConditionalFormatRuleBuilder.setGradientMidpointWithValue";
    return this.#stop("mid", stopOf(call, color, type, value));
  }

  setGradientMaxpointWithValue(color: unknown, type: unknown, value: unknown) {
    const call = "ConditionalFormatRuleBuilder.setGradientMaxpointWithValue";
    return this.#stop("max", stopOf(call, color, type, value));
  }

  setBackground(color: unknown): this {
    const member = "ConditionalFormatRuleBuilder.setBackground";
    return this.#paint({ bg: colorIn(member, color) });
  }

  setFontColor(color: unknown): this {
    const member = "ConditionalFormatRuleBuilder.setFontColor";
    return this.#paint({ cl: colorIn(member, color) });
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

  setUnderline(underline: unknown): this {
    return this.#paint({ ul: { s: underline === true ? 1 : 0 } });
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

  getBooleanCondition(): BooleanCondition | null {
    return this.condition === null
      ? null
      : new BooleanCondition(this.condition, this.#style);
  }

  getGradientCondition(): GradientCondition | null {
    return this.condition === null && this.#gradient !== null
      ? new GradientCondition(this.#gradient)
      : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context, this.build());
  }

  #rule(first: AreaObject): EngineRule | null {
    if (this.condition === null) {
      return this.#gradient === null
        ? this.#foreign
        : engineScale(this.#gradient);
    }
    const { startRow, startColumn } = first.area;
    const cell = writeAddress({
      startRow,
      startColumn,
      endRow: startRow,
      endColumn: startColumn,
    });
    return engineRule(this.#context, this.condition, this.#style, cell);
  }

  /** @throws ServiceError when there is no condition or no range. */
  build(): ConditionalFormatRule {
    const [first] = this.#ranges;
    if (first === undefined) {
      throw new ServiceError(
        "The conditional format rule must have at least one range.",
      );
    }
    const rule = this.#rule(first);
    if (rule === null) {
      throw new ServiceError("Conditional format rule has no condition.");
    }
    return new ConditionalFormatRule(this.#context, rule, this.#ranges);
  }
}

/** What is not told: white for the least and for the greatest value. */
const DEFAULT_GRADIENT: Gradient = {
  min: { color: "#ffffff", type: "MIN", value: "" },
  mid: null,
  max: { color: "#ffffff", type: "MAX", value: "" },
};

/** Null takes the colour away. */
function colorIn(member: string, color: unknown): { rgb: string } | null {
  return color === null ? null : { rgb: hexColor(needText(member, color)) };
}
