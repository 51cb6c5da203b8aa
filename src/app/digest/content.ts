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
import { addDays } from "../../domain/consents/age";
import { CONSENT_KIND } from "../../domain/consents/kinds";
import type { CalendarEvent } from "../../domain/digest/calendar";
import {
  type LetterLine,
  type LetterSection,
  type LetterText,
  letterText,
} from "../../domain/digest/letter";
import { russianDate } from "../../domain/language/dates";
import {
  daysOf,
  eventOf,
  firstDay,
  isDue,
  isOpen,
  lastDay,
  responsibleOf,
  stageLink,
  TO_CALENDAR,
  titleOf,
} from "../roadmap/stage-event";
import { PANEL_TABLES, todayItems } from "../today";

export const DIGEST_TABLES: readonly TableId[] = PANEL_TABLES;

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
    open.filter((row) => isDue(row, today, until)),
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

function stageLine(book: Book, row: Row): LetterLine {
  const number = textOf(row, "number").replace(/\.$/, "");
  const who = responsibleOf(book, row);
  return {
    lead: daysOf(row),
    text: `${number === "" ? "" : `${number}. `}${titleOf(row)}${who === "" ? "" : ` (${who})`}`,
  };
}

function calendarLinkOf(book: Book, row: Row): Pick<LetterLine, "link"> {
  const url = stageLink(book, row);
  return url === null ? {} : { link: { url, caption: TO_CALENDAR } };
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
