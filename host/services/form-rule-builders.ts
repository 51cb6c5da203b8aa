/** FormApp's validation builders. */
import { type AnswerRule, isPattern } from "./form-rule";
import {
  CheckboxGridValidation,
  CheckboxValidation,
  GridValidation,
  ParagraphTextValidation,
  TextValidation,
} from "./form-validations";
import { ServiceError, ServiceObject } from "./service-object";

function finite(value: unknown, name: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new ServiceError(`Invalid argument: ${name}. A number is needed.`);
  }
  return value;
}

function count(value: unknown, name: string): number {
  const number = Math.trunc(finite(value, name));
  if (number < 0) {
    throw new ServiceError(`Invalid argument: ${name}. It is negative.`);
  }
  return number;
}

function pattern(value: unknown): string {
  if (typeof value !== "string" || !isPattern(value)) {
    throw new ServiceError(
      `Invalid argument: pattern. Not a regular expression: ${String(value)}`,
    );
  }
  return value;
}

type Test = AnswerRule["test"];

/** What the three builders share: one test, one help text, build. */
abstract class RuleBuilder extends ServiceObject {
  test: Test | null = null;
  help = "";

  setHelpText(text: string): this {
    this.help = String(text);
    return this;
  }
}

/** The rule a builder was told. @throws ServiceError when it was told none. */
function ruleOf(builder: RuleBuilder): AnswerRule {
  if (builder.test === null) {
    throw new ServiceError("A validation needs a require method before build.");
  }
  return { test: builder.test, help: builder.help };
}

/** Rules for lengths and patterns, for both kinds of text item. */
abstract class LengthAndPatternBuilder extends RuleBuilder {
  requireTextContainsPattern(text: string): this {
    this.test = {
      kind: "pattern",
      pattern: pattern(text),
      whole: false,
      wanted: true,
    };
    return this;
  }

  requireTextDoesNotContainPattern(text: string): this {
    this.test = {
      kind: "pattern",
      pattern: pattern(text),
      whole: false,
      wanted: false,
    };
    return this;
  }

  requireTextMatchesPattern(text: string): this {
    this.test = {
      kind: "pattern",
      pattern: pattern(text),
      whole: true,
      wanted: true,
    };
    return this;
  }

  requireTextDoesNotMatchPattern(text: string): this {
    this.test = {
      kind: "pattern",
      pattern: pattern(text),
      whole: true,
      wanted: false,
    };
    return this;
  }

  requireTextLengthLessThanOrEqualTo(number: number): this {
    this.test = { kind: "maxLength", length: count(number, "number") };
    return this;
  }

  requireTextLengthGreaterThanOrEqualTo(number: number): this {
    this.test = { kind: "minLength", length: count(number, "number") };
    return this;
  }
}

const LENGTH_AND_PATTERN = [
  "requireTextContainsPattern",
  "requireTextDoesNotContainPattern",
  "requireTextMatchesPattern",
  "requireTextDoesNotMatchPattern",
  "requireTextLengthLessThanOrEqualTo",
  "requireTextLengthGreaterThanOrEqualTo",
  "setHelpText",
  "build",
] as const;

export class ParagraphTextValidationBuilder extends LengthAndPatternBuilder {
  static override readonly light: ReadonlySet<string> = new Set(
    LENGTH_AND_PATTERN,
  );

  build(): ParagraphTextValidation {
    return new ParagraphTextValidation(ruleOf(this));
  }
}

export class TextValidationBuilder extends LengthAndPatternBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...LENGTH_AND_PATTERN,
    "requireNumber",
    "requireWholeNumber",
    "requireNumberBetween",
    "requireNumberNotBetween",
    "requireNumberEqualTo",
    "requireNumberNotEqualTo",
    "requireNumberGreaterThan",
    "requireNumberGreaterThanOrEqualTo",
    "requireNumberLessThan",
    "requireNumberLessThanOrEqualTo",
    "requireTextIsEmail",
    "requireTextIsUrl",
  ]);

  requireNumber(): this {
    this.test = { kind: "number" };
    return this;
  }

  requireWholeNumber(): this {
    this.test = { kind: "wholeNumber" };
    return this;
  }

  requireNumberBetween(start: number, end: number): this {
    this.test = range(start, end, true);
    return this;
  }

  requireNumberNotBetween(start: number, end: number): this {
    this.test = range(start, end, false);
    return this;
  }

  requireNumberEqualTo(number: number): this {
    this.test = compare("=", number);
    return this;
  }

  requireNumberNotEqualTo(number: number): this {
    this.test = compare("!=", number);
    return this;
  }

  requireNumberGreaterThan(number: number): this {
    this.test = compare(">", number);
    return this;
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    this.test = compare(">=", number);
    return this;
  }

  requireNumberLessThan(number: number): this {
    this.test = compare("<", number);
    return this;
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    this.test = compare("<=", number);
    return this;
  }

  requireTextIsEmail(): this {
    this.test = { kind: "email" };
    return this;
  }

  requireTextIsUrl(): this {
    this.test = { kind: "url" };
    return this;
  }

  build(): TextValidation {
    return new TextValidation(ruleOf(this));
  }
}

function range(start: number, end: number, inside: boolean): Test {
  return {
    kind: "numberRange",
    from: finite(start, "start"),
    to: finite(end, "end"),
    inside,
  };
}

function compare(
  operator: ">" | ">=" | "<" | "<=" | "=" | "!=",
  number: number,
): Test {
  return { kind: "compare", operator, number: finite(number, "number") };
}

export class CheckboxValidationBuilder extends RuleBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    "requireSelectAtLeast",
    "requireSelectAtMost",
    "requireSelectExactly",
    "setHelpText",
    "build",
  ]);

  requireSelectAtLeast(number: number): this {
    this.test = ticks(count(number, "number"), Number.MAX_SAFE_INTEGER);
    return this;
  }

  requireSelectAtMost(number: number): this {
    this.test = ticks(0, count(number, "number"));
    return this;
  }

  requireSelectExactly(number: number): this {
    const exactly = count(number, "number");
    this.test = ticks(exactly, exactly);
    return this;
  }

  build(): CheckboxValidation {
    return new CheckboxValidation(ruleOf(this));
  }
}

function ticks(least: number, most: number): Test {
  return { kind: "ticks", least, most };
}

/** The only rule grids have. */
abstract class GridRuleBuilder extends RuleBuilder {
  requireLimitOneResponsePerColumn(): this {
    this.test = { kind: "onePerColumn" };
    return this;
  }
}

const GRID_RULE = [
  "requireLimitOneResponsePerColumn",
  "setHelpText",
  "build",
] as const;

export class GridValidationBuilder extends GridRuleBuilder {
  static override readonly light: ReadonlySet<string> = new Set(GRID_RULE);

  build(): GridValidation {
    return new GridValidation(ruleOf(this));
  }
}

export class CheckboxGridValidationBuilder extends GridRuleBuilder {
  static override readonly light: ReadonlySet<string> = new Set(GRID_RULE);

  build(): CheckboxGridValidation {
    return new CheckboxGridValidation(ruleOf(this));
  }
}
