/** When a clock trigger is due: pure arithmetic on its schedule. */
import type { Trigger } from "../services/registry";
import {
  DAY_MS,
  momentOf,
  serialFromParts,
  serialOf,
  wallClockOf,
} from "../services/zone-time";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUTES_OF_DAY = 1_440;
/** From one 31st to the next there are at most so many days. */
const LONGEST_MONTH_GAP = 62;
const WEEK_DAYS = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];
/** Serial day 0, 1899-12-30, was a Saturday. */
const FIRST_WEEK_DAY = 6;

type Schedule = Trigger["schedule"];

/** Such a trigger fires a single time and stays in the list afterwards. */
export function isOnce({ schedule }: Pick<Trigger, "schedule">): boolean {
  return ["after", "at", "atDate"].some((key) => key in schedule);
}

/**
 * The first moment after `after` at which the trigger is due.
 *
 * Google picks the minute within the hour of `atHour` once for each trigger;
 * here it follows from the trigger's id. `nearMinute` is kept exactly.
 *
 * @param createdAt - When the trigger was installed: counting starts there.
 * @param zone - IANA name of the script's zone; `inTimezone` goes before it.
 * @returns null when it is never due again.
 */
export function nextDue(
  trigger: Pick<Trigger, "id" | "schedule">,
  createdAt: Date,
  after: Date,
  zone: string,
): Date | null {
  const { schedule } = trigger;
  if (isOnce(trigger)) {
    const due = onceAt(schedule, createdAt, zoneOf(schedule, zone));
    return due > after ? due : null;
  }
  const step = stepOf(schedule);
  if (step !== null) {
    const anchor = anchorOf(schedule, createdAt);
    const steps = Math.floor((after.getTime() - anchor) / step) + 1;
    return new Date(anchor + Math.max(0, steps) * step);
  }
  return nextDay(trigger, createdAt, after, zoneOf(schedule, zone));
}

function zoneOf(schedule: Schedule, zone: string): string {
  return String(schedule["inTimezone"] ?? zone);
}

function numberAt(schedule: Schedule, key: string): number | null {
  const value = schedule[key];
  return typeof value === "number" ? value : null;
}

function onceAt(schedule: Schedule, createdAt: Date, zone: string): Date {
  const wait = numberAt(schedule, "after");
  if (wait !== null) return new Date(createdAt.getTime() + wait);
  if (schedule["at"] !== undefined) return new Date(String(schedule["at"]));
  const [year = 0, month = 1, day = 1] = String(schedule["atDate"])
    .split("-")
    .map(Number);
  const hour = numberAt(schedule, "atHour") ?? 0;
  const minute = numberAt(schedule, "nearMinute") ?? 0;
  return momentOf(serialFromParts({ year, month, day, hour, minute }), zone);
}

/** Milliseconds between two firings; null when days are counted. */
function stepOf(schedule: Schedule): number | null {
  const minutes = numberAt(schedule, "everyMinutes");
  if (minutes !== null) return minutes * MINUTE_MS;
  const hours = numberAt(schedule, "everyHours");
  return hours === null ? null : hours * HOUR_MS;
}

function anchorOf(schedule: Schedule, createdAt: Date): number {
  const near = numberAt(schedule, "nearMinute");
  const created = createdAt.getTime();
  if (near === null) return created + (stepOf(schedule) ?? 0);
  const anchor = Math.floor(created / HOUR_MS) * HOUR_MS + near * MINUTE_MS;
  return anchor > created ? anchor : anchor + HOUR_MS;
}

function nextDay(
  trigger: Pick<Trigger, "id" | "schedule">,
  createdAt: Date,
  after: Date,
  zone: string,
): Date {
  const { schedule } = trigger;
  const created = wallClockOf(createdAt, zone);
  const createdDay = Math.floor(serialOf(createdAt, zone));
  const first = Math.floor(serialOf(after, zone));
  const hour = numberAt(schedule, "atHour");
  const minute =
    numberAt(schedule, "nearMinute") ??
    (hour === null ? created.minute : spreadMinute(trigger.id));
  const time = ((hour ?? created.hour) * 60 + minute) / MINUTES_OF_DAY;
  const last = first + LONGEST_MONTH_GAP + 14 * period(schedule);
  for (let day = Math.min(first, last); day <= last; day += 1) {
    if (!isDueDay(schedule, day, createdDay)) continue;
    const due = momentOf(day + time, zone);
    if (due > after && due > createdAt) return due;
  }
  throw new RangeError(`nextDay: no day for ${JSON.stringify(schedule)}`);
}

/** Days or weeks between two firings, 1 for months. */
function period(schedule: Schedule): number {
  return (
    numberAt(schedule, "everyDays") ?? numberAt(schedule, "everyWeeks") ?? 1
  );
}

function isDueDay(
  schedule: Schedule,
  day: number,
  createdDay: number,
): boolean {
  const monthDay = numberAt(schedule, "onMonthDay");
  if (monthDay !== null) return dayOfMonth(day) === monthDay;
  const days = numberAt(schedule, "everyDays");
  if (days !== null)
    return day >= createdDay && (day - createdDay) % days === 0;
  const weekDay = WEEK_DAYS.indexOf(String(schedule["onWeekDay"] ?? ""));
  const wanted = weekDay < 0 ? weekDayOf(createdDay) : weekDay;
  const weeks = (mondayOf(day) - mondayOf(createdDay)) / 7;
  return weekDayOf(day) === wanted && weeks % period(schedule) === 0;
}

/** 0 is Sunday. */
function weekDayOf(serialDay: number): number {
  return (serialDay + FIRST_WEEK_DAY) % 7;
}

function mondayOf(serialDay: number): number {
  return serialDay - ((weekDayOf(serialDay) + 6) % 7);
}

function dayOfMonth(serialDay: number): number {
  const epoch = Date.UTC(1899, 11, 30);
  return new Date(epoch + serialDay * DAY_MS).getUTCDate();
}

/** The same minute for one trigger always, spread over the hour. */
function spreadMinute(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 60_007;
  return sum % 60;
}
