/** When the weekly letter is due. */

export const WEEKDAYS = [
  "понедельник",
  "вторник",
  "среда",
  "четверг",
  "пятница",
  "суббота",
  "воскресенье",
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

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
