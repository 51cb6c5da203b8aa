/** Says what stays because somebody changed it since. */
import type { Book } from "../../book/book";
import type { TakenBack } from "../../book/take-back";
import type { Problem } from "../../shared/rpc";

export function keptProblems(book: Book, kept: TakenBack["kept"]): Problem[] {
  return kept.map((place) => {
    const state = book.tables[place.table];
    const row = state.rows.find((candidate) => candidate.id === place.row);
    return {
      severity: "warning",
      tab: state.table.title,
      ...(row === undefined ? {} : { row: row.row }),
      ...(place.column === undefined
        ? {}
        : { column: state.headers[place.column] ?? place.column }),
      message: "Оставлено как есть: после действия это изменили вручную.",
    };
  });
}
