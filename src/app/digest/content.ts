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

/** How far ahead the letter looks, days; the day it is sent counts. */
const AHEAD = 6;

export type Digest = LetterText & { readonly events: readonly CalendarEvent[] };

/** @param url - Of the spreadsheet; "" names none. */
export function digestOf(asRead: Book, today: string, url: string): Digest {
  // Consents end by the calendar, without anybody writing it down.
  const book = applyEdits(asRead, consentEdits(asRead, today));
  const until = addDays(today, AHEAD);
  const open = rowsOf(book, "roadmap").filter(isOpen);
  const overdue = open.filter((row) => isOverdue(row, today));
  const due = open.filter((row) => isWithin(row, today, until));
  const line = (row: Row) => stageLine(book, row);
  const sections: readonly LetterSection[] = [
    {
      title: "Что сделать",
      lines: todayItems(book, today).map(({ text }) => ({ text })),
    },
    {
      title: `Дорожная карта: ${russianDate(today)} – ${russianDate(until)}`,
      lines: due.map(line),
    },
    { title: "Просрочено", lines: overdue.map(line) },
    { title: "Согласия", lines: consentLines(book, today) },
  ];
  const events = rowsOf(book, "roadmap").flatMap(
    (row) => eventOf(book, row) ?? [],
  );
  const name = textSetting(book, "organizationShort");
  return {
    ...letterText(
      `Наставничество${name === "" ? "" : `, ${name}`}: дела недели с ${russianDate(today)}`,
      sections,
      [
        ...(url === "" ? [] : [`Таблица: ${url}`]),
        "Письмо отправляет надстройка «Наставник» раз в неделю. Отключить: меню «Наставничество» → «Еженедельное письмо…».",
        ...(events.length === 0
          ? []
          : [
              "Файл .ics открывается календарём; перенесённое мероприятие в нём переедет.",
            ]),
      ],
    ),
    events,
  };
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
  const days = [...new Set([firstDay(row), lastDay(row)])]
    .map(russianDate)
    .join(" – ");
  const number = textOf(row, "number");
  const who = responsible(book, row);
  const event = eventOf(book, row);
  return {
    text: `${days}: ${number === "" ? "" : `${number}. `}${titleOf(row)}${who === "" ? "" : ` (${who})`}`,
    ...(event === null
      ? {}
      : { link: { url: calendarLink(event), caption: "В календарь" } }),
  };
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

function eventOf(book: Book, row: Row): CalendarEvent | null {
  const [first, last] = [firstDay(row), lastDay(row)];
  if (first === "" || last < first) {
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
