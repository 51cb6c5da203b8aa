/** What «Проверить данные» finds in consents: rows that count for nothing, published without consent. */
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { standings } from "../../book/consent-gaps";
import { isGroup } from "../../book/consents";
import { personName } from "../../book/derive";
import { kindOf, signerOf } from "../../domain/consents/kinds";
import { gapText } from "../../domain/consents/words";
import type { Problem } from "../../shared/rpc";

export function consentProblems(book: Book, today: string): Problem[] {
  return [...idleRows(book), ...publishedWithout(book, today)];
}

function idleRows(book: Book): Problem[] {
  const tab = book.tables.consents.table.title;
  return rowsOf(book, "consents").flatMap((row): Problem[] => {
    const fault = faultOf(book, row);
    return fault === null
      ? []
      : [
          {
            severity: "error",
            tab,
            row: row.row,
            column: fault[0],
            message: `${fault[1]} Пока строка не учитывается.`,
          },
        ];
  });
}

function faultOf(book: Book, row: Row): readonly [string, string] | null {
  const id = textOf(row, "person");
  const person = findRow(book, "mentees", id) ?? findRow(book, "mentors", id);
  if (person === null) {
    return ["Код участника", `Кода «${id.slice(0, 40)}» нет в банках.`];
  }
  if (isGroup(person)) {
    return [
      "Код участника",
      "Это группа или класс: согласия каждого хранятся на бумаге, графу «Согласие» банка ведёте Вы.",
    ];
  }
  if (kindOf(textOf(row, "kind")) === null) {
    return ["Вид согласия", "Выберите вид из списка."];
  }
  return signerOf(textOf(row, "signer")) === null
    ? ["Кто подписывает", "Выберите из списка."]
    : null;
}

/** A link to a case or review stands in the bank, the consent to it does not. */
function publishedWithout(book: Book, today: string): Problem[] {
  return standings(book, today, "publication")
    .filter(
      ({ row, standing }) =>
        textOf(row, "caseLink") !== "" && standing.state !== "valid",
    )
    .map(({ bank, row, standing, birth }) => ({
      severity: "warning",
      tab: book.tables[bank].table.title,
      row: row.row,
      column: book.tables[bank].headers["caseLink"] ?? "",
      message: `${personName(row)}: ссылка на кейс есть, а согласие на распространение – ${gapText(standing, birth)}. Получите согласие или снимите материал с сайта.`,
    }));
}
