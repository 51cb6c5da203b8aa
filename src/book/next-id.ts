/** Ids for rows that a plan inserts. */
import type { Book } from "./book";
import { rowId, rowNumberOfId, type TableId } from "./table";

/** The id after the highest one given or seen, `ahead` further on. */
export function nextId(book: Book, table: TableId, ahead = 0): string {
  const state = book.tables[table];
  const seen = state.rows.reduce(
    (highest, row) => Math.max(highest, rowNumberOfId(state.table, row.id)),
    book.counters[table] ?? 0,
  );
  return rowId(state.table, seen + 1 + ahead);
}
