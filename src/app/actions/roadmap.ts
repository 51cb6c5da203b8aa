/** «Дорожная карта…»: reads a roadmap text into the tab; dates are computed, the text is kept. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { TABLES } from "../../book/tables/tables";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { formatInterval } from "../../domain/roadmap/format-interval";
import type { DateContext } from "../../domain/roadmap/interval";
import { parseDatePhrase } from "../../domain/roadmap/parse-date-phrase";
import { readRoadmap } from "../../domain/roadmap/read-roadmap";
import type { Stage } from "../../domain/roadmap/roadmap";
import { stageDates } from "../../domain/roadmap/stage-dates";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { optionalText, readInput } from "./read-input";
import { schoolYearStart } from "./school-year";

const schema = z.object({ file: optionalText, text: optionalText });

const LABELS = { file: "Файл", text: "Текст карты" };

const TAB = TABLES.roadmap.title;

export const roadmapAction: Action = {
  id: "roadmap",
  title: "Дорожная карта",
  intro:
    "Вставьте таблицу или текст дорожной карты: этапы станут строками, сроки – датами. Исходный текст сроков сохраняется как есть.",
  needs: ["settings", "roadmap"],
  undoable: true,
  fields: () => [
    {
      key: "file",
      label: "Файл с текстом карты (.txt, .csv)",
      kind: "file",
      accept: ".txt,.csv,.tsv,.md",
    },
    {
      key: "text",
      label: "Или вставьте карту сюда",
      kind: "longtext",
      hint: "Таблица из Word или Excel либо текст из PDF.",
    },
  ],
  blocked: () => null,
  plan: planRoadmap,
};

function planRoadmap(book: Book, input: JsonObject): Plan {
  const { file, text } = readInput(schema, input, LABELS);
  const source = file.trim() === "" ? text : file;
  if (source.trim() === "") {
    throw new UserError(
      "INPUT",
      "Текст карты пуст. Выберите файл или вставьте таблицу.",
    );
  }
  const schoolYear = schoolYearStart(book);
  const roadmap = readRoadmap(source);
  if (roadmap.stages.length === 0) {
    throw new UserError(
      "ROADMAP_UNREAD",
      "Этапы не найдены. Нужна таблица с графами «№», «Наименование этапа», «Содержание», «Сроки» или текст, где этапы пронумерованы. Ничего не записано.",
    );
  }
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
  const problems: Problem[] = roadmap.warnings.map((warning) => ({
    severity: "warning",
    tab: TAB,
    message:
      warning.stage === undefined
        ? warning.message
        : `Этап ${warning.stage}: ${warning.message}`,
  }));
  for (const note of roadmap.notes) {
    problems.push({
      severity: "warning",
      row: note.sourceLine,
      message: `Не относится ни к одному этапу и не записано: «${note.text}».`,
    });
  }
  const fresh = roadmap.stages.filter(
    (stage) => !known.has(stageKey(title, stage.number, stage.name)),
  );
  const span = spanOf(roadmap.stages, schoolYear);
  const rows = fresh.map((stage) =>
    stageRow(stage, title, { ...yearOf(schoolYear), ...span }, problems),
  );
  const count = `${rows.length} ${plural(rows.length, ["этап", "этапа", "этапов"])}`;
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
      (values, index): Edit => ({
        kind: "insert",
        table: "roadmap",
        row: nextId(book, "roadmap", index),
        values,
      }),
    ),
    effects: [],
    problems,
    details: [
      {
        headers: ["№", "Этап", "Срок", "Прочитано как"],
        rows: rows.map((row) => [
          row.number,
          row.stage,
          row.dateText,
          row.readAs,
        ]),
      },
    ],
    verb: `Добавить ${count}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function yearOf(schoolYear: number): DateContext {
  return { schoolYear, yearStart: "09-01", yearEnd: "05-31" };
}

/** From the first to the last dated stage: what «на всех этапах» means. */
function spanOf(
  stages: readonly Stage[],
  schoolYear: number,
): Pick<DateContext, "span"> {
  const dates = stages.flatMap((stage) => {
    const parsed = parseDatePhrase(stage.dateText, yearOf(schoolYear));
    const dated = parsed.intervals.filter(({ kind }) => kind !== "throughout");
    const { start, end } = stageDates({ ...parsed, intervals: dated });
    return [start, end].flatMap((date) => (date === null ? [] : [date]));
  });
  const sorted = dates.sort();
  const [start] = sorted;
  const end = sorted[sorted.length - 1];
  return start === undefined || end === undefined
    ? {}
    : { span: { start, end } };
}

function stageKey(source: string, number: string, name: string): string {
  return `${source}\n${number}\n${name}`;
}

function stageRow(
  stage: Stage,
  source: string,
  context: DateContext,
  problems: Problem[],
) {
  // An empty cell has its own, shorter message.
  const parsed =
    stage.dateText.trim() === ""
      ? { intervals: [], warnings: [] }
      : parseDatePhrase(stage.dateText, context);
  const { start, end } = stageDates(parsed);
  if (stage.dateText.trim() === "") {
    problems.push({
      severity: "warning",
      tab: TAB,
      column: "Срок (как написано)",
      message: `Этап ${stage.number}: срок не указан. Впишите начало и окончание.`,
    });
  }
  for (const warning of parsed.warnings) {
    problems.push({
      severity: "warning",
      tab: TAB,
      column: "Срок (как написано)",
      message: `Этап ${stage.number}: ${warning}`,
    });
  }
  return {
    number: stage.number,
    section: stage.section || null,
    stage: stage.name,
    content: stage.content,
    dateText: stage.dateText,
    start,
    end,
    readAs: [...parsed.intervals.map(formatInterval), ...parsed.warnings].join(
      "; ",
    ),
    responsible: stage.responsible,
    participants: stage.participants,
    result: stage.result,
    status: "не начато",
    source,
  };
}
