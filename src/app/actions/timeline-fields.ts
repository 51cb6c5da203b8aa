/** What «Лента…» asks: scale, years, columns, sections, the responsible. */
import { type Book, listOf, rowsOf, textOf } from "../../book/book";
import type { TimelineState } from "../../book/timeline";
import type { Field } from "../../shared/rpc";

export const LABELS = {
  show: "Лента",
  from: "С учебного года (первый год)",
  to: "По учебный год (первый год)",
  view: "Графы карты",
  section: "Разделы",
  responsible: "Ответственный",
};

export const ALL_SECTIONS = "*";

const VIEWS = [
  { value: "narrow", label: "Названия рядом с полосами" },
  { value: "full", label: "Все графы" },
];

const SHOW = [
  { value: "month", label: "По месяцам" },
  { value: "week", label: "По неделям" },
  { value: "none", label: "Убрать ленту" },
];

export function currentTimeline(book: Book): TimelineState | undefined {
  return book.tables.roadmap.timeline;
}

export function timelineFields(book: Book): Field[] {
  const timeline = currentTimeline(book)?.timeline ?? null;
  const view = timeline?.view;
  const isFull = view !== undefined && view.narrow.length === 0;
  const [collapsed = ""] = view?.collapsed ?? [];
  const isAll = (view?.collapsed.length ?? 0) > 1;
  return [
    {
      key: "show",
      label: LABELS.show,
      kind: "choice",
      choices: SHOW,
      value: timeline?.scale ?? "month",
    },
    {
      key: "from",
      label: LABELS.from,
      kind: "integer",
      hint: "Пусто – по срокам карты. 2026 означает 2026/2027.",
    },
    { key: "to", label: LABELS.to, kind: "integer" },
    {
      key: "view",
      label: LABELS.view,
      kind: "choice",
      choices: VIEWS,
      value: isFull ? "full" : "narrow",
    },
    {
      key: "section",
      label: LABELS.section,
      kind: "choice",
      compact: true,
      choices: [
        { value: "", label: "Все открыты" },
        { value: ALL_SECTIONS, label: "Свернуть все" },
        ...sectionsOf(book).map((section) => ({
          value: section,
          label: `Свернуть: ${section}`,
        })),
      ],
      value: isAll ? ALL_SECTIONS : collapsed,
      hint: "От свёрнутого раздела видна первая строка.",
    },
    {
      key: "responsible",
      label: LABELS.responsible,
      kind: "choice",
      compact: true,
      choices: [
        { value: "", label: "Все" },
        ...responsibleOf(book).map((one) => ({ value: one, label: one })),
      ],
      value: view?.responsible ?? "",
    },
  ];
}

export function sectionsOf(book: Book): readonly string[] {
  return distinct(
    rowsOf(book, "roadmap").map((row) => textOf(row, "section").trim()),
  );
}

/** Roles and people, each once; commas part them as well as semicolons. */
function responsibleOf(book: Book): readonly string[] {
  const all = rowsOf(book, "roadmap").flatMap((row) =>
    listOf(row, "responsible").flatMap((item) => item.split(",")),
  );
  return [...distinct(all.map((item) => item.trim()))].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  );
}

function distinct(items: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const item of items) {
    const key = item.toLowerCase();
    if (item !== "" && !known.has(key)) {
      known.set(key, item);
    }
  }
  return [...known.values()];
}
