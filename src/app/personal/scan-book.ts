/** Names and contacts in the free texts of the book: cells of the tables, own columns, answers as forms left them. */
import {
  type Book,
  type Row,
  rowsOf,
  textOf,
  textSetting,
} from "../../book/book";
import { isAccount } from "../../book/erase-rules";
import { isPersonal } from "../../book/personal";
import type { Column, TableId } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import { findPersonal } from "../../domain/people/find-personal";
import type { Finding } from "../../domain/people/finding";

/** A text with what was found in it and where it stands. */
export type TextPlace = {
  readonly tab: string;
  /** 1-based sheet row. */
  readonly row: number;
  /** Header as the curator sees it. */
  readonly column: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Where an edit reaches it; absent for own columns and raw answers. */
  readonly cell?: {
    readonly table: TableId;
    readonly row: string;
    readonly column: string;
  };
};

/** Tables where people write about people. */
const SCANNED: readonly TableId[] = [
  "mentees",
  "mentors",
  "consents",
  "pairRules",
  "pairs",
  "roadmap",
  "answers",
  "documents",
];

const TEXT_KINDS: readonly Column["kind"][] = ["text", "longtext", "many"];

/** Officials are named by office: their names may stand anywhere. */
export function officials(book: Book): string[] {
  return ["headName", "curatorName"]
    .map((key) => textSetting(book, key))
    .filter((name) => name !== "");
}

/** Every text of the book with something personal in it. */
export function scanBook(book: Book): TextPlace[] {
  const allowed = officials(book);
  return textsOf(book).flatMap((place): TextPlace[] => {
    const findings = findPersonal(place.text, allowed);
    return findings.length === 0 ? [] : [{ ...place, findings }];
  });
}

export type Unread = Omit<TextPlace, "findings">;

/** Every free text of the book that is not blank. */
export function textsOf(book: Book): Unread[] {
  const texts = [
    ...SCANNED.flatMap((table) =>
      rowsOf(book, table).flatMap((row) => [
        ...ownTexts(book, table, row),
        ...foreignTexts(book, table, row),
      ]),
    ),
    ...rememberedLists(book),
    ...book.responses.flatMap(({ tab, headers, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.map((text, index): Unread => {
          const column = headers[index] ?? "";
          return { tab, row, column, text };
        }),
      ),
    ),
  ];
  return texts.filter(({ text }) => text !== "");
}

function ownTexts(book: Book, table: TableId, row: Row): Unread[] {
  const state = book.tables[table];
  return state.table.columns
    .filter((column) => isFree(table, column))
    .map(({ key, header }) => ({
      tab: state.table.title,
      row: row.row,
      column: state.headers[key] ?? header,
      text: textOf(row, key),
      cell: { table, row: row.id, column: key },
    }));
}

function isFree(table: TableId, column: Column): boolean {
  return (
    TEXT_KINDS.includes(column.kind) &&
    column.derived !== true &&
    column.result !== true &&
    column.hidden !== true &&
    !isAccount(column) &&
    !isPersonal(table, column.key)
  );
}

/** What stands in columns of the curator's own. */
function foreignTexts(book: Book, table: TableId, row: Row): Unread[] {
  return Object.entries(row.own ?? {}).map(([column, value]) => ({
    tab: book.tables[table].table.title,
    row: row.row,
    column: column.trim(),
    text: String(value),
  }));
}

/** Headers of loaded lists are remembered among the settings. */
function rememberedLists(book: Book): Unread[] {
  return rowsOf(book, "settings")
    .filter(({ id }) => id.startsWith("columns-"))
    .map((row) => ({
      tab: TABLES.settings.title,
      row: row.row,
      column: "Значение",
      text: textOf(row, "value"),
      cell: { table: "settings", row: row.id, column: "value" },
    }));
}
