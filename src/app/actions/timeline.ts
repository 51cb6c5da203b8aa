/** «Лента…»: bars beside the rows of the roadmap, by months or weeks; the view of it; taking it away. */
import * as z from "zod/mini";
import { type Book, rowsOf } from "../../book/book";
import { counterEdits } from "../../book/counter-rows";
import type { Edit } from "../../book/edits";
import { missingFormulas } from "../../book/row-formulas";
import { PROGRESS_COLUMNS } from "../../book/tables/progress-columns";
import { TABLES } from "../../book/tables/tables";
import { LEGEND, type Timeline, type TimelineState } from "../../book/timeline";
import { isDrawn } from "../../book/timeline-work";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { periodsIn, type TimelineScale } from "../../domain/roadmap/timeline";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import {
  integerOf,
  optionalInteger,
  optionalText,
  readInput,
} from "./read-input";
import { currentTimeline, LABELS, timelineFields } from "./timeline-fields";
import { timelineSpan } from "./timeline-span";
import { timelineOf } from "./timeline-wanted";

const schema = z.object({
  show: optionalText,
  from: optionalInteger,
  to: optionalInteger,
  view: optionalText,
  section: optionalText,
  responsible: optionalText,
});

const TAB = TABLES.roadmap.title;

/** More columns than this nobody scans: ten years, or five of weeks with some room. */
const MOST: Readonly<Record<TimelineScale, number>> = { month: 132, week: 320 };

export const timelineAction: Action = {
  id: "timeline",
  title: "Лента",
  intro:
    "Справа от строк дорожной карты появятся месяцы или недели с полосами: они меняются сами, когда меняются сроки, состояние или сегодняшнее число. Повторный запуск заменяет только саму ленту.",
  needs: ["settings", "roadmap"],
  reads: ["counters"],
  undoable: true,
  fields: timelineFields,
  blocked: (book) =>
    rowsOf(book, "roadmap").length === 0
      ? "На вкладке «Дорожная карта» ещё нет строк. Сначала выберите «Дорожная карта…»."
      : null,
  plan: planTimeline,
};

function planTimeline(book: Book, input: JsonObject): Plan {
  const given = readInput(schema, input, LABELS);
  refuseMissing(book);
  const current = currentTimeline(book);
  if (given.show === "none") {
    return takenAway(current);
  }
  const scale: TimelineScale = given.show === "week" ? "week" : "month";
  const problems: Problem[] = [];
  const span = timelineSpan(
    book,
    { from: integerOf(given.from), to: integerOf(given.to) },
    problems,
  );
  const count = periodsIn(scale, span, MOST[scale]);
  if (count > MOST[scale]) {
    throw tooLong(scale);
  }
  const wanted = timelineOf(book, scale, span.start, count, {
    narrow: given.view !== "full",
    section: given.section,
    responsible: given.responsible,
    problems,
  });
  const isSame = isUnchanged(current, wanted);
  const typed = refusedByTyped(current, wanted);
  if (typed !== null) {
    return nothing(typed.message, [typed]);
  }
  const edits = [
    ...upkeepEdits(book),
    ...(isSame
      ? []
      : [{ kind: "timeline", table: "roadmap", timeline: wanted } as const]),
  ];
  return {
    summary:
      edits.length === 0
        ? ["Лента уже такая. Менять нечего."]
        : summaryOf(wanted, isSame),
    edits,
    effects: [],
    problems,
    details: [
      {
        title: "Цвета ленты",
        lines: [
          ...LEGEND.map(({ words, about }) => `${words} – ${about}`),
          "Те же слова стоят в графе «Состояние».",
        ],
      },
    ],
    verb: "Показать ленту",
    links: [{ label: TAB, tab: TAB }],
  };
}

function refuseMissing(book: Book): void {
  const { positions, table } = book.tables.roadmap;
  for (const { key, header } of table.columns) {
    const isNeeded = key === "start" || key === "end";
    if (isNeeded && positions[key] === undefined) {
      throw new UserError(
        "COLUMN_MISSING",
        `На вкладке «${TAB}» нет графы «${header}», по ней строятся полосы. Верните заголовок или выберите «Проверить и исправить».`,
      );
    }
  }
}

function tooLong(scale: TimelineScale): UserError {
  const length = scale === "week" ? "6 лет недель" : "11 лет";
  return new UserError(
    "TIMELINE_LONG",
    `Сроки карты занимают больше ${length}. Укажите учебные годы в полях «${LABELS.from}» и «${LABELS.to}» или исправьте далёкую дату на вкладке «${TAB}».`,
  );
}

function nothing(line: string, problems: readonly Problem[] = []): Plan {
  return { summary: [line], edits: [], effects: [], problems, verb: "Лента" };
}

function takenAway(current: TimelineState | undefined): Plan {
  if (current === undefined || isAbsent(current)) {
    return nothing("Ленты на вкладке нет. Менять нечего.");
  }
  const typed = refusedByTyped(current, null);
  return typed !== null
    ? nothing(typed.message, [typed])
    : {
        summary: [
          "Лента убрана: её столбцы, цвета и скрытие граф. Строки карты остаются.",
        ],
        edits: [{ kind: "timeline", table: "roadmap", timeline: null }],
        effects: [],
        problems: [],
        verb: "Убрать ленту",
        links: [{ label: TAB, tab: TAB }],
      };
}

function isAbsent({ today, periods }: TimelineState): boolean {
  return today === null && periods.length === 0;
}

function isUnchanged(
  current: TimelineState | undefined,
  wanted: Timeline,
): boolean {
  const view = current?.timeline?.view;
  const asked = (one: Timeline["view"] | undefined) =>
    JSON.stringify([
      (one?.narrow.length ?? 0) > 0,
      one?.collapsed,
      one?.responsible,
    ]);
  return (
    current !== undefined &&
    isDrawn(current, wanted) &&
    asked(view) === asked(wanted.view)
  );
}

/** Columns with the curator's own text are not deleted. */
function refusedByTyped(
  current: TimelineState | undefined,
  wanted: Timeline | null,
): Problem | null {
  const typed = current?.typed ?? null;
  const stay =
    current !== undefined && wanted !== null && isDrawn(current, wanted);
  return typed === null || stay
    ? null
    : {
        severity: "error",
        tab: TAB,
        row: typed.row,
        message:
          "В ячейках ленты есть Ваш текст: перестройка его удалила бы. Перенесите его в другую графу и повторите; пока ничего не изменено.",
      };
}

/** An older book gets what the bars need: columns, counters, formulas. */
function upkeepEdits(book: Book): Edit[] {
  const state = book.tables.roadmap;
  const missing = PROGRESS_COLUMNS.filter(
    ({ key }) => state.positions[key] === undefined,
  ).map(({ key }) => key);
  const counters = book.tables.counters.present
    ? []
    : [{ kind: "tab", table: "counters" } as const, ...counterEdits(book)];
  return [
    ...counters,
    ...(missing.length > 0
      ? [{ kind: "columns", table: "roadmap", keys: missing } as const]
      : []),
    ...(missing.length > 0 || missingFormulas(state).length > 0
      ? [{ kind: "formulas", table: "roadmap" } as const]
      : []),
  ];
}

function summaryOf(
  { scale, count, view }: Timeline,
  isSame: boolean,
): readonly string[] {
  if (isSame) {
    return ["Недостающие графы и формулы карты."];
  }
  const forms =
    scale === "month"
      ? (["месяц", "месяца", "месяцев"] as const)
      : (["неделя", "недели", "недель"] as const);
  return [
    `Лента: ${count} ${plural(count, forms)}.`,
    view.narrow.length > 0
      ? "Широкие графы скрыты, названия стоят рядом с полосами; вернуть – «Все графы»."
      : "Видны все графы карты.",
    ...(view.collapsed.length > 0
      ? [`Свёрнуто разделов: ${view.collapsed.length}.`]
      : []),
    ...(view.responsible === ""
      ? []
      : ["Показаны строки одного ответственного."]),
  ];
}
