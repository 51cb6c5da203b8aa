/** The order that approves a roadmap, and what stands before it. */

import { type Book, type Row, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { TABLES } from "../../book/tables/tables";
import { russianDate } from "../../domain/language/dates";
import { isoDay } from "../../domain/roadmap/calendar";
import type { Problem } from "../../shared/rpc";
import { CLOSED_STAGES } from "./recompute";
import { stageLabel } from "./stage-choices";

/** «№ 45-о от 01.09.2026»; what is not known is left out. */
export function approvalText(number: string, date: string): string {
  return [
    number.trim() === "" ? "" : `№ ${number.trim().replace(/^№\s*/, "")}`,
    date === "" ? "" : `от ${russianDate(date)}`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** Rows that get the stamp; none in a book whose tab has no such column yet. */
export function stampEdits(
  book: Book,
  rows: readonly Row[],
  stamp: string,
): readonly Edit[] {
  return stamp === "" ||
    book.tables.roadmap.positions["approvedBy"] === undefined
    ? []
    : rows.map((row) => ({
        kind: "set",
        table: "roadmap",
        row: row.id,
        column: "approvedBy",
        value: stamp,
      }));
}

/** Number and date in the words «Утверждаю … Приказ № 384/2-о от 01.09.2022». */
export function approvalOf(
  words: string | null,
  orderDate: string | null,
): string {
  const number = /№\s*([^\s,;]+)\s+от\s/u.exec(words ?? "")?.[1] ?? "";
  return orderDate === null ? "" : approvalText(number, orderDate);
}

/** Date of the order in a cell «Утверждено приказом», or null. */
export function approvalDate(cell: string): string | null {
  const found = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(cell);
  return found === null
    ? null
    : isoDay(Number(found[3]), Number(found[2]), Number(found[1]));
}

/** What is wrong with a stage that is over before the order, or null. */
export function earlierThan(row: Row, order: string): Problem | null {
  const end = textOf(row, "end") || textOf(row, "start");
  return end === "" || end >= order
    ? null
    : {
        severity: "warning",
        tab: TABLES.roadmap.title,
        row: row.row,
        column: "Утверждено приказом",
        message: `«${stageLabel(row)}» кончается ${russianDate(end)}, раньше приказа от ${russianDate(order)}. Проверьте срок или дату приказа.`,
      };
}

/** Stages that are not closed and stand before the order in their own row. */
export function beforeOrder(book: Book): Problem[] {
  return book.tables.roadmap.rows.flatMap((row) => {
    const order = approvalDate(textOf(row, "approvedBy"));
    const isClosed = CLOSED_STAGES.includes(textOf(row, "status"));
    return order === null || isClosed ? [] : (earlierThan(row, order) ?? []);
  });
}
