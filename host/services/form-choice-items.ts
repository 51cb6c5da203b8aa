/** Items with choices: radio buttons, check boxes, a drop-down list. */
import {
  type AnyItem,
  booleanArgument,
  changeItem,
  copyItem,
  LIGHT_ITEM_MEMBERS,
  QuestionItem,
  recordOf,
  textArgument,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import { CheckboxValidation } from "./form-rule-builders";
import { ServiceError, ServiceObject } from "./service-object";

export class Choice extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(["getValue"]);
  readonly value: string;

  constructor(value: string) {
    super();
    this.value = value;
  }

  getValue(): string {
    return this.value;
  }
}

/** @throws ServiceError for no, empty, repeated or non-text choices. */
function checkedChoices(values: unknown): string[] {
  if (!Array.isArray(values)) {
    throw new ServiceError("Invalid argument: values. A list is needed.");
  }
  if (values.length === 0) {
    throw new ServiceError("Array is empty: values");
  }
  const texts = values.map((value) =>
    // Numbers become text, as in a cell.
    typeof value === "number" ? String(value) : textArgument(value, "values"),
  );
  const repeated = texts.find((text, index) => texts.indexOf(text) !== index);
  if (repeated !== undefined) {
    throw new ServiceError(
      `Invalid data updating form. The choice "${repeated}" is given twice.`,
    );
  }
  if (texts.length > 1 && texts.some((text) => text.trim() === "")) {
    throw new ServiceError("Invalid data updating form. A choice is empty.");
  }
  return texts;
}

abstract class ChoiceItem extends QuestionItem {
  setChoiceValues(values: readonly string[]): this {
    changeItem(this, (record) => {
      record.choices = checkedChoices(values);
    });
    return this;
  }

  setChoices(choices: readonly Choice[]): this {
    if (
      !Array.isArray(choices) ||
      choices.some((choice) => !(choice instanceof Choice))
    ) {
      throw new ServiceError(
        "Invalid argument: choices. A list of choices is needed.",
      );
    }
    changeItem(this, (record) => {
      record.choices = checkedChoices(choices.map((choice) => choice.value));
    });
    return this;
  }

  getChoices(): Choice[] {
    return (recordOf(this).choices ?? []).map((value) => new Choice(value));
  }

  createChoice(value: string, more?: unknown): Choice {
    if (more !== undefined) {
      throw new ServiceError(
        "createChoice with navigation or a correct answer is not available on the local host",
      );
    }
    return new Choice(textArgument(value, "value"));
  }
}

const LIGHT_CHOICE_MEMBERS = [
  ...LIGHT_ITEM_MEMBERS,
  "createChoice",
  "createResponse",
] as const;

/** @throws ServiceError unless the item offers this answer. */
function offered(item: AnyItem, value: unknown): string {
  const record = recordOf(item);
  const text = textArgument(value, "response");
  if (!record.other && !record.choices?.includes(text)) {
    throw new ServiceError(
      `Invalid response submitted to "${record.title}": "${text}" is not one of its choices.`,
    );
  }
  return text;
}

export class MultipleChoiceItem extends ChoiceItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_CHOICE_MEMBERS,
  );

  showOtherOption(enabled: boolean): this {
    changeItem(this, (record) => {
      record.other = booleanArgument(enabled, "enabled");
    });
    return this;
  }

  hasOtherOption(): boolean {
    return recordOf(this).other;
  }

  createResponse(response: string): ItemResponse {
    return new ItemResponse(this.form, this.itemId, offered(this, response));
  }

  duplicate(): MultipleChoiceItem {
    return new MultipleChoiceItem(this.form, copyItem(this).id);
  }
}

export class ListItem extends ChoiceItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_CHOICE_MEMBERS,
  );

  createResponse(response: string): ItemResponse {
    return new ItemResponse(this.form, this.itemId, offered(this, response));
  }

  duplicate(): ListItem {
    return new ListItem(this.form, copyItem(this).id);
  }
}

export class CheckboxItem extends ChoiceItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_CHOICE_MEMBERS,
  );

  showOtherOption(enabled: boolean): this {
    changeItem(this, (record) => {
      record.other = booleanArgument(enabled, "enabled");
    });
    return this;
  }

  hasOtherOption(): boolean {
    return recordOf(this).other;
  }

  setValidation(validation: CheckboxValidation): this {
    if (!(validation instanceof CheckboxValidation)) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.CheckboxItem.setValidation.",
      );
    }
    changeItem(this, (record) => {
      record.rule = validation.rule;
    });
    return this;
  }

  clearValidation(): this {
    changeItem(this, (record) => {
      record.rule = null;
    });
    return this;
  }

  createResponse(responses: readonly string[]): ItemResponse {
    if (!Array.isArray(responses)) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.CheckboxItem.createResponse.",
      );
    }
    const ticked = responses.map((response) => offered(this, response));
    return new ItemResponse(this.form, this.itemId, ticked);
  }

  duplicate(): CheckboxItem {
    return new CheckboxItem(this.form, copyItem(this).id);
  }
}
