/** What every item of a form can do, and how items find their data. */
import { ItemType } from "./form-enums";
import { type FormRecord, type ItemRecord, newItem } from "./form-record";
import type { FormsStore } from "./forms-store";
import { type EnumValue, ServiceError, ServiceObject } from "./service-object";

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

/** Adds a copy of an item right behind it. */
export function copyItem(item: AnyItem): ItemRecord {
  const source = recordOf(item);
  const form = formOf(item.form);
  const copy: ItemRecord = {
    ...structuredClone(source),
    id: newItem(source.type, form.items).id,
  };
  form.items.splice(form.items.indexOf(source) + 1, 0, copy);
  item.form.store.changed(form);
  return copy;
}

/** Members of AnyItem that stay in the script. */
export const LIGHT_ITEM_MEMBERS = ["getId", "getType"] as const;

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
