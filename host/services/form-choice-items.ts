/** Items with choices: radio buttons, check boxes, a drop-down list. */
import {
  type AnyItem,
  booleanArgument,
  changeItem,
  clearRule,
  copyItem,
  type FormHandle,
  LIGHT_QUESTION_MEMBERS,
  QuestionItem,
  recordOf,
  setRule,
  textArgument,
  wrongSignature,
} from "./form-item-base";
import { ItemResponse } from "./form-item-response";
import {
  goToOf,
  navigationOf,
  type PageBreakItem,
  pageAt,
} from "./form-layout-items";
import type { GoTo } from "./form-record";
import { CheckboxValidation } from "./form-validations";
import {
  apiNameOf,
  type EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";

export class Choice extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(["getValue"]);
  readonly form: FormHandle;
  readonly value: string;
  readonly goTo: GoTo | undefined;

  constructor(form: FormHandle, value: string, goTo?: GoTo) {
    super();
    this.form = form;
    this.value = value;
    this.goTo = goTo;
  }

  getValue(): string {
    return this.value;
  }

  /** Null unless the choice leads to a certain page. */
  getGotoPage(): PageBreakItem | null {
    return pageAt(this.form, this.goTo);
  }

  /** Null for a choice that leads nowhere. */
  getPageNavigationType(): EnumValue | null {
    return this.goTo === undefined ? null : navigationOf(this.form, this.goTo);
  }
}

/** @throws ServiceError for no, empty, repeated or non-text choices. */
export function checkedChoices(values: unknown, name: string): string[] {
  if (!Array.isArray(values)) {
    throw new ServiceError(`Invalid argument: ${name}. A list is needed.`);
  }
  if (values.length === 0) {
    throw new ServiceError(`Array is empty: ${name}`);
  }
  const texts = values.map((value) =>
    // Numbers become text, as in a cell.
    typeof value === "number" ? String(value) : textArgument(value, name),
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

/** @throws ServiceError when only some of the choices lead somewhere. */
function destinationsOf(choices: readonly Choice[]): GoTo[] | null {
  const goTo = choices.flatMap((choice) => choice.goTo ?? []);
  if (goTo.length > 0 && goTo.length < choices.length) {
    throw new ServiceError(
      "Invalid data updating form. Choices with page navigation cannot be combined with choices without it.",
    );
  }
  return goTo.length === 0 ? null : goTo;
}

abstract class ChoiceItem extends QuestionItem {
  setChoiceValues(values: readonly string[]): this {
    const texts = checkedChoices(values, "values");
    changeItem(this, (record) => {
      record.choices = texts;
      record.goTo = null;
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
    const values = choices.map((choice) => choice.value);
    const texts = checkedChoices(values, "choices");
    const goTo = destinationsOf(choices);
    changeItem(this, (record) => {
      record.choices = texts;
      record.goTo = goTo;
    });
    return this;
  }

  getChoices(): Choice[] {
    const { choices, goTo } = recordOf(this);
    return (choices ?? []).map(
      (value, index) => new Choice(this.form, value, goTo?.[index]),
    );
  }

  createChoice(value: string, ...more: readonly unknown[]): Choice {
    if (more.length > 0) {
      throw new ServiceError(
        `${apiNameOf(this)}.createChoice with a correct answer is not available on the local host`,
      );
    }
    return new Choice(this.form, textArgument(value, "value"));
  }
}

/** Items of which one choice is taken, which may lead to a page. */
abstract class LeadingChoiceItem extends ChoiceItem {
  override createChoice(value: string, ...more: readonly unknown[]): Choice {
    const [goesTo] = more;
    if (goesTo === undefined || typeof goesTo === "boolean") {
      return super.createChoice(value, ...more);
    }
    const goTo = goToOf(this.form, goesTo);
    if (goTo === null) {
      throw wrongSignature(this, "createChoice");
    }
    return new Choice(this.form, textArgument(value, "value"), goTo);
  }

  createResponse(response: string): ItemResponse {
    return new ItemResponse(this.form, this.itemId, offered(this, response));
  }
}

const LIGHT_CHOICE_MEMBERS = [
  ...LIGHT_QUESTION_MEMBERS,
  "createChoice",
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

export class MultipleChoiceItem extends LeadingChoiceItem {
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

  duplicate(): MultipleChoiceItem {
    return new MultipleChoiceItem(this.form, copyItem(this).id);
  }
}

export class ListItem extends LeadingChoiceItem {
  static override readonly light: ReadonlySet<string> = new Set(
    LIGHT_CHOICE_MEMBERS,
  );

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
    setRule(this, validation, CheckboxValidation);
    return this;
  }

  clearValidation(): this {
    clearRule(this);
    return this;
  }

  createResponse(responses: readonly string[]): ItemResponse {
    if (!Array.isArray(responses)) {
      throw wrongSignature(this, "createResponse");
    }
    const ticked = responses.map((response) => offered(this, response));
    return new ItemResponse(this.form, this.itemId, ticked);
  }

  duplicate(): CheckboxItem {
    return new CheckboxItem(this.form, copyItem(this).id);
  }
}
