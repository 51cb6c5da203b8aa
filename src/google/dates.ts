/** Dates between the sheet's time zone and YYYY-MM-DD. */

/** True for a Date of any realm: `instanceof` is false for the host's own. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

export type ZoneDates = {
  readonly toIso: (date: Date) => string;
  /** Midnight of the day in the zone. */
  readonly fromIso: (iso: string) => Date;
  /** YYYY-MM-DD HH:MM:SS in the zone. */
  readonly toStamp: (date: Date) => string;
};

/**
 * Conversions in the book's time zone, which may differ from the script's.
 *
 * Intl gives the wall clock of the zone; results are kept per instant because
 * a column repeats few dates thousands of times.
 */
export function zoneDates(timeZone: string): ZoneDates {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const stamps = new Map<number, string>();
  const toStamp = (date: Date): string => {
    const instant = date.getTime();
    const known = stamps.get(instant);
    if (known !== undefined) {
      return known;
    }
    const parts: Record<string, string> = {};
    for (const part of format.formatToParts(date)) {
      parts[part.type] = part.value;
    }
    const year = String(parts["year"]).padStart(4, "0");
    const stamp = `${year}-${parts["month"]}-${parts["day"]} ${parts["hour"]}:${parts["minute"]}:${parts["second"]}`;
    stamps.set(instant, stamp);
    return stamp;
  };
  /** What to add to UTC to get the wall clock, milliseconds. */
  const offset = (instant: number): number =>
    Date.parse(`${toStamp(new Date(instant)).replace(" ", "T")}Z`) -
    Math.floor(instant / 1000) * 1000;
  return {
    toStamp,
    toIso: (date) => toStamp(date).slice(0, 10),
    fromIso: (iso) => {
      const wall = Date.parse(`${iso}T00:00:00Z`);
      const guess = wall - offset(wall);
      const exact = wall - offset(guess);
      // Where the clock jumps over midnight, the day begins later.
      return new Date(
        toStamp(new Date(exact)).slice(0, 10) === iso ? exact : guess,
      );
    },
  };
}
