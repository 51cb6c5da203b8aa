/** «Пересчитать строки»: drafts whose people or answers changed get their score anew. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { type Edit, sameCell } from "../../book/edits";
import { isLockedByRule, LOCKED_BY_RULE } from "../../book/rules-of";
import { plural } from "../../domain/language/plural";
import type { Problem } from "../../shared/rpc";
import { type Judgement, judgePair, loadsOf } from "../pairs/judge-pair";
import { nameOf } from "../pairs/name-of";
import {
  isCurrent,
  isDraft,
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairHeader,
  pairOf,
  SOURCE,
} from "../pairs/open-scene";
import {
  handDoubt,
  rescoreEdits,
  scoreValues,
  setEdits,
} from "../pairs/rescore-row";
import type { Action, Plan } from "../plan";

const TAB = "Пары";

export const rescore: Action = {
  id: "rescore",
  title: "Пересчитать строки пар",
  intro:
    "Заново посчитает баллы черновиков и строк с пометкой «пересчитать», например после вставки нескольких кодов сразу или после правок в банках. Состав пар не меняется.",
  needs: PAIRING_NEEDS,
  reads: PAIRING_READS,
  undoable: true,
  fields: () => [],
  blocked: (book) =>
    rowsOf(book, "pairs").length === 0
      ? "Пар ещё нет. Сначала выберите «Подобрать пары…»."
      : null,
  plan: planRescore,
};

function planRescore(book: Book): Plan {
  const { scene, problems } = openScene(book);
  const loads = loadsOf(book);
  const changed = rowsOf(book, "pairs")
    .filter((row) => isDraft(row) || isStale(row))
    .map((row) => {
      const judgement = judgePair(book, scene, loads, row);
      return { row, judgement, edits: editsFor(book, row, judgement) };
    })
    .filter(({ edits }) => edits.length > 0);
  const count = changed.length;
  return {
    summary: [
      count === 0
        ? "Все баллы уже верны: пересчитывать нечего."
        : `Пересчёт: ${count} ${plural(count, ["строка", "строки", "строк"])}.`,
    ],
    edits: changed.flatMap(({ edits }) => edits),
    effects: [],
    problems: [
      ...problems,
      ...changed.flatMap(({ row, judgement }) =>
        refusalProblems(book, row, judgement),
      ),
    ],
    details: [
      {
        headers: ["Строка", "Наставник", "Наставляемый", "Балл был", "Балл"],
        rows: changed.map(({ row, judgement }) => {
          const [mentee, mentor] = pairOf(row);
          return [
            String(row.row),
            nameOf(book, mentor),
            nameOf(book, mentee),
            textOf(row, "score") || "–",
            judgement.score === null ? "–" : String(judgement.score.score),
          ];
        }),
      },
    ],
    verb: `Пересчитать ${count} ${plural(count, ["строку", "строки", "строк"])}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function isStale(row: Row): boolean {
  return textOf(row, "source") === SOURCE.stale;
}

function editsFor(book: Book, row: Row, judgement: Judgement): Edit[] {
  if (isStale(row)) {
    // Of a closed pair the score is history; only the mark goes.
    return isDraft(row) || isCurrent(row) || textOf(row, "status") === ""
      ? rescoreEdits(book, row, judgement, {
          changed: "Вручную: вставлено вместе с другими строками.",
          isNewPair: true,
        })
      : setEdits(row, { source: SOURCE.hand });
  }
  const isByHand = textOf(row, "source") === SOURCE.hand;
  const score = scoreValues(judgement.score);
  const edits = setEdits(row, {
    ...score,
    ...(isByHand ? { doubt: handDoubt(judgement) } : {}),
  });
  const before = row.values["score"] ?? null;
  return sameCell(before, score["score"] ?? null)
    ? edits
    : [
        ...edits,
        ...setEdits(row, {
          changed: [
            `Балл был ${textOf(row, "score") || "не указан"}.`,
            ...(isLockedByRule(row) ? [LOCKED_BY_RULE] : []),
          ].join(" "),
        }),
      ];
}

function refusalProblems(
  book: Book,
  row: Row,
  { refusals }: Judgement,
): Problem[] {
  return refusals.map(({ column, message }) => ({
    severity: "warning",
    tab: TAB,
    row: row.row,
    column: pairHeader(book, column),
    message,
  }));
}
