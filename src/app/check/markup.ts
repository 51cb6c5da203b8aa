/** Markup of web pages left in texts: «<p>», «&nbsp;». */
import { rowsOf, textOf } from "../../book/book";
import type { TableId } from "../../book/table";
import { type Check, remark, shortened } from "./check-type";

const TABLES: readonly TableId[] = [
  "settings",
  "lists",
  "mentees",
  "mentors",
  "pairs",
  "roadmap",
  "documents",
];

const MARKUP =
  /<\/?(?:p|br|ul|ol|li|div|span|table|tbody|tr|td|th|b|i|u|em|strong|font|a|h[1-6]|script|style|img)(?:\s[^<>]*)?\/?>|&(?:nbsp|amp|quot|laquo|raquo|ndash|mdash|lt|gt|#\d{2,5});/i;

export const markup: Check = (book) =>
  TABLES.flatMap((id) => {
    const columns = book.tables[id].table.columns.filter(
      ({ kind, derived, hidden }) =>
        (kind === "text" || kind === "longtext" || kind === "any") &&
        derived !== true &&
        hidden !== true,
    );
    return rowsOf(book, id).flatMap((row) =>
      columns.flatMap(({ key }) => {
        const found = MARKUP.exec(textOf(row, key))?.[0];
        return found === undefined
          ? []
          : [
              remark(
                book,
                id,
                row,
                key,
                "hint",
                `В тексте осталась разметка веб-страницы: «${shortened(found, 30)}». Удалите её, чтобы она не попала в документы.`,
              ),
            ];
      }),
    );
  });
