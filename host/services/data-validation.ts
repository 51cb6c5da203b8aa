/** DataValidation and its builder. */
import { type EnumValue, ServiceError, ServiceObject } from "./service-object";
import {
  mismatch,
  needBoolean,
  needInteger,
  needRange,
  needText,
} from "./sheets-context";
import { DataValidationCriteria } from "./sheets-enums";
import type { CriteriaName, Validation } from "./validation-criteria";

/** A finished rule. */
export class DataValidation extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getCriteriaType",
    "getCriteriaValues",
    "getAllowInvalid",
    "getHelpText",
    "copy",
  ]);

  readonly rule: Validation;

  constructor(rule: Validation) {
    super();
    this.rule = rule;
  }

  getCriteriaType(): EnumValue {
    return DataValidationCriteria[this.rule.criteria];
  }

  getCriteriaValues(): readonly unknown[] {
    return this.rule.values;
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.rule);
  }
}

const EMPTY: Validation = {
  criteria: "DATE_IS_VALID_DATE",
  values: [],
  allowInvalid: true,
  helpText: null,
};

/** SpreadsheetApp.newDataValidation(); warns only, unless told otherwise. */
export class DataValidationBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(DataValidationBuilder.prototype),
  );

  #rule: Validation;
  #hasCriteria: boolean;

  constructor(rule: Validation | null = null) {
    super();
    this.#rule = rule ?? EMPTY;
    this.#hasCriteria = rule !== null;
  }

  #set(criteria: CriteriaName, values: readonly unknown[]): this {
    this.#rule = { ...this.#rule, criteria, values };
    this.#hasCriteria = true;
    return this;
  }

  #numbers(member: string, criteria: CriteriaName, values: unknown[]): this {
    for (const value of values) needNumber(member, value);
    return this.#set(criteria, values);
  }

  #dates(member: string, criteria: CriteriaName, values: unknown[]): this {
    if (values.every((value) => value instanceof Date)) {
      return this.#set(criteria, values);
    }
    throw mismatch(`DataValidationBuilder.${member}`, ...values);
  }

  #text(member: string, criteria: CriteriaName, text: unknown): this {
    return this.#set(criteria, [
      needText(`DataValidationBuilder.${member}`, text),
    ]);
  }

  requireValueInList(list: unknown, showDropdown: unknown = true): this {
    if (!Array.isArray(list)) {
      throw mismatch("DataValidationBuilder.requireValueInList", list);
    }
    const call = "DataValidationBuilder.requireValueInList";
    return this.#set("VALUE_IN_LIST", [
      list.map(String),
      needBoolean(call, showDropdown),
    ]);
  }

  requireValueInRange(range: unknown, showDropdown: unknown = true): this {
    const call = "DataValidationBuilder.requireValueInRange";
    return this.#set("VALUE_IN_RANGE", [
      needRange(call, range),
      needBoolean(call, showDropdown),
    ]);
  }

  requireCheckbox(checked?: unknown, unchecked?: unknown): this {
    const values = [checked, unchecked].filter((value) => value !== undefined);
    return this.#set("CHECKBOX", values);
  }

  requireDate(...unexpected: unknown[]): this {
    if (unexpected.length > 0) {
      throw mismatch("DataValidationBuilder.requireDate", ...unexpected);
    }
    return this.#set("DATE_IS_VALID_DATE", []);
  }

  requireDateAfter(date: unknown): this {
    return this.#dates("requireDateAfter", "DATE_AFTER", [date]);
  }

  requireDateBefore(date: unknown): this {
    return this.#dates("requireDateBefore", "DATE_BEFORE", [date]);
  }

  requireDateOnOrAfter(date: unknown): this {
    return this.#dates("requireDateOnOrAfter", "DATE_ON_OR_AFTER", [date]);
  }

  requireDateOnOrBefore(date: unknown): this {
    return this.#dates("requireDateOnOrBefore", "DATE_ON_OR_BEFORE", [date]);
  }

  requireDateBetween(start: unknown, end: unknown): this {
    return this.#dates("requireDateBetween", "DATE_BETWEEN", [start, end]);
  }

  requireDateEqualTo(date: unknown): this {
    return this.#dates("requireDateEqualTo", "DATE_EQUAL_TO", [date]);
  }

  requireDateNotBetween(start: unknown, end: unknown): this {
    const member = "requireDateNotBetween";
    return this.#dates(member, "DATE_NOT_BETWEEN", [start, end]);
  }

  requireNumberBetween(start: unknown, end: unknown): this {
    return this.#numbers("requireNumberBetween", "NUMBER_BETWEEN", [
      start,
      end,
    ]);
  }

  requireNumberEqualTo(number: unknown): this {
    return this.#numbers("requireNumberEqualTo", "NUMBER_EQUAL_TO", [number]);
  }

  requireNumberGreaterThan(number: unknown): this {
    const member = "requireNumberGreaterThan";
    return this.#numbers(member, "NUMBER_GREATER_THAN", [number]);
  }

  requireNumberGreaterThanOrEqualTo(number: unknown): this {
    const member = "requireNumberGreaterThanOrEqualTo";
    return this.#numbers(member, "NUMBER_GREATER_THAN_OR_EQUAL_TO", [number]);
  }

  requireNumberLessThan(number: unknown): this {
    return this.#numbers("requireNumberLessThan", "NUMBER_LESS_THAN", [number]);
  }

  requireNumberLessThanOrEqualTo(number: unknown): this {
    const member = "requireNumberLessThanOrEqualTo";
    return this.#numbers(member, "NUMBER_LESS_THAN_OR_EQUAL_TO", [number]);
  }

  requireNumberNotBetween(start: unknown, end: unknown): this {
    const member = "requireNumberNotBetween";
    return this.#numbers(member, "NUMBER_NOT_BETWEEN", [start, end]);
  }

  requireNumberNotEqualTo(number: unknown): this {
    const member = "requireNumberNotEqualTo";
    return this.#numbers(member, "NUMBER_NOT_EQUAL_TO", [number]);
  }

  requireTextContains(text: unknown): this {
    return this.#text("requireTextContains", "TEXT_CONTAINS", text);
  }

  requireTextDoesNotContain(text: unknown): this {
    const member = "requireTextDoesNotContain";
    return this.#text(member, "TEXT_DOES_NOT_CONTAIN", text);
  }

  requireTextEqualTo(text: unknown): this {
    return this.#text("requireTextEqualTo", "TEXT_EQUAL_TO", text);
  }

  requireTextIsEmail(): this {
    return this.#set("TEXT_IS_VALID_EMAIL", []);
  }

  requireTextIsUrl(): this {
    return this.#set("TEXT_IS_VALID_URL", []);
  }

  /** @param args - As the require methods take them. */
  withCriteria(criteria: unknown, args: unknown): this {
    const name = (
      Object.keys(DataValidationCriteria) as readonly CriteriaName[]
    ).find((one) => DataValidationCriteria[one] === criteria);
    if (name === undefined || !Array.isArray(args)) {
      throw mismatch("DataValidationBuilder.withCriteria", criteria, args);
    }
    if (name === "CHECKBOX") return this.requireCheckbox(...args);
    if (name === "CUSTOM_FORMULA") return this.requireFormulaSatisfied(args[0]);
    if (name === "VALUE_IN_LIST") {
      return this.requireValueInList(args[0], args[1]);
    }
    if (name === "VALUE_IN_RANGE") {
      return this.requireValueInRange(args[0], args[1]);
    }
    if (name.startsWith("NUMBER")) {
      return this.#numbers("withCriteria", name, args);
    }
    if (name.startsWith("DATE")) return this.#dates("withCriteria", name, args);
    return name.startsWith("TEXT_IS")
      ? this.#set(name, [])
      : this.#text("withCriteria", name, args[0]);
  }

  requireFormulaSatisfied(formula: unknown): this {
    const call = "DataValidationBuilder.requireFormulaSatisfied";
    return this.#set("CUSTOM_FORMULA", [needText(call, formula)]);
  }

  setAllowInvalid(allow: unknown): this {
    const call = "DataValidationBuilder.setAllowInvalid";
    this.#rule = { ...this.#rule, allowInvalid: needBoolean(call, allow) };
    return this;
  }

  setHelpText(text: unknown): this {
    const call = "DataValidationBuilder.setHelpText";
    this.#rule = { ...this.#rule, helpText: needText(call, text) };
    return this;
  }

  getCriteriaType(): EnumValue | null {
    return this.#hasCriteria
      ? DataValidationCriteria[this.#rule.criteria]
      : null;
  }

  getCriteriaValues(): readonly unknown[] {
    return this.#rule.values;
  }

  getAllowInvalid(): boolean {
    return this.#rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.#rule.helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.#hasCriteria ? this.#rule : null);
  }

  /** @throws ServiceError when no criteria were set. */
  build(): DataValidation {
    if (!this.#hasCriteria) {
      throw new ServiceError("Data validation rule has no criteria.");
    }
    return new DataValidation(this.#rule);
  }
}

function needNumber(member: string, value: unknown): void {
  if (typeof value !== "number") {
    needInteger(`DataValidationBuilder.${member}`, value);
  }
}
