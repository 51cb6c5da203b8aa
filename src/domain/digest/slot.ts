/** When the weekly letter is due. */

import { WEEKDAYS, type Weekday } from "../language/weekdays";

/** A moment in the book's time zone. */
export type LocalMoment = {
  /** YYYY-MM-DD */
  readonly date: string;
  /** 0–23 */
  readonly hour: number;
};

const DAY_MS = 86_400_000;

/**
 * The Monday of the week whose letter was due last, at or before the moment.
 * One letter a week has one such Monday, whenever its day or hour is changed.
 */
export function weekOfLastSlot(
  now: LocalMoment,
  weekday: Weekday,
  hour: number,
): string {
  const today = weekdayOf(now.date);
  const due = WEEKDAYS.indexOf(weekday);
  const isPast = today > due || (today === due && now.hour >= hour);
  return addDays(now.date, -today - (isPast ? 0 : 7));
}

/** 0 is Monday. */
function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function addDays(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`).getTime() + days * DAY_MS;
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * What to do with a letter that has not been sent: `wait` for the day, `skip`
 * because the next one is near.
 */
export type Turn = "now" | "late" | "wait" | "skip";

/** An hourly trigger may come this much after the hour, hours. */
const ON_TIME = 2;
/** A letter this near to the next one is not sent any more, hours. */
const NEAR = 24;
/** Hours of the day at which a late letter may come. */
const DAY_FROM = 8;
const DAY_UNTIL = 21;

/**
 * Late letters come as soon as they can, but by day.
 *
 * @param week - Monday of the letter's week.
 * @param hour - At which it was due.
 */
export function turnOf(
  now: LocalMoment,
  week: string,
  weekday: Weekday,
  hour: number,
): Turn {
  const days = daysBetween(slotDay(week, weekday), now.date);
  const late = 24 * days + now.hour - hour;
  if (late < ON_TIME) {
    return "now";
  }
  if (7 * 24 - late <= NEAR) {
    return "skip";
  }
  return now.hour >= DAY_FROM && now.hour < DAY_UNTIL ? "late" : "wait";
}

/** The day on which the letter of a week is due. */
export function slotDay(week: string, weekday: Weekday): string {
  return addDays(week, WEEKDAYS.indexOf(weekday));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
