/** The register of documents: one number twice in a year. */
import { type Row, rowsOf, textOf } from "../../book/book";
import { headerKey } from "../../book/header";
import { type Check, remark } from "./check-type";

export const documentNumbers: Check = (book) => {
  const seen = new Map<string, Row>();
  return rowsOf(book, "documents")
    .filter(
      (row) =>
        textOf(row, "number").trim() !== "" &&
        textOf(row, "status") !== "отменён",
    )
    .flatMap((row) => {
      const year = textOf(row, "date").slice(0, 4);
      const key = `${textOf(row, "kind")}\n${year}\n${headerKey(textOf(row, "number"))}`;
      const first = seen.get(key);
      seen.set(key, first ?? row);
      return first === undefined
        ? []
        : [
            remark(
              book,
              "documents",
              row,
              "number",
              "error",
              `Номер «${textOf(row, "number").slice(0, 40)}» уже есть у документа ${first.id} (строка ${first.row}). Исправьте один из номеров.`,
            ),
          ];
    });
};
