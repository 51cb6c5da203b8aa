/** Words that stand in no list: choices misspelt, themes that nobody else has, lists with doubles. */
import {
  type Book,
  listOf,
  type Row,
  rowsOf,
  textOf,
  listValues as valuesOf,
} from "../../book/book";
import type { Column, TableId } from "../../book/table";
import { TABLE_IDS } from "../../book/tables/tables";
import { choiceKey } from "../../domain/matching/choice-key";
import type { Problem } from "../../shared/rpc";
import { type Check, headerOf, remark, shortened } from "./check-type";

export const listValues: Check = (book) => [
  ...TABLE_IDS.flatMap((id) =>
    book.tables[id].table.columns.flatMap((column) =>
      strangers(book, id, column),
    ),
  ),
  ...doubles(book),
];

function strangers(book: Book, id: TableId, column: Column): Problem[] {
  const list =
    column.choices ??
    (column.list === undefined ? [] : valuesOf(book, column.list));
  if (list.length === 0 || column.derived === true) {
    return [];
  }
  const known = new Set(list.map(choiceKey));
  return rowsOf(book, id).flatMap((row) => {
    const foreign = wordsOf(row, column).filter(
      (word) => !known.has(choiceKey(word)),
    );
    return foreign.length === 0
      ? []
      : [
          remark(
            book,
            id,
            row,
            column.key,
            column.choices === undefined ? "hint" : "warning",
            column.choices === undefined
              ? `«${shortened(foreign.join("; "))}» нет в списке «${headerOf(book, "lists", column.list ?? "")}» на вкладке «${book.tables.lists.table.title}». Выберите значение из списка или допишите его туда.`
              : `«${shortened(foreign.join("; "))}» здесь не значит ничего. Выберите из списка: ${list.join(", ")}.`,
          ),
        ];
  });
}

/** A level may follow a theme: «математика: 3». */
function wordsOf(row: Row, { key, kind }: Column): readonly string[] {
  return kind === "many"
    ? listOf(row, key).map((item) => item.replace(/:\s*[\d.,]+\s*$/, ""))
    : [textOf(row, key)].filter((text) => text.trim() !== "");
}

function doubles(book: Book): Problem[] {
  return book.tables.lists.table.columns
    .filter(({ hidden }) => hidden !== true)
    .flatMap(({ key }) => {
      const seen = new Map<string, Row>();
      return rowsOf(book, "lists").flatMap((row) => {
        const word = choiceKey(textOf(row, key));
        const first = seen.get(word);
        seen.set(word, first ?? row);
        return word === "" || first === undefined
          ? []
          : [
              remark(
                book,
                "lists",
                row,
                key,
                "hint",
                `«${shortened(textOf(row, key))}» уже есть в строке ${first.row}. Удалите лишнее значение.`,
              ),
            ];
      });
    });
}
