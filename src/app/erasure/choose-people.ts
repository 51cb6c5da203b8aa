/** Whose data are to be erased: by codes, or everybody whose time has come. */
import { type BankRow, bankRows } from "../../book/banks";
import { type Book, textOf } from "../../book/book";
import { isErased } from "../../book/erased";
import { factsOf } from "../../book/person-keys";
import {
  type ErasureDue,
  expiredPeople,
  withdrawnPeople,
} from "../../book/retention";
import { UserError } from "../../domain/errors";
import { personIndex } from "../../domain/people/find-person";
import type { Problem } from "../../shared/rpc";
import { peopleByCodes } from "../consents/people-by-codes";

export type Who = "codes" | "withdrawn" | "expired";

export type Chosen = {
  readonly people: readonly ErasureDue[];
  readonly problems: readonly Problem[];
};

/** The rows meant, and the rows of the same people in the other bank. */
export function choosePeople(
  book: Book,
  who: Who,
  codes: string,
  today: string,
): Chosen {
  const { people, problems } = meantPeople(book, who, codes, today);
  const keys = new Set(
    people
      .map(({ row }) => textOf(row, "personKey"))
      .filter((key) => key !== ""),
  );
  const named = new Set(people.map(({ row }) => row.id));
  const twins = bankRows(book).filter(
    ({ row }) =>
      keys.has(textOf(row, "personKey")) &&
      !named.has(row.id) &&
      !isErased(row),
  );
  const all = [...people, ...twins.map((one) => ({ ...one, until: null }))];
  return { people: all, problems: [...problems, ...likePeople(book, all)] };
}

function meantPeople(
  book: Book,
  who: Who,
  codes: string,
  today: string,
): Chosen {
  if (who !== "codes") {
    const due =
      who === "withdrawn" ? withdrawnPeople(book) : expiredPeople(book, today);
    return { people: due, problems: [] };
  }
  if (codes.trim() === "") {
    throw new UserError(
      "INPUT",
      "Укажите код человека, чьи данные удалить, например НСТ-014. Ничего не удалено.",
    );
  }
  const everybody = bankRows(book);
  const { has, problems } = peopleByCodes(book, codes, everybody);
  const meant = everybody.filter(({ row }) => has(row.id));
  return {
    people: meant
      .filter(({ row }) => !isErased(row))
      .map((one) => ({ ...one, until: null })),
    problems: [
      ...problems,
      ...meant.flatMap((one) => erasedProblem(book, one)),
    ],
  };
}

function erasedProblem(book: Book, { bank, row }: BankRow): Problem[] {
  return isErased(row)
    ? [
        {
          severity: "warning",
          tab: book.tables[bank].table.title,
          row: row.row,
          message: `${row.id}: данные уже удалены.`,
        },
      ]
    : [];
}

/** Rows of the other bank that may be the same person, without a common key. */
function likePeople(book: Book, people: readonly BankRow[]): Problem[] {
  const chosen = new Set(people.map(({ row }) => row.id));
  const index = personIndex<BankRow>();
  for (const one of bankRows(book)) {
    if (!chosen.has(one.row.id) && textOf(one.row, "fio") !== "") {
      index.add(factsOf(one.row), one);
    }
  }
  return people.flatMap(({ row }): Problem[] => {
    const match = textOf(row, "fio") === "" ? null : index.find(factsOf(row));
    return (match?.owners ?? []).slice(0, 3).map((other) => ({
      severity: "warning",
      tab: book.tables[other.bank].table.title,
      row: other.row.row,
      message: `Похоже, что ${other.row.id} – тот же человек, что ${row.id}. Если так, добавьте и этот код.`,
    }));
  });
}
