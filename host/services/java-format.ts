/** Utilities.formatDate: the patterns of Java's SimpleDateFormat, English names. */
import { ServiceError } from "./service-object";
import { type WallClock, wallClockOf, zoneMinutes } from "./zone-time";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
/** Java's short names of zones where Intl gives an offset instead. */
const SHORT_ZONES: Readonly<Record<string, string>> = {
  GMT: "GMT",
  "Etc/GMT": "GMT",
  "Europe/Kaliningrad": "EET",
  "Europe/Moscow": "MSK",
  "Europe/Samara": "SAMT",
  "Asia/Yekaterinburg": "YEKT",
  "Asia/Omsk": "OMST",
  "Asia/Novosibirsk": "NOVT",
  "Asia/Krasnoyarsk": "KRAT",
  "Asia/Irkutsk": "IRKT",
  "Asia/Yakutsk": "YAKT",
  "Asia/Vladivostok": "VLAT",
  "Asia/Magadan": "MAGT",
  "Asia/Kamchatka": "PETT",
};

const DAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;

/** Quoted text, a doubled quote, a run of one letter, or anything else. */
const TOKEN = /''|'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/g;

type Field = {
  readonly clock: WallClock;
  readonly moment: Date;
  readonly zone: string;
  readonly width: number;
};

const FIELDS: Readonly<Record<string, (field: Field) => string>> = {
  G: ({ clock }) => (clock.year > 0 ? "AD" : "BC"),
  y: ({ clock, width }) =>
    width === 2 ? pad(clock.year % 100, 2) : pad(clock.year, width),
  Y: ({ clock, width }) => pad(weekOfYear(clock).year, width),
  M: ({ clock, width }) => monthText(clock, width),
  L: ({ clock, width }) => monthText(clock, width),
  w: ({ clock, width }) => pad(weekOfYear(clock).week, width),
  W: ({ clock, width }) =>
    pad(Math.ceil((clock.day + weekday({ ...clock, day: 1 })) / 7), width),
  D: ({ clock, width }) => pad(dayOfYear(clock), width),
  d: ({ clock, width }) => pad(clock.day, width),
  F: ({ clock, width }) => pad(Math.ceil(clock.day / 7), width),
  E: ({ clock, width }) => {
    const name = DAYS[weekday(clock)] ?? "";
    return width >= 4 ? name : name.slice(0, 3);
  },
  u: ({ clock, width }) => pad(weekday(clock) || 7, width),
  a: ({ clock }) => (clock.hour < 12 ? "AM" : "PM"),
  H: ({ clock, width }) => pad(clock.hour, width),
  k: ({ clock, width }) => pad(clock.hour || 24, width),
  K: ({ clock, width }) => pad(clock.hour % 12, width),
  h: ({ clock, width }) => pad(clock.hour % 12 || 12, width),
  m: ({ clock, width }) => pad(clock.minute, width),
  s: ({ clock, width }) => pad(clock.second, width),
  S: ({ clock, width }) => pad(clock.millisecond, width),
  z: ({ moment, zone, width }) =>
    (width < 4 ? SHORT_ZONES[zone] : undefined) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      timeZoneName: width >= 4 ? "long" : "short",
    })
      .formatToParts(moment)
      .find((part) => part.type === "timeZoneName")?.value ??
    zone,
  Z: ({ moment, zone }) => offsetText(moment, zone, ""),
  X: ({ moment, zone, width }) => {
    const minutes = zoneMinutes(moment, zone);
    if (minutes === 0) return "Z";
    const text = offsetText(moment, zone, width >= 3 ? ":" : "");
    return width === 1 ? text.slice(0, 3) : text;
  },
};

/**
 * @param zone - IANA name or GMT±h; Google reads an unknown one as GMT.
 * @param pattern - SimpleDateFormat pattern, e.g. `yyyy-MM-dd'T'HH:mm`.
 * @throws ServiceError for an invalid date or a letter Java does not know.
 */
export function formatJavaDate(
  moment: Date,
  zone: string,
  pattern: string,
): string {
  if (Number.isNaN(moment.getTime())) {
    throw new ServiceError("Invalid argument: date. Should be a valid date.");
  }
  if ((pattern.split("'").length - 1) % 2 === 1) {
    throw new ServiceError("Unterminated quote");
  }
  const clock = wallClockOf(moment, zone);
  return pattern.replace(TOKEN, (token, quoted?: string, letter?: string) => {
    if (token === "''") return "'";
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    if (letter === undefined) return token;
    const field = FIELDS[letter];
    if (field === undefined) {
      throw new ServiceError(`Illegal pattern character '${letter}'`);
    }
    return field({ clock, moment, zone, width: token.length });
  });
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function monthText(clock: WallClock, width: number): string {
  const name = MONTHS[clock.month - 1] ?? "";
  if (width >= 4) return name;
  return width === 3 ? name.slice(0, 3) : pad(clock.month, width);
}

function offsetText(moment: Date, zone: string, separator: string): string {
  const minutes = zoneMinutes(moment, zone);
  const size = Math.abs(minutes);
  const sign = minutes < 0 ? "-" : "+";
  return `${sign}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

/** 0 is Sunday. */
function weekday(clock: WallClock): number {
  return new Date(Date.UTC(clock.year, clock.month - 1, clock.day)).getUTCDay();
}

/** 1 January is 1. */
function dayOfYear(clock: WallClock): number {
  const day = Date.UTC(clock.year, clock.month - 1, clock.day);
  return (day - Date.UTC(clock.year, 0, 0)) / 86_400_000;
}

/** Weeks start on Sunday; the week with 1 January is the first (Java, en_US). */
function weekOfYear(clock: WallClock): { year: number; week: number } {
  const firstDay = weekday({ ...clock, month: 1, day: 1 });
  const week = Math.floor((dayOfYear(clock) - 1 + firstDay) / 7) + 1;
  const nextFirst = new Date(Date.UTC(clock.year + 1, 0, 1));
  const daysLeft =
    (nextFirst.getTime() - Date.UTC(clock.year, clock.month - 1, clock.day)) /
    86_400_000;
  return daysLeft <= nextFirst.getUTCDay()
    ? { year: clock.year + 1, week: 1 }
    : { year: clock.year, week };
}

/** A number as Java prints a Double: whole ones with «.0». */
export function javaNumber(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}
