/** Shares the years written in a segment among the items that have none. */

import type { DateContext } from "./interval";
import type { Item } from "./items";
import { resolveItem } from "./resolve";
import type { YearHint } from "./resolve-years";
import { type Expression, inSchoolYears, oneYear } from "./years";

type Dated = {
  readonly item: Item;
  readonly hint: YearHint;
  readonly context: DateContext;
};

/** Items with what is known about their years, and what to check. */
export function assignYears(
  items: readonly Item[],
  context: DateContext,
): { readonly items: readonly Dated[]; readonly warnings: readonly string[] } {
  const shared = shareSchoolYear(shareSchoolWord(items), context);
  const known = shareFirstYear(shared.items);
  const dated: Dated[] = known.map((item) => ({
    item,
    hint: null,
    context: shared.context,
  }));
  const warnings = fillBackwards(dated);
  fillForwards(dated);
  return { items: dated, warnings };
}

/** «2026-2027, 2027-2028 уч. гг.»: the word at the end is of each pair. */
function shareSchoolWord(items: readonly Item[]): readonly Item[] {
  const shared: Item[] = [];
  for (const item of items.slice().reverse()) {
    const [next] = shared;
    const isListed =
      item.form === "single" && next?.form === "single" && next.linked;
    shared.unshift(
      isListed ? { ...item, only: inSchoolYears(item.only, next.only) } : item,
    );
  }
  return shared;
}

/** First and last expression of a dated item; null for the others. */
function expressions(item: Item): readonly [Expression, Expression] | null {
  switch (item.form) {
    case "range":
      return [item.left, item.right];
    case "monthdays":
    case "repeat":
    case "throughout":
    case "term":
      return null;
    default:
      return [item.only, item.only];
  }
}

/** Whether an item names days or months but no year. */
function isYearless(item: Item): boolean {
  const pair = expressions(item);
  return (
    pair?.every(
      ({ core, years }) =>
        years.list.length === 0 &&
        core.unit !== "year" &&
        core.unit !== "schoolyear",
    ) ?? false
  );
}

/** «сентябрь, май 2026–2027 учебного года»: the months lie in that year. */
function shareSchoolYear(items: readonly Item[], context: DateContext) {
  const owners = items.filter(
    (item) =>
      item.form === "single" &&
      item.only.core.unit === "schoolyear" &&
      item.only.core.extra === 0 &&
      item.only.years.list.length === 1,
  );
  const owner = owners[0];
  if (
    owner?.form !== "single" ||
    owners.length > 1 ||
    !items.some(isYearless)
  ) {
    return { items, context };
  }
  const schoolYear = owner.only.years.list[0] ?? context.schoolYear;
  return {
    items: owner.during ? items : items.filter((item) => item !== owner),
    context: { ...context, schoolYear },
  };
}

/** «2026 год: сентябрь, ноябрь»: the year stands once, in front. */
function shareFirstYear(items: readonly Item[]): readonly Item[] {
  const [first, ...others] = items;
  const year =
    first?.form === "single" &&
    first.only.core.unit === "year" &&
    first.only.core.extra === 0 &&
    first.only.years.list.length === 1
      ? first.only.years.list[0]
      : undefined;
  if (year === undefined || others.length === 0 || !others.every(isYearless)) {
    return items;
  }
  const withYear = (expression: Expression): Expression => ({
    ...expression,
    years: oneYear(year),
  });
  return others.map((item) => {
    if (item.form === "range") {
      return { ...item, right: withYear(item.right) };
    }
    return "only" in item ? { ...item, only: withYear(item.only) } : item;
  });
}

function hasYear(item: Item): boolean {
  return expressions(item)?.some(({ years }) => years.list.length > 0) ?? false;
}

function firstDay({ item, hint, context }: Dated): string | null {
  const [found] = resolveItem(item, context, hint).stretches;
  return found?.start ?? found?.end ?? null;
}

/** «сентябрь, май 2027»: the latest September that is not after May 2027. */
function fillBackwards(dated: Dated[]): readonly string[] {
  const warnings: string[] = [];
  for (let index = dated.length - 2; index >= 0; index -= 1) {
    const [current, next] = [dated[index], dated[index + 1]];
    if (current === undefined || next === undefined || !next.item.linked) {
      continue;
    }
    const day = firstDay(next);
    const isKnown = hasYear(next.item) || next.hint !== null;
    if (!isKnown || day === null || !isYearless(current.item)) {
      continue;
    }
    const schoolYear = writtenSchoolYear(next);
    if (schoolYear !== null) {
      dated[index] = {
        ...current,
        context: { ...current.context, schoolYear },
      };
    } else {
      dated[index] = { ...current, hint: { side: "before", day } };
      warnings.push(...differentYear(dated[index], day));
    }
  }
  return warnings;
}

/** «май 2026–2027 учебного года»: the school year of what stands before. */
function writtenSchoolYear({ item }: Dated): number | null {
  const years = expressions(item)?.[1].years;
  return years?.school === true ? (years.list[0] ?? null) : null;
}

function differentYear(dated: Dated | undefined, day: string) {
  const found = dated === undefined ? null : firstDay(dated);
  const year = found?.slice(0, 4);
  return year === undefined || year === day.slice(0, 4)
    ? []
    : [`Для даты без года взят ${year} год: проверьте срок.`];
}

/** «сентябрь 2026, январь»: the first January after it. */
function fillForwards(dated: Dated[]): void {
  for (let index = 1; index < dated.length; index += 1) {
    const [previous, current] = [dated[index - 1], dated[index]];
    if (previous === undefined || current === undefined) {
      continue;
    }
    const isKnown = hasYear(previous.item) || previous.hint !== null;
    const day = isKnown && current.item.linked ? firstDay(previous) : null;
    if (day !== null && current.hint === null && isYearless(current.item)) {
      dated[index] = { ...current, hint: { side: "after", day } };
    }
  }
}
