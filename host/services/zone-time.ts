/** Moments, wall clocks and serial days (days since 1899-12-30) in a time zone. */

/** A wall clock reading; month 1–12. */
export type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};

export const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
/** Offsets change on quarter hours only, in every zone now in use. */
const SLOT_MS = 900_000;

const FORMATS = new Map<string, Intl.DateTimeFormat>();
const OFFSETS = new Map<string, Map<number, number>>();

/**
 * Milliseconds the zone's wall clock is ahead of UTC at a moment.
 *
 * @param zone - IANA name.
 * @throws RangeError when there is no such zone.
 */
function offsetAt(moment: number, zone: string): number {
  const slots = OFFSETS.get(zone) ?? new Map<number, number>();
  OFFSETS.set(zone, slots);
  const slot = Math.floor(moment / SLOT_MS);
  const known = slots.get(slot);
  if (known !== undefined) return known;
  const at = slot * SLOT_MS;
  const offset = wallMilliseconds(at, zone) - at;
  slots.set(slot, offset);
  return offset;
}

function wallMilliseconds(moment: number, zone: string): number {
  const format = FORMATS.get(zone) ?? newFormat(zone);
  FORMATS.set(zone, format);
  const parts: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(moment)) {
    parts[type] = value;
  }
  const year = Number(parts["year"]);
  return utc(
    parts["era"] === "BC" ? 1 - year : year,
    Number(parts["month"]),
    Number(parts["day"]),
    Number(parts["hour"]),
    Number(parts["minute"]),
    Number(parts["second"]),
  );
}

function newFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
}

/** Date.UTC without its habit of reading years 0–99 as 1900–1999. */
function utc(
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
  millisecond = 0,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}

/** Serial days of a calendar day with a time, no zone involved. */
export function serialFromParts(parts: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}): number {
  const { year, month, day, hour, minute, second } = parts;
  return (utc(year, month, day, hour, minute, second) - EPOCH_MS) / DAY_MS;
}

/** Serial days the zone's wall clock shows at a moment. */
export function serialOf(moment: Date, zone: string): number {
  const at = moment.getTime();
  return (at + offsetAt(at, zone) - EPOCH_MS) / DAY_MS;
}

/**
 * The moment when the zone's wall clock shows these serial days. A time that
 * a clock change skips becomes the moment after the change.
 */
export function momentOf(serial: number, zone: string): Date {
  const wall = Math.round(serial * DAY_MS) + EPOCH_MS;
  const guess = wall - offsetAt(wall, zone);
  const exact = wall - offsetAt(guess, zone);
  return new Date(exact);
}

/** What the zone's wall clock shows at a moment. */
export function wallClockOf(moment: Date, zone: string): WallClock {
  const at = moment.getTime();
  const wall = new Date(at + offsetAt(at, zone));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  };
}

/** Minutes the zone is ahead of UTC at a moment. */
export function zoneMinutes(moment: Date, zone: string): number {
  return offsetAt(moment.getTime(), zone) / 60_000;
}

/** Whether the name is a time zone this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    newFormat(zone);
    return true;
  } catch {
    return false;
  }
}
