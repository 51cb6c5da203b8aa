/**
 * What calendars were told of each event: its SEQUENCE rises only when its
 * days or title change, and what has gone is cancelled once.
 */
import { hash } from "../hash";
import { type CalendarEvent, type IcsEvent, octetsIn, whole } from "./calendar";

/** An event as the last file told it. */
export type ToldEvent = {
  readonly id: string;
  /** First and last day, YYYY-MM-DD. */
  readonly first: string;
  readonly last: string;
  /** Short mark of the title. */
  readonly title: string;
  readonly sequence: number;
  /** It was cancelled; a row that comes back goes on from its sequence. */
  readonly gone: boolean;
};

const GONE = "Мероприятие убрано из дорожной карты";

/**
 * The events of the next file and what is to be remembered of them.
 *
 * A sequence is the minute of the change, at least one more than before: so it
 * rises even when the memory was lost.
 *
 * @param told - What the last files told.
 * @param now - Milliseconds since the epoch.
 */
export function nextCalendar(
  events: readonly CalendarEvent[],
  told: readonly ToldEvent[],
  now: number,
): {
  readonly events: readonly IcsEvent[];
  readonly told: readonly ToldEvent[];
} {
  const minute = Math.floor((now - SEQUENCE_FROM) / MINUTE_MS);
  const before = new Map(told.map((one) => [one.id, one]));
  const later = (old: ToldEvent | undefined) =>
    Math.max(minute, (old?.sequence ?? -1) + 1);
  const present = events.filter(({ cancelled }) => !cancelled);
  const kept = present.map((event): ToldEvent => {
    const old = before.get(whole(event.id));
    const { first, last } = event;
    const next = { id: whole(event.id), first, last, title: mark(event.title) };
    const isSame =
      old !== undefined &&
      !old.gone &&
      old.first === first &&
      old.last === last &&
      old.title === next.title;
    return {
      ...next,
      sequence: isSame ? old.sequence : later(old),
      gone: false,
    };
  });
  const there = new Set(kept.map(({ id }) => id));
  const absent = told.filter(({ id }) => !there.has(id));
  const gone = absent
    .filter((one) => !one.gone)
    .map((one) => ({ ...one, gone: true, sequence: later(one) }));
  const titles = new Map(events.map(({ id, title }) => [whole(id), title]));
  return {
    events: [
      ...present.map((event, at) => ics(event, kept[at]?.sequence ?? minute)),
      ...gone.map((one) =>
        ics(
          { ...one, title: titles.get(one.id) ?? GONE, details: "" },
          one.sequence,
          true,
        ),
      ),
    ],
    told: [
      ...kept,
      ...gone,
      ...absent.filter((one) => one.gone && isRecent(one.last, now)),
    ],
  };
}

function ics(
  { id, title, details, first, last }: Omit<CalendarEvent, "cancelled">,
  sequence: number,
  cancelled = false,
): IcsEvent {
  const changed = SEQUENCE_FROM + sequence * MINUTE_MS;
  return { id, title, details, first, last, sequence, changed, cancelled };
}

const MINUTE_MS = 60_000;
/** Counting from here keeps the sequence within 32 bits until the year 6100. */
const SEQUENCE_FROM = Date.UTC(2020, 0, 1);

const DAY_MS = 86_400_000;
/** How long a cancelled event is remembered after its last day, days. */
const REMEMBERED_DAYS = 400;

function isRecent(last: string, now: number): boolean {
  return now - dayNumber(last) * DAY_MS < REMEMBERED_DAYS * DAY_MS;
}

/** 30 bits: enough to see that a title changed. */
function mark(title: string): string {
  return Number.parseInt(hash(title).slice(0, 8), 16).toString(36);
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** A property of Google holds 9 KB. */
const MAX_OCTETS = 8500;

/** The memory as texts that each fit into one property. */
export function packTold(told: readonly ToldEvent[]): readonly string[] {
  const packed: string[] = [];
  let part = "";
  let octets = 0;
  for (const one of told) {
    const line = packedLine(one);
    const size = octetsIn(line);
    if (octets + size > MAX_OCTETS && part !== "") {
      packed.push(part);
      part = "";
      octets = 0;
    }
    part += line;
    octets += size;
  }
  return part === "" ? packed : [...packed, part];
}

/** «Э-01 fk3.4.1x2y3z.2abcd»; «!» behind a cancelled one. */
function packedLine(one: ToldEvent): string {
  const first = dayNumber(one.first);
  const numbers = [first, dayNumber(one.last) - first].map(packedNumber);
  const id = one.id.replace(/[%\s]/g, encodeURIComponent);
  return `${id} ${[...numbers, one.title, packedNumber(one.sequence)].join(".")}${one.gone ? "!" : ""}\n`;
}

const packedNumber = (number: number) => number.toString(36);

/** Lines that were damaged from outside are left out. */
export function unpackTold(packed: readonly string[]): readonly ToldEvent[] {
  return packed
    .join("")
    .split("\n")
    .flatMap((line) => {
      const [
        ,
        id = "",
        first = "",
        days = "",
        title = "",
        sequence = "",
        gone,
      ] = /^(\S+) (-?\w+)\.(\w+)\.(\w+)\.(\w+)(!?)$/.exec(line) ?? [];
      const [from, length, number] = [first, days, sequence].map((text) =>
        Number.parseInt(text, 36),
      ) as [number, number, number];
      const isWhole =
        Math.abs(from) < MAX_DAY &&
        Math.abs(length) < MAX_DAY &&
        Number.isSafeInteger(number);
      return isWhole && id !== ""
        ? [
            {
              id: decoded(id),
              first: dayOf(from),
              last: dayOf(from + length),
              title,
              sequence: number,
              gone: gone === "!",
            },
          ]
        : [];
    });
}

/** Days that a date can be made of. */
const MAX_DAY = 3_000_000;

/** A row that looks like nothing we wrote keeps its text. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
