/** «Дорожная карта…»: a template or the curator's own roadmap becomes rows; dates are computed, texts are kept. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf, textSetting } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { counted } from "../../domain/language/plural";
import type { Roadmap, Stage } from "../../domain/roadmap/roadmap";
import { MAX_YEARS, templateRows } from "../../domain/roadmap/template-rows";
import { TEMPLATES, type Template } from "../../domain/roadmap/templates";
import type { Adjustment, Field, JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { spanOf } from "../roadmap/read-dates";
import { ownRoadmap } from "../roadmap/roadmap-source";
import { stageRow } from "../roadmap/stage-row";
import { daysOffOf, yearOfBook } from "../roadmap/year-context";
import {
  integerOf,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";

const OWN = "own";

const schema = z.object({
  template: z._default(z.enum([OWN, ...TEMPLATES.map(({ id }) => id)]), OWN),
  file: optionalText,
  text: optionalText,
  tab: optionalText,
  firstYear: optionalInteger,
  years: optionalInteger,
});

const LABELS = {
  template: "Откуда взять карту",
  file: "Файл",
  text: "Текст карты",
  tab: "Вкладка",
  firstYear: "Первый учебный год",
  years: "Сколько учебных лет",
};

const TAB = TABLES.roadmap.title;
const STAGES = ["этап", "этапа", "этапов"] as const;

export const roadmapAction: Action = {
  id: "roadmap",
  title: "Дорожная карта",
  intro:
    "Выберите образец или дайте свою карту: этапы станут строками, сроки – датами. Исходный текст сроков сохраняется как есть.",
  needs: ["settings", "roadmap"],
  undoable: true,
  chosenTab: ({ tab }) =>
    typeof tab === "string" && tab.trim() !== "" ? tab : null,
  fields: (book) => [
    {
      key: "template",
      label: LABELS.template,
      kind: "choice",
      compact: true,
      choices: [
        { value: OWN, label: "Своя карта: файл, текст или вкладка" },
        ...TEMPLATES.map(({ id, title }) => ({ value: id, label: title })),
      ],
      value: OWN,
    },
    {
      key: "file",
      label: "Файл с картой (Excel .xlsx, .csv, .txt)",
      kind: "file",
      accept: ".xlsx,.txt,.csv,.tsv,.md,.html",
    },
    {
      key: "text",
      label: "Или вставьте карту сюда",
      kind: "longtext",
      hint: "Таблица из Word или Excel либо текст из PDF.",
    },
    ...tabFields(book),
  ],
  blocked: () => null,
  plan: planRoadmap,
};

function tabFields(book: Book): Field[] {
  const titles = book.foreign?.titles ?? [];
  return titles.length === 0
    ? []
    : [
        {
          key: "tab",
          label: "Или вкладка этой книги",
          kind: "choice",
          choices: titles.map(({ tabId, title }) => ({
            value: String(tabId),
            label: title,
          })),
        },
      ];
}

function planRoadmap(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  const template = TEMPLATES.find(({ id }) => id === given.template);
  if (template === undefined) {
    return planRows(book, ownRoadmap(book, given), []);
  }
  if ([given.file, given.text, given.tab].some((text) => text.trim() !== "")) {
    throw new UserError(
      "INPUT",
      "Выбран и образец, и своя карта. Уберите файл, текст и вкладку или выберите «Своя карта».",
    );
  }
  return planTemplate(book, template, input, {
    first: integerOf(given.firstYear),
    count: integerOf(given.years),
  });
}

function planTemplate(
  book: Book,
  template: Template,
  input: JsonObject,
  given: { readonly first: number | null; readonly count: number | null },
): Plan {
  const { context } = yearOfBook(book);
  const first = given.first ?? context.schoolYear;
  const count = given.count ?? template.years;
  if (first < 2000 || first > 2100 || count < 1 || count > MAX_YEARS) {
    throw new UserError(
      "INPUT",
      `Проверьте годы: первый – от 2000 до 2100, сколько лет – от 1 до ${MAX_YEARS}.`,
    );
  }
  const written = template.stages.map((_, at) => {
    const value = input[dateKey(at)];
    return typeof value === "string" ? value : "";
  });
  const { rules, problems } = daysOffOf(book, false);
  const stages = templateRows(template, { first, count }, rules, written);
  const organization =
    textSetting(book, "organizationShort") || textSetting(book, "organization");
  const roadmap: Roadmap = {
    title: [template.source, organization].filter(Boolean).join(" – "),
    approval: null,
    orderDate: null,
    stages,
    notes: [],
    warnings: [],
  };
  return {
    ...planRows(book, roadmap, problems),
    adjust: adjustment(template, first, count),
  };
}

const dateKey = (at: number) => `date${at + 1}`;

/** Years, and the date of each stage where the template has none. */
function adjustment(
  template: Template,
  first: number,
  count: number,
): Adjustment {
  const asks = template.stages.every(({ dateText }) => dateText === "");
  return {
    title: asks ? "Годы и сроки этапов" : "Годы карты",
    note: asks
      ? "Впишите срок каждого этапа, как привыкли: «август», «до 15 сентября», «в течение учебного года». Пустые сроки можно назначить позже."
      : "Сроки образца переносятся на выбранные годы. Для нескольких лет каждый год станет разделом.",
    fields: [
      {
        key: "firstYear",
        label: LABELS.firstYear,
        kind: "integer",
        hint: `${first} означает ${first}/${first + 1} учебный год.`,
        value: first,
      },
      { key: "years", label: LABELS.years, kind: "integer", value: count },
      ...(asks
        ? template.stages.map(
            ({ name }, at): Field => ({
              key: dateKey(at),
              label: `Срок: ${name}`,
              kind: "text",
            }),
          )
        : []),
    ],
    open: asks,
  };
}

function planRows(
  book: Book,
  roadmap: Roadmap,
  more: readonly Problem[],
): Plan {
  const { context, problems } = yearOfBook(book);
  const title = roadmap.title.trim().slice(0, 200);
  const known = new Set(
    rowsOf(book, "roadmap").map((row) =>
      stageKey(
        textOf(row, "source"),
        textOf(row, "number"),
        textOf(row, "stage"),
      ),
    ),
  );
  const fresh = roadmap.stages.filter(
    (stage) => !known.has(stageKey(title, stage.number, stage.name)),
  );
  const whole = { ...context, ...spanOf(roadmap.stages, context) };
  const rows = fresh.map((stage) => stageRow(stage, title, whole));
  return {
    summary: [
      rows.length > 0
        ? `Новые этапы: ${rows.length}. Карта «${title}».`
        : "Все этапы этой карты уже на вкладке.",
      ...(fresh.length < roadmap.stages.length && rows.length > 0
        ? [
            `Уже есть и не повторяются: ${roadmap.stages.length - fresh.length}.`,
          ]
        : []),
    ],
    edits: rows.map(
      ({ values }, index): Edit => ({
        kind: "insert",
        table: "roadmap",
        row: nextId(book, "roadmap", index),
        values,
      }),
    ),
    effects: [],
    problems: [
      ...new Map(
        [...more, ...problems].map((one) => [one.message, one]),
      ).values(),
      ...readingProblems(roadmap),
      ...rows.flatMap((row) => row.problems),
      ...undated(fresh, rows),
    ],
    details: [
      {
        title: "Строки карты",
        headers: ["№", "Этап", "Срок", "Прочитано как"],
        rows: rows.map(({ values }) =>
          ["number", "stage", "dateText", "readAs"].map((key) =>
            String(values[key] ?? ""),
          ),
        ),
      },
    ],
    verb: `Добавить ${counted(rows.length, STAGES)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

/** All stages without dates in one remark: they can be given at once. */
function undated(
  stages: readonly Stage[],
  rows: readonly { readonly values: Values }[],
): Problem[] {
  const numbers = stages.flatMap(({ number }, index) => {
    const { start, end } = rows[index]?.values ?? {};
    return start == null && end == null ? [number] : [];
  });
  return numbers.length === 0
    ? []
    : [
        {
          severity: "warning",
          tab: TAB,
          column: "Начало",
          message: `Без дат: ${counted(numbers.length, STAGES)} (${numbers.join(", ")}). Назначьте их действием «Назначить сроки…» или впишите.`,
        },
      ];
}

/** What the reader found strange, and words that belong to no stage. */
function readingProblems(roadmap: Roadmap): Problem[] {
  return [
    ...roadmap.warnings.map(
      ({ stage, message }): Problem => ({
        severity: "warning",
        ...lineOf(roadmap.stages.find(({ number }) => number === stage)),
        message,
      }),
    ),
    ...roadmap.notes.map(
      (note): Problem => ({
        severity: "warning",
        ...lineOf(note),
        message: `Не относится ни к одному этапу и не записано: «${note.text}».`,
      }),
    ),
  ];
}

/** Line of the text, or row of the sheet, that was given. */
function lineOf(
  one: { readonly sourceLine: number } | undefined,
): Pick<Problem, "row"> {
  return one === undefined || one.sourceLine === 0
    ? {}
    : { row: one.sourceLine };
}

function stageKey(source: string, number: string, name: string): string {
  return `${source}\n${number}\n${name}`;
}
