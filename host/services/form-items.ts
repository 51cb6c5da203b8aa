/** The generic Item, and the class each kind of item has. */

import {
  CheckboxItem,
  ListItem,
  MultipleChoiceItem,
} from "./form-choice-items";
import { CheckboxGridItem, GridItem } from "./form-grid-items";
import {
  AnyItem,
  copyItem,
  type FormHandle,
  LIGHT_ITEM_MEMBERS,
  recordOf,
} from "./form-item-base";
import { PageBreakItem, SectionHeaderItem } from "./form-layout-items";
import {
  DateItem,
  DateTimeItem,
  DurationItem,
  TimeItem,
} from "./form-moment-items";
import type { FormItemType } from "./form-record";
import { RatingItem, ScaleItem } from "./form-scale-items";
import { ParagraphTextItem, TextItem } from "./form-text-items";
import { ServiceError } from "./service-object";

/** @throws ServiceError with Google's wording when the item is another kind. */
function checkType(item: AnyItem, type: FormItemType): void {
  const actual = recordOf(item).type;
  if (actual !== type) {
    throw new ServiceError(`Invalid conversion for item type: ${actual}.`);
  }
}

/** What getItems and getItemById give: common members and conversions. */
export class Item extends AnyItem {
  static override readonly light: ReadonlySet<string> = new Set([
    ...LIGHT_ITEM_MEMBERS,
    "asTextItem",
    "asParagraphTextItem",
    "asScaleItem",
    "asRatingItem",
    "asMultipleChoiceItem",
    "asCheckboxItem",
    "asListItem",
    "asGridItem",
    "asCheckboxGridItem",
    "asDateItem",
    "asDateTimeItem",
    "asTimeItem",
    "asDurationItem",
    "asSectionHeaderItem",
    "asPageBreakItem",
  ]);

  asTextItem(): TextItem {
    checkType(this, "TEXT");
    return new TextItem(this.form, this.itemId);
  }

  asParagraphTextItem(): ParagraphTextItem {
    checkType(this, "PARAGRAPH_TEXT");
    return new ParagraphTextItem(this.form, this.itemId);
  }

  asScaleItem(): ScaleItem {
    checkType(this, "SCALE");
    return new ScaleItem(this.form, this.itemId);
  }

  asRatingItem(): RatingItem {
    checkType(this, "RATING");
    return new RatingItem(this.form, this.itemId);
  }

  asMultipleChoiceItem(): MultipleChoiceItem {
    checkType(this, "MULTIPLE_CHOICE");
    return new MultipleChoiceItem(this.form, this.itemId);
  }

  asCheckboxItem(): CheckboxItem {
    checkType(this, "CHECKBOX");
    return new CheckboxItem(this.form, this.itemId);
  }

  asListItem(): ListItem {
    checkType(this, "LIST");
    return new ListItem(this.form, this.itemId);
  }

  asGridItem(): GridItem {
    checkType(this, "GRID");
    return new GridItem(this.form, this.itemId);
  }

  asCheckboxGridItem(): CheckboxGridItem {
    checkType(this, "CHECKBOX_GRID");
    return new CheckboxGridItem(this.form, this.itemId);
  }

  asDateItem(): DateItem {
    checkType(this, "DATE");
    return new DateItem(this.form, this.itemId);
  }

  asDateTimeItem(): DateTimeItem {
    checkType(this, "DATETIME");
    return new DateTimeItem(this.form, this.itemId);
  }

  asTimeItem(): TimeItem {
    checkType(this, "TIME");
    return new TimeItem(this.form, this.itemId);
  }

  asDurationItem(): DurationItem {
    checkType(this, "DURATION");
    return new DurationItem(this.form, this.itemId);
  }

  asSectionHeaderItem(): SectionHeaderItem {
    checkType(this, "SECTION_HEADER");
    return new SectionHeaderItem(this.form, this.itemId);
  }

  asPageBreakItem(): PageBreakItem {
    checkType(this, "PAGE_BREAK");
    return new PageBreakItem(this.form, this.itemId);
  }

  duplicate(): Item {
    return new Item(this.form, copyItem(this).id);
  }
}

/** For FormHandle.itemOf. */
export function genericItem(form: FormHandle, itemId: number): Item {
  return new Item(form, itemId);
}
