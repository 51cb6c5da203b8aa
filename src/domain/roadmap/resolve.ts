/** Turns the items of a segment into intervals of days. */

import { russianDate } from "../language/dates";
import { type Bounds, dayAfter, dayBefore, weekdayOf } from "./calendar";
import { precisionOf, schoolYearBounds } from "./core";
import type { DateContext, Precision } from "./interval";
import type { ItemMeaning } from "./items";
import { type Placed, placeAll, type YearHint } from "./resolve-years";
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

const WEEKDAYS = [
  "понедельник",
  "вторник",
  "среда",
  "четверг",
  "пятница",
  "суббота",
  "воскресенье",
] as const;

/** «понедельник, 15 сентября», when that day is a Tuesday. */
function otherWeekday(
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

function notInCalendar(day: string): string {
  return `Даты «${day}» нет в календаре: исправьте срок.`;
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

function resolveRange(
  left: Expression,
  right: Expression,
  context: DateContext,
  hint: YearHint,
): Resolved {
  if (isReversed(left, right)) {
    return { stretches: [], warnings: [REVERSED] };
  }
  const hasLeft = left.years.list.length > 0;
  const hasRight = right.years.list.length > 0;
  if (hasRight) {
    return combine(
      placeAll(right, context, null).map((end) => {
        const before = "bounds" in end ? end.bounds.end : null;
        const near: YearHint =
          before === null ? null : { side: "before", day: before };
        const starts = placeAll(left, context, near);
        return [hasLeft ? lastOf(starts) : starts[0], end] as const;
      }),
      left,
      right,
    );
  }
  return combine(
    placeAll(left, context, hint).map((start) => {
      const after = "bounds" in start ? start.bounds.start : null;
      const near: YearHint =
        after === null ? null : { side: "after", day: after };
      return [start, placeAll(right, context, near)[0]] as const;
    }),
    left,
    right,
  );
}

const REVERSED =
  "Начало срока позже окончания: проверьте, какие годы имеются в виду.";

/** «с 20 по 10 октября»: one month, and its days stand the wrong way round. */
function isReversed(left: Expression, right: Expression): boolean {
  return (
    left.core.unit === "day" &&
    right.core.unit === "day" &&
    left.years.list.length === 0 &&
    left.core.month === right.core.month &&
    left.core.day > right.core.day
  );
}

function lastOf(list: readonly Placed[]): Placed | undefined {
  return list[list.length - 1];
}

function combine(
  pairs: readonly (readonly [Placed | undefined, Placed | undefined])[],
  left: Expression,
  right: Expression,
): Resolved {
  const stretches: Stretch[] = [];
  const warnings: string[] = [];
  for (const [first, last] of pairs) {
    if (first === undefined || last === undefined) {
      continue;
    }
    if ("impossible" in first || "impossible" in last) {
      const wrong = [first, last].flatMap((placed) =>
        "impossible" in placed ? [notInCalendar(placed.impossible)] : [],
      );
      warnings.push(...wrong);
    } else if (first.bounds.start > last.bounds.end) {
      warnings.push(REVERSED);
    } else {
      warnings.push(
        ...otherWeekday(left, first.bounds),
        ...otherWeekday(right, last.bounds),
      );
      stretches.push({
        start: first.bounds.start,
        end: last.bounds.end,
        precision: rangePrecision(
          precisionOf(left.core),
          precisionOf(right.core),
        ),
        kind: "interval",
      });
    }
  }
  return { stretches, warnings };
}

const WHOLE_MONTHS = new Set<Precision>(["month", "season", "quarter"]);

const WHOLE_YEARS = new Set<Precision>(["term", "year", "schoolyear"]);

function rangePrecision(left: Precision, right: Precision): Precision {
  if (WHOLE_MONTHS.has(left) && WHOLE_MONTHS.has(right)) {
    return "month";
  }
  return left === right && WHOLE_YEARS.has(left) ? left : "day";
}
