/** Pairs for an order: which are due, and which must not stand in one. */
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { registerOf } from "../../book/consents";
import { personName } from "../../book/derive";
import type { Problem } from "../../shared/rpc";
import { labourConsent } from "../consents/labour-gate";
import { SOURCE } from "./open-scene";

/** Approved pairs without an order. */
export function ordered(book: Book): readonly Row[] {
  return rowsOf(book, "pairs").filter(
    (row) =>
      textOf(row, "status") === "утверждена" &&
      textOf(row, "documentId") === "",
  );
}

export type Participants = {
  readonly pair: Row;
  readonly mentor: Row;
  readonly mentee: Row;
};

/** Both people of a pair, if both may stand in an order. */
export function participantsOf(
  book: Book,
  pair: Row,
  problems: Problem[],
): Participants[] {
  const mentor = findRow(book, "mentors", textOf(pair, "mentorId"));
  const mentee = findRow(book, "mentees", textOf(pair, "menteeId"));
  if (mentor === null || mentee === null) {
    problems.push({
      severity: "error",
      tab: "Пары",
      row: pair.row,
      message:
        "Участника этой пары нет в банке. Исправьте код: пара в приказ не входит.",
    });
    return [];
  }
  const without = [mentor, mentee].find(
    (person) => textOf(person, "consent") !== "получено",
  );
  if (without !== undefined) {
    problems.push({
      severity: "error",
      tab: "Пары",
      row: pair.row,
      message: `${personName(without)}: согласие не получено или отозвано. Пара в приказ не входит.`,
    });
    return [];
  }
  if (textOf(pair, "source") === SOURCE.stale) {
    problems.push({
      severity: "error",
      tab: "Пары",
      row: pair.row,
      message:
        "Участники пары изменены вставкой и ещё не проверены. Выберите «Пересчитать строки пар»: пока пара в приказ не входит.",
    });
    return [];
  }
  return [{ pair, mentor, mentee }];
}

/** Pairs whose mentor has not refused or withdrawn the consent of article 351.8. */
export function withLabourConsent(
  book: Book,
  pairs: readonly Participants[],
  today: string,
  problems: Problem[],
): Participants[] {
  const register = registerOf(book);
  const unknown = new Set<string>();
  const kept = pairs.filter(({ pair, mentor }) => {
    const form = textOf(pair, "form");
    const consent = labourConsent(book, register, mentor, form, today);
    if (consent === "unknown") {
      unknown.add(mentor.id);
    } else if (consent !== "fine") {
      problems.push({
        severity: "error",
        tab: "Пары",
        row: pair.row,
        message: consent.refused,
      });
      return false;
    }
    return true;
  });
  if (unknown.size > 0) {
    problems.push({
      severity: "warning",
      tab: "Согласия",
      message: `Не записано письменное согласие наставника (ст. 351.8 ТК РФ): ${[...unknown].join(", ")}. Получите его до начала работы: меню «Согласия».`,
    });
  }
  return kept;
}
