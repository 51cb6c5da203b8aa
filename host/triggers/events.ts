/** Event objects of triggers, as Apps Script hands them to the function. */
import type { Book } from "../services/book";
import { readerOf } from "../services/cells";
import type { WrittenRow } from "../services/form-destination";
import type { ResponseRecord } from "../services/form-record";
import { FormResponse } from "../services/form-response";
import { formHandle } from "../services/forms-app";
import { Form } from "../services/forms-form";
import type { Execution, Trigger } from "../services/registry";
import { authModeValue } from "../services/script-app";
import { startWith } from "../services/selection";
import { User } from "../services/session";
import { rangeOf, spreadsheetOf } from "../services/sheets";
import type { Area } from "../services/tracked-areas";
import { DAY_MS, serialOf } from "../services/zone-time";
import type { PageSelection } from "../types";
import type { ChangeType } from "./gesture";

/** Builds an event for one execution; the trigger is null for simple ones. */
export type MakeEvent = (
  execution: Execution,
  trigger: Trigger | null,
) => Readonly<Record<string, unknown>>;

/** An edit, already read from the book. */
export type EditFacts = {
  readonly sheetId: string;
  readonly area: Area;
  /** Raw contents of a single cell; absent for empty ones and for areas. */
  readonly value?: string;
  readonly oldValue?: string;
};

function base(
  execution: Execution,
  trigger: Trigger | null,
): Record<string, unknown> {
  const mode = trigger === null ? execution.authMode : "FULL";
  return {
    authMode: authModeValue(mode),
    ...(trigger === null ? {} : { triggerUid: trigger.id }),
  };
}

/**
 * What every event of the book has. The person is named to those only who
 * may know: to triggers of their own.
 *
 * @param person - Who works at the page.
 */
function bookEvent(
  execution: Execution,
  trigger: Trigger | null,
  person: string,
): Record<string, unknown> {
  const isKnown = trigger !== null && trigger.user === person;
  return {
    ...base(execution, trigger),
    source: spreadsheetOf(execution),
    user: new User(isKnown ? person : ""),
  };
}

export function openEvent(person: string): MakeEvent {
  return (execution, trigger) => bookEvent(execution, trigger, person);
}

export function editEvent(person: string, facts: EditFacts): MakeEvent {
  const { sheetId, area, ...values } = facts;
  return (execution, trigger) => {
    // Scripts ask for the active tab and range as often as for e.range.
    startWith(execution, selectionOf(sheetId, area));
    return {
      ...bookEvent(execution, trigger, person),
      range: rangeOf(execution, sheetId, area),
      ...values,
    };
  };
}

function selectionOf(sheetId: string, area: Area): PageSelection {
  const { startRow, startColumn } = area;
  const current = {
    startRow,
    endRow: startRow,
    startColumn,
    endColumn: startColumn,
  };
  return { sheetId, areas: [area], current };
}

export function changeEvent(person: string, changeType: ChangeType): MakeEvent {
  return (execution, trigger) => ({
    ...bookEvent(execution, trigger, person),
    changeType,
  });
}

export function formSubmitEvent(written: WrittenRow): MakeEvent {
  return (execution, trigger) => ({
    ...base(execution, trigger),
    values: written.values,
    namedValues: written.namedValues,
    range: rangeOf(execution, written.sheetId, {
      startRow: written.row,
      endRow: written.row,
      startColumn: 0,
      endColumn: Math.max(0, written.columnCount - 1),
    }),
    source: spreadsheetOf(execution),
  });
}

/** For triggers of a form itself: the answer as FormApp gives it. */
export function formResponseEvent(
  formId: string,
  response: ResponseRecord,
): MakeEvent {
  return (execution, trigger) => {
    const handle = formHandle(execution, formId);
    return {
      ...base(execution, trigger),
      response: new FormResponse(handle, response),
      source: new Form(handle),
    };
  };
}

/**
 * A firing of the clock, in UTC as on Google.
 *
 * @see https://developers.google.com/apps-script/guides/triggers/events#time-driven-events
 */
export function clockEvent(moment: Date): MakeEvent {
  return (execution, trigger) => ({
    ...base(execution, trigger),
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    "day-of-month": moment.getUTCDate(),
    "day-of-week": moment.getUTCDay() || 7,
    "week-of-year": weekOfYear(moment),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    timezone: "UTC",
  });
}

/** ISO 8601: the week that holds the year's first Thursday is the first. */
function weekOfYear(moment: Date): number {
  const thursday = new Date(moment);
  thursday.setUTCDate(moment.getUTCDate() + 4 - (moment.getUTCDay() || 7));
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - newYear) / DAY_MS / 7) + 1;
}

/**
 * A cell's content as events tell it: numbers and dates as their plain
 * number, booleans in capitals; undefined when the cell is empty.
 */
export function rawContent(
  book: Book,
  sheetId: string,
  area: Area,
): string | undefined {
  const reader = readerOf(book, sheetId);
  const value = reader.value(area.startRow, area.startColumn);
  if (value === "") return undefined;
  if (value instanceof Date) {
    return String(serialOf(value, book.facts().timeZone));
  }
  return typeof value === "boolean" ? String(value).toUpperCase() : `${value}`;
}
