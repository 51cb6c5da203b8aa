/** What one check of «Проверить данные» is, and how it names a place. */
import type { Book, Row } from "../../book/book";
import { columnOf, type TableId } from "../../book/table";
import type { Problem } from "../../shared/rpc";

/** Looks at the book and says what is wrong and how to mend it; writes nothing. */
export type Check = (
  book: Book,
  context: { readonly today: string },
) => readonly Problem[];

/** A remark about the cell of a row, or about the row where no column is named. */
export function remark(
  book: Book,
  table: TableId,
  row: Pick<Row, "row">,
  key: string | null,
  severity: Problem["severity"],
  message: string,
): Problem {
  const state = book.tables[table];
  return {
    severity,
    tab: state.table.title,
    row: row.row,
    ...(key === null ? {} : { column: headerOf(book, table, key) }),
    message,
  };
}

/** A remark about a whole tab. */
export function tabRemark(
  book: Book,
  table: TableId,
  severity: Problem["severity"],
  message: string,
): Problem {
  return { severity, tab: book.tables[table].table.title, message };
}

/** How a column is called in the book, or officially where it is missing. */
export function headerOf(book: Book, table: TableId, key: string): string {
  const { headers, table: definition } = book.tables[table];
  return headers[key] ?? columnOf(definition, key).header;
}

/** Start of a text, for messages. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
