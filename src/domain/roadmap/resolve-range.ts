/** Turns «с … по …» and «… – …» into stretches of days. */

import { isSchoolCore, precisionOf } from "./core";
import type { DateContext, Precision } from "./interval";
import { type Placed, placeAll, type YearHint } from "./resolve-years";
import {
  notInCalendar,
  otherWeekday,
  type Resolved,
  type Stretch,
} from "./stretch";
import { type Expression, NO_YEARS } from "./years";

/**
 * Days of a range.
 *
 * @param hint - What its neighbours say about a missing year.
 */
export function resolveRange(
  left: Expression,
  right: Expression,
  context: DateContext,
  hint: YearHint,
): Resolved {
  if (isReversed(left, right)) {
    return { stretches: [], warnings: [REVERSED] };
  }
  const [schoolYear] = right.years.school ? right.years.list : [];
  const isOfYear = left.years.list.length === 0 && !isSchoolCore(right.core);
  if (schoolYear !== undefined && isOfYear && right.years.list.length === 1) {
    // «июнь–август 2026/2027 учебного года»: both lie in that year.
    const bare = { ...right, years: NO_YEARS };
    return resolveRange(left, bare, { ...context, schoolYear }, null);
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
