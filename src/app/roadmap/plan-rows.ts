/** The plan that writes the stages of a roadmap. */
import { type Book, rowsOf, textOf } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextId } from "../../book/next-id";
import { TABLES } from "../../book/tables/tables";
import { yearOfBook } from "../../book/year-context";
import { counted } from "../../domain/language/plural";
import { excerpt } from "../../domain/roadmap/normalise";
import { spanOf } from "../../domain/roadmap/read-dates";
import type { Roadmap, Stage } from "../../domain/roadmap/roadmap";
import type { Problem } from "../../shared/rpc";
import type { Plan } from "../plan";
import { approvalOf } from "./approval";
import { stageRow } from "./stage-row";

const TAB = TABLES.roadmap.title;
const STAGES = ["этап", "этапа", "этапов"] as const;

/** New stages of a roadmap as rows; those that stand already are not repeated. */
export function planRows(
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
  const approvedBy = approvalOf(roadmap.approval, roadmap.orderDate);
  const whole = { ...context, ...spanOf(roadmap.stages, context) };
  const rows = fresh.map((stage) => stageRow(stage, title, whole, approvedBy));
  return {
    summary: [
      rows.length > 0
        ? `Новые этапы: ${rows.length}. Карта: ${title}.`
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
        headers: ["№", "Этап", "Срок", "Прочитано как", "Ответственные"],
        rows: rows.map(({ values }) =>
          ["number", "stage", "dateText", "readAs", "responsible"].map((key) =>
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

/** More would not be read by anybody. */
const MOST_SHOWN = 60;
const NOTE_LETTERS = 300;

/** What the reader found strange, and words that belong to no stage. */
function readingProblems({ stages, warnings, notes }: Roadmap): Problem[] {
  const byNumber = new Map(stages.map((stage) => [stage.number, stage]));
  return [
    ...capped(
      warnings.map(
        ({ stage, message }): Problem => ({
          severity: "warning",
          ...lineOf(byNumber.get(stage ?? "")),
          message,
        }),
      ),
      "замечаний к этапам",
    ),
    ...capped(
      notes.map(
        (note): Problem => ({
          severity: "warning",
          ...lineOf(note),
          message: `Не относится ни к одному этапу и не записано: «${excerpt(note.text, NOTE_LETTERS)}».`,
        }),
      ),
      "фрагментов вне этапов",
    ),
  ];
}

function capped(problems: readonly Problem[], what: string): Problem[] {
  const more = problems.length - MOST_SHOWN;
  return more <= 0
    ? [...problems]
    : [
        ...problems.slice(0, MOST_SHOWN),
        { severity: "warning", message: `Ещё ${what}: ${more}.` },
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
