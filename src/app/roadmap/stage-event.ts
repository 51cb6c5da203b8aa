/** Rows of the roadmap by the calendar: what is due, in words, as events and links. */
import { type Book, type Row, textOf, textSetting } from "../../book/book";
import { MODE_CODES } from "../../book/tables/settings";
import { type CalendarEvent, calendarLink } from "../../domain/digest/calendar";
import { russianDate } from "../../domain/language/dates";
import { STATE } from "../../domain/roadmap/conditions";

/** Caption of a link that fills in a new event of the calendar. */
export const TO_CALENDAR = "В календарь";

/** Neither done nor cancelled, by whatever decides. */
export function isOpen(row: Row): boolean {
  const words = [textOf(row, "state"), textOf(row, "status")];
  return ![STATE.done, STATE.cancelled].some((end) =>
    words.some((word) => word.startsWith(end)),
  );
}

export function firstDay(row: Row): string {
  return textOf(row, "start") || textOf(row, "end");
}

export function lastDay(row: Row): string {
  return textOf(row, "end") || textOf(row, "start");
}

/** Begins or ends within the days; what merely goes on is no news. */
export function isDue(row: Row, from: string, until: string): boolean {
  return [firstDay(row), lastDay(row)].some(
    (day) => day !== "" && day >= from && day <= until,
  );
}

/** «09.09.2026», «до 13.09.2026», «с 01.09.2026», «01.09.2026 – 09.09.2026»; "" without dates. */
export function daysOf(row: Row): string {
  const [start, end] = [textOf(row, "start"), textOf(row, "end")];
  if (start === "" || end === "") {
    return start === ""
      ? end && `до ${russianDate(end)}`
      : `с ${russianDate(start)}`;
  }
  return [...new Set([start, end])].map(russianDate).join(" – ");
}

export function titleOf(row: Row): string {
  return textOf(row, "stage") || textOf(row, "content") || row.id;
}

/** Surnames may stand there: in «По кодам» they stay in the book. */
export function responsibleOf(book: Book, row: Row): string {
  return textSetting(book, "mode") === MODE_CODES
    ? ""
    : textOf(row, "responsible");
}

/** No calendar goes on for ever. */
const LAST_DAY = "2199-12-31";

/** Null for a row without dates, or with such as no calendar takes. */
export function eventOf(book: Book, row: Row): CalendarEvent | null {
  const [first, last] = [firstDay(row), lastDay(row)];
  if (first === "" || last < first || last > LAST_DAY) {
    return null;
  }
  const who = responsibleOf(book, row);
  return {
    id: row.id,
    title: titleOf(row),
    details: [
      "Дорожная карта наставничества",
      ...(who === "" ? [] : [`Ответственные: ${who}`]),
    ].join("\n"),
    first,
    last,
    cancelled: textOf(row, "status").trim() === STATE.cancelled,
  };
}

/** Address of the filled-in event; null for a row that is none. */
export function stageLink(book: Book, row: Row): string | null {
  const event = eventOf(book, row);
  return event === null ? null : calendarLink(event);
}
