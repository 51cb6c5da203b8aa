/** «Назначить сроки…»: a date phrase for each stage that has no dates. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { TABLES } from "../../book/tables/tables";
import { yearOfBook } from "../../book/year-context";
import { counted } from "../../domain/language/plural";
import { datesMark, readDates } from "../../domain/roadmap/read-dates";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { CLOSED_STAGES } from "../roadmap/recompute";
import { isDated, stageLabel } from "../roadmap/stage-choices";
import { datesText } from "./roadmap-dates";
import { dateEdits } from "./roadmap-shift";

const TAB = TABLES.roadmap.title;
const ROWS = ["этап", "этапа", "этапов"] as const;

/** A panel with more fields than this is no longer read. */
const MAX_FIELDS = 30;

export const roadmapAssign: Action = {
  id: "roadmapAssign",
  title: "Назначить сроки",
  intro:
    "Покажет этапы без дат. Впишите срок, как привыкли: «август», «до 15 сентября», «в течение учебного года». Пустые поля можно оставить.",
  needs: ["settings", "roadmap"],
  undoable: true,
  fields: (book) =>
    undatedRows(book)
      .slice(0, MAX_FIELDS)
      .map((row) => ({
        key: row.id,
        label: stageLabel(row),
        kind: "text",
        ...(textOf(row, "dateText").trim() === ""
          ? {}
          : { hint: `Сейчас написано: ${textOf(row, "dateText")}` }),
      })),
  blocked: (book) =>
    undatedRows(book).length > 0
      ? null
      : "Все этапы дорожной карты с датами: назначать нечего.",
  plan: planAssign,
};

function undatedRows(book: Book): readonly Row[] {
  return rowsOf(book, "roadmap").filter(
    (row) => !isDated(row) && !CLOSED_STAGES.includes(textOf(row, "status")),
  );
}

function planAssign(book: Book, input: JsonObject): Plan {
  const { context, problems } = yearOfBook(book);
  const given = undatedRows(book).flatMap((row) => {
    const phrase = input[row.id];
    return typeof phrase === "string" && phrase.trim() !== ""
      ? [{ row, phrase: phrase.trim() }]
      : [];
  });
  const read = given.map(({ row, phrase }) => {
    const section = textOf(row, "section");
    return {
      row,
      phrase,
      dates: readDates({ dateText: phrase, section }, context),
    };
  });
  const dated = read.filter(
    ({ dates }) => dates.start !== null || dates.end !== null,
  );
  return {
    summary: [
      dated.length === 0
        ? "Сроки не назначены: впишите их хотя бы одному этапу."
        : `Сроки назначены: ${counted(dated.length, ROWS)}.`,
    ],
    edits: dated.flatMap((one) => assignEdits(one.row, one.phrase, one.dates)),
    effects: [],
    problems: [
      ...problems,
      ...read.flatMap(({ row, dates }) =>
        dates.warnings.map(
          (message): Problem => ({
            severity: "warning",
            tab: TAB,
            row: row.row,
            message: `${stageLabel(row)}: ${message}`,
          }),
        ),
      ),
    ],
    details: [
      {
        title: "Сроки",
        headers: ["Этап", "Срок", "Даты"],
        rows: dated.map(({ row, phrase, dates }) => [
          stageLabel(row),
          phrase,
          datesText(dates.start, dates.end),
        ]),
      },
    ],
    verb: `Назначить ${counted(dated.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

/** The phrase fills an empty text; a text that stands is kept and the dates are given ones. */
function assignEdits(
  row: Row,
  phrase: string,
  dates: ReturnType<typeof readDates>,
): Edit[] {
  if (textOf(row, "dateText").trim() !== "") {
    return dateEdits(row.id, dates);
  }
  const { start, end, readAs, repeat } = dates;
  const values = {
    dateText: phrase,
    start,
    end,
    readAs,
    computed: datesMark(start, end),
    ...(repeat === "" ? {} : { repeat }),
  };
  return Object.entries(values).map(([column, value]) => ({
    kind: "set",
    table: "roadmap",
    row: row.id,
    column,
    value,
  }));
}
