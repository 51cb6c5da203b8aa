/** Ids for rows that a plan inserts. */
import type { Book } from "./book";
import { rowId, rowNumberOfId, type TableId } from "./table";

/** The id after the highest one given or seen, `ahead` further on. */
export function nextId(book: Book, table: TableId, ahead = 0): string {
  return rowId(book.tables[table].table, highest(book, table) + 1 + ahead);
}

/** Gives the next id at each call; looks through the rows once. */
export function nextIds(book: Book, table: TableId): () => string {
  let last = highest(book, table);
  return () => {
    last += 1;
    return rowId(book.tables[table].table, last);
  };
}

function highest(book: Book, table: TableId): number {
  const state = book.tables[table];
  return state.rows.reduce(
    (most, row) => Math.max(most, rowNumberOfId(state.table, row.id)),
    book.counters[table] ?? 0,
  );
}
