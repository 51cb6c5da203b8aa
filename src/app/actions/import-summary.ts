/** What an import says of itself: counts, caption, problems. */
import type { FilePlan, FileResult } from "../../domain/import/file-plan";
import { plural } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";

function counts(plan: FilePlan) {
  const of = (action: FileResult["action"], bank?: FileResult["bank"]) =>
    plan.results.filter(
      (result) =>
        result.action === action &&
        (bank === undefined || result.bank === bank),
    ).length;
  return { of };
}

function people(n: number, forms: readonly [string, string, string]): string {
  return `${n} ${plural(n, forms)}`;
}

const ROWS = ["строка", "строки", "строк"] as const;

/** @param updated people of the bank whose cells change */
export function summaryOf(
  plan: FilePlan,
  updated: number,
  byCodes: boolean,
): string[] {
  const { of } = counts(plan);
  return [
    `Новые наставляемые: ${of("add", "mentee")}, новые наставники: ${of("add", "mentor")}.`,
    ...(of("update") > 0
      ? [
          `Уже есть в банках: ${of("update")}, из них с новыми сведениями: ${updated}.`,
        ]
      : []),
    ...(of("doubtful") > 0
      ? [`Требуют проверки и не записываются: ${people(of("doubtful"), ROWS)}.`]
      : []),
    ...(of("refused") > 0
      ? [`Не записываются из-за ошибок: ${people(of("refused"), ROWS)}.`]
      : []),
    `Пропущено (заголовки, пустые строки, итоги): ${people(of("skip"), ROWS)}. Всего строк в списке: ${plan.results.length}.`,
    ...(byCodes
      ? [
          "Режим «По кодам»: имена и контакты не записываются. Чтобы узнать людей при повторной загрузке, нужна графа «Код».",
        ]
      : []),
  ];
}

export function verbOf(plan: FilePlan, updated: number): string {
  const { of } = counts(plan);
  const total = of("add") + updated;
  return `Записать ${people(total, ["человека", "человек", "человек"])}`;
}

export function problemsOf(plan: FilePlan): Problem[] {
  return [
    ...plan.results
      .filter(
        (result) => result.action === "refused" || result.action === "doubtful",
      )
      .map(
        (result): Problem => ({
          severity: result.action === "refused" ? "error" : "warning",
          row: result.sourceRow,
          message: result.reason ?? "Строка не записана.",
        }),
      ),
    ...plan.problems.map(
      (problem): Problem => ({
        severity: "warning",
        row: problem.sourceRow,
        column: problem.header,
        message: problem.message,
      }),
    ),
  ];
}
