/** One person in two rows of a bank. */

import { BANKS, type Bank } from "../../book/banks";
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { isGroup } from "../../book/consents";
import { factsOf } from "../../book/person-keys";
import { personIndex } from "../../domain/people/find-person";
import { normalizeName } from "../../domain/people/normalize-name";
import type { Problem } from "../../shared/rpc";
import { type Check, remark } from "./check-type";

export const doubledPeople: Check = (book) =>
  BANKS.flatMap((bank) => doubledIn(book, bank));

function doubledIn(book: Book, bank: Bank): readonly Problem[] {
  const people = personIndex<Row>();
  const groups = new Map<string, Row>();
  const problems: Problem[] = [];
  const rows = rowsOf(book, bank).filter((row) => textOf(row, "fio") !== "");
  for (const row of rows) {
    if (isGroup(row)) {
      const key = normalizeName(textOf(row, "fio"));
      const twin = groups.get(key);
      groups.set(key, twin ?? row);
      problems.push(
        ...(twin === undefined ? [] : [doubled(book, bank, row, twin, true)]),
      );
      continue;
    }
    const facts = factsOf(row);
    const match = people.find(facts);
    people.add(facts, row);
    if (match !== null) {
      const isSure = match.verdict === "same";
      problems.push(doubled(book, bank, row, match.owners[0], isSure));
    }
  }
  return problems;
}

function doubled(
  book: Book,
  bank: Bank,
  row: Row,
  twin: Row,
  isSure: boolean,
): Problem {
  const where = `в строке ${twin.row} (${twin.id})`;
  return remark(
    book,
    bank,
    row,
    "fio",
    isSure ? "warning" : "hint",
    isSure
      ? `Тот же участник уже есть ${where}. Оставьте одну строку: ту, на код которой ссылаются пары и согласия.`
      : `Похожий участник есть ${where}. Если это один человек, оставьте одну строку; если разные, ничего не меняйте.`,
  );
}
