/** What the weekly letter says of a book: things to do, stages of the week, consents; people by codes alone. */

import {
  type Book,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { renewals } from "../../book/consent-gaps";
import { consentEdits } from "../../book/consents";
import { applyEdits } from "../../book/edits";
import { isOverdue } from "../../book/roadmap-state";
import type { TableId } from "../../book/table";
import { MODE_CODES } from "../../book/tables/settings";
import { addDays } from "../../domain/consents/age";
import { CONSENT_KIND } from "../../domain/consents/kinds";
import { type CalendarEvent, calendarLink } from "../../domain/digest/calendar";
import {
  type LetterLine,
  type LetterSection,
  type LetterText,
  letterText,
} from "../../domain/digest/letter";
import { russianDate } from "../../domain/language/dates";
import { STATE } from "../../domain/roadmap/conditions";
import { PANEL_TABLES, todayItems } from "../today";

export const DIGEST_TABLES: readonly TableId[] = PANEL_TABLES;

/** No calendar goes on for ever. */
const LAST_DAY = "2199-12-31";

/** How far ahead the letter looks, days; the day it is sent counts. */
const AHEAD = 6;

export type Digest = LetterText & {
  /** Null when there is no roadmap tab to tell of. */
  readonly events: readonly CalendarEvent[] | null;
};

/**
 * @param url - Of the spreadsheet; "" names none.
 * @param start - Said before everything else.
 */
export function digestOf(
  asRead: Book,
  today: string,
  url: string,
  start: readonly string[] = [],
): Digest {
  // Consents end by the calendar, without anybody writing it down.
  const book = applyEdits(asRead, consentEdits(asRead, today));
  const until = addDays(today, AHEAD);
  const open = rowsOf(book, "roadmap").filter(isOpen);
  const overdue = inOrder(
    open.filter((row) => isOverdue(row, today)),
    lastDay,
  );
  const due = inOrder(
    open.filter((row) => isWithin(row, today, until)),
    (row) => (firstDay(row) >= today ? firstDay(row) : lastDay(row)),
  );
  const sections: readonly LetterSection[] = [
    {
      title: "Что сделать",
      lines: todayItems(book, today).map(({ text }) => ({ text })),
    },
    {
      title: `Дорожная карта: ${russianDate(today)} – ${russianDate(until)}`,
      lines: due.map((row) => ({
        ...stageLine(book, row),
        ...calendarLinkOf(book, row),
      })),
    },
    {
      title: "Просрочено",
      lines: overdue.map((row) => stageLine(book, row)),
      isLate: true,
    },
    { title: "Согласия", lines: consentLines(book, today) },
  ];
  const events = book.tables.roadmap.present
    ? rowsOf(book, "roadmap").flatMap((row) => eventOf(book, row) ?? [])
    : null;
  const name = textSetting(book, "organizationShort");
  return {
    ...letterText(
      `Наставничество: дела недели с ${russianDate(today)}${name === "" ? "" : `, ${name}`}`,
      sections,
      {
        start,
        link: url,
        end: [
          ...(events === null || events.length === 0
            ? []
            : [
                "Приложенный файл .ics открывается календарём: мероприятия карты появятся в нём, а перенесённые переедут.",
              ]),
          "Письмо приходит раз в неделю. Отключить его: меню «Наставничество» → «Еженедельное письмо…».",
        ],
      },
    ),
    events,
  };
}

function inOrder(
  rows: readonly Row[],
  dayOf: (row: Row) => string,
): readonly Row[] {
  return [...rows].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1));
}

function isOpen(row: Row): boolean {
  const state = textOf(row, "state") || textOf(row, "status");
  return ![STATE.done, STATE.cancelled].some((word) => state.startsWith(word));
}

function firstDay(row: Row): string {
  return textOf(row, "start") || textOf(row, "end");
}

function lastDay(row: Row): string {
  return textOf(row, "end") || textOf(row, "start");
}

/** Begins or ends within the days; what merely goes on is no news. */
function isWithin(row: Row, from: string, until: string): boolean {
  return [firstDay(row), lastDay(row)].some(
    (day) => day !== "" && day >= from && day <= until,
  );
}

function stageLine(book: Book, row: Row): LetterLine {
  const number = textOf(row, "number");
  const who = responsible(book, row);
  return {
    lead: [...new Set([firstDay(row), lastDay(row)])]
      .map(russianDate)
      .join(" – "),
    text: `${number === "" ? "" : `${number}. `}${titleOf(row)}${who === "" ? "" : ` (${who})`}`,
  };
}

function calendarLinkOf(book: Book, row: Row): Pick<LetterLine, "link"> {
  const event = eventOf(book, row);
  return event === null
    ? {}
    : { link: { url: calendarLink(event), caption: "В календарь" } };
}

function titleOf(row: Row): string {
  return textOf(row, "stage") || textOf(row, "content") || row.id;
}

/** Surnames may stand there: in «По кодам» the letter leaves them in the book. */
function responsible(book: Book, row: Row): string {
  return textSetting(book, "mode") === MODE_CODES
    ? ""
    : textOf(row, "responsible");
}

/** Null for a row without dates, or with such as no calendar takes. */
export function eventOf(book: Book, row: Row): CalendarEvent | null {
  const [first, last] = [firstDay(row), lastDay(row)];
  if (first === "" || last < first || last > LAST_DAY) {
    return null;
  }
  const who = responsible(book, row);
  return {
    id: row.id,
    title: titleOf(row),
    details: [
      "Дорожная карта наставничества",
      ...(who === "" ? [] : [`Ответственные: ${who}`]),
    ].join("\n"),
    first,
    last,
    cancelled: textOf(row, "status") === "отменено",
  };
}

const WHY = {
  expires: "скоро истекает",
  cameOfAge: "участник стал совершеннолетним, нужна его подпись",
  mayComeOfAge: "участник мог стать совершеннолетним, проверьте возраст",
} as const;

function consentLines(book: Book, today: string): LetterLine[] {
  return book.tables.consents.present
    ? renewals(book, today).map(({ row, standing, why }) => ({
        text: `${row.id}: ${CONSENT_KIND[standing.kind]} – ${WHY[why]}`,
      }))
    : [];
}
