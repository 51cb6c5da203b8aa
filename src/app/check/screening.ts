/** Mentors' training and interview, and banks that nobody has gone through for a year. */

import { outdatedBanks } from "../../book/bank-updates";
import { numberOf, type Row, rowsOf, textOf } from "../../book/book";
import { INTERVIEW_KEYS, MAX_POINTS } from "../../book/tables/mentor-screening";
import { russianDate } from "../../domain/language/dates";
import { REFUSED_CANDIDATE } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";
import { type Check, headerOf, remark, tabRemark } from "./check-type";

export const screening: Check = (book) =>
  rowsOf(book, "mentors").flatMap((row) => [
    ...INTERVIEW_KEYS.filter((key) => !isPoints(numberOf(row, key))).map(
      (key) =>
        remark(
          book,
          "mentors",
          row,
          key,
          "warning",
          `${row.id}: за собеседование ставится от 0 до ${MAX_POINTS} баллов. Исправьте: сумма посчитана как есть.`,
        ),
    ),
    ...refusedInPair(book, row),
    ...untrained(book, row),
  ]);

function isPoints(points: number | null): boolean {
  return points === null || (points >= 0 && points <= MAX_POINTS);
}

function refusedInPair(
  book: Parameters<Check>[0],
  row: Row,
): readonly Problem[] {
  const isBusy =
    textOf(row, "interviewDecision") === REFUSED_CANDIDATE &&
    (numberOf(row, "load") ?? 0) > 0;
  return isBusy
    ? [
        remark(
          book,
          "mentors",
          row,
          "interviewDecision",
          "warning",
          `${row.id}: по собеседованию отказано, а пара есть. Смените наставника или исправьте решение.`,
        ),
      ]
    : [];
}

/** Hours or a day of training of one who is said not to have passed it. */
function untrained(book: Parameters<Check>[0], row: Row): readonly Problem[] {
  const filled = ["trainedHours", "trainedOn"].find(
    (key) => textOf(row, key) !== "",
  );
  return row.values["trained"] === false && filled !== undefined
    ? [
        remark(
          book,
          "mentors",
          row,
          "trained",
          "hint",
          `${row.id}: стоит «нет», а графа «${headerOf(book, "mentors", filled)}» заполнена. Исправьте одно из двух.`,
        ),
      ]
    : [];
}

export const outdated: Check = (book, { today }) =>
  outdatedBanks(book, today).map(({ bank, since }) =>
    tabRemark(
      book,
      bank,
      "hint",
      `Банк не обновлялся с ${russianDate(since)}: положение требует этого не реже раза в год. Пройдите по строкам и выберите «Банки обновлены…».`,
    ),
  );
