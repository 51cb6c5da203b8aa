/** Items without choices: texts, scale, date, headings and page breaks. */
import {
  AnyItem,
  changeItem,
  copyItem,
  LIGHT_ITEM_MEMBERS,
  QuestionItem,
  recordOf,
  textArgument,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import {
  CheckboxValidation,
  ParagraphTextValidation,
  TextValidation,
} from "./form-rule-builders";
import { ServiceError } from "./service-object";

const LIGHT_QUESTION_MEMBERS = [
  ...LIGHT_ITEM_MEMBERS,
  "createResponse",
] as const;

function setRule(item: AnyItem, rule: TextValidation | null): void {
  changeItem(item, (record) => {
    record.rule = rule === null ? null : rule.rule;
  });
}

export class TextItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: TextValidation): this {
    if (
      !(validation instanceof TextValidation) ||
      validation instanceof ParagraphTextValidation ||
      validation instanceof CheckboxValidation
    ) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.TextItem.setValidation.",
      );
    }
    setRule(this, validation);
    return this;
  }

  clearValidation(): this {
    setRule(this, null);
    return this;
  }

  createResponse(response: string): ItemResponse {
    const text = textArgument(response, "response");
    return new ItemResponse(this.form, this.itemId, text);
  }

  duplicate(): TextItem {
    return new TextItem(this.form, copyItem(this).id);
  }
}

export class ParagraphTextItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  setValidation(validation: ParagraphTextValidation): this {
    if (!(validation instanceof ParagraphTextValidation)) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.ParagraphTextItem.setValidation.",
      );
    }
    setRule(this, validation);
    return this;
  }

  clearValidation(): this {
    setRule(this, null);
    return this;
  }

  createResponse(response: string): ItemResponse {
    const text = textArgument(response, "response");
    return new ItemResponse(this.form, this.itemId, text);
  }

  duplicate(): ParagraphTextItem {
    return new ParagraphTextItem(this.form, copyItem(this).id);
  }
}

const NO_SCALE = { lower: 1, upper: 5, left: "", right: "" };

export class ScaleItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  /** Lower is 0 or 1, upper 3 to 10; decimals are cut off. */
  setBounds(lower: number, upper: number): this {
    const [from, to] = [Math.trunc(lower), Math.trunc(upper)];
    if (!(from === 0 || from === 1)) {
      throw new ServiceError(
        `Invalid argument: lower. It is ${lower}, but must be 0 or 1.`,
      );
    }
    if (!(to >= 3 && to <= 10)) {
      throw new ServiceError(
        `Invalid argument: upper. It is ${upper}, but must be 3 to 10.`,
      );
    }
    changeItem(this, (record) => {
      record.scale = { ...(record.scale ?? NO_SCALE), lower: from, upper: to };
    });
    return this;
  }

  setLabels(lower: string, upper: string): this {
    changeItem(this, (record) => {
      record.scale = {
        ...(record.scale ?? NO_SCALE),
        left: textArgument(lower, "lower"),
        right: textArgument(upper, "upper"),
      };
    });
    return this;
  }

  getLowerBound(): number {
    return (recordOf(this).scale ?? NO_SCALE).lower;
  }

  getUpperBound(): number {
    return (recordOf(this).scale ?? NO_SCALE).upper;
  }

  getLeftLabel(): string {
    return (recordOf(this).scale ?? NO_SCALE).left;
  }

  getRightLabel(): string {
    return (recordOf(this).scale ?? NO_SCALE).right;
  }

  /** The response reads back as text: 4 → '4'. */
  createResponse(response: number): ItemResponse {
    const { title, scale } = recordOf(this);
    const { lower, upper } = scale ?? NO_SCALE;
    const number = Number(response);
    if (!Number.isInteger(number) || number < lower || number > upper) {
      throw new ServiceError(
        `Invalid response submitted to "${title}": ${response} is not an integer from ${lower} to ${upper}.`,
      );
    }
    return new ItemResponse(this.form, this.itemId, String(number));
  }

  duplicate(): ScaleItem {
    return new ScaleItem(this.form, copyItem(this).id);
  }
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

export class DateItem extends QuestionItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_QUESTION_MEMBERS,
  );

  includesYear(): boolean {
    return recordOf(this).type === "DATE";
  }

  /** The response reads back as yyyy-MM-dd, a day of the script's zone. */
  createResponse(response: Date): ItemResponse {
    if (!isDate(response) || Number.isNaN(response.getTime())) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.DateItem.createResponse.",
      );
    }
    const day = new Intl.DateTimeFormat("en-CA", {
      timeZone: this.form.timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    }).format(response);
    return new ItemResponse(this.form, this.itemId, day);
  }

  duplicate(): DateItem {
    return new DateItem(this.form, copyItem(this).id);
  }
}

export class SectionHeaderItem extends AnyItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_ITEM_MEMBERS,
  );

  duplicate(): SectionHeaderItem {
    return new SectionHeaderItem(this.form, copyItem(this).id);
  }
}

export class PageBreakItem extends AnyItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_ITEM_MEMBERS,
  );

  duplicate(): PageBreakItem {
    return new PageBreakItem(this.form, copyItem(this).id);
  }
}
