/** «Утвердить пары…»: drafts become approved pairs; consent is asked once more. */
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { personName } from "../../book/derive";
import type { Edit } from "../../book/edits";
import { plural } from "../../domain/language/plural";
import { CURRENT_PAIR } from "../../domain/vocabulary";
import type { JsonObject, Problem } from "../../shared/rpc";
import type { Action, Context, Plan } from "../plan";

const TAB = "Пары";

export const approve: Action = {
  id: "approve",
  title: "Утвердить пары",
  intro:
    "Черновики станут утверждёнными парами: надстройка запишет, кто и когда их утвердил. Пары без согласия обоих участников остаются черновиками.",
  needs: ["settings", "mentees", "mentors", "pairs"],
  undoable: true,
  fields: () => [],
  blocked: (book) =>
    drafts(book).length === 0
      ? "Черновиков пар нет. Сначала выберите «Подобрать пары…»."
      : null,
  plan: planApprove,
};

function drafts(book: Book): readonly Row[] {
  return rowsOf(book, "pairs").filter(
    (row) => textOf(row, "status") === "черновик",
  );
}

function planApprove(book: Book, _input: JsonObject, context: Context): Plan {
  const problems: Problem[] = [];
  const taken = new Set(
    rowsOf(book, "pairs")
      .filter((row) => CURRENT_PAIR.includes(textOf(row, "status")))
      .map((row) => textOf(row, "menteeId")),
  );
  const approved: Row[] = [];
  for (const pair of drafts(book)) {
    const obstacle = obstacleOf(book, pair, taken);
    if (obstacle === null) {
      approved.push(pair);
      taken.add(textOf(pair, "menteeId"));
    } else {
      problems.push({
        severity: "error",
        tab: TAB,
        row: pair.row,
        ...obstacle,
      });
    }
  }
  const edits = approved.flatMap((pair): Edit[] =>
    Object.entries({
      status: "утверждена",
      approved: context.today,
      approvedBy: context.user,
    }).map(([column, value]) => ({
      kind: "set",
      table: "pairs",
      row: pair.id,
      column,
      value,
    })),
  );
  const count = `${approved.length} ${plural(approved.length, ["пару", "пары", "пар"])}`;
  return {
    summary: [
      approved.length > 0
        ? `Утверждение пар: ${approved.length}.`
        : "Утверждать нечего.",
      ...(problems.length > 0
        ? [`Остаются черновиками: ${problems.length}.`]
        : []),
    ],
    edits,
    effects: [],
    problems,
    details: [
      {
        headers: ["Наставник", "Наставляемый", "Форма"],
        rows: approved.map((pair) => [
          nameIn(book, "mentors", textOf(pair, "mentorId")),
          nameIn(book, "mentees", textOf(pair, "menteeId")),
          textOf(pair, "form"),
        ]),
      },
    ],
    verb: `Утвердить ${count}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

export function nameIn(
  book: Book,
  table: "mentors" | "mentees",
  id: string,
): string {
  const row = findRow(book, table, id);
  return row === null ? id : personName(row);
}

function obstacleOf(
  book: Book,
  pair: Row,
  taken: ReadonlySet<string>,
): { readonly column: string; readonly message: string } | null {
  for (const [table, key, header] of [
    ["mentors", "mentorId", "Код наставника"],
    ["mentees", "menteeId", "Код наставляемого"],
  ] as const) {
    const id = textOf(pair, key);
    const person = findRow(book, table, id);
    if (person === null) {
      return {
        column: header,
        message: `Кода «${id}» нет в банке. Исправьте код или удалите строку.`,
      };
    }
    if (textOf(person, "consent") !== "получено") {
      return {
        column: header,
        message: `${personName(person)}: согласие не получено (строка ${person.row} вкладки «${book.tables[table].table.title}»). Получите согласие и повторите.`,
      };
    }
    if (["выбыл", "завершил"].includes(textOf(person, "status"))) {
      return {
        column: header,
        message: `${personName(person)}: статус «${textOf(person, "status")}». Пара не утверждается.`,
      };
    }
  }
  if (taken.has(textOf(pair, "menteeId"))) {
    return {
      column: "Код наставляемого",
      message:
        "У этого наставляемого уже есть утверждённая пара. Удалите лишний черновик.",
    };
  }
  return null;
}
