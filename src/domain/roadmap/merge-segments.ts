/** Joins parts of a phrase that stand on lines of their own and belong together. */

import type { Repeat } from "./interval";
import type { Item } from "./items";

/** Dated items and the repeats that go with them. */
export type Segment = {
  readonly items: readonly Item[];
  /** Null = a repeat that cannot be written down. */
  readonly repeats: readonly (Repeat | null)[];
  /** Characters of the phrase. */
  readonly at: number;
  readonly end: number;
  /** After «далее»: a thing of its own. */
  readonly isNext: boolean;
};

/**
 * A repeat on a line of its own goes with its neighbour: «ежегодно» with a
 * month, any other with the stretch of time in which it repeats.
 */
export function mergeSegments(
  segments: readonly Segment[],
): readonly Segment[] {
  const merged: Segment[] = [];
  for (const next of segments) {
    const last = merged[merged.length - 1];
    if (last !== undefined && goTogether(last, next)) {
      merged[merged.length - 1] = {
        items: [...last.items, ...next.items],
        repeats: [...last.repeats, ...next.repeats],
        at: last.at,
        end: next.end,
        isNext: last.isNext,
      };
    } else {
      merged.push(next);
    }
  }
  return merged;
}

function goTogether(last: Segment, next: Segment): boolean {
  const isRepeatFirst = isBareRepeat(last) && hasNoRepeat(next);
  const isRepeatLast = isBareRepeat(next) && hasNoRepeat(last);
  return (
    (isBareYearly(last) && hasNoYears(next)) ||
    (isBareYearly(next) && hasNoYears(last)) ||
    (!next.isNext &&
      ((isRepeatFirst && next.items.every(isBoundedOrStretch)) ||
        (isRepeatLast && last.items.every(isStretch))))
  );
}

const isBareRepeat = ({ items, repeats }: Segment) =>
  items.length === 0 && !repeats.includes(null);

const hasNoRepeat = ({ items, repeats }: Segment) =>
  items.length > 0 && repeats.length === 0;

/** Long enough for something to repeat in it: «в течение учебного года», «с октября». */
function isStretch(item: Item): boolean {
  const isLong = item.form === "range" || item.form === "from";
  return (
    isLong ||
    (item.form === "single" &&
      (item.during || /year|half|term|trimester/.test(item.only.core.unit)))
  );
}

const isBoundedOrStretch = (item: Item) =>
  isStretch(item) || item.form === "until" || item.form === "notLater";

function isBareYearly({ items, repeats }: Segment): boolean {
  return items.length === 0 && repeats.every((repeat) => repeat === "yearly");
}

function hasNoYears({ items, repeats }: Segment): boolean {
  const isYearless = (item: Item): boolean =>
    (item.form === "single" || item.form === "until") &&
    item.only.core.unit !== "year" &&
    item.only.years.list.length === 0;
  return items.length > 0 && repeats.length === 0 && items.every(isYearless);
}
