/** Conditions on dates: as the engine's formulas, as kept data, and asked of one day. */
import type { Condition, CriteriaName } from "./conditional-criteria";
import { EnumValue } from "./service-object";
import { RelativeDate } from "./sheets-enums";
import { momentOf, serialOf } from "./zone-time";

/** Kept beside the engine's formula: a day's serial number, or a name of RelativeDate. */
export type KeptDate = {
  readonly criteria: CriteriaName;
  readonly date: number | keyof typeof RelativeDate;
};

/** First and last day that a relative date means, counted from today. */
const RELATIVE: Readonly<
  Record<keyof typeof RelativeDate, readonly [from: number, to: number]>
> = {
  TODAY: [0, 0],
  TOMORROW: [1, 1],
  YESTERDAY: [-1, -1],
  PAST_WEEK: [-7, 0],
  PAST_MONTH: [-30, 0],
  PAST_YEAR: [-365, 0],
};

export function keptDate(
  { criteria, values: [date] }: Condition,
  timeZone: string,
): KeptDate | null {
  if (!criteria.startsWith("DATE")) return null;
  if (date instanceof Date) {
    return { criteria, date: Math.floor(serialOf(date, timeZone)) };
  }
  return date instanceof EnumValue
    ? { criteria, date: date.name as keyof typeof RelativeDate }
    : null;
}

export function conditionOfDate(kept: KeptDate, timeZone: string): Condition {
  const value =
    typeof kept.date === "number"
      ? momentOf(kept.date, timeZone)
      : RelativeDate[kept.date];
  return { criteria: kept.criteria, values: [value] };
}

/** @param cell - Address of the cell that is asked. */
export function dateFormula({ criteria, date }: KeptDate, cell: string) {
  const [from, to] =
    typeof date === "number"
      ? [String(date), String(date)]
      : RELATIVE[date].map((days) =>
          days === 0 ? "TODAY()" : `TODAY()${days < 0 ? days : `+${days}`}`,
        );
  return `=AND(ISNUMBER(${cell}),${comparison(criteria, `INT(${cell})`, from, to)})`;
}

function comparison(
  criteria: CriteriaName,
  day: string,
  from = "",
  to = "",
): string {
  if (criteria.startsWith("DATE_AFTER")) return `${day}>${to}`;
  if (criteria.startsWith("DATE_BEFORE")) return `${day}<${from}`;
  return `${day}>=${from},${day}<=${to}`;
}

/**
 * Whether a day keeps the condition.
 *
 * @param serial - Value of the cell.
 * @param today - Serial number of today.
 */
export function keepsDate(
  { criteria, date }: KeptDate,
  serial: number,
  today: number,
): boolean {
  const [from, to] =
    typeof date === "number"
      ? [date, date]
      : [today + RELATIVE[date][0], today + RELATIVE[date][1]];
  const day = Math.floor(serial);
  if (criteria.startsWith("DATE_AFTER")) return day > to;
  if (criteria.startsWith("DATE_BEFORE")) return day < from;
  return day >= from && day <= to;
}
