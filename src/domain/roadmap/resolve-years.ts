/** Gives every expression of a phrase its year and its days. */

import type { Bounds } from "./calendar";
import { type Core, coreBounds, isSchoolCore, usualYear } from "./core";
import type { DateContext } from "./interval";
import type { Expression } from "./years";

/** What the neighbours of a yearless expression say about its year. */
export type YearHint = {
  readonly side: "before" | "after";
  readonly day: string;
} | null;

/** Bounds of one reading, or the day that the calendar does not have. */
export type Placed =
  | { readonly bounds: Bounds }
  | { readonly impossible: string };

/** Every reading of an expression: one per written year, else one. */
export function placeAll(
  expression: Expression,
  context: DateContext,
  hint: YearHint,
): readonly Placed[] {
  const { core, years } = expression;
  const written = oneWinter(expression);
  if (written.length === 0) {
    return [place(core, hintedYear(core, context, hint), context, false)];
  }
  return written.map((year) => {
    if (years.school && !isSchoolCore(core)) {
      const then = { ...context, schoolYear: year };
      return place(core, usualYear(core, then), context, false);
    }
    if (core.unit === "half" && !years.school) {
      return place(core, year, context, true);
    }
    const base = years.school ? year : schoolYearWith(core, year, context);
    return place(core, base, context, false);
  });
}

/** «зима 2026–2027» is one winter, not two. */
function oneWinter({ core, years }: Expression): readonly number[] {
  const isWinter = core.unit === "season" && core.season === 1;
  return isWinter && years.stretched ? years.list.slice(0, 1) : years.list;
}

/** «3 четверть 2027 г.»: the school year in which it begins in that year. */
function schoolYearWith(
  core: Core,
  year: number,
  context: DateContext,
): number {
  if (!isSchoolCore(core) || core.unit === "schoolyear") {
    return year;
  }
  const earlier = coreBounds(core, year - 1, context, false);
  const begins = earlier?.start.startsWith(`${year}-`) === true;
  // Winter holidays lie in two calendar years: those of this school year then.
  const ends = earlier?.end.startsWith(`${year}-`) === true;
  return begins || (ends && context.schoolYear === year - 1) ? year - 1 : year;
}

function place(
  core: Core,
  year: number,
  context: DateContext,
  calendar: boolean,
): Placed {
  const bounds = coreBounds(core, year, context, calendar);
  return bounds === null ? { impossible: describe(core, year) } : { bounds };
}

function describe(core: Core, year: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  switch (core.unit) {
    case "day":
      return `${two(core.day)}.${two(core.month)}.${year}`;
    case "edge":
      return describe(core.of, year);
    default:
      return String(year);
  }
}

function hintedYear(core: Core, context: DateContext, hint: YearHint): number {
  if (hint === null) {
    return usualYear(core, context);
  }
  const near = Number(hint.day.slice(0, 4));
  const years = [near - 2, near - 1, near, near + 1, near + 2];
  const starts = (year: number) =>
    coreBounds(comparable(core), year, context, false)?.start ?? "";
  if (hint.side === "before") {
    const fitting = years.filter((year) => starts(year) <= hint.day);
    return fitting[fitting.length - 1] ?? near;
  }
  return years.find((year) => starts(year) >= hint.day) ?? near;
}

/** A leap day must not move to another year in search of a place. */
function comparable(core: Core): Core {
  return core.unit === "day" ? { ...core, day: Math.min(core.day, 28) } : core;
}
