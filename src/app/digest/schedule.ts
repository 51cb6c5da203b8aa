/** The settings of the weekly letter, and what the properties remember of it. */

import type { TimerState } from "../../book/book";
import { type Book, setting, textSetting } from "../../book/book";
import {
  packTold,
  type ToldEvent,
  unpackTold,
} from "../../domain/digest/calendar-memory";
import type { LocalMoment } from "../../domain/digest/slot";
import { WEEKDAYS, type Weekday } from "../../domain/language/weekdays";
import type { Ports } from "../ports";

export const DIGEST_ON = "включено";
export const DIGEST_OFF = "выключено";

export type Schedule = {
  readonly on: boolean;
  readonly day: Weekday;
  readonly hour: number;
};

export function scheduleOf(book: Book): Schedule {
  const hour = setting(book, "digestHour");
  const day = textSetting(book, "digestDay").trim().toLowerCase();
  return {
    on: textSetting(book, "digest").trim().toLowerCase() === DIGEST_ON,
    day: WEEKDAYS.find((one) => one === day) ?? WEEKDAYS[0],
    hour:
      typeof hour === "number" &&
      Number.isInteger(hour) &&
      hour >= 0 &&
      hour < 24
        ? hour
        : 9,
  };
}

/**
 * The last week that a letter was sent for, or would have been: `skipped` when
 * the letter was switched on after its hour, `intent` while one is being sent.
 */
export type Mark = {
  /** Monday of the week, YYYY-MM-DD. */
  readonly week: string;
  readonly state: "skipped" | "intent" | "sent" | "maybe";
};

/** Whose trigger sends the letter, and to whom it goes. */
const OWNER = "digestOwner";
const MARK = "digest";
/** Before a number from 1: what calendars were told, in parts of 9 KB. */
const TOLD = "calendar";

export type DigestMemory = {
  readonly mark: Mark | null;
  readonly owner: string;
  readonly told: readonly ToldEvent[];
  /** Parts the memory of events takes. */
  readonly parts: number;
};

export function digestMemory(ports: Ports): DigestMemory {
  const stored = ports.properties.readAll();
  const packed: string[] = [];
  for (
    let part = stored[TOLD + 1];
    part !== undefined && part !== "";
    part = stored[`${TOLD}${packed.length + 1}`]
  ) {
    packed.push(part);
  }
  return {
    mark: markOf(stored[MARK] ?? ""),
    owner: stored[OWNER] ?? "",
    told: unpackTold(packed),
    parts: packed.length,
  };
}

function markOf(text: string): Mark | null {
  const [, week, state] =
    /^(\d{4}-\d{2}-\d{2}) (skipped|intent|sent|maybe)$/.exec(text) ?? [];
  return week === undefined ? null : { week, state: state as Mark["state"] };
}

export function markText({
  week,
  state,
}: Mark): Readonly<Record<string, string>> {
  return { [MARK]: `${week} ${state}` };
}

export function writeMark(ports: Ports, mark: Mark): void {
  ports.properties.write(markText(mark));
}

/** Properties that hold what calendars were told; parts no longer needed are emptied. */
export function toldTexts(
  told: readonly ToldEvent[],
  parts: number,
): Readonly<Record<string, string>> {
  const packed = packTold(told);
  const count = Math.max(packed.length, parts);
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${TOLD}${at + 1}`,
      packed[at] ?? "",
    ]),
  );
}

/** Triggers of this account, and whether the letter is its business. */
export function timerState(ports: Ports): TimerState {
  const { owner } = digestMemory(ports);
  return { count: ports.timer.count(), isMine: isMine(ports, owner) };
}

/** Accounts that are not told count as the owner's. */
export function isMine(ports: Ports, owner: string): boolean {
  return owner === "" || ["", owner].includes(ports.mail.owner());
}

export function writeOwner(ports: Ports, owner: string): void {
  ports.properties.write({ [OWNER]: owner });
}

/** «20.11.2026 19:30» of the ports. */
export function momentOf(now: string): LocalMoment {
  const [, day = "", month = "", year = "", hour = ""] =
    /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2})/.exec(now) ?? [];
  return { date: `${year}-${month}-${day}`, hour: Number(hour) };
}
