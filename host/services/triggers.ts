/** Triggers and the builders that install them. */
import type { Execution, Trigger, TriggerEvent } from "./registry";
import {
  defineEnum,
  EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";
import { Spreadsheet } from "./spreadsheet";
import { saveTriggers } from "./trigger-store";

export const EventType = defineEnum("ScriptApp.EventType", [
  "CLOCK",
  "ON_OPEN",
  "ON_EDIT",
  "ON_FORM_SUBMIT",
  "ON_CHANGE",
  "ON_EVENT_UPDATED",
]);
export const TriggerSource = defineEnum("ScriptApp.TriggerSource", [
  "SPREADSHEETS",
  "CLOCK",
  "FORMS",
  "DOCUMENTS",
  "CALENDAR",
]);
export const WeekDay = defineEnum("ScriptApp.WeekDay", [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
]);
/** @see https://developers.google.com/apps-script/guides/services/quotas */
const MAX_TRIGGERS = 20;

/** An installed trigger, as the add-on sees it. */
export class TriggerObject extends ServiceObject {
  static override readonly apiName = "Trigger";

  readonly trigger: Trigger;
  readonly #bookId: string;

  constructor(trigger: Trigger, bookId: string) {
    super();
    this.trigger = trigger;
    this.#bookId = bookId;
  }

  getUniqueId(): string {
    return this.trigger.id;
  }

  getHandlerFunction(): string {
    return this.trigger.functionName;
  }

  getEventType(): EnumValue {
    return EventType[this.trigger.event];
  }

  getTriggerSource(): EnumValue {
    return this.trigger.event === "CLOCK"
      ? TriggerSource.CLOCK
      : TriggerSource.SPREADSHEETS;
  }

  getTriggerSourceId(): string | null {
    return this.trigger.event === "CLOCK" ? null : this.#bookId;
  }
}

/** Keeps a new trigger. @throws ServiceError over 20 of one user. */
function install(
  execution: Execution,
  functionName: string,
  event: TriggerEvent,
  schedule: Trigger["schedule"] = {},
): TriggerObject {
  const { workspace, user } = execution;
  const all = workspace.triggers();
  if (all.filter((trigger) => trigger.user === user).length >= MAX_TRIGGERS) {
    throw new ServiceError(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  const id = workspace.newId();
  const trigger = { id, functionName, event, user, schedule };
  saveTriggers(workspace, [...all, trigger]);
  return new TriggerObject(trigger, workspace.book.id);
}

/** ScriptApp.newTrigger(…). */
export class TriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "forSpreadsheet",
    "timeBased",
  ]);

  readonly #execution: Execution;
  readonly #functionName: string;

  constructor(execution: Execution, functionName: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
  }

  /** @param book - The bound Spreadsheet or its id. */
  forSpreadsheet(book: unknown): SpreadsheetTriggerBuilder {
    const { id } = this.#execution.workspace.book;
    if (!(book instanceof Spreadsheet) && book !== id) {
      throw mismatch("TriggerBuilder.forSpreadsheet", book);
    }
    return new SpreadsheetTriggerBuilder(this.#execution, this.#functionName);
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#execution, this.#functionName);
  }
}

class SpreadsheetTriggerBuilder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "onOpen",
    "onEdit",
    "onChange",
    "onFormSubmit",
  ]);

  readonly #execution: Execution;
  readonly #functionName: string;
  #event: TriggerEvent | null = null;

  constructor(execution: Execution, functionName: string) {
    super();
    this.#execution = execution;
    this.#functionName = functionName;
  }

  #on(event: TriggerEvent): this {
    this.#event = event;
    return this;
  }

  onOpen(): this {
    return this.#on("ON_OPEN");
  }

  onEdit(): this {
    return this.#on("ON_EDIT");
  }

  onChange(): this {
    return this.#on("ON_CHANGE");
  }

  onFormSubmit(): this {
    return this.#on("ON_FORM_SUBMIT");
  }

  create(): TriggerObject {
    if (this.#event === null) {
      throw new ServiceError("The trigger has no event.");
    }
    return install(this.#execution, this.#functionName, this.#event);
  }
}

class ClockTriggerBuilder extends ServiceObject {
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
    return this.#set(key, needInteger(`ClockTriggerBuilder.${key}`, value));
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

  everyMinutes(minutes: unknown): this {
    if (![1, 5, 10, 15, 30].includes(Number(minutes))) {
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
    return this.#set("inTimezone", needText(call, zone));
  }

  create(): TriggerObject {
    if (Object.keys(this.#schedule).length === 0) {
      throw new ServiceError("The trigger has no schedule.");
    }
    return install(
      this.#execution,
      this.#functionName,
      "CLOCK",
      this.#schedule,
    );
  }
}
