/** «Дорожная карта…»: a template or the curator's own roadmap becomes rows; dates are computed, texts are kept. */
import * as z from "zod/mini";
import { type Book, textSetting } from "../../book/book";
import { daysOffOf, yearOfBook } from "../../book/year-context";
import { UserError } from "../../domain/errors";
import type { Roadmap } from "../../domain/roadmap/roadmap";
import { MAX_YEARS, templateRows } from "../../domain/roadmap/template-rows";
import {
  roadmapTemplates,
  type Template,
} from "../../domain/roadmap/templates";
import type { Adjustment, Field, JsonObject } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { planRows } from "../roadmap/plan-rows";
import {
  areDoubtful,
  columnEdits,
  columnFields,
  saidOfColumns,
} from "../roadmap/roadmap-columns";
import { ownRoadmap } from "../roadmap/roadmap-source";
import { rolesAsked, SPELL, speltOut } from "../roadmap/spelt-roles";
import { ownTabField } from "./own-tab-field";
import {
  integerOf,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";

const OWN = "own";

const schema = z.object({
  template: z._default(z.string(), OWN),
  file: optionalText,
  text: optionalText,
  tab: optionalText,
  firstYear: optionalInteger,
  years: optionalInteger,
  [SPELL]: z._default(z.boolean(), false),
});

const LABELS = {
  template: "Откуда взять карту",
  file: "Файл",
  text: "Текст карты",
  tab: "Вкладка",
  firstYear: "Первый учебный год",
  years: "Сколько учебных лет",
  [SPELL]: "Записать ответственных полностью",
};

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
        ...roadmapTemplates().map(({ id, title }) => ({
          value: id,
          label: title,
        })),
      ],
      value: OWN,
    },
    {
      key: "file",
      label: "Файл с картой (Word .docx, Excel .xlsx, .csv, .txt)",
      kind: "file",
      accept: ".docx,.xlsx,.txt,.csv,.tsv,.md,.html",
    },
    {
      key: "text",
      label: "Или вставьте карту сюда",
      kind: "longtext",
      tables: true,
      hint: "Таблица из Word или Excel либо текст из PDF.",
    },
    ...ownTabField(book),
  ],
  blocked: () => null,
  plan: planRoadmap,
};

function planRoadmap(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  if (given.template === OWN) {
    return planOwn(
      book,
      ownRoadmap(book, given, saidOfColumns(book, input)),
      given[SPELL],
      input,
    );
  }
  const template = roadmapTemplates().find(({ id }) => id === given.template);
  if (template === undefined) {
    throw new UserError(
      "INPUT",
      `Такого образца нет: «${given.template}». Выберите образец из списка.`,
    );
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

function planOwn(
  book: Book,
  roadmap: Roadmap,
  spell: boolean,
  input: JsonObject,
): Plan {
  const asked = rolesAsked(roadmap.stages, spell);
  const stages = spell ? speltOut(roadmap.stages) : roadmap.stages;
  const plan = planRows(book, { ...roadmap, stages }, []);
  const fields = [...columnFields(roadmap), ...(asked?.fields ?? [])];
  return {
    ...plan,
    edits:
      plan.edits.length === 0
        ? []
        : [...plan.edits, ...columnEdits(book, roadmap, input)],
    details: [
      ...(plan.details ?? []),
      ...(asked === null ? [] : [asked.section]),
    ],
    ...(fields.length === 0
      ? {}
      : {
          adjust: {
            title: "Как поняты графы и сокращения",
            note: "Здесь можно исправить, что значит каждая графа. После подтверждения это запомнится для карт с такой же шапкой.",
            fields,
            open: areDoubtful(roadmap.columns ?? []),
          },
        }),
  };
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
    adjust: adjustment(template, first, count, written),
  };
}

const dateKey = (at: number) => `date${at + 1}`;

/** Years, and the date of each stage where the template has none. */
function adjustment(
  template: Template,
  first: number,
  count: number,
  written: readonly string[],
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
              value: written[at] ?? "",
            }),
          )
        : []),
    ],
    open: asks,
  };
}
