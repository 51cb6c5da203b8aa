/** «Сдвинуть этапы…»: a stage, and those that begin no earlier, so much later or earlier on working days. */
import * as z from "zod/mini";
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { TABLES } from "../../book/tables/tables";
import { daysOffOf } from "../../book/year-context";
import { UserError } from "../../domain/errors";
import { counted } from "../../domain/language/plural";
import { datesMark, GIVEN } from "../../domain/roadmap/read-dates";
import { type Shift, shiftDates } from "../../domain/roadmap/shift";
import type { Adjustment, JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { CLOSED_STAGES, isFixed } from "../roadmap/recompute";
import {
  isDated,
  NO_ROADMAP,
  rowsOfSource,
  stageLabel,
} from "../roadmap/stage-choices";
import { stageMarks, ticked } from "../roadmap/stage-groups";
import { integerOf, optionalInteger, readInput } from "./read-input";
import { datesText } from "./roadmap-dates";

const schema = z.object({
  stage: z.string(),
  count: optionalInteger,
  unit: z._default(z.enum(["days", "workdays", "weeks"]), "days"),
  scope: z._default(z.enum(["followers", "alone"]), "followers"),
  skip: z._default(z.enum(["weekends", "vacations"]), "weekends"),
  move: z.optional(z.string()),
});

const LABELS = {
  stage: "Этап",
  count: "На сколько",
  unit: "Чего",
  scope: "Что сдвинуть",
  skip: "Пропускать",
  move: "Что сдвинуть",
};

const TAB = TABLES.roadmap.title;
const MAX_COUNT = 400;
const ROWS = ["этап", "этапа", "этапов"] as const;

const choices = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).map(([value, label]) => ({ value, label }));

export const roadmapShift: Action = {
  id: "roadmapShift",
  title: "Сдвинуть этапы",
  intro:
    "Передвинет даты этапа и, если нужно, всех, что начинаются не раньше него. Выходные и праздники пропускаются; текст срока не меняется. Даты, вписанные вручную, остаются, пока их не отметят.",
  needs: ["settings", "roadmap"],
  undoable: true,
  fields: (book) => [
    {
      key: "stage",
      label: LABELS.stage,
      kind: "choice",
      required: true,
      compact: true,
      choices: rowsOf(book, "roadmap")
        .filter((row) => isDated(row) && isOpen(row))
        .map((row) => ({ value: row.id, label: stageLabel(row) })),
    },
    {
      key: "count",
      label: LABELS.count,
      kind: "integer",
      required: true,
      hint: "Число; раньше – с минусом: −3.",
      value: 1,
    },
    {
      key: "unit",
      label: LABELS.unit,
      kind: "choice",
      choices: choices({
        weeks: "Недель",
        days: "Календарных дней",
        workdays: "Рабочих дней",
      }),
      value: "weeks",
    },
    {
      key: "scope",
      label: LABELS.scope,
      kind: "choice",
      choices: choices({
        followers: "Этап и следующие за ним",
        alone: "Только этот этап",
      }),
      value: "followers",
    },
    {
      key: "skip",
      label: LABELS.skip,
      kind: "choice",
      choices: choices({
        weekends: "Выходные и праздники",
        vacations: "И школьные каникулы тоже",
      }),
      value: "weekends",
    },
  ],
  blocked: (book) =>
    rowsOf(book, "roadmap").some(isDated) ? null : NO_ROADMAP,
  plan: planShift,
};

const isOpen = (row: Row) => !CLOSED_STAGES.includes(textOf(row, "status"));
const beginOf = (row: Row) => textOf(row, "start") || textOf(row, "end");

function planShift(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  const count = integerOf(given.count) ?? 0;
  const chosen = findRow(book, "roadmap", given.stage);
  if (chosen === null || !isDated(chosen)) {
    throw new UserError(
      "INPUT",
      "Выберите этап, у которого есть даты. Возможно, строку удалили: откройте «Сдвинуть этапы…» ещё раз.",
    );
  }
  if (count === 0 || Math.abs(count) > MAX_COUNT) {
    throw new UserError(
      "INPUT",
      `Укажите, на сколько сдвинуть: число от 1 до ${MAX_COUNT}, раньше – с минусом.`,
    );
  }
  const { rules, problems } = daysOffOf(book, given.skip === "vacations");
  const shift: Shift = { count, unit: given.unit };
  const followers = given.scope === "alone" ? [] : followersOf(book, chosen);
  const ids = ticked(
    given.move,
    followers.filter((row) => !isFixed(row)),
  );
  const isMoving = (row: Row) => row === chosen || ids.has(row.id);
  const rows = inTab(book, [chosen, ...followers]);
  const moved = rows.filter(isMoving).map((row) => ({
    row,
    to: shiftDates(
      { start: textOf(row, "start") || null, end: textOf(row, "end") || null },
      shift,
      rules,
    ),
  }));
  const kept = followers.filter((row) => !ids.has(row.id));
  return {
    summary: [
      `Новые даты: ${counted(moved.length, ROWS)}.`,
      ...(kept.length === 0
        ? []
        : [`Остаются на месте: ${counted(kept.length, ROWS)}.`]),
    ],
    edits: moved.flatMap(({ row, to }) => dateEdits(row.id, to)),
    effects: [],
    problems: [...problems, ...kept.flatMap((row) => overtaken(row, moved))],
    ...(followers.length === 0 ? {} : { adjust: asked(followers, ids) }),
    details: [
      {
        title: "Новые даты",
        headers: ["Этап", "Было", "Станет"],
        rows: moved.map(({ row, to }) => [
          stageLabel(row),
          datesText(textOf(row, "start"), textOf(row, "end")),
          datesText(to.start, to.end),
        ]),
      },
    ],
    verb: `Сдвинуть ${counted(moved.length, ROWS)}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

/** Those of the stage's roadmap that begin no earlier and are not done. */
function followersOf(book: Book, chosen: Row): readonly Row[] {
  return rowsOfSource(book, textOf(chosen, "source")).filter(
    (row) =>
      row !== chosen &&
      isDated(row) &&
      isOpen(row) &&
      beginOf(row) >= beginOf(chosen),
  );
}

function inTab(book: Book, rows: readonly Row[]): readonly Row[] {
  const wanted = new Set(rows);
  return rowsOf(book, "roadmap").filter((row) => wanted.has(row));
}

type Moved = {
  readonly row: Row;
  readonly to: { readonly start: string | null; readonly end: string | null };
};

/** A stage that stays, and that one which began no later now comes after. */
function overtaken(row: Row, moved: readonly Moved[]): Problem[] {
  const begin = beginOf(row);
  const passed = moved.find(
    (one) =>
      beginOf(one.row) <= begin && (one.to.start ?? one.to.end ?? "") > begin,
  );
  return passed === undefined
    ? []
    : [
        {
          severity: "warning",
          tab: TAB,
          row: row.row,
          message: `«${stageLabel(row)}» остаётся ${datesText(textOf(row, "start"), textOf(row, "end"))} и теперь начинается раньше, чем «${stageLabel(passed.row)}». Проверьте порядок или отметьте и этот этап.`,
        },
      ];
}

/** What moves with the stage; typed dates are left out until they are ticked. */
function asked(
  followers: readonly Row[],
  ids: ReadonlySet<string>,
): Adjustment {
  return {
    title: LABELS.move,
    note: "Сам этап сдвинется в любом случае. Здесь – следующие за ним.",
    fields: [
      {
        key: "move",
        label: "Следующие этапы",
        ...stageMarks(followers, ids, (row) =>
          isFixed(row) ? "даты вписаны вручную" : "",
        ),
      },
    ],
    open: followers.some(isFixed),
  };
}

/** Dates that were given rather than read stay from then on. */
export function dateEdits(
  row: string,
  {
    start,
    end,
  }: { readonly start: string | null; readonly end: string | null },
): Edit[] {
  const computed = datesMark(start, end) + GIVEN;
  const values = { start, end, byHand: true, computed };
  return Object.entries(values).map(([column, value]) => ({
    kind: "set",
    table: "roadmap",
    row,
    column,
    value,
  }));
}
