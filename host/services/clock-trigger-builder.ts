/** ScriptApp.newTrigger(…).timeBased(): schedules by the clock. */
import type { Execution, Trigger } from "./registry";
import { EnumValue, ServiceError, ServiceObject } from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";
import { install, type TriggerObject } from "./trigger-object";
import { isTimeZone } from "./zone-time";

const MINUTE_STEPS = [1, 5, 10, 15, 30];
/** A schedule has one of these groups. */
const FREQUENCIES: readonly (readonly string[])[] = [
  ["after"],
  ["at"],
  ["atDate"],
  ["everyMinutes"],
  ["everyHours"],
  ["everyDays"],
  ["everyWeeks", "onWeekDay"],
  ["onMonthDay"],
];
/** Inclusive limits of numbers. */
const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  after: [0, Number.MAX_SAFE_INTEGER],
  atHour: [0, 23],
  nearMinute: [0, 59],
  onMonthDay: [1, 31],
  everyHours: [1, 8_760],
  everyDays: [1, 365],
  everyWeeks: [1, 52],
};

export class ClockTriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(ClockTriggerBuilder.prototype).filter(
      (name) => name !== "create",
    ),
  );

  readonly #execution: Execution;
  readonly #functionName: string;
  #schedule: Trigger["schedule"] = {};

  constructor(execution: Execution, functionName: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
  }

  #set(key: string, value: string | number): this {
    this.#schedule = { ...this.#schedule, [key]: value };
    return this;
  }

  #number(key: string, value: unknown): this {
    const number = needInteger(`ClockTriggerBuilder.${key}`, value);
    const [least, most] = LIMITS[key] ?? [number, number];
    if (number < least || number > most) {
      throw new ServiceError(
        `The value you passed to ${key} was invalid. It must be between ${least} and ${most}.`,
      );
    }
    return this.#set(key, number);
  }

  after(milliseconds: unknown): this {
    return this.#number("after", milliseconds);
  }

  at(date: unknown): this {
    if (!(date instanceof Date)) {
      throw mismatch("ClockTriggerBuilder.at", date);
    }
    return this.#set("at", date.toISOString());
  }

  /** @param month - From 1, unlike JavaScript's. */
  atDate(year: unknown, month: unknown, day: unknown): this {
    const parts = [year, month, day].map((part) =>
      needInteger("ClockTriggerBuilder.atDate", part),
    );
    return this.#set("atDate", parts.join("-"));
  }

  everyMinutes(minutes: unknown): this {
    if (!MINUTE_STEPS.includes(Number(minutes))) {
      throw new ServiceError(
        "The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.",
      );
    }
    return this.#number("everyMinutes", minutes);
  }

  everyHours(hours: unknown): this {
    return this.#number("everyHours", hours);
  }

  everyDays(days: unknown): this {
    return this.#number("everyDays", days);
  }

  everyWeeks(weeks: unknown): this {
    return this.#number("everyWeeks", weeks);
  }

  atHour(hour: unknown): this {
    return this.#number("atHour", hour);
  }

  nearMinute(minute: unknown): this {
    return this.#number("nearMinute", minute);
  }

  onMonthDay(day: unknown): this {
    return this.#number("onMonthDay", day);
  }

  onWeekDay(day: unknown): this {
    if (!(day instanceof EnumValue)) {
      throw mismatch("ClockTriggerBuilder.onWeekDay", day);
    }
    return this.#set("onWeekDay", day.name);
  }

  inTimezone(zone: unknown): this {
    const call = "ClockTriggerBuilder.inTimezone";
    const name = needText(call, zone);
    if (!isTimeZone(name)) {
      throw new ServiceError(`Invalid argument: timezone ${name}`);
    }
    return this.#set("inTimezone", name);
  }

  /** @throws ServiceError without a frequency, or with two. */
  create(): TriggerObject {
    const chosen = FREQUENCIES.filter((keys) =>
      keys.some((key) => key in this.#schedule),
    );
    if (chosen.length === 0) {
      throw new ServiceError("The trigger has no schedule.");
    }
    if (chosen.length > 1) {
      throw new ServiceError(
        `The trigger has more than one schedule: ${chosen.map(([key]) => key).join(", ")}.`,
      );
    }
    return install(
      this.#execution,
      this.#functionName,
      "CLOCK",
      this.#schedule,
    );
  }
}
