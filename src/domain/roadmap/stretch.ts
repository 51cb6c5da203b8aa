/** Stretches of days, and what is wrong with the days that were to bound them. */

import { russianDate } from "../language/dates";
import { WEEKDAYS } from "../language/weekdays";
import { type Bounds, weekdayOf } from "./calendar";
import type { Precision } from "./interval";
import type { Expression } from "./years";

/** An interval before its repeat and source are known. */
export type Stretch = {
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: Precision;
  readonly kind: "deadline" | "interval" | "throughout" | "open";
};

/** Stretches of one item and Russian sentences about what is wrong with it. */
export type Resolved = {
  readonly stretches: readonly Stretch[];
  readonly warnings: readonly string[];
};

/** «понедельник, 15 сентября», when that day is a Tuesday. */
export function otherWeekday(
  { weekday }: Expression,
  { start }: Bounds,
): readonly string[] {
  const real = weekdayOf(start);
  return weekday === undefined || weekday === real
    ? []
    : [
        `${russianDate(start)} – это ${WEEKDAYS[real - 1]}: проверьте день недели или дату.`,
      ];
}

/** The warning about a day that no calendar has. */
export function notInCalendar(day: string): string {
  return `Даты «${day}» нет в календаре: исправьте срок.`;
}
