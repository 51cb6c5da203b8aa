/** What an import says of itself: counts, caption, problems. */
import type { FilePlan, FileResult } from "../../domain/import/file-plan";
import { isLeftOut } from "../../domain/import/targets";
import { plural } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import type { Source } from "./import-source";

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

/** Columns named in the summary. */
const MAX_NAMED = 6;

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
    ...understoodLines(plan, byCodes),
    ...(byCodes
      ? [
          "Режим «По кодам»: имена и контакты не записываются, они только в файле ключа. Чтобы узнать людей при повторной загрузке, нужна графа «Код».",
        ]
      : []),
  ];
}

/**
 * Only what is not as usual: a header further down, columns left out, classes
 * from headings. The summary is kept, so by codes it repeats no header.
 */
function understoodLines(
  { header, columns, fromSections }: FilePlan,
  byCodes: boolean,
): string[] {
  const left = columns.filter(
    (column) => isLeftOut(column) && column.header !== "",
  );
  return [
    ...(header !== null && header.row > 1
      ? [`Шапка таблицы – строка ${header.row}.`]
      : []),
    ...(header !== null && header.row === 0
      ? ["Список без шапки: что в графах, указано Вами."]
      : []),
    ...(header !== null && left.length > 0
      ? [`Не загружаются графы: ${byCodes ? left.length : namedColumns(left)}.`]
      : []),
    ...(fromSections > 0
      ? [
          `Класс или группа взяты из заголовка над строкой: ${people(fromSections, ROWS)}.`,
        ]
      : []),
  ];
}

function namedColumns(left: FilePlan["columns"]): string {
  const names = left.slice(0, MAX_NAMED).map(({ header }) => `«${header}»`);
  return `${names.join(", ")}${left.length > MAX_NAMED ? " и другие" : ""}`;
}

export function verbOf(plan: FilePlan, updated: number): string {
  const { of } = counts(plan);
  const total = of("add") + updated;
  return `Записать ${people(total, ["человека", "человек", "человек"])}`;
}

/** @param source a problem of a tab of this book leads to it */
export function problemsOf(plan: FilePlan, source: Source): Problem[] {
  const place = source.tab === null ? {} : { tab: source.tab.title };
  return [
    ...plan.results
      .filter(
        (result) => result.action === "refused" || result.action === "doubtful",
      )
      .map(
        (result): Problem => ({
          severity: result.action === "refused" ? "error" : "warning",
          ...place,
          row: result.sourceRow,
          message: result.reason ?? "Строка не записана.",
        }),
      ),
    ...plan.problems.map(
      (problem): Problem => ({
        severity: "warning",
        ...place,
        row: problem.sourceRow,
        column: problem.header,
        message: problem.message,
      }),
    ),
  ];
}
