/** Two dates of one row that stand in the wrong order, and days that cannot be. */

import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { TABLE_IDS } from "../../book/tables/tables";
import { russianDate } from "../../domain/language/dates";
import type { Problem } from "../../shared/rpc";
import { type Check, headerOf, remark } from "./check-type";

/** The later of the two is where the remark stands. */
const ORDER: readonly {
  readonly table: TableId;
  readonly earlier: string;
  readonly later: string;
}[] = [
  { table: "mentees", earlier: "entered", later: "finished" },
  { table: "mentors", earlier: "entered", later: "finished" },
  { table: "mentees", earlier: "birthDate", later: "entered" },
  { table: "mentors", earlier: "birthDate", later: "entered" },
  { table: "consents", earlier: "signed", later: "until" },
  { table: "consents", earlier: "signed", later: "withdrawn" },
  { table: "pairs", earlier: "from", later: "to" },
  { table: "roadmap", earlier: "start", later: "end" },
];

/** Years in which a date of the programme can lie; births are older. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export const dateOrder: Check = (book) => [
  ...ORDER.flatMap(({ table, earlier, later }) =>
    rowsOf(book, table).flatMap((row) => {
      const [first, last] = [textOf(row, earlier), textOf(row, later)];
      return first !== "" && last !== "" && last < first
        ? [
            remark(
              book,
              table,
              row,
              later,
              "error",
              `${russianDate(last)} раньше, чем «${headerOf(book, table, earlier)}» (${russianDate(first)}). Исправьте одну из дат.`,
            ),
          ]
        : [];
    }),
  ),
  ...programmePeriod(book),
  ...TABLE_IDS.flatMap((id) => impossibleYears(book, id)),
];

function programmePeriod(book: Book): readonly Problem[] {
  const row = findRow(book, "settings", "periodTo");
  const from = textOfRow(findRow(book, "settings", "periodFrom"));
  const to = textOfRow(row);
  return row !== null && from !== "" && to !== "" && to < from
    ? [
        remark(
          book,
          "settings",
          row,
          "value",
          "error",
          `Программа кончается (${russianDate(to)}) раньше, чем начинается (${russianDate(from)}). Исправьте одну из дат.`,
        ),
      ]
    : [];
}

/** A date setting, as YYYY-MM-DD. */
function textOfRow(row: Row | null): string {
  const text = row === null ? "" : textOf(row, "value").trim();
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text);
  return match === null
    ? /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? text
      : ""
    : `${match[3]}-${match[2]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}`;
}

function impossibleYears(book: Book, id: TableId): readonly Problem[] {
  const dates = book.tables[id].table.columns.filter(
    ({ key, kind }) => kind === "date" && key !== "birthDate",
  );
  return rowsOf(book, id).flatMap((row) =>
    dates.flatMap(({ key }) => {
      const date = textOf(row, key);
      const year = Number(date.slice(0, 4));
      return date !== "" && (year < FIRST_YEAR || year > LAST_YEAR)
        ? [
            remark(
              book,
              id,
              row,
              key,
              "warning",
              `Год ${year} не похож на настоящий. Проверьте дату ${russianDate(date)}.`,
            ),
          ]
        : [];
    }),
  );
}
