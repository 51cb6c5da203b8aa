/** «Утвердить пары…»: drafts become approved pairs; every rule is asked once more. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { plural } from "../../domain/language/plural";
import type { Scene } from "../../domain/matching/scene";
import type { JsonObject, Problem } from "../../shared/rpc";
import { judgePair, type Loads, loadsOf } from "../pairs/judge-pair";
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
import { setEdits } from "../pairs/rescore-row";
import type { Action, Context, Plan } from "../plan";

const TAB = "Пары";

/** Column where the curator writes why a rule is set aside. */
const EXCEPTION = "exception";

export const approve: Action = {
  id: "approve",
  title: "Утвердить пары",
  intro:
    "Черновики станут утверждёнными парами: надстройка запишет, кто и когда их утвердил. Пары без согласия обоих участников, сверх мест или с нарушенным правилом без объяснения остаются черновиками.",
  needs: PAIRING_NEEDS,
  reads: PAIRING_READS,
  undoable: true,
  fields: () => [],
  blocked: (book) =>
    drafts(book).length === 0
      ? "Черновиков пар нет. Сначала выберите «Подобрать пары…»."
      : null,
  plan: planApprove,
};

function drafts(book: Book): readonly Row[] {
  return rowsOf(book, "pairs").filter(isDraft);
}

function planApprove(book: Book, _input: JsonObject, context: Context): Plan {
  const { scene } = openScene(book);
  const problems: Problem[] = [];
  const approved: Row[] = [];
  const loads = new Map(
    [...loadsOf(book)].map(([id, rows]) => [id, rows.filter(isCurrent)]),
  );
  for (const row of drafts(book)) {
    const obstacles = obstaclesOf(book, scene, loads, row);
    if (obstacles.length === 0) {
      approved.push(row);
      for (const id of pairOf(row)) {
        loads.get(id)?.push(row);
      }
    }
    problems.push(...obstacles);
  }
  const left = drafts(book).length - approved.length;
  const count = `${approved.length} ${plural(approved.length, ["пару", "пары", "пар"])}`;
  return {
    summary: [
      approved.length > 0
        ? `Утверждение пар: ${approved.length}.`
        : "Утверждать нечего.",
      ...(left > 0 ? [`Остаются черновиками: ${left}.`] : []),
      ...runLines(approved),
    ],
    edits: approved.flatMap((row): Edit[] =>
      setEdits(row, {
        status: "утверждена",
        approved: context.today,
        approvedBy: context.user,
      }),
    ),
    effects: [],
    problems,
    details: [
      {
        headers: ["Наставник", "Наставляемый", "Форма", "Балл", "Исключение"],
        rows: approved.map((row) => [
          nameOf(book, textOf(row, "mentorId")),
          nameOf(book, textOf(row, "menteeId")),
          textOf(row, "form"),
          textOf(row, "score"),
          textOf(row, EXCEPTION),
        ]),
      },
    ],
    verb: `Утвердить ${count}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

/** Which runs the approved pairs come from, and how many were made by hand. */
function runLines(approved: readonly Row[]): string[] {
  const runs = new Set(
    approved.map((row) => textOf(row, "run")).filter((run) => run !== ""),
  );
  const byHand = approved.filter((row) => textOf(row, "run") === "").length;
  return [
    ...(runs.size > 0 ? [`Расчёт: ${[...runs].join(", ")}.`] : []),
    ...(byHand > 0 ? [`Составлено вручную: ${byHand}.`] : []),
  ];
}

/** Why the draft stays a draft; none when it may be approved. */
function obstaclesOf(
  book: Book,
  scene: Scene,
  loads: Loads,
  row: Row,
): Problem[] {
  const at = (column: string, message: string): Problem => ({
    severity: "error",
    tab: TAB,
    row: row.row,
    column: pairHeader(book, column),
    message,
  });
  const { refusals, rules } = judgePair(book, scene, loads, row);
  return [
    ...(textOf(row, "source") === SOURCE.stale
      ? [
          at(
            "score",
            `Пара ${row.id} изменена вставкой и ещё не пересчитана. Выберите «Пересчитать строки пар» и повторите.`,
          ),
        ]
      : []),
    ...refusals.map(({ column, message }) => at(column, message)),
    ...(rules.length > 0 && textOf(row, EXCEPTION).trim() === ""
      ? [
          at(
            EXCEPTION,
            `Пара ${row.id} нарушает правило: ${rules.join("; ")}. Впишите причину, по которой она всё же нужна, или выберите другого наставника.`,
          ),
        ]
      : []),
  ];
}
