/** Turns the items of a segment into intervals of days. */

import { russianDate } from "../language/dates";
import { type Bounds, dayAfter, dayBefore } from "./calendar";
import { precisionOf, schoolYearBounds } from "./core";
import type { DateContext, Precision } from "./interval";
import type { ItemMeaning } from "./items";
import { resolveRange } from "./resolve-range";
import { placeAll, type YearHint } from "./resolve-years";
import {
  notInCalendar,
  otherWeekday,
  type Resolved,
  type Stretch,
} from "./stretch";
import type { Expression } from "./years";

const NOTHING: Resolved = { stretches: [], warnings: [] };

/**
 * Days of one item.
 *
 * @param hint - What its neighbours say about a missing year.
 */
export function resolveItem(
  item: ItemMeaning,
  context: DateContext,
  hint: YearHint,
): Resolved {
  switch (item.form) {
    case "single":
      return each(item.only, context, hint, (bounds) =>
        single(item.only, bounds),
      );
    case "range":
      return resolveRange(item.left, item.right, context, hint);
    case "from":
      return each(item.only, context, hint, ({ start }) => ({
        start,
        end: null,
        precision: monthOrDay(item.only),
        kind: "open",
      }));
    case "after":
      return each(item.only, context, hint, ({ end }) => ({
        start: dayAfter(end),
        end: null,
        precision: "day",
        kind: "open",
      }));
    case "until":
    case "towards":
    case "notLater":
    case "before":
      return resolveBound(item, context, hint);
    case "throughout":
      return resolveWithin(item.within, context, "throughout");
    case "term":
      return resolveWithin(item.within, context, "interval");
    default:
      return NOTHING;
  }
}

function each(
  expression: Expression,
  context: DateContext,
  hint: YearHint,
  make: (bounds: Bounds) => Stretch,
): Resolved {
  const stretches: Stretch[] = [];
  const warnings: string[] = [];
  for (const placed of placeAll(expression, context, hint)) {
    if ("bounds" in placed) {
      stretches.push(make(placed.bounds));
      warnings.push(...otherWeekday(expression, placed.bounds));
    } else {
      warnings.push(notInCalendar(placed.impossible));
    }
  }
  return { stretches, warnings };
}

function single(expression: Expression, { start, end }: Bounds): Stretch {
  const { core } = expression;
  const isDay =
    core.unit === "day" ||
    core.unit === "weekday" ||
    (core.unit === "edge" && core.length === "day");
  const kind = isDay ? "deadline" : "interval";
  return { start, end, precision: precisionOf(core), kind };
}

function monthOrDay({ core }: Expression): Precision {
  return core.unit === "month" ? "month" : "day";
}

function resolveBound(
  item: Extract<
    ItemMeaning,
    { form: "until" | "towards" | "notLater" | "before" }
  >,
  context: DateContext,
  hint: YearHint,
): Resolved {
  const { core } = item.only;
  // «до 5 сентября», «до конца мая» include the day; «до мая» ends before May.
  const isDay = core.unit === "day" || core.unit === "days";
  const isEnd = core.unit === "edge" && core.edge === "end";
  const isStart = core.unit === "edge" && core.edge === "start";
  const isBefore = item.form === "before";
  const inclusive =
    !isBefore &&
    (isDay ||
      isEnd ||
      item.form === "notLater" ||
      (isStart && item.form === "towards"));
  const found = each(item.only, context, hint, ({ start, end }) => ({
    start: null,
    end: inclusive ? end : dayBefore(start),
    precision: monthOrDay(item.only),
    kind: "deadline",
  }));
  return inclusive || isStart || isBefore
    ? found
    : {
        ...found,
        warnings: [...found.warnings, ...found.stretches.map(doubt)],
      };
}

function doubt({ end }: Stretch): string {
  const day = russianDate(end ?? "");
  return `Срок «до …» понят как «до ${day}»: если месяц входит в срок, напишите «до конца …».`;
}

function resolveWithin(
  within: ItemMeaning | null,
  context: DateContext,
  kind: "throughout" | "interval",
): Resolved {
  const precision = kind === "throughout" ? "schoolyear" : "term";
  if (within !== null) {
    const { stretches, warnings } = resolveItem(within, context, null);
    return {
      stretches: stretches.map((found) => ({ ...found, precision, kind })),
      warnings,
    };
  }
  const whole =
    context.span ?? schoolYearBounds(context.schoolYear, 0, context);
  return whole === null
    ? NOTHING
    : {
        stretches: [{ start: whole.start, end: whole.end, precision, kind }],
        warnings: [],
      };
}
