/** A book out of rows as they stand in the sheet, for tests. */
import type { Book, TableState } from "../book";
import { headerNote } from "../header";
import type { RawCell } from "../parse-cell";
import { absentTable, parseTable } from "../parse-table";
import type { TableId } from "../table";
import { TABLE_IDS, TABLES } from "../tables/tables";

export type SheetRow = Readonly<Record<string, RawCell>>;

/**
 * Rows by column key, or by header for columns of the curator's own. A table
 * that is not named is absent.
 *
 * @param headers - Column key → header the curator has given it.
 */
export function aBook(
  rows: Partial<Readonly<Record<TableId, readonly SheetRow[]>>>,
  headers: Readonly<Record<string, string>> = {},
): Book {
  const tables = {} as Record<TableId, TableState>;
  for (const id of TABLE_IDS) {
    const own = rows[id];
    tables[id] =
      own === undefined
        ? absentTable(TABLES[id])
        : tableState(id, own, headers);
  }
  return { tables, counters: {}, responses: [] };
}

function tableState(
  id: TableId,
  rows: readonly SheetRow[],
  headers: Readonly<Record<string, string>>,
): TableState {
  const table = TABLES[id];
  const known = table.columns.map(({ key }) => key);
  const own = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (key) => !known.includes(key),
  );
  const titles = table.columns.map(({ key, header }) => headers[key] ?? header);
  return parseTable(
    table,
    {
      values: [
        [...titles, ...own],
        ...rows.map((row) => [...known, ...own].map((key) => row[key] ?? "")),
      ],
      notes: [...table.columns.map(headerNote), ...own.map(() => "")],
      maxRows: 1000,
    },
    0,
  );
}
