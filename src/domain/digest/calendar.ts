/** Activities for a calendar: prefilled Google Calendar links and an .ics file (RFC 5545). */

export type CalendarEvent = {
  /** Unchanging id of the row. */
  readonly id: string;
  readonly title: string;
  readonly details: string;
  /** First and last day, YYYY-MM-DD, both included. */
  readonly first: string;
  readonly last: string;
  readonly cancelled: boolean;
};

/** Address of a filled-in new event; nothing is written without the person. */
export function calendarLink(event: CalendarEvent): string {
  const query = [
    ["action", "TEMPLATE"],
    ["text", cut(event.title, MAX_TITLE)],
    ["dates", `${digits(event.first)}/${digits(dayAfter(event.last))}`],
    ["details", cut(event.details, MAX_DETAILS)],
  ] as const;
  return `https://calendar.google.com/calendar/render?${query
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${encodeURIComponent(whole(value))}`)
    .join("&")}`;
}

/** Browsers and Google take addresses of about 2,000 characters. */
const MAX_TITLE = 120;
const MAX_DETAILS = 160;

/** An event as a calendar has to take it. */
export type IcsEvent = Omit<CalendarEvent, "cancelled"> & {
  /** Rises whenever the event changes; see `nextCalendar`. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly changed: number;
  readonly cancelled: boolean;
};

/**
 * One calendar file. An event keeps its UID, so that a moved one moves.
 *
 * @param calendar.book - Id of the spreadsheet.
 * @param calendar.now - Milliseconds since the epoch.
 */
export function icsText(
  events: readonly IcsEvent[],
  calendar: {
    readonly book: string;
    readonly name: string;
    readonly now: number;
  },
): string {
  const stamp = utc(calendar.now);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Nastavnik//Roadmap//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${uidPart(event.id)}@${uidPart(calendar.book)}`,
      `DTSTAMP:${stamp}`,
      `LAST-MODIFIED:${utc(Math.min(event.changed, calendar.now))}`,
      `SEQUENCE:${event.sequence}`,
      `DTSTART;VALUE=DATE:${digits(event.first)}`,
      `DTEND;VALUE=DATE:${digits(dayAfter(event.last))}`,
      `SUMMARY:${escaped(event.title)}`,
      ...(event.details === ""
        ? []
        : [`DESCRIPTION:${escaped(event.details)}`]),
      `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** «20260907T060504Z». */
function utc(moment: number): string {
  return `${new Date(moment).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
}

/** Octets of a line, without its end. */
const LINE_OCTETS = 75;

/** Long lines go on after a break and a space; a character is never cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** Bytes of a text in UTF-8. */
export function octetsIn(text: string): number {
  return Array.from(text, octetsOf).reduce((sum, size) => sum + size, 0);
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function escaped(text: string): string {
  return whole(text)
    .replace(/\\/g, "\\\\")
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** Halves of a pair of surrogates cannot be written. */
export function whole(text: string): string {
  return text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
}

function uidPart(text: string): string {
  return encodeURIComponent(whole(text)).replace(/%/g, "-");
}

function digits(date: string): string {
  return date.replace(/-/g, "");
}

function dayAfter(date: string): string {
  const time = new Date(`${date}T00:00:00Z`).getTime() + 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
