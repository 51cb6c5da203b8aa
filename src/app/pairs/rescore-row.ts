/** Brings one row of «Пары» up to date with the two people that stand in it. */
import {
  type Book,
  findRow,
  listOf,
  numberOf,
  type Row,
  textOf,
  textSetting,
} from "../../book/book";
import { type Edit, sameCell, type Values } from "../../book/edits";
import type { IdPair } from "../../domain/matching/participant";
import type { PairScore } from "../../domain/matching/score";
import type { Judgement } from "./judge-pair";
import { DRAFT, isCurrent, SOURCE } from "./open-scene";

/** Score, completeness, reasons and doubt as the tab has them. */
export function scoreValues(score: PairScore | null): Values {
  return score === null
    ? { score: null, completeness: null, reasons: null, doubt: null }
    : {
        score: score.score,
        completeness: score.completeness,
        reasons: score.reasons.join(" ") || null,
        doubt: score.doubt,
      };
}

/** What a new pair starts with; in a row that is there, only blanks are filled. */
export function startValues(book: Book, [menteeId]: IdPair): Values {
  const mentee = findRow(book, "mentees", menteeId);
  const size = mentee === null ? 1 : (numberOf(mentee, "headcount") ?? 1);
  return {
    form: mentee === null ? null : textOf(mentee, "form") || null,
    kind: size > 1 ? "в группе" : "традиционное",
    status: DRAFT,
    topic: mentee === null ? null : (listOf(mentee, "topics")[0] ?? null),
    from: textSetting(book, "periodFrom") || null,
    to: textSetting(book, "periodTo") || null,
  };
}

/** The doubt of a pair made by hand: what stands against it comes first. */
export function handDoubt({
  score,
  rules,
  refusals,
}: Judgement): string | null {
  const parts = [
    ...refusals.map(({ message }) => message),
    ...(rules.length === 0
      ? []
      : [
          `Нарушено: ${rules.join("; ")}. Чтобы утвердить, впишите причину в графу «Почему всё же вместе».`,
        ]),
    ...(score === null || score.doubt === null ? [] : [score.doubt]),
  ];
  return parts.join(" ") || null;
}

/** What is known of the edit that made the row need this. */
export type HandEdit = {
  /** Text for «Что изменилось». */
  readonly changed: string;
  /** The people are others than before: an approval no longer holds. */
  readonly isNewPair: boolean;
};

/**
 * Score, reasons and doubt anew, source «вручную»; blanks filled as in a new
 * draft; an approved row goes back to draft when its people changed, for
 * nobody has approved these two.
 */
export function rescoreEdits(
  book: Book,
  row: Row,
  judgement: Judgement,
  edit: HandEdit,
): Edit[] {
  const start = startValues(book, [
    textOf(row, "menteeId"),
    textOf(row, "mentorId"),
  ]);
  const blanks = Object.fromEntries(
    Object.entries(start).filter(
      ([column]) => (row.values[column] ?? null) === null,
    ),
  );
  const document = textOf(row, "documentId");
  const isUndone = edit.isNewPair && isCurrent(row);
  const changed =
    isUndone && document !== ""
      ? `${edit.changed} Прежняя пара стоит в приказе ${document}.`
      : edit.changed;
  return setEdits(row, {
    ...blanks,
    ...(isUndone
      ? { status: DRAFT, approved: null, approvedBy: null, documentId: null }
      : {}),
    ...scoreValues(judgement.score),
    doubt: handDoubt(judgement),
    changed,
    source: SOURCE.hand,
    run: null,
  });
}

/** Sets for the columns of a pair that do not hold the value yet. */
export function setEdits(row: Row, values: Values): Edit[] {
  return Object.entries(values)
    .filter(([column, value]) => !sameCell(row.values[column] ?? null, value))
    .map(
      ([column, value]): Edit => ({
        kind: "set",
        table: "pairs",
        row: row.id,
        column,
        value,
      }),
    );
}
