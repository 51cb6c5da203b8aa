/** Codes in wishes and refusals that nobody has: a refusal must not be lost in silence. */
import { codeKey } from "../domain/matching/choice-key";
import { ratingsOf } from "../domain/matching/kinds/wishes";
import type { Problem } from "../shared/rpc";
import { type Book, listOf, rowsOf } from "./book";

const KEYS = ["wishes", "refuses"] as const;

export function wishCodeProblems(book: Book): Problem[] {
  return (["mentees", "mentors"] as const).flatMap((bank) => {
    const other = bank === "mentees" ? "mentors" : "mentees";
    const known = new Set(rowsOf(book, other).map(({ id }) => codeKey(id)));
    const { table, headers, rows } = book.tables[bank];
    return rows.flatMap((row) =>
      KEYS.flatMap((key): Problem[] => {
        const codes = [...ratingsOf(listOf(row, key)).keys()];
        return codes.every((code) => known.has(code))
          ? []
          : [
              {
                severity: "warning",
                tab: table.title,
                row: row.row,
                column: headers[key] ?? key,
                message: `Здесь стоит код, которого нет на вкладке «${book.tables[other].table.title}». Впишите коды через точку с запятой, например ${book.tables[other].table.prefix}-003; ${book.tables[other].table.prefix}-001.`,
              },
            ];
      }),
    );
  });
}
