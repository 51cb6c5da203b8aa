/** «Проверить данные»: what a look at the tabs shows, with rows; nothing is written. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import { TABLE_IDS } from "../../book/tables/tables";
import { plural } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { consentProblems } from "../consents/register-problems";
import {
  type Judgement,
  judgePair,
  loadsOf,
  overridable,
} from "../pairs/judge-pair";
import {
  isDraft,
  openScene,
  pairHeader,
  SOURCE,
  standingRows,
} from "../pairs/open-scene";
import type { Action } from "../plan";
import { beforeOrder } from "../roadmap/approval";

export const check: Action = {
  id: "check",
  title: "Проверить данные",
  intro:
    "Покажет ячейки, которые не удалось прочитать, людей без согласия, пары, которые нарушают правила или ждут пересчёта, и этапы без срока. Ничего не меняет.",
  needs: [],
  reads: TABLE_IDS,
  undoable: false,
  fields: () => [],
  blocked: () => null,
  plan: (book, _input, { today }) => {
    const problems = [
      ...TABLE_IDS.flatMap((id) => book.tables[id].problems),
      ...withoutConsent(book),
      ...consentProblems(book, today),
      ...pairProblems(book),
      ...undatedStages(book),
      ...beforeOrder(book),
      ...wrongDates(book),
    ];
    const count = problems.length;
    return {
      summary: [
        count === 0
          ? "Замечаний нет."
          : `${count} ${plural(count, ["замечание", "замечания", "замечаний"])}.`,
      ],
      edits: [],
      effects: [],
      problems,
      verb: "Проверить",
    };
  },
};

function withoutConsent(book: Book): Problem[] {
  return (["mentors", "mentees"] as const).flatMap((table) =>
    rowsOf(book, table)
      .filter(
        (row) =>
          textOf(row, "consent") !== "получено" &&
          textOf(row, "status") !== "выбыл",
      )
      .map(
        (row): Problem => ({
          severity: "warning",
          tab: book.tables[table].table.title,
          row: row.row,
          column: "Согласие",
          message: `${personName(row)}: согласие ${textOf(row, "consent") === "отозвано" ? "отозвано" : "не получено"}. В подбор и приказы не попадёт.`,
        }),
      ),
  );
}

/** Pairs that stand, asked every rule anew; of the others only the codes. */
function pairProblems(book: Book): Problem[] {
  const { scene, problems } = openScene(book);
  const loads = loadsOf(book);
  const standing = new Set(standingRows(book));
  return [
    ...problems,
    ...rowsOf(book, "pairs").flatMap((row) => {
      const judgement = judgePair(book, scene, loads, row);
      return standing.has(row) || judgement.score === null
        ? rowProblems(book, row, judgement)
        : [];
    }),
  ];
}

function rowProblems(
  book: Book,
  row: Row,
  { score, broken, refusals }: Judgement,
): Problem[] {
  const at = (
    severity: Problem["severity"],
    column: string,
    message: string,
  ): Problem => ({
    severity,
    tab: "Пары",
    row: row.row,
    column: pairHeader(book, column),
    message,
  });
  const rules = overridable(broken);
  const isStale =
    textOf(row, "source") === SOURCE.stale ||
    (isDraft(row) &&
      score !== null &&
      textOf(row, "score") !== String(score.score));
  return [
    ...refusals.map(({ column, message }) => at("error", column, message)),
    ...(rules.length > 0 && textOf(row, "exception").trim() === ""
      ? [at("warning", "exception", `Нарушено: ${rules.join("; ")}.`)]
      : []),
    ...(isStale
      ? [
          at(
            "warning",
            "score",
            "Балл устарел. Выберите «Пересчитать строки пар» или «Подобрать пары…».",
          ),
        ]
      : []),
  ];
}

function undatedStages(book: Book): Problem[] {
  return rowsOf(book, "roadmap")
    .filter((row) => textOf(row, "start") === "" && textOf(row, "end") === "")
    .map((row) => ({
      severity: "warning",
      tab: "Дорожная карта",
      row: row.row,
      column: "Начало",
      message:
        "У этапа нет дат. Выберите «Назначить сроки…» или впишите начало и окончание.",
    }));
}

function wrongDates(book: Book): Problem[] {
  return (["mentors", "mentees"] as const).flatMap((table) =>
    rowsOf(book, table)
      .filter(
        (row) =>
          textOf(row, "entered") !== "" &&
          textOf(row, "finished") !== "" &&
          textOf(row, "finished") < textOf(row, "entered"),
      )
      .map(
        (row): Problem => ({
          severity: "error",
          tab: book.tables[table].table.title,
          row: row.row,
          column: "Дата завершения программы",
          message:
            "Дата завершения раньше даты вхождения в программу. Исправьте одну из дат.",
        }),
      ),
  );
}
