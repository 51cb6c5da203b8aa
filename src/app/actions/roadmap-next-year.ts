/** «Перенести на следующий год…»: the activities of a plan's last year again, those the curator leaves ticked. */
import * as z from "zod/mini";
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { TABLES } from "../../book/tables/tables";
import { daysOffOf, yearOfBook } from "../../book/year-context";
import { counted } from "../../domain/language/plural";
import { STATE } from "../../domain/roadmap/conditions";
import { planYears } from "../../domain/roadmap/next-year";
import type {
  Adjustment,
  JsonObject,
  Problem,
  Section,
} from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import {
  copies,
  isOf,
  nextTitle,
  renumbering,
  yearRow,
  yearText,
} from "../roadmap/next-year-rows";
import {
  isYearly,
  NO_ROADMAP,
  rowsOfSource,
  sourceChoices,
  stageLabel,
} from "../roadmap/stage-choices";
import { stageMarks, ticked } from "../roadmap/stage-groups";
import { optionalText, readInput } from "./read-input";
import { datesText } from "./roadmap-dates";

const schema = z.object({ source: optionalText, take: z.optional(z.string()) });

const LABELS = { source: "Карта", take: "Что перенести" };

const TAB = TABLES.roadmap.title;
const ROWS = ["мероприятие", "мероприятия", "мероприятий"] as const;

export const roadmapNextYear: Action = {
  id: "roadmapNextYear",
  title: "Перенести на следующий год",
  intro:
    "Добавит карту следующего учебного года. Сначала отмечены все мероприятия: снимите отметку с тех, что не повторятся. Прежние строки остаются как есть.",
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
  ],
  blocked: (book) => (rowsOf(book, "roadmap").length > 0 ? null : NO_ROADMAP),
  plan: planNextYear,
};

const isDateless = ({ start, end }: Values) => start === null && end === null;

function planNextYear(book: Book, input: JsonObject): Plan {
  const { source, take } = readInput(schema, input, LABELS);
  const { context, problems } = yearOfBook(book);
  const { rules } = daysOffOf(book, false);
  const rows = rowsOfSource(book, source).filter(
    (row) => textOf(row, "status").trim() !== STATE.cancelled,
  );
  const years = planYears(rows.map(yearRow), context);
  const to = years.from + 1;
  const title = years.isLong ? source : nextTitle(source, to);
  const renumber = renumbering(rows, years, context);
  const known = new Set(
    years.isLong ? [] : rowsOfSource(book, title).map(nameOf),
  );
  const ofYear = rows.filter((row) => isOf(row, years, context));
  const offered = ofYear.filter((row) => !known.has(nameOf(row)));
  const ids = ticked(take, offered);
  const chosen = offered.filter(({ id }) => ids.has(id));
  const made = copies(chosen, years, context, rules).map((values) => ({
    ...values,
    number: renumber(String(values["number"] ?? "")),
    source: title,
  }));
  const dateless = chosen.filter((_, at) => isDateless(made[at] ?? {}));
  return {
    summary: [
      ...(made.length === 0
        ? [
            `На ${yearText(to)} добавлять нечего: ${offered.length === 0 ? "всё уже перенесено" : "ничего не отмечено"}.`,
          ]
        : [takenText(chosen, to, title), RESET]),
      ...(dateless.length === 0
        ? []
        : [
            `Без даты останется: ${counted(dateless.length, ROWS)}. После переноса назначьте срок: «Назначить сроки…».`,
          ]),
      ...(years.isLong
        ? [longText(years.from, rows.length - ofYear.length)]
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
    problems: [
      ...problems,
      ...(years.isLong && years.from > context.schoolYear
        ? [plannedAlready(context.schoolYear + 1)]
        : []),
    ],
    details: made.length === 0 ? [] : sectionsOfCopies(chosen, made, dateless),
    ...(offered.length === 0 ? {} : { adjust: asked(offered, ids) }),
    verb: `Добавить ${counted(made.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function takenText(rows: readonly Row[], year: number, title: string): string {
  const yearly = rows.filter(isYearly).length;
  return [
    `${counted(rows.length, ROWS)} на ${yearText(year)}${yearly === 0 ? "" : `, из них ежегодных ${yearly}`}.`,
    ...(title === "" ? [] : [`Карта: ${title}.`]),
  ].join(" ");
}

/** @param earlier - Activities of years before the last one. */
function longText(last: number, earlier: number): string {
  const left =
    earlier === 0 ? "" : `; прежних лет – нет (${counted(earlier, ROWS)})`;
  return `Карта рассчитана на несколько лет и доходит до ${yearText(last)}. Повторятся мероприятия этого года, в той же карте${left}.`;
}

const RESET =
  "Статусы, подтверждения и приказ не переносятся. Условия остаются и считаются с августа нового учебного года.";

const nameOf = (row: Row) =>
  `${textOf(row, "number")}\n${textOf(row, "stage")}`;

function plannedAlready(year: number): Problem {
  return {
    severity: "warning",
    message: `${yearText(year)} в карте уже есть. Переносите, только если план продлевается дальше.`,
  };
}

function sectionsOfCopies(
  rows: readonly Row[],
  made: readonly Values[],
  dateless: readonly Row[],
): readonly Section[] {
  const text = (values: Values | undefined, key: string) =>
    String(values?.[key] ?? "");
  return [
    ...(dateless.length === 0
      ? []
      : [
          {
            title: "Назначьте срок после переноса",
            lines: dateless.map(
              (row) =>
                `${stageLabel(row)}: ${textOf(row, "dateText").trim() === "" ? "срок не указан" : `«${textOf(row, "dateText")}» – по этим словам дату не определить`}`,
            ),
          },
        ]),
    {
      title: "Мероприятия следующего года",
      headers: ["Этап", "Срок", "Даты"],
      rows: rows.map((row, index) => [
        stageLabel(row),
        text(made[index], "dateText"),
        datesText(text(made[index], "start"), text(made[index], "end")),
      ]),
    },
  ];
}

function asked(offered: readonly Row[], ids: ReadonlySet<string>): Adjustment {
  return {
    title: LABELS.take,
    note: "Отмеченное повторится в следующем учебном году.",
    fields: [
      {
        key: "take",
        label: "Мероприятия",
        ...stageMarks(offered, ids, (row) => (isYearly(row) ? "ежегодно" : "")),
      },
    ],
    open: true,
  };
}
