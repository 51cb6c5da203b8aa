/** «Карта приложением к приказу…»: the roadmap as a document with a table, and a register entry. */
import * as z from "zod/mini";
import {
  type Book,
  type Row,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "../../book/book";
import { nextId } from "../../book/next-id";
import { hasSchoolYear, schoolYearText } from "../../book/school-year";
import type { DrawnRow } from "../../domain/documents/annex-months";
import {
  datesInWords,
  ROADMAP_ANNEX_KIND,
  roadmapAnnexData,
  roadmapAnnexTitle,
} from "../../domain/documents/roadmap-annex";
import { hash } from "../../domain/hash";
import { plural } from "../../domain/language/plural";
import { STATE } from "../../domain/roadmap/conditions";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { approvalText, earlierThan, stampEdits } from "../roadmap/approval";
import { marksIn } from "../roadmap/marks";
import { optionalDate, optionalText, readInput } from "./read-input";

const schema = z.object({
  date: optionalDate,
  number: optionalText,
  annex: optionalText,
  title: optionalText,
  timeline: optionalText,
  stamp: z._default(z.boolean(), true),
});

const LABELS = {
  date: "Дата приказа",
  number: "Номер приказа",
  annex: "Номер приложения",
  title: "Заголовок",
  timeline: "Лента по месяцам",
  stamp: "Отметить строки карты этим приказом",
};

const STAGES = ["этап", "этапа", "этапов"] as const;

export const roadmapAnnex: Action = {
  id: "roadmapAnnex",
  title: "Карта приложением к приказу",
  intro:
    "Создаст документ «Приложение к приказу» с таблицей дорожной карты: этап, содержание, сроки, ответственные, результат; после неё – лента по месяцам. Страницы альбомные, шапка таблицы повторяется.",
  needs: ["settings", "roadmap", "documents"],
  undoable: true,
  fields: (book) => [
    {
      key: "date",
      label: LABELS.date,
      kind: "date",
      hint: "Пусто – останется место, чтобы вписать от руки.",
    },
    {
      key: "number",
      label: LABELS.number,
      kind: "text",
      hint: "Например 45-о. Пусто – место для номера.",
    },
    {
      key: "annex",
      label: LABELS.annex,
      kind: "text",
      value: "1",
      hint: "Пусто, если приложение одно.",
    },
    {
      key: "title",
      label: LABELS.title,
      kind: "longtext",
      // Without a school year the plan says what is missing.
      value: setting(book, "schoolYear") === null ? "" : usualTitle(book),
    },
    {
      key: "timeline",
      label: LABELS.timeline,
      kind: "choice",
      choices: [
        { value: "with", label: "После таблицы" },
        { value: "without", label: "Без ленты" },
      ],
      value: "with",
    },
    {
      key: "stamp",
      label: LABELS.stamp,
      kind: "yesno",
      hint: "В графу «Утверждено приказом» впишутся номер и дата, если они указаны.",
      value: true,
    },
  ],
  blocked: (book) =>
    rowsShown(book).length === 0
      ? "На вкладке «Дорожная карта» ещё нет строк. Сначала выберите «Дорожная карта…»."
      : null,
  plan: planAnnex,
};

function usualTitle(book: Book): string {
  return roadmapAnnexTitle(
    textSetting(book, "organizationShort"),
    schoolYearText(book),
  );
}

/** Cancelled activities are no part of the plan. */
function rowsShown(book: Book): readonly Row[] {
  return rowsOf(book, "roadmap").filter(
    (row) => textOf(row, "status") !== STATE.cancelled,
  );
}

/** Without a school year repeats cannot be told: the stretches alone are drawn. */
function drawnRows(book: Book, rows: readonly Row[]): readonly DrawnRow[] {
  const markOf = hasSchoolYear(book) ? marksIn(book) : () => null;
  return rows.map((row) => ({
    number: textOf(row, "number"),
    stage: textOf(row, "stage"),
    start: textOf(row, "start"),
    end: textOf(row, "end"),
    mark: markOf(row) ?? "",
  }));
}

function planAnnex(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  const rows = rowsShown(book);
  const date = given.date === "" ? null : given.date;
  const number = given.number.trim() === "" ? null : given.number.trim();
  const title = given.title.trim() || usualTitle(book);
  const prepared = roadmapAnnexData({
    title,
    annexNumber: given.annex,
    date,
    number,
    rows: rows.map((row) => ({
      number: textOf(row, "number"),
      section: textOf(row, "section"),
      stage: textOf(row, "stage"),
      content: textOf(row, "content"),
      dates:
        textOf(row, "dateText") ||
        datesInWords(textOf(row, "start"), textOf(row, "end")),
      responsible: textOf(row, "responsible"),
      result: textOf(row, "result"),
    })),
    drawn: given.timeline === "without" ? [] : drawnRows(book, rows),
  });
  const id = nextId(book, "documents");
  const stamp = given.stamp ? approvalText(given.number, given.date) : "";
  const stamped = stampEdits(book, rows, stamp);
  const count = `${rows.length} ${plural(rows.length, STAGES)}`;
  return {
    summary: [
      `Новый документ ${id}: приложение к приказу, ${count}.`,
      ...(stamped.length === 0
        ? []
        : [`В строках карты: утверждено приказом ${stamp}.`]),
    ],
    edits: [
      {
        kind: "insert",
        table: "documents",
        row: id,
        values: { kind: "приложение", title, date, number, status: "черновик" },
      },
      ...stamped,
    ],
    effects: [
      {
        kind: "document",
        key: `document:${id}:${hash(JSON.stringify(prepared.data))}`,
        name:
          number === null
            ? title
            : `Приложение к приказу № ${number}. ${title}`,
        template: ROADMAP_ANNEX_KIND,
        data: prepared.data,
        table: "documents",
        row: id,
      },
    ],
    problems: [
      ...prepared.problems.map(
        (message): Problem => ({ severity: "warning", message }),
      ),
      ...(date === null || stamped.length === 0
        ? []
        : rows.flatMap((row) => earlierThan(row, date) ?? [])),
    ],
    verb: "Создать 1 приложение",
    links: [{ label: "Документы", tab: "Документы" }],
  };
}
