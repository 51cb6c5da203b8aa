/** «Перенести на следующий год…»: yearly activities again, the others as the curator chooses. */
import * as z from "zod/mini";
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { TABLES } from "../../book/tables/tables";
import { daysOffOf, yearOfBook } from "../../book/year-context";
import { counted } from "../../domain/language/plural";
import { type DaysOff, workingDay } from "../../domain/roadmap/days-off";
import type { DateContext } from "../../domain/roadmap/interval";
import { datesMark, readDates, spanOf } from "../../domain/roadmap/read-dates";
import { otherYear, shiftYears } from "../../domain/roadmap/shift";
import { UNDER } from "../../domain/roadmap/stage-rows";
import type { Adjustment, JsonObject, Section } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import {
  NO_ROADMAP,
  rowsOfSource,
  sourceChoices,
  stageLabel,
} from "../roadmap/stage-choices";
import { optionalText, readInput } from "./read-input";
import { datesText } from "./roadmap-dates";

const schema = z.object({
  source: optionalText,
  once: z._default(z.enum(["choose", "all"]), "choose"),
});

const LABELS = { source: "Карта", once: "Разовые мероприятия" };

const TAB = TABLES.roadmap.title;
const ROWS = ["мероприятие", "мероприятия", "мероприятий"] as const;

export const roadmapNextYear: Action = {
  id: "roadmapNextYear",
  title: "Перенести на следующий год",
  intro:
    "Добавит карту следующего учебного года. Ежегодное повторится само; разовое можно отметить. Прежние строки остаются как есть.",
  needs: ["settings", "roadmap"],
  undoable: true,
  fields: (book) => [
    {
      key: "source",
      label: LABELS.source,
      kind: "choice",
      compact: true,
      choices: sourceChoices(book),
      value: sourceChoices(book)[0]?.value ?? "",
    },
    {
      key: "once",
      label: LABELS.once,
      kind: "choice",
      choices: [
        { value: "choose", label: "Отмечу после просмотра" },
        { value: "all", label: "Перенести все" },
      ],
      value: "choose",
    },
  ],
  blocked: (book) => (rowsOf(book, "roadmap").length > 0 ? null : NO_ROADMAP),
  plan: planNextYear,
};

/** Stages that are done every year by their own words. */
const YEARLY = /ежегодн|каждый год|каждого года|раз в год/iu;

const isYearly = (row: Row) =>
  YEARLY.test(`${textOf(row, "repeat")} ${textOf(row, "dateText")}`);

const takeKey = (row: Row) => `take-${row.id}`;

function planNextYear(book: Book, input: JsonObject): Plan {
  const { source, once } = readInput(schema, input, LABELS);
  const { context, problems } = yearOfBook(book);
  const { rules } = daysOffOf(book, false);
  const rows = rowsOfSource(book, source).filter(
    (row) => textOf(row, "status") !== "отменено",
  );
  const single = rows.filter((row) => !isYearly(row));
  const chosen = rows.filter(
    (row) => isYearly(row) || once === "all" || input[takeKey(row)] === true,
  );
  const title = nextTitle(source, context.schoolYear);
  const known = new Set(
    rowsOfSource(book, title).map(
      (row) => `${textOf(row, "number")}\n${textOf(row, "stage")}`,
    ),
  );
  const fresh = chosen.filter(
    (row) => !known.has(`${textOf(row, "number")}\n${textOf(row, "stage")}`),
  );
  const made = copies(fresh, title, context, rules);
  return {
    summary: [
      made.length === 0
        ? "Ежегодных мероприятий, которых ещё нет в следующем году, не нашлось."
        : `${counted(made.length, ROWS)} на следующий год, из них ежегодных ${fresh.filter(isYearly).length}. Карта: ${title}.`,
      ...(single.length > 0 && once !== "all"
        ? [
            `Разовых мероприятий: ${single.length}. Отметьте те, что нужны и в следующем году, и покажите заново.`,
          ]
        : []),
    ],
    edits: made.map(
      (values, index): Edit => ({
        kind: "insert",
        table: "roadmap",
        row: nextId(book, "roadmap", index),
        values,
      }),
    ),
    effects: [],
    problems,
    details: made.length === 0 ? [] : [sectionOfCopies(fresh, made)],
    ...(once === "all" || single.length === 0
      ? {}
      : { adjust: onceAsked(single, input) }),
    verb: `Добавить ${counted(made.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function sectionOfCopies(
  rows: readonly Row[],
  made: readonly Values[],
): Section {
  const text = (values: Values | undefined, key: string) =>
    String(values?.[key] ?? "");
  return {
    title: "Мероприятия следующего года",
    headers: ["Этап", "Срок", "Даты"],
    rows: rows.map((row, index) => [
      stageLabel(row),
      text(made[index], "dateText"),
      datesText(text(made[index], "start"), text(made[index], "end")),
    ]),
  };
}

function onceAsked(single: readonly Row[], input: JsonObject): Adjustment {
  return {
    title: "Разовые мероприятия",
    note: "Отмеченные тоже перейдут на следующий год.",
    fields: single.map((row) => ({
      key: takeKey(row),
      label: stageLabel(row),
      kind: "yesno",
      value: input[takeKey(row)] === true,
    })),
    open: true,
  };
}

/** The years in the title a year on; a title without years gets the new one. */
function nextTitle(source: string, schoolYear: number): string {
  const moved = shiftYears(source, 1);
  const year = `${schoolYear + 1}/${schoolYear + 2}`;
  return moved === source ? `${source} – ${year}`.replace(/^ – /, "") : moved;
}

function copies(
  rows: readonly Row[],
  source: string,
  context: DateContext,
  rules: DaysOff,
): readonly Values[] {
  const next = { ...context, schoolYear: context.schoolYear + 1 };
  const texts = rows.map((row) => ({
    dateText: shiftYears(textOf(row, "dateText"), 1),
    section: sectionOf(row, next.schoolYear),
  }));
  const whole = { ...next, ...spanOf(texts, next) };
  return rows.map((row, index) => {
    const text = texts[index] ?? { dateText: "", section: "" };
    const read = readDates(text, whole);
    const typed = row.values["byHand"] === true;
    const dates = typed ? yearOn(row, rules) : read;
    return {
      ...keptTexts(row),
      section: text.section || null,
      dateText: text.dateText,
      ...pick(dates),
      readAs: read.readAs,
      computed: datesMark(dates.start, dates.end),
      ...(typed ? { byHand: true } : {}),
      status: "не начато",
      source,
    };
  });
}

/** A section that names no year gets it: «сентябрь» below it is of that year. */
function sectionOf(row: Row, schoolYear: number): string {
  const section = textOf(row, "section");
  const moved = shiftYears(section, 1);
  const year = `${schoolYear}/${schoolYear + 1} учебный год`;
  return moved === section
    ? [year, section].filter(Boolean).join(UNDER)
    : moved;
}

const KEPT = [
  "number",
  "stage",
  "tasks",
  "content",
  "repeat",
  "responsible",
  "participants",
  "result",
  "docKind",
  "remark",
] as const;

function keptTexts(row: Row): Values {
  return Object.fromEntries(KEPT.map((key) => [key, row.values[key] ?? null]));
}

type Dates = { readonly start: string | null; readonly end: string | null };

const pick = ({ start, end }: Dates): Dates => ({ start, end });

/** Dates that were typed: the same days of the next year, on working days. */
function yearOn(row: Row, rules: DaysOff): Dates {
  const moved = (key: string) => {
    const day = textOf(row, key);
    return day === "" ? null : workingDay(otherYear(day, 1), rules, "later");
  };
  return { start: moved("start"), end: moved("end") };
}
