/** What every item of a form can do, and how items find their data. */
import { ItemType } from "./form-enums";
import {
  type FormRecord,
  type GridRow,
  type ItemRecord,
  newItemId,
} from "./form-record";
import type { Validation } from "./form-validations";
import type { FormsStore } from "./forms-store";
import {
  apiNameOf,
  type EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";

/** One form as its service objects hold it. */
export type FormHandle = {
  readonly id: string;
  readonly store: FormsStore;
  /** Script time zone, e.g. `Europe/Moscow`. */
  readonly timeZone: string;
  /** Address of the person whose script runs. */
  readonly user: string;
  /** Makes the Item an answer belongs to; a function, so that files form no ring. */
  readonly itemOf: (form: FormHandle, itemId: number) => ServiceObject;
};

/** @throws ServiceError when the form was deleted meanwhile. */
export function formOf(handle: FormHandle): FormRecord {
  const form = handle.store.get(handle.id);
  if (form === null) {
    throw new ServiceError(
      "No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.",
    );
  }
  return form;
}

/** Changes a form and tells the store. */
export function changeForm(
  handle: FormHandle,
  change: (form: FormRecord) => void,
): void {
  const form = formOf(handle);
  change(form);
  handle.store.changed(form);
}

/** @throws ServiceError unless the argument is text. */
export function textArgument(value: unknown, name: string): string {
  if (typeof value !== "string") {
    throw new ServiceError(`Invalid argument: ${name}. Text is needed.`);
  }
  return value;
}

/** @throws ServiceError unless the argument is true or false. */
export function booleanArgument(value: unknown, name: string): boolean {
  if (typeof value !== "boolean") {
    throw new ServiceError(
      `Invalid argument: ${name}. True or false is needed.`,
    );
  }
  return value;
}

/** @throws ServiceError when the item was deleted meanwhile. */
export function recordOf(item: AnyItem): ItemRecord {
  const record = formOf(item.form).items.find(
    (candidate) => candidate.id === item.itemId,
  );
  if (record === undefined) {
    throw new ServiceError("The item was deleted from the form.");
  }
  return record;
}

/** Changes an item and tells the store. */
export function changeItem(
  item: AnyItem,
  change: (record: ItemRecord) => void,
): void {
  change(recordOf(item));
  item.form.store.changed(formOf(item.form));
}

/** Adds a copy of an item at the end of the form, as Google does. */
export function copyItem(item: AnyItem): ItemRecord {
  const form = formOf(item.form);
  const { rows, ...source } = structuredClone(recordOf(item));
  const copy: ItemRecord = { ...source, id: newItemId(form.items) };
  form.items.push(copy);
  if (rows !== undefined) {
    copy.rows = [];
    for (const { title } of rows) {
      copy.rows.push(newRow(form.items, title));
    }
  }
  item.form.store.changed(form);
  return copy;
}

/** A row that is answered by an id of its own. */
export function newRow(items: readonly ItemRecord[], title: string): GridRow {
  return { id: newItemId(items), title };
}

/**
 * Gives an item a rule of its own kind.
 *
 * @throws ServiceError for another kind's.
 */
export function setRule(
  item: AnyItem,
  validation: Validation,
  type: abstract new (...args: never[]) => Validation,
): void {
  if (!(validation instanceof type)) {
    throw wrongSignature(item, "setValidation");
  }
  changeItem(item, (record) => {
    record.rule = validation.rule;
  });
}

export function clearRule(item: AnyItem): void {
  changeItem(item, (record) => {
    record.rule = null;
  });
}

/** Google's words for arguments of a wrong type. */
export function wrongSignature(item: AnyItem, method: string): ServiceError {
  return new ServiceError(
    `The parameters don't match the method signature for FormApp.${apiNameOf(item)}.${method}.`,
  );
}

/** Members of AnyItem that stay in the script. */
export const LIGHT_ITEM_MEMBERS = ["getId", "getType"] as const;

/** The same of items that are answered. */
export const LIGHT_QUESTION_MEMBERS = [
  ...LIGHT_ITEM_MEMBERS,
  "createResponse",
] as const;

/** Members that every item has, whatever its class. */
export abstract class AnyItem extends ServiceObject {
  readonly form: FormHandle;
  readonly itemId: number;

  constructor(form: FormHandle, itemId: number) {
    super();
    this.form = form;
    this.itemId = itemId;
  }

  getId(): number {
    return this.itemId;
  }

  getType(): EnumValue {
    return ItemType[recordOf(this).type];
  }

  getTitle(): string {
    return recordOf(this).title;
  }

  setTitle(title: string): this {
    changeItem(this, (record) => {
      record.title = textArgument(title, "title");
    });
    return this;
  }

  getHelpText(): string {
    return recordOf(this).help;
  }

  setHelpText(text: string): this {
    changeItem(this, (record) => {
      record.help = textArgument(text, "text");
    });
    return this;
  }

  getIndex(): number {
    return formOf(this.form).items.indexOf(recordOf(this));
  }
}

/** Items that ask something. */
export abstract class QuestionItem extends AnyItem {
  isRequired(): boolean {
    return recordOf(this).required;
  }

  setRequired(enabled: boolean): this {
    changeItem(this, (record) => {
      record.required = booleanArgument(enabled, "enabled");
    });
    return this;
  }
}
