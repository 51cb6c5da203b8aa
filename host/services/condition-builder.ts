/** What builders of conditional formats and of filter criteria share: one condition. */
import type { Condition, CriteriaName } from "./conditional-criteria";
import {
  apiNameOf,
  EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needText } from "./sheets-context";
import { BooleanCriteria, RelativeDate } from "./sheets-enums";

export abstract class ConditionBuilder extends ServiceObject {
  condition: Condition | null = null;
  abstract readonly takesFormulas: boolean;

  #when(criteria: CriteriaName, values: readonly unknown[]): this {
    this.condition = { criteria, values };
    return this;
  }

  #text(criteria: CriteriaName, text: unknown): this {
    return this.#when(criteria, [needText(callOf(this, criteria), text)]);
  }

  #numbers(criteria: CriteriaName, ...values: unknown[]): this {
    if (!values.every((value) => typeof value === "number")) {
      throw mismatch(callOf(this, criteria), ...values);
    }
    return this.#when(criteria, values);
  }

  /** A day, or one that moves with today. */
  #date(
    criteria: "DATE_AFTER" | "DATE_BEFORE" | "DATE_EQUAL_TO",
    date: unknown,
  ): this {
    if (date instanceof Date) return this.#when(criteria, [date]);
    const isRelative =
      date instanceof EnumValue && Object.values(RelativeDate).includes(date);
    if (!isRelative) throw mismatch(callOf(this, criteria), date);
    return this.#when(`${criteria}_RELATIVE`, [date]);
  }

  whenCellEmpty(): this {
    return this.#when("CELL_EMPTY", []);
  }

  whenCellNotEmpty(): this {
    return this.#when("CELL_NOT_EMPTY", []);
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

  whenDateAfter(date: unknown): this {
    return this.#date("DATE_AFTER", date);
  }

  whenDateBefore(date: unknown): this {
    return this.#date("DATE_BEFORE", date);
  }

  whenDateEqualTo(date: unknown): this {
    return this.#date("DATE_EQUAL_TO", date);
  }

  whenNumberBetween(start: unknown, end: unknown): this {
    return this.#numbers("NUMBER_BETWEEN", start, end);
  }

  whenNumberNotBetween(start: unknown, end: unknown): this {
    return this.#numbers("NUMBER_NOT_BETWEEN", start, end);
  }

  whenNumberEqualTo(number: unknown): this {
    return this.#numbers("NUMBER_EQUAL_TO", number);
  }

  whenNumberNotEqualTo(number: unknown): this {
    return this.#numbers("NUMBER_NOT_EQUAL_TO", number);
  }

  whenNumberGreaterThan(number: unknown): this {
    return this.#numbers("NUMBER_GREATER_THAN", number);
  }

  whenNumberGreaterThanOrEqualTo(number: unknown): this {
    return this.#numbers("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }

  whenNumberLessThan(number: unknown): this {
    return this.#numbers("NUMBER_LESS_THAN", number);
  }

  whenNumberLessThanOrEqualTo(number: unknown): this {
    return this.#numbers("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }

  /** @param args - As the when methods take them. */
  withCriteria(criteria: unknown, args: unknown): this {
    const name = (Object.keys(BooleanCriteria) as readonly CriteriaName[]).find(
      (one) => BooleanCriteria[one] === criteria,
    );
    if (name === undefined || !Array.isArray(args)) {
      throw mismatch(`${apiNameOf(this)}.withCriteria`, criteria, args);
    }
    if (name.startsWith("NUMBER")) return this.#numbers(name, ...args);
    if (name.startsWith("CELL")) return this.#when(name, []);
    switch (name) {
      case "DATE_AFTER":
      case "DATE_AFTER_RELATIVE":
        return this.whenDateAfter(args[0]);
      case "DATE_BEFORE":
      case "DATE_BEFORE_RELATIVE":
        return this.whenDateBefore(args[0]);
      case "DATE_EQUAL_TO":
      case "DATE_EQUAL_TO_RELATIVE":
        return this.whenDateEqualTo(args[0]);
      case "CUSTOM_FORMULA":
        if (this.takesFormulas) return this.#text(name, args[0]);
        throw new ServiceError(
          `${callOf(this, name)} is not available on the local host`,
        );
      default:
        return this.#text(name, args[0]);
    }
  }
}

/** `TEXT_CONTAINS` → `FilterCriteriaBuilder.whenTextContains`. */
function callOf(builder: ConditionBuilder, criteria: CriteriaName): string {
  const words = criteria
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const member =
    criteria === "CUSTOM_FORMULA"
      ? "whenFormulaSatisfied"
      : `when${words.join("")}`;
  return `${apiNameOf(builder)}.${member}`;
}
