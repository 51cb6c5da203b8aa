/** Installed triggers as the add-on sees them, and the rules for installing one. */
import type { Execution, Trigger, TriggerEvent } from "./registry";
import {
  defineEnum,
  type EnumValue,
  ServiceError,
  ServiceObject,
} from "./service-object";
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
/** What Google's refusal calls the types. */
const TYPE_NAMES: Readonly<Record<TriggerEvent, string>> = {
  ON_OPEN: "open",
  ON_EDIT: "edit",
  ON_CHANGE: "change",
  ON_FORM_SUBMIT: "form submit",
  CLOCK: "time-based",
};

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
    if (this.trigger.event === "CLOCK") return TriggerSource.CLOCK;
    return formOfTrigger(this.trigger) === null
      ? TriggerSource.SPREADSHEETS
      : TriggerSource.FORMS;
  }

  getTriggerSourceId(): string | null {
    return this.trigger.event === "CLOCK"
      ? null
      : (formOfTrigger(this.trigger) ?? this.#bookId);
  }
}

/** Id of the form that a trigger of forForm belongs to; null for all others. */
export function formOfTrigger({ schedule }: Trigger): string | null {
  const { formId } = schedule;
  return formId === undefined ? null : String(formId);
}

/**
 * Keeps a new trigger of the person who runs.
 *
 * @throws ServiceError over 20 of one user; in a published add-on also over
 *   one of a type, and for clocks that would fire more often than hourly.
 * @see https://developers.google.com/workspace/add-ons/concepts/editor-triggers
 */
export function install(
  execution: Execution,
  functionName: string,
  event: TriggerEvent,
  schedule: Trigger["schedule"] = {},
): TriggerObject {
  const { workspace, user } = execution;
  const all = workspace.triggers();
  const own = all.filter((trigger) => trigger.user === user);
  if (own.length >= MAX_TRIGGERS) {
    throw new ServiceError(
      "This script has too many triggers. Triggers must be deleted from the script before more can be added.",
    );
  }
  if (workspace.isAddOn === true) checkAddOn(own, event, schedule);
  const id = workspace.newId();
  const createdAt = workspace.now().toISOString();
  const trigger = { id, functionName, event, user, schedule, createdAt };
  saveTriggers(workspace, [...all, trigger]);
  return new TriggerObject(trigger, workspace.book.id);
}

function checkAddOn(
  own: readonly Trigger[],
  event: TriggerEvent,
  schedule: Trigger["schedule"],
): void {
  if (own.some((trigger) => trigger.event === event)) {
    throw new ServiceError(
      `This add-on has created too many ${TYPE_NAMES[event]} triggers in this document for this Google user account.`,
    );
  }
  if ("everyMinutes" in schedule) {
    throw new ServiceError(
      "Time-based triggers of an add-on can run at most once an hour.",
    );
  }
}
