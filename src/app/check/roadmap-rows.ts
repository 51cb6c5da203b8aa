/** Rows of the roadmap: dates, order of stages, who answers, phrases of the term. */

import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { hasSchoolYear } from "../../book/school-year";
import { yearOfBook } from "../../book/year-context";
import { russianDate } from "../../domain/language/dates";
import type { Interval } from "../../domain/roadmap/interval";
import { parseDatePhrase } from "../../domain/roadmap/parse-date-phrase";
import { stageDates } from "../../domain/roadmap/stage-dates";
import type { Problem } from "../../shared/rpc";
import { type Check, remark, shortened, tabRemark } from "./check-type";

export const roadmapRows: Check = (book, { today }) => {
  const rows = rowsOf(book, "roadmap").filter(
    (row) => textOf(row, "status") !== "отменено",
  );
  return [
    ...undated(book, rows),
    ...unowned(book, rows),
    ...terms(book, rows),
    ...outOfOrder(book, rows),
    ...beforeOrder(book, rows),
    ...doneTooSoon(book, rows, today),
    ...copied(book, rows),
  ];
};

const isDated = (row: Row) =>
  textOf(row, "start") !== "" || textOf(row, "end") !== "";

function undated(book: Book, rows: readonly Row[]): readonly Problem[] {
  const without = rows.filter((row) => !isDated(row));
  if (rows.length > 1 && without.length === rows.length) {
    return [
      tabRemark(
        book,
        "roadmap",
        "warning",
        "Ни у одного этапа нет дат: в исходной карте не было графы сроков. Выберите «Назначить сроки…» или впишите начало и окончание хотя бы главных этапов.",
      ),
    ];
  }
  return without
    .filter((row) => !isRepeated(textOf(row, "dateText")))
    .map((row) =>
      remark(
        book,
        "roadmap",
        row,
        "start",
        "warning",
        "У этапа нет дат. Выберите «Назначить сроки…», впишите начало и окончание или уточните срок.",
      ),
    );
}

/** «Ежегодно» and «ежемесячно» name no day, and need none. */
function isRepeated(text: string): boolean {
  return /\bеже|кажд|раз\p{L}* в |постоянно|регулярно/iu.test(` ${text}`);
}

function unowned(book: Book, rows: readonly Row[]): readonly Problem[] {
  const without = rows.filter(
    (row) => textOf(row, "responsible").trim() === "",
  );
  return rows.length > 1 && without.length === rows.length
    ? [
        tabRemark(
          book,
          "roadmap",
          "warning",
          "Ни у одного этапа не указаны ответственные. Впишите должности или роли.",
        ),
      ]
    : without.map((row) =>
        remark(
          book,
          "roadmap",
          row,
          "responsible",
          "warning",
          "Не указаны ответственные. Впишите должности или роли.",
        ),
      );
}

/** Phrases of the term that say two things, or not what the dates say. */
function terms(book: Book, rows: readonly Row[]): readonly Problem[] {
  if (!hasSchoolYear(book)) {
    return [];
  }
  const { context } = yearOfBook(book);
  return rows.flatMap((row) => {
    const text = textOf(row, "dateText");
    if (text.trim() === "") {
      return [];
    }
    const { intervals, warnings } = parseDatePhrase(text, context);
    const phrases = [...new Set(intervals.map(({ source }) => source))];
    const at = (severity: Problem["severity"], message: string) =>
      remark(book, "roadmap", row, "dateText", severity, message);
    return [
      ...(isMixed(intervals)
        ? [
            at(
              "warning",
              `Две фразы срока в одной ячейке: ${phrases.map((phrase) => `«${shortened(phrase, 40)}»`).join(" и ")}. Разнесите их по двум строкам или оставьте одну.`,
            ),
          ]
        : []),
      // What the curator has dated by hand needs no reading.
      ...(intervals.length === 0 && !isDated(row)
        ? warnings.map((warning) => at("warning", warning))
        : []),
      ...differing(row, intervals, at),
    ];
  });
}

/** Several phrases of different kinds; «сентябрь 2024, май 2025» is one list. */
function isMixed(intervals: readonly Interval[]): boolean {
  const bySource = new Map(
    intervals.map(({ source, precision, kind }) => [
      source,
      `${precision} ${kind === "throughout" ? kind : kind === "recurring" ? kind : ""}`,
    ]),
  );
  return new Set(bySource.values()).size > 1;
}

function differing(
  row: Row,
  intervals: readonly Interval[],
  at: (severity: Problem["severity"], message: string) => Problem,
): readonly Problem[] {
  const read = stageDates({ intervals });
  const [start, end] = [textOf(row, "start"), textOf(row, "end")];
  const isApart =
    read.start !== null &&
    read.end !== null &&
    start !== "" &&
    end !== "" &&
    (start > read.end || end < read.start);
  return isApart
    ? [
        at(
          "hint",
          `Срок написан так, а даты этапа другие: ${russianDate(start)} – ${russianDate(end)}. Если этап перенесён, исправьте и текст.`,
        ),
      ]
    : [];
}

/** Stages of one map begin one after another; it may be meant otherwise. */
function outOfOrder(book: Book, rows: readonly Row[]): readonly Problem[] {
  const latest = new Map<string, Row>();
  return rows.flatMap((row) => {
    const key = `${textOf(row, "source")}\n${textOf(row, "section")}`;
    const start = textOf(row, "start");
    const before = latest.get(key);
    if (start === "") {
      return [];
    }
    if (before === undefined || textOf(before, "start") <= start) {
      latest.set(key, row);
      return [];
    }
    return [
      remark(
        book,
        "roadmap",
        row,
        "start",
        "hint",
        `Этап начинается ${russianDate(start)}, раньше этапа ${nameOf(before)} (${russianDate(textOf(before, "start"))}), который стоит выше. Проверьте даты или порядок строк.`,
      ),
    ];
  });
}

function nameOf(row: Row): string {
  const number = textOf(row, "number");
  return number === "" ? `«${shortened(textOf(row, "stage"), 40)}»` : number;
}

/** The order that approves the map, or brings the programme in. */
function beforeOrder(book: Book, rows: readonly Row[]): readonly Problem[] {
  const order = rowsOf(book, "documents").find(
    (row) =>
      textOf(row, "kind") === "приказ" &&
      textOf(row, "date") !== "" &&
      textOf(row, "status") !== "отменён" &&
      /дорожн\p{L}* карт|о внедрении/iu.test(textOf(row, "title")),
  );
  if (order === undefined) {
    return [];
  }
  const day = textOf(order, "date");
  return rows
    .filter((row) => textOf(row, "end") !== "" && textOf(row, "end") < day)
    .map((row) =>
      remark(
        book,
        "roadmap",
        row,
        "end",
        "warning",
        `Этап кончается ${russianDate(textOf(row, "end"))}, раньше приказа ${order.id} от ${russianDate(day)}. Проверьте срок или дату приказа.`,
      ),
    );
}

function doneTooSoon(
  book: Book,
  rows: readonly Row[],
  today: string,
): readonly Problem[] {
  return rows
    .filter(
      (row) =>
        textOf(row, "status") === "выполнено" && textOf(row, "start") > today,
    )
    .map((row) =>
      remark(
        book,
        "roadmap",
        row,
        "status",
        "hint",
        `Этап отмечен выполненным, а начинается ${russianDate(textOf(row, "start"))}. Проверьте статус или дату.`,
      ),
    );
}

/** Shorter texts may well be the same: «Анкетирование». */
const COPIED_LENGTH = 60;

function copied(book: Book, rows: readonly Row[]): readonly Problem[] {
  const seen = new Map<string, Row>();
  return rows.flatMap((row) => {
    const text = textOf(row, "content")
      .toLowerCase()
      .replace(/[^а-яё]+/g, " ");
    const key = `${textOf(row, "source")}\n${text}`;
    const first = seen.get(key);
    seen.set(key, first ?? row);
    return text.length < COPIED_LENGTH || first === undefined
      ? []
      : [
          remark(
            book,
            "roadmap",
            row,
            "content",
            "hint",
            `Содержание то же, что у этапа ${nameOf(first)} (строка ${first.row}). Проверьте, не скопировано ли оно по ошибке.`,
          ),
        ];
  });
}
