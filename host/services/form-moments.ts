/** Dates, times and durations of answers: as typed or posted, as stored, as shown. */
import type { FormItemType } from "./form-record";

type Asked = {
  readonly type: FormItemType;
  readonly withoutYear?: boolean;
};

const ISO_DAY = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/;
const RUSSIAN_DAY = /^(\d{1,2})\.(\d{1,2})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
/** Google's own limit of a duration. */
const MAX_HOURS = 72;
/** A leap year, in which every day of the calendar exists. */
const ANY_YEAR = 2000;

export function pad(number: number, length = 2): string {
  return String(number).padStart(length, "0");
}

/** `yyyy-MM-dd`, or `MM-dd` without a year (also typed as 31.12); null when there is no such day. */
function day(text: string, withYear: boolean): string | null {
  const typed = withYear ? null : RUSSIAN_DAY.exec(text);
  const parts = ISO_DAY.exec(
    typed === null ? text : `${pad(Number(typed[2]))}-${pad(Number(typed[1]))}`,
  );
  if (parts === null || (parts[1] !== undefined) !== withYear) return null;
  const [year, month, date] = [parts[1] ?? ANY_YEAR, parts[2], parts[3]].map(
    Number,
  ) as [number, number, number];
  const moment = new Date(Date.UTC(2000, month - 1, date));
  moment.setUTCFullYear(year, month - 1, date);
  const exists =
    moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return exists ? parts[0] : null;
}

function clock(text: string): string | null {
  const parts = CLOCK.exec(text);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3] ?? 0].map(
    Number,
  ) as [number, number, number];
  return hours < 24 && minutes < 60 && seconds < 60
    ? `${pad(hours)}:${pad(minutes)}`
    : null;
}

function duration(text: string): string | null {
  const parts = CLOCK.exec(text);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3] ?? 0].map(
    Number,
  ) as [number, number, number];
  return hours <= MAX_HOURS && minutes < 60 && seconds < 60
    ? `${pad(hours)}:${pad(minutes)}:${pad(seconds)}`
    : null;
}

/**
 * A given answer as it is stored and as ItemResponse.getResponse gives it:
 * `yyyy-MM-dd`, `yyyy-MM-dd HH:mm` (without a year `MM-dd…`), `HH:mm`,
 * `HH:mm:ss`.
 *
 * @returns Null when the text is none.
 */
export function storedMoment(item: Asked, given: string): string | null {
  const text = given.trim();
  const withYear = item.withoutYear !== true;
  switch (item.type) {
    case "DATE":
      return day(text, withYear);
    case "DATETIME": {
      // Browsers post a T between the two.
      const [date = "", time = ""] = text.split(/[T\s]+/);
      const [first, second] = [day(date, withYear), clock(time)];
      return first === null || second === null ? null : `${first} ${second}`;
    }
    case "TIME":
      return clock(text);
    default:
      return duration(text);
  }
}

/** Items answered with a moment or a duration. */
export function asksMoment({ type }: Asked): boolean {
  return (
    type === "DATE" ||
    type === "DATETIME" ||
    type === "TIME" ||
    type === "DURATION"
  );
}

/** What is said of a text that is no such moment. */
export function momentMessage({ type, withoutYear }: Asked): string {
  switch (type) {
    case "DATE":
      return withoutYear
        ? "Укажите день и месяц, например 05.09."
        : "Укажите дату полностью: год, месяц и день.";
    case "DATETIME":
      return withoutYear
        ? "Укажите день, месяц и время, например 05.09 14:30."
        : "Укажите дату и время полностью.";
    case "TIME":
      return "Укажите время: часы и минуты, например 14:30.";
    default:
      return `Укажите часы, минуты и секунды, например 01:30:00, не больше ${MAX_HOURS} часов.`;
  }
}

/** A stored answer as people read it, day first. */
export function shownMoment(stored: string): string {
  return stored
    .replace(/^(\d{4})-(\d{2})-(\d{2})/, "$3.$2.$1")
    .replace(/^(\d{2})-(\d{2})/, "$2.$1");
}
