/** How a pair goes: its term, its order, and what its kind of mentoring asks for in numbers. */

import {
  type Book,
  findRow,
  numberOf,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { isGroup } from "../../book/consents";
import { headerKey } from "../../book/header";
import { addDays } from "../../domain/consents/age";
import { russianDate } from "../../domain/language/dates";
import { ownValue } from "../../domain/record";
import { CURRENT_PAIR, LIVE_PAIR } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

type Say = (
  severity: Problem["severity"],
  key: string,
  message: string,
) => Problem;

export const pairCourse: Check = (book, { today }) =>
  rowsOf(book, "pairs")
    .filter((row) => LIVE_PAIR.includes(textOf(row, "status")))
    .flatMap((row) => {
      const say: Say = (severity, key, message) =>
        remark(book, "pairs", row, key, severity, message);
      return [
        ...termProblems(book, row, today, say),
        ...kindProblems(book, row, say),
        ...meetingProblems(book, row, today, say),
      ];
    });

function termProblems(
  book: Book,
  row: Row,
  today: string,
  say: Say,
): readonly Problem[] {
  const { from, to } = termOf(book, row);
  const isCurrent = CURRENT_PAIR.includes(textOf(row, "status"));
  const order = findRow(book, "documents", textOf(row, "documentId"));
  const ordered = order === null ? "" : textOf(order, "date");
  return [
    ...(isCurrent && to !== "" && to < today
      ? [
          say(
            "warning",
            "to",
            `Срок пары кончился ${russianDate(to)}, а статус «${textOf(row, "status")}». Продлите срок или поставьте «завершена».`,
          ),
        ]
      : []),
    ...(from !== "" && ordered !== "" && from < ordered
      ? [
          say(
            "warning",
            "from",
            `Пара работает с ${russianDate(from)}, а приказ ${order?.id ?? ""} датирован ${russianDate(ordered)}: работа началась раньше приказа. Исправьте срок пары или дату приказа.`,
          ),
        ]
      : []),
    ...(textOf(row, "status") === "активна" && order === null
      ? [
          say(
            "warning",
            "documentId",
            "Пара работает, а приказа о закреплении нет. Создайте его: «Приказы и документы…».",
          ),
        ]
      : []),
  ];
}

/** Days of the pair's own term, or of the programme. */
function termOf(
  book: Book,
  row: Row,
): { readonly from: string; readonly to: string } {
  const own = (key: string, otherwise: string) =>
    textOf(row, key) || isoSetting(book, otherwise);
  return { from: own("from", "periodFrom"), to: own("to", "periodTo") };
}

function isoSetting(book: Book, key: string): string {
  const text = textSetting(book, key).trim();
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : "";
}

/** Numbers that the regulations give for the kinds of mentoring. */
const MONTHS = { least: 3, most: 12 };
const GROUP = 2;

function kindProblems(book: Book, row: Row, say: Say): readonly Problem[] {
  const kind = headerKey(textOf(row, "kind"));
  const mentor = findRow(book, "mentors", textOf(row, "mentorId"));
  const mentee = findRow(book, "mentees", textOf(row, "menteeId"));
  if (mentor === null || mentee === null) {
    return [];
  }
  switch (kind) {
    case "традиционное":
      return traditional(termOf(book, row), say);
    case "реверсивное":
      return isOlder(mentor, mentee)
        ? [
            say(
              "warning",
              "kind",
              "В реверсивном наставничестве наставник моложе наставляемого, а здесь он старше. Проверьте вид или поменяйте участников ролями.",
            ),
          ]
        : [];
    case "в группе":
      return isAlone(book, row, mentee)
        ? [
            say(
              "warning",
              "kind",
              "Групповое наставничество – от двух наставляемых, а здесь один. Выберите другой вид или укажите группу и её численность.",
            ),
          ]
        : [];
    case "виртуальное":
      return [mentor, mentee].some((one) => textOf(one, "format") === "очно")
        ? [
            say(
              "hint",
              "kind",
              "Вид виртуальный, а в банке у участника формат встреч «очно». Проверьте, что обоим подходит общение онлайн.",
            ),
          ]
        : [];
    default:
      return [];
  }
}

function traditional(
  { from, to }: ReturnType<typeof termOf>,
  say: Say,
): readonly Problem[] {
  if (from === "" || to === "" || to < from) {
    return [];
  }
  const isShort = addDays(to, 1) < monthsAfter(from, MONTHS.least);
  const isLong = to > monthsAfter(from, MONTHS.most);
  return isShort || isLong
    ? [
        say(
          "hint",
          "to",
          `Традиционное наставничество длится от 3 месяцев до года, а здесь с ${russianDate(from)} по ${russianDate(to)}. Проверьте срок или выберите другой вид.`,
        ),
      ]
    : [];
}

/** A year is the same day of the next one. */
function monthsAfter(day: string, months: number): string {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const year = Number(day.slice(0, 4)) + Math.floor(month / 12);
  const first = `${year}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  return addDays(first, Number(day.slice(8, 10)) - 1);
}

function isOlder(mentor: Row, mentee: Row): boolean {
  const born = (row: Row) =>
    numberOf(row, "birthYear") ??
    (Number(textOf(row, "birthDate").slice(0, 4)) || null);
  const [own, other] = [born(mentor), born(mentee)];
  return own !== null && other !== null && own < other;
}

function isAlone(book: Book, row: Row, mentee: Row): boolean {
  const people = isGroup(mentee) ? (numberOf(mentee, "headcount") ?? GROUP) : 1;
  const others = rowsOf(book, "pairs").filter(
    (other) =>
      other !== row &&
      textOf(other, "mentorId") === textOf(row, "mentorId") &&
      textOf(other, "kind") === textOf(row, "kind") &&
      LIVE_PAIR.includes(textOf(other, "status")),
  ).length;
  return people + others < GROUP;
}

/** Meetings that each kind asks for, once the pair is over. */
const MEETINGS: Readonly<
  Record<string, { readonly least: number; readonly most: number }>
> = {
  традиционное: { least: 5, most: Number.POSITIVE_INFINITY },
  краткосрочное: { least: 2, most: 4 },
  скоростное: { least: 1, most: 1 },
};

/** A column of the curator's own with the number of meetings held. */
const MEETINGS_HEADER =
  /^(?:(?:число|количество|кол во|всего|проведено|состоялось|проведенных|состоявшихся) )*встреч(?:и|а)?(?: (?:проведено|состоялось|всего|факт|фактически))*$/;

function meetingProblems(
  book: Book,
  row: Row,
  today: string,
  say: Say,
): readonly Problem[] {
  const wanted = ownValue(MEETINGS, headerKey(textOf(row, "kind")));
  const held = Object.entries(row.own ?? {}).find(([header]) =>
    MEETINGS_HEADER.test(headerKey(header)),
  );
  const count = held === undefined ? Number.NaN : Number(held[1]);
  const { to } = termOf(book, row);
  const isOver =
    textOf(row, "status") === "завершена" || (to !== "" && to < today);
  if (wanted === undefined || held === undefined || Number.isNaN(count)) {
    return [];
  }
  const kind = textOf(row, "kind");
  const at = (message: string): Problem => ({
    ...say("warning", "kind", message),
    column: held[0],
  });
  if (count > wanted.most) {
    return [
      at(
        `Встреч ${count}: для вида «${kind}» их не больше ${wanted.most}. Проверьте вид наставничества.`,
      ),
    ];
  }
  return isOver && count < wanted.least
    ? [
        at(
          `Встреч ${count}, а для вида «${kind}» нужно не меньше ${wanted.least}. Допишите встречи или измените вид.`,
        ),
      ]
    : [];
}
