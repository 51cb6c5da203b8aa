/** «Проверить данные»: what a look at the tabs shows, each with its cell; nothing of the data changes. */
import { TABLE_IDS } from "../../book/tables/tables";
import { counted } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { allProblems } from "../check/checks";
import type { Action } from "../plan";

const REMARKS = ["замечание", "замечания", "замечаний"] as const;

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
      edits: [],
      effects: [],
      problems,
      report: true,
      verb: "Проверить",
    };
  },
};

function summaryOf(problems: readonly Problem[]): string {
  const count = (severity: Problem["severity"]) =>
    problems.filter((problem) => problem.severity === severity).length;
  const kinds = [
    ["ошибок", count("error")],
    ["предупреждений", count("warning")],
    ["подсказок", count("hint")],
  ] as const;
  return problems.length === 0
    ? "Замечаний нет."
    : `${counted(problems.length, REMARKS)}: ${kinds
        .filter(([, number]) => number > 0)
        .map(([word, number]) => `${word} ${number}`)
        .join(", ")}.`;
}
