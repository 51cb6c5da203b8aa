/** «Проверить данные»: what a look at the tabs shows, with rows; nothing is written. */
import { type Book, findRow, rowsOf, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import { TABLE_IDS } from "../../book/tables/tables";
import { plural } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { consentProblems } from "../consents/register-problems";
import type { Action } from "../plan";

export const check: Action = {
  id: "check",
  title: "Проверить данные",
  intro:
    "Покажет ячейки, которые не удалось прочитать, людей без согласия, пары с ошибками и этапы без срока. Ничего не меняет.",
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
      ...brokenPairs(book),
      ...undatedStages(book),
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

function brokenPairs(book: Book): Problem[] {
  return rowsOf(book, "pairs").flatMap((pair) =>
    (
      [
        ["mentors", "mentorId", "Код наставника"],
        ["mentees", "menteeId", "Код наставляемого"],
      ] as const
    )
      .filter(
        ([table, key]) => findRow(book, table, textOf(pair, key)) === null,
      )
      .map(
        ([, key, column]): Problem => ({
          severity: "error",
          tab: "Пары",
          row: pair.row,
          column,
          message: `Кода «${textOf(pair, key)}» нет в банке. Исправьте код или удалите строку.`,
        }),
      ),
  );
}

function undatedStages(book: Book): Problem[] {
  return rowsOf(book, "roadmap")
    .filter((row) => textOf(row, "start") === "" && textOf(row, "end") === "")
    .map((row) => ({
      severity: "warning",
      tab: "Дорожная карта",
      row: row.row,
      column: "Начало",
      message: "У этапа нет дат. Впишите начало и окончание или уточните срок.",
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
