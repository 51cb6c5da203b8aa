/** «Пересчитать сроки»: the computed dates follow texts and settings; typed ones stay. */

import { type Book, rowsOf, textOf } from "../../book/book";
import { applyEdits, type Edit } from "../../book/edits";
import { hasSchoolYear } from "../../book/school-year";
import { TABLES } from "../../book/tables/tables";
import { YEAR_SETTINGS, yearOfBook } from "../../book/year-context";
import { russianDate } from "../../domain/language/dates";
import { counted } from "../../domain/language/plural";
import type { ReadDates } from "../../domain/roadmap/read-dates";
import type { Problem, Section } from "../../shared/rpc";
import type { Action, Plan } from "../plan";
import { type Recomputed, recompute } from "../roadmap/recompute";

const TAB = TABLES.roadmap.title;

export const roadmapDates: Action = {
  id: "roadmapDates",
  title: "Пересчитать сроки",
  intro:
    "Вычислит начало и окончание заново по графе «Срок (как написано)» и настройкам учебного года. Даты, вписанные вручную, и сроки выполненного не меняются.",
  needs: ["settings", "roadmap"],
  undoable: true,
  fields: () => [],
  blocked: withoutMarks,
  plan: (book): Plan => {
    const { context, problems } = yearOfBook(book);
    const found = recompute(book, context);
    return {
      summary: datesSummary(found),
      edits: found.edits,
      effects: [],
      problems: [...problems, ...found.kept.map(keptProblem)],
      details: changedSections(found),
      verb: "Пересчитать",
      links: [{ label: TAB, tab: TAB }],
    };
  },
};

/** Why typed dates could not be told from computed ones, or null. */
export function withoutMarks(book: Book): string | null {
  const { positions, present } = book.tables.roadmap;
  const isOlder =
    present &&
    rowsOf(book, "roadmap").length > 0 &&
    (positions["computed"] === undefined || positions["byHand"] === undefined);
  return isOlder
    ? "На вкладке «Дорожная карта» ещё нет графы «Даты вручную». Выберите «Проверить и исправить», потом повторите."
    : null;
}

export function datesSummary({ changed, kept }: Recomputed): string[] {
  return [
    changed.length === 0
      ? "Вычисленные сроки дорожной карты уже верны."
      : `Новые сроки в дорожной карте: ${counted(changed.length, ROWS)}.`,
    ...(kept.length === 0
      ? []
      : [`Вписанные вручную даты оставлены: ${counted(kept.length, ROWS)}.`]),
  ];
}

const ROWS = ["строка", "строки", "строк"] as const;

export function changedSections({ changed }: Recomputed): readonly Section[] {
  return changed.length === 0
    ? []
    : [
        {
          title: "Сроки, которые изменятся",
          headers: ["№", "Этап", "Было", "Станет"],
          rows: changed.map(({ row, read }) => [
            textOf(row, "number"),
            textOf(row, "stage"),
            datesText(textOf(row, "start"), textOf(row, "end")),
            datesText(read.start, read.end),
          ]),
        },
      ];
}

/** «05.09.2026 – 31.05.2027»; what is not known is a dash. */
export function datesText(start: string | null, end: string | null): string {
  const shown = [start, end].map((day) => (day ? russianDate(day) : "…"));
  return shown[0] === shown[1]
    ? (shown[0] ?? "").replace("…", "нет дат")
    : shown.join(" – ");
}

export function keptProblem({
  row,
  read,
}: {
  readonly row: Recomputed["kept"][number]["row"];
  readonly read: ReadDates;
}): Problem {
  const text = textOf(row, "dateText");
  return {
    severity: "warning",
    tab: TAB,
    row: row.row,
    column: "Начало",
    message: `Даты вписаны вручную и оставлены; по тексту «${text}» было бы: ${datesText(read.start, read.end)}. Чтобы вычислять снова, снимите отметку в графе «Даты вручную».`,
  };
}

const NO_DATES = { edits: [], changed: [], kept: [], problems: [] };

/** The roadmap follows the settings of the year; dates that were typed stay. */
export function datesAfter(
  book: Book,
  edits: readonly Edit[],
): Recomputed & Pick<Plan, "problems"> {
  const touched = edits.some(
    (edit) =>
      edit.table === "settings" &&
      "row" in edit &&
      YEAR_SETTINGS.includes(String(edit.row)),
  );
  const after = applyEdits(book, edits);
  const waits =
    !touched ||
    rowsOf(after, "roadmap").length === 0 ||
    withoutMarks(book) !== null ||
    !hasSchoolYear(after);
  if (waits) {
    return NO_DATES;
  }
  const { context, problems } = yearOfBook(after);
  const found = recompute(after, context);
  return {
    ...found,
    problems: [...problems, ...found.kept.map(keptProblem)],
  };
}
