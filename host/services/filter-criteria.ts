/** What a filter asks of a column: values to hide or to show, or a condition. */
import { ConditionBuilder } from "./condition-builder";
import { keepsDate, keptDate } from "./condition-dates";
import type { Condition } from "./conditional-criteria";
import { type EnumValue, ServiceObject } from "./service-object";
import { mismatch } from "./sheets-context";
import { BooleanCriteria } from "./sheets-enums";

export type ColumnCriteria = {
  readonly condition: Condition | null;
  /** Texts as the cells show them; null when the criteria names none. */
  readonly hidden: readonly string[] | null;
  readonly visible: readonly string[] | null;
};

const EVERYTHING: ColumnCriteria = {
  condition: null,
  hidden: null,
  visible: null,
};

export class FilterCriteria extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(FilterCriteria.prototype),
  );

  readonly criteria: ColumnCriteria;

  constructor(criteria: ColumnCriteria) {
    super();
    this.criteria = criteria;
  }

  getCriteriaType(): EnumValue | null {
    const { condition } = this.criteria;
    return condition === null ? null : BooleanCriteria[condition.criteria];
  }

  getCriteriaValues(): readonly unknown[] {
    return this.criteria.condition?.values ?? [];
  }

  getHiddenValues(): readonly string[] {
    return this.criteria.hidden ?? [];
  }

  getVisibleValues(): readonly string[] {
    return this.criteria.visible ?? [];
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.criteria);
  }
}

/** SpreadsheetApp.newFilterCriteria(). */
export class FilterCriteriaBuilder extends ConditionBuilder {
  static override readonly light: ReadonlySet<string> = new Set([
    ...Object.getOwnPropertyNames(ConditionBuilder.prototype),
    ...Object.getOwnPropertyNames(FilterCriteriaBuilder.prototype),
  ]);

  override readonly takesFormulas = false;
  #hidden: readonly string[] | null;
  #visible: readonly string[] | null;

  constructor(from: ColumnCriteria = EVERYTHING) {
    super();
    this.condition = from.condition;
    this.#hidden = from.hidden;
    this.#visible = from.visible;
  }

  setHiddenValues(values: unknown): this {
    this.#hidden = texts("FilterCriteriaBuilder.setHiddenValues", values);
    this.#visible = null;
    return this;
  }

  setVisibleValues(values: unknown): this {
    this.#visible = texts("FilterCriteriaBuilder.setVisibleValues", values);
    this.#hidden = null;
    return this;
  }

  getCriteriaType(): EnumValue | null {
    return this.build().getCriteriaType();
  }

  getCriteriaValues(): readonly unknown[] {
    return this.build().getCriteriaValues();
  }

  getHiddenValues(): readonly string[] {
    return this.#hidden ?? [];
  }

  getVisibleValues(): readonly string[] {
    return this.#visible ?? [];
  }

  copy(): FilterCriteriaBuilder {
    return this.build().copy();
  }

  build(): FilterCriteria {
    return new FilterCriteria({
      condition: this.condition,
      hidden: this.#hidden,
      visible: this.#visible,
    });
  }
}

function texts(call: string, values: unknown): string[] {
  if (!Array.isArray(values)) throw mismatch(call, values);
  return values.map(String);
}

/** One cell as a filter sees it. */
export type FilteredCell = {
  readonly value: unknown;
  readonly display: string;
};

/** @param today - Serial number of today; days in cells are serial numbers. */
export function isShown(
  { condition, hidden, visible }: ColumnCriteria,
  cell: FilteredCell,
  timeZone: string,
  today: number,
): boolean {
  if (hidden?.includes(cell.display)) return false;
  if (visible !== null && !visible.includes(cell.display)) return false;
  return condition === null || keeps(condition, cell, timeZone, today);
}

function keeps(
  condition: Condition,
  { value, display }: FilteredCell,
  timeZone: string,
  today: number,
): boolean {
  const { criteria, values } = condition;
  const date = keptDate(condition, timeZone);
  if (date !== null) {
    return typeof value === "number" && keepsDate(date, value, today);
  }
  if (criteria.startsWith("NUMBER")) {
    return typeof value === "number" && keepsNumber(criteria, value, values);
  }
  const [has, wanted] = [display, String(values[0] ?? "")].map((text) =>
    text.toLowerCase(),
  ) as [string, string];
  switch (criteria) {
    case "CELL_EMPTY":
      return display === "";
    case "CELL_NOT_EMPTY":
      return display !== "";
    case "TEXT_CONTAINS":
      return has.includes(wanted);
    case "TEXT_DOES_NOT_CONTAIN":
      return !has.includes(wanted);
    case "TEXT_STARTS_WITH":
      return has.startsWith(wanted);
    case "TEXT_ENDS_WITH":
      return has.endsWith(wanted);
    default:
      return has === wanted;
  }
}

function keepsNumber(
  criteria: Condition["criteria"],
  value: number,
  values: readonly unknown[],
): boolean {
  const [low = 0, high = 0] = values.map(Number);
  switch (criteria) {
    case "NUMBER_BETWEEN":
      return value >= low && value <= high;
    case "NUMBER_NOT_BETWEEN":
      return value < low || value > high;
    case "NUMBER_EQUAL_TO":
      return value === low;
    case "NUMBER_NOT_EQUAL_TO":
      return value !== low;
    case "NUMBER_GREATER_THAN":
      return value > low;
    case "NUMBER_GREATER_THAN_OR_EQUAL_TO":
      return value >= low;
    case "NUMBER_LESS_THAN":
      return value < low;
    default:
      return value <= low;
  }
}
