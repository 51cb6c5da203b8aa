/** What is due today: for the panel's home and the weekly letter. */
import { type Book, rowsOf, textOf } from "../book/book";
import { activePeople, renewals } from "../book/consent-gaps";
import { isOverdue } from "../book/roadmap-state";
import type { TableId } from "../book/table";
import { plural } from "../domain/language/plural";
import type { PanelState } from "../shared/rpc";
import { bankItems } from "./banks-today";
import { erasureItems } from "./erasure/today";
import { lacksDate } from "./roadmap/stage-choices";
import { isOpen } from "./roadmap/stage-event";

/** Tables the home screen counts in. */
export const PANEL_TABLES: readonly TableId[] = [
  "settings",
  "mentees",
  "mentors",
  "consents",
  "pairs",
  "roadmap",
  "forms",
  "answers",
  "documents",
  "indicators",
];

type TodayItem = PanelState["today"][number];

export function count(
  book: Book,
  table: TableId,
  column: string,
  value: string,
): number {
  return rowsOf(book, table).filter((row) => textOf(row, column) === value)
    .length;
}

/** Those in the programme whose data may not be processed. */
export function withoutConsent(book: Book): number {
  return activePeople(book).filter(
    ({ row }) => textOf(row, "consent") !== "получено",
  ).length;
}

function consentItems(book: Book, today: string): TodayItem[] {
  const lacking = withoutConsent(book);
  const due = book.tables.consents.present ? renewals(book, today) : [];
  const whose = (why: "expires" | "cameOfAge") =>
    new Set(due.filter((one) => one.why === why).map(({ row }) => row.id)).size;
  const items: readonly (readonly [number, string])[] = [
    [lacking, "Нет согласия"],
    [whose("expires"), "Скоро истекает согласие"],
    [whose("cameOfAge"), "Совершеннолетие, нужно личное согласие"],
  ];
  return items
    .filter(([people]) => people > 0)
    .map(([people, text]) => ({
      text: `${text}: ${people} ${plural(people, ["человек", "человека", "человек"])}.`,
      action: "consentsLack",
      verb: "Показать",
    }));
}

/** Dated things to do, most urgent kinds first. */
export function todayItems(book: Book, today: string): TodayItem[] {
  const items: TodayItem[] = [
    ...consentItems(book, today),
    ...erasureItems(book, today),
    ...bankItems(book, today),
  ];
  const stale = count(book, "pairs", "source", "пересчитать");
  if (stale > 0) {
    items.push({
      text: `Ждут пересчёта: ${stale} ${plural(stale, ["строка", "строки", "строк"])} пар.`,
      action: "rescore",
      verb: "Пересчитать",
    });
  }
  const drafts = count(book, "pairs", "status", "черновик");
  if (drafts > 0) {
    items.push({
      text: `Черновики пар: ${drafts}.`,
      action: "approve",
      verb: "Утвердить",
    });
  }
  const unordered = rowsOf(book, "pairs").filter(
    (row) =>
      textOf(row, "status") === "утверждена" &&
      textOf(row, "documentId") === "",
  ).length;
  if (unordered > 0) {
    items.push({
      text: `Без приказа: ${unordered} ${plural(unordered, ["утверждённая пара", "утверждённые пары", "утверждённых пар"])}.`,
      action: "order",
      verb: "Создать приказ",
    });
  }
  const overdue = rowsOf(book, "roadmap").filter((row) =>
    isOverdue(row, today),
  ).length;
  if (overdue > 0) {
    items.push({
      text: `Просрочено по дорожной карте: ${overdue} ${plural(overdue, ["этап", "этапа", "этапов"])}.`,
      action: "roadmap",
      verb: "Открыть",
    });
  }
  const dateless = rowsOf(book, "roadmap").filter(
    (row) => lacksDate(row) && isOpen(row),
  ).length;
  if (dateless > 0) {
    items.push({
      text: `Дорожная карта, без срока: ${dateless} ${plural(dateless, ["этап", "этапа", "этапов"])}.`,
      action: "roadmapAssign",
      verb: "Назначить",
    });
  }
  return items;
}
