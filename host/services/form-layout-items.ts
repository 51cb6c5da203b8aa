/** Items that ask nothing: headings, and page breaks with where the page before them leads. */
import { PageNavigationType } from "./form-enums";
import {
  AnyItem,
  changeItem,
  copyItem,
  type FormHandle,
  formOf,
  LIGHT_ITEM_MEMBERS,
  recordOf,
  wrongSignature,
} from "./form-item-base";
import type { GoTo } from "./form-record";
import type { EnumValue } from "./service-object";

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

  /** Where the page before this break leads: a page, or a navigation type. */
  setGoToPage(goTo: PageBreakItem | EnumValue): this {
    const after = goToOf(this.form, goTo);
    if (after === null) {
      throw wrongSignature(this, "setGoToPage");
    }
    changeItem(this, (record) => {
      record.after = after;
    });
    return this;
  }

  /** Null unless the page before this break leads to a certain page. */
  getGoToPage(): PageBreakItem | null {
    return pageAt(this.form, recordOf(this).after);
  }

  getPageNavigationType(): EnumValue {
    return navigationOf(this.form, recordOf(this).after ?? "CONTINUE");
  }

  duplicate(): PageBreakItem {
    return new PageBreakItem(this.form, copyItem(this).id);
  }
}

/** What a script gave as a destination; null when it is none of this form. */
export function goToOf(form: FormHandle, given: unknown): GoTo | null {
  if (given instanceof PageBreakItem) {
    return given.form.id === form.id ? recordOf(given) && given.itemId : null;
  }
  const words = ["CONTINUE", "RESTART", "SUBMIT"] as const;
  return words.find((word) => PageNavigationType[word] === given) ?? null;
}

/** The page a destination names; null for the words and for a deleted page. */
export function pageAt(
  form: FormHandle,
  goTo: GoTo | undefined,
): PageBreakItem | null {
  return typeof goTo === "number" &&
    formOf(form).items.some((item) => item.id === goTo)
    ? new PageBreakItem(form, goTo)
    : null;
}

/** A page that was deleted is no destination any more. */
export function navigationOf(form: FormHandle, goTo: GoTo): EnumValue {
  if (typeof goTo !== "number") {
    return PageNavigationType[goTo];
  }
  return pageAt(form, goTo) === null
    ? PageNavigationType.CONTINUE
    : PageNavigationType.GO_TO_PAGE;
}
