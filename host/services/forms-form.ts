/** Form: one questionnaire as the add-on holds it. */

import {
  CheckboxItem,
  ListItem,
  MultipleChoiceItem,
} from "./form-choice-items";
import { DestinationType } from "./form-enums";
import { CheckboxGridItem, GridItem } from "./form-grid-items";
import { AnyItem, changeForm, type FormHandle, formOf } from "./form-item-base";
import { Item } from "./form-items";
import { PageBreakItem, SectionHeaderItem } from "./form-layout-items";
import { formUrl, publishedUrl } from "./form-links";
import {
  DateItem,
  DateTimeItem,
  DurationItem,
  TimeItem,
} from "./form-moment-items";
import { type Destination, type FormItemType, newItem } from "./form-record";
import { FormResponse } from "./form-response";
import { RatingItem, ScaleItem } from "./form-scale-items";
import { FormSettings } from "./form-settings";
import { ParagraphTextItem, TextItem } from "./form-text-items";
import { EnumValue, ServiceError } from "./service-object";

/** Adds an item at the end; its id. */
function addItem(handle: FormHandle, type: FormItemType): number {
  const item = newItem(type, formOf(handle).items);
  changeForm(handle, (form) => form.items.push(item));
  return item.id;
}

/** @throws ServiceError when the form is linked to nothing. */
function destinationOf(handle: FormHandle): Destination {
  const { destination } = formOf(handle);
  const { book } = handle.store.context;
  if (destination === null || !book.hasTab(destination.sheetId)) {
    throw new ServiceError("The form currently has no response destination.");
  }
  return destination;
}

/** Index of an item given by itself or by its index. */
function indexOf(handle: FormHandle, item: unknown): number {
  const { items } = formOf(handle);
  const index =
    item instanceof AnyItem
      ? item.form.id === handle.id
        ? items.findIndex((candidate) => candidate.id === item.itemId)
        : -1
      : typeof item === "number"
        ? Math.trunc(item)
        : -1;
  if (!(index >= 0 && index < items.length)) {
    throw new ServiceError(`Invalid argument: there is no such item.`);
  }
  return index;
}

export class Form extends FormSettings {
  static override readonly light: ReadonlySet<string> = new Set([
    "getId",
    "createResponse",
    "supportsAdvancedResponderPermissions",
  ]);

  getId(): string {
    return this.handle.id;
  }

  /** A new tab «Ответы на форму (N)» of the book, with all answers so far. */
  setDestination(type: EnumValue, id: string): this {
    if (type !== DestinationType.SPREADSHEET) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.Form.setDestination.",
      );
    }
    if (id !== this.handle.store.context.book.id) {
      throw new ServiceError(
        "No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.",
      );
    }
    this.handle.store.link(formOf(this.handle));
    return this;
  }

  getDestinationId(): string {
    return destinationOf(this.handle).bookId;
  }

  getDestinationType(): EnumValue {
    destinationOf(this.handle);
    return DestinationType.SPREADSHEET;
  }

  /** The tab and its rows stay. */
  removeDestination(): this {
    this.handle.store.unlink(formOf(this.handle));
    return this;
  }

  addTextItem(): TextItem {
    return new TextItem(this.handle, addItem(this.handle, "TEXT"));
  }

  addParagraphTextItem(): ParagraphTextItem {
    return new ParagraphTextItem(
      this.handle,
      addItem(this.handle, "PARAGRAPH_TEXT"),
    );
  }

  addScaleItem(): ScaleItem {
    return new ScaleItem(this.handle, addItem(this.handle, "SCALE"));
  }

  addRatingItem(): RatingItem {
    return new RatingItem(this.handle, addItem(this.handle, "RATING"));
  }

  addMultipleChoiceItem(): MultipleChoiceItem {
    return new MultipleChoiceItem(
      this.handle,
      addItem(this.handle, "MULTIPLE_CHOICE"),
    );
  }

  addCheckboxItem(): CheckboxItem {
    return new CheckboxItem(this.handle, addItem(this.handle, "CHECKBOX"));
  }

  addListItem(): ListItem {
    return new ListItem(this.handle, addItem(this.handle, "LIST"));
  }

  addGridItem(): GridItem {
    return new GridItem(this.handle, addItem(this.handle, "GRID"));
  }

  addCheckboxGridItem(): CheckboxGridItem {
    return new CheckboxGridItem(
      this.handle,
      addItem(this.handle, "CHECKBOX_GRID"),
    );
  }

  addDateItem(): DateItem {
    return new DateItem(this.handle, addItem(this.handle, "DATE"));
  }

  addDateTimeItem(): DateTimeItem {
    return new DateTimeItem(this.handle, addItem(this.handle, "DATETIME"));
  }

  addTimeItem(): TimeItem {
    return new TimeItem(this.handle, addItem(this.handle, "TIME"));
  }

  addDurationItem(): DurationItem {
    return new DurationItem(this.handle, addItem(this.handle, "DURATION"));
  }

  addSectionHeaderItem(): SectionHeaderItem {
    return new SectionHeaderItem(
      this.handle,
      addItem(this.handle, "SECTION_HEADER"),
    );
  }

  addPageBreakItem(): PageBreakItem {
    return new PageBreakItem(this.handle, addItem(this.handle, "PAGE_BREAK"));
  }

  /** All items, or those of one type, in the order of the form. */
  getItems(itemType?: EnumValue): Item[] {
    if (itemType !== undefined && !(itemType instanceof EnumValue)) {
      throw new ServiceError(
        "The parameters don't match the method signature for FormApp.Form.getItems.",
      );
    }
    return formOf(this.handle)
      .items.filter(
        (item) => itemType === undefined || item.type === itemType.name,
      )
      .map((item) => new Item(this.handle, item.id));
  }

  /** Null when the form has no such item. */
  getItemById(id: number): Item | null {
    const number = Number(id);
    return formOf(this.handle).items.some((item) => item.id === number)
      ? new Item(this.handle, number)
      : null;
  }

  /** By the item itself or by its 0-based index. */
  deleteItem(item: AnyItem | number): void {
    const index = indexOf(this.handle, item);
    changeForm(this.handle, (form) => form.items.splice(index, 1));
  }

  /** By the item itself or by its 0-based index, to a 0-based index. */
  moveItem(item: AnyItem | number, toIndex: number): Item {
    const from = indexOf(this.handle, item);
    const to = indexOf(this.handle, toIndex);
    changeForm(this.handle, (form) => {
      form.items.splice(to, 0, ...form.items.splice(from, 1));
    });
    const moved = formOf(this.handle).items[to];
    return new Item(this.handle, moved === undefined ? -1 : moved.id);
  }

  getPublishedUrl(): string {
    return publishedUrl(this.handle.store.context.origin(), this.handle.id);
  }

  getEditUrl(): string {
    return formUrl(this.handle.store.context.origin(), this.handle.id, "edit");
  }

  createResponse(): FormResponse {
    return new FormResponse(this.handle, null);
  }

  /** All responses, oldest first, or those given at a moment and later. */
  getResponses(timestamp?: Date): FormResponse[] {
    const from =
      timestamp === undefined ? Number.NEGATIVE_INFINITY : Number(timestamp);
    return formOf(this.handle)
      .responses.filter((response) => Date.parse(response.timestamp) >= from)
      .map((response) => new FormResponse(this.handle, response));
  }

  getResponse(responseId: string): FormResponse {
    const response = formOf(this.handle).responses.find(
      (candidate) => candidate.id === responseId,
    );
    if (response === undefined) {
      throw new ServiceError("No response with the given ID could be found.");
    }
    return new FormResponse(this.handle, response);
  }

  deleteResponse(responseId: string): this {
    const { responses } = formOf(this.handle);
    const index = responses.findIndex((response) => response.id === responseId);
    if (index === -1) {
      throw new ServiceError("No response with the given ID could be found.");
    }
    changeForm(this.handle, () => responses.splice(index, 1));
    return this;
  }

  /** Rows already written to a linked tab stay. */
  deleteAllResponses(): this {
    changeForm(this.handle, (form) => {
      form.responses.length = 0;
    });
    return this;
  }
}
