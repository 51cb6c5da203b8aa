/** Codes that lead nowhere. */
import { type Book, listOf, type Row, rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { codeKey } from "../../domain/matching/choice-key";
import { type Check, remark, shortened } from "./check-type";

type Reference = {
  readonly table: TableId;
  readonly key: string;
  /** Tables of which one has the code. */
  readonly to: readonly TableId[];
  /** Several codes in a cell. */
  readonly many?: boolean;
  readonly when?: (row: Row) => boolean;
};

/** Codes of a pair's two people, of rules, wishes and consents have checks of their own. */
const REFERENCES: readonly Reference[] = [
  { table: "pairs", key: "documentId", to: ["documents"] },
  { table: "consents", key: "document", to: ["documents"] },
  { table: "documents", key: "pairs", to: ["pairs"], many: true },
  { table: "answers", key: "form", to: ["forms"] },
  {
    table: "answers",
    key: "person",
    to: ["mentees", "mentors"],
    when: (row) => textOf(row, "state") === "учтён",
  },
];

export const references: Check = (book) =>
  REFERENCES.flatMap((one) => lostCodes(book, one));

function lostCodes(
  book: Book,
  { table, key, to, many, when }: Reference,
): ReturnType<Check> {
  if (to.some((id) => !book.tables[id].present)) {
    return [];
  }
  const known = new Set(
    to.flatMap((id) => rowsOf(book, id).map((row) => codeKey(row.id))),
  );
  const tabs = to.map((id) => `«${book.tables[id].table.title}»`).join(" и ");
  return rowsOf(book, table)
    .filter((row) => when === undefined || when(row))
    .flatMap((row) => {
      const codes =
        many === true
          ? listOf(row, key).flatMap((item) => item.split(/[\s,]+/))
          : [textOf(row, key).trim()];
      const lost = codes.filter(
        (code) => code !== "" && !known.has(codeKey(code)),
      );
      return lost.length === 0
        ? []
        : [
            remark(
              book,
              table,
              row,
              key,
              "error",
              `Кода «${shortened(lost.join(", "), 40)}» нет на ${to.length > 1 ? "вкладках" : "вкладке"} ${tabs}. Исправьте код или очистите ячейку.`,
            ),
          ];
    });
}
