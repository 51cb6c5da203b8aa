/** «Проверить данные»: what a look at the tabs shows, each with its cell; nothing of the data changes. */

import { type Book, findRow } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { CHECK_ROW } from "../../book/start-rows";
import { TABLE_IDS, TABLES } from "../../book/tables/tables";
import { russianDate } from "../../domain/language/dates";
import { counted } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { allProblems } from "../check/checks";
import type { Action } from "../plan";

const REMARKS = ["замечание", "замечания", "замечаний"] as const;

const KINDS = [
  ["error", "Ошибки"],
  ["warning", "Предупреждения"],
  ["hint", "Подсказки"],
] as const;

export const check: Action = {
  id: "check",
  title: "Проверить данные",
  intro:
    "Покажет по вкладкам, что не так и как исправить: ячейки, которые не прочитаны, лишние и потерянные коды, даты не по порядку, людей и пары без согласий, нарушенные правила, ошибки дорожной карты и устаревшие основания. Нажмите на место замечания, и откроется эта ячейка. Введённое Вами не меняется.",
  needs: [],
  reads: TABLE_IDS,
  readsLayout: true,
  readsResponses: true,
  undoable: false,
  fields: () => [],
  blocked: () => null,
  plan: (book, _input, { today }) => {
    const problems = allProblems(book, today);
    return {
      summary: [summaryOf(problems)],
      edits: counterEdits(book, problems, today),
      effects: [],
      problems,
      report: true,
      verb: "Записать итог на вкладку «Начало»",
      ...(book.tables.start.present
        ? {
            links: [
              { label: TABLES.start.title, tab: book.tables.start.table.title },
            ],
          }
        : {}),
    };
  },
};

/** The counter of «Начало», with its day; nothing in a book without the tab. */
function counterEdits(
  book: Book,
  problems: readonly Problem[],
  today: string,
): Edit[] {
  const values: Values = {
    state: `проверено ${russianDate(today)}`,
    count: problems.length,
    todo: problems.length === 0 ? null : summaryOf(problems),
  };
  return findRow(book, "start", CHECK_ROW) === null
    ? []
    : Object.entries(values).map(([column, value]) => ({
        kind: "set",
        table: "start",
        row: CHECK_ROW,
        column,
        value,
      }));
}

function summaryOf(problems: readonly Problem[]): string {
  const kinds = KINDS.flatMap(([severity, word]) => {
    const number = problems.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${word}: ${number}`];
  });
  const [only = ""] = kinds;
  return problems.length === 0
    ? "Замечаний нет."
    : kinds.length === 1
      ? `${only}.`
      : `${counted(problems.length, REMARKS)}. ${kinds.join(", ")}.`;
}
