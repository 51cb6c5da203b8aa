/** Acts named in settings, roadmap and documents: out of force, misnumbered, misdated. */
import { rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { actRemarks } from "../../domain/legal/acts";
import { type Check, remark } from "./check-type";

const TEXTS: readonly (readonly [TableId, readonly string[]])[] = [
  ["settings", ["value"]],
  ["roadmap", ["stage", "content", "result", "source"]],
  ["documents", ["title"]],
];

export const legalActs: Check = (book, { today }) =>
  TEXTS.flatMap(([table, keys]) =>
    rowsOf(book, table).flatMap((row) =>
      keys.flatMap((key) =>
        actRemarks(textOf(row, key), today).map(({ severity, message }) =>
          remark(book, table, row, key, severity, message),
        ),
      ),
    ),
  );
