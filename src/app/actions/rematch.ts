/** «Сменить наставника…»: the curator decides who goes with whom; the rules are asked, the journal knows. */
import * as z from "zod/mini";
import { type Book, findRow, type Row, rowsOf, textOf } from "../../book/book";
import { applyEdits, type Edit } from "../../book/edits";
import { nextIds } from "../../book/next-id";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import { judgePair, loadsOf, overridable } from "../pairs/judge-pair";
import { nameOf } from "../pairs/name-of";
import {
  isCurrent,
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  standingRows,
} from "../pairs/open-scene";
import { type PairChange, readChanges } from "../pairs/read-changes";
import { rescoreEdits, setEdits, startValues } from "../pairs/rescore-row";
import type { Action, Plan } from "../plan";
import { optionalText, readInput } from "./read-input";

const TAB = "Пары";

const INPUT = z.object({ changes: z.string(), reason: optionalText });

const LABELS = { changes: "Кто с кем", reason: "Причина" } as const;

export const rematch: Action = {
  id: "rematch",
  title: "Сменить наставника",
  intro:
    "Назначит наставников так, как решили Вы. Правила и баллы будут показаны до записи; пара, которую изменили вручную, снова становится черновиком.",
  needs: PAIRING_NEEDS,
  reads: PAIRING_READS,
  undoable: true,
  fields: () => [
    {
      key: "changes",
      label: LABELS.changes,
      kind: "longtext",
      required: true,
      hint: "По строке на человека: код наставляемого и код нового наставника, например «НСТ-001 НМ-003». «НСТ-001 –» оставит без наставника.",
    },
    {
      key: "reason",
      label: LABELS.reason,
      kind: "text",
      hint: "Нужна, если пара нарушает правило: без неё такую пару не утвердить.",
    },
  ],
  blocked: () => null,
  plan: planRematch,
};

/** One change with the row it concerns. */
type Step =
  | { readonly kind: "edit"; readonly row: Row; readonly mentor: string }
  | {
      readonly kind: "insert";
      readonly id: string;
      readonly change: PairChange;
    }
  | { readonly kind: "remove"; readonly row: Row };

function planRematch(book: Book, input: JsonObject): Plan {
  const { changes: text, reason } = readInput(INPUT, input, LABELS);
  const read = readChanges(text);
  const { steps, problems } = stepsOf(book, read.changes);
  const moved = applyEdits(
    book,
    steps.flatMap((step) => moveEdits(book, step)),
  );
  const { scene } = openScene(moved);
  const loads = loadsOf(moved);
  const judged = steps.flatMap((step) => {
    const row = rowsOf(moved, "pairs").find(({ id }) => id === idOf(step));
    return step.kind === "remove" || row === undefined
      ? []
      : [{ step, row, judgement: judgePair(moved, scene, loads, row) }];
  });
  const edits = steps.flatMap((step): Edit[] => {
    const one = judged.find((candidate) => candidate.step === step);
    return [
      ...moveEdits(book, step),
      ...(one === undefined
        ? []
        : [
            // The row as it was tells whether an approval falls away.
            ...rescoreEdits(moved, one.row, one.judgement, {
              changed: changedWords(step),
              isNewPair: true,
            }),
            ...(reason.trim() === ""
              ? []
              : setEdits(one.row, { exception: reason.trim() })),
          ]),
    ];
  });
  const count = steps.length;
  return {
    summary: [
      `Изменено вручную: ${count} ${plural(count, ["пара", "пары", "пар"])}.`,
      ...steps.map(stepLine),
    ],
    edits,
    effects: [],
    problems: [
      ...read.problems,
      ...problems,
      ...judged.flatMap(({ row, judgement: { refusals, broken } }) =>
        [
          ...refusals.map(({ message }) => message),
          ...overridable(broken).map((why) => `Нарушается правило: ${why}.`),
        ].map(
          (message): Problem => ({
            severity: "warning",
            tab: TAB,
            ...(row.row === 0 ? {} : { row: row.row }),
            message: `${textOf(row, "menteeId")} – ${textOf(row, "mentorId")}. ${message}`,
          }),
        ),
      ),
    ],
    details: [
      {
        headers: ["Наставляемый", "Наставник", "Балл был", "Балл", "Почему"],
        rows: judged.map(({ row, judgement: { score } }) => [
          nameOf(book, textOf(row, "menteeId")),
          nameOf(book, textOf(row, "mentorId")),
          textOf(row, "score") || "–",
          score === null ? "–" : String(score.score),
          score?.reasons.join(" ") ?? "",
        ]),
      },
    ],
    verb: `Изменить ${count} ${plural(count, ["пару", "пары", "пар"])}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function idOf(step: Step): string {
  return step.kind === "insert" ? step.id : step.row.id;
}

function stepsOf(
  book: Book,
  changes: readonly PairChange[],
): { readonly steps: readonly Step[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const ids = nextIds(book, "pairs");
  const standing = standingRows(book);
  const steps = changes.flatMap((change): Step[] => {
    const lost = unknownCodes(book, change);
    if (lost.length > 0) {
      problems.push({
        severity: "error",
        message: `Кода «${lost.join("», «")}» нет в банке. Проверьте код.`,
      });
      return [];
    }
    const rows = standing.filter(
      (row) =>
        textOf(row, "menteeId") === change.mentee &&
        (change.from === null || textOf(row, "mentorId") === change.from),
    );
    const [row] = rows;
    if (rows.length > 1) {
      problems.push({
        severity: "error",
        tab: TAB,
        ...(row === undefined ? {} : { row: row.row }),
        message: `У ${change.mentee} несколько наставников. Напишите, кого заменить: «${change.mentee} ${row === undefined ? "" : textOf(row, "mentorId")} ${change.mentor || "–"}».`,
      });
      return [];
    }
    if (row !== undefined) {
      if (change.mentor === textOf(row, "mentorId")) {
        return [];
      }
      return change.mentor === ""
        ? removal(row, problems)
        : [{ kind: "edit", row, mentor: change.mentor }];
    }
    if (change.mentor === "" || change.from !== null) {
      problems.push({
        severity: "warning",
        tab: TAB,
        message: `Пары «${change.from === null ? change.mentee : `${change.from} – ${change.mentee}`}» на вкладке нет: менять нечего.`,
      });
      return [];
    }
    return [{ kind: "insert", id: ids(), change }];
  });
  return { steps, problems };
}

function unknownCodes(
  book: Book,
  { mentee, mentor, from }: PairChange,
): readonly string[] {
  const mentors = [mentor, from ?? ""].filter((id) => id !== "");
  return [
    ...(findRow(book, "mentees", mentee) === null ? [mentee] : []),
    ...mentors.filter((id) => findRow(book, "mentors", id) === null),
  ].map((id) => id.slice(0, 40));
}

/** A pair that goes on is ended by its status, with a reason, not by deleting. */
function removal(row: Row, problems: Problem[]): Step[] {
  if (!isCurrent(row)) {
    return [{ kind: "remove", row }];
  }
  problems.push({
    severity: "error",
    tab: TAB,
    row: row.row,
    message: `Пара ${row.id} утверждена: чтобы её закончить, поставьте статус «прекращена досрочно» на вкладке «${TAB}».`,
  });
  return [];
}

function moveEdits(book: Book, step: Step): Edit[] {
  switch (step.kind) {
    case "remove":
      return [{ kind: "delete", table: "pairs", row: step.row.id }];
    case "edit":
      return setEdits(step.row, { mentorId: step.mentor });
    case "insert": {
      const { mentee, mentor } = step.change;
      const values = {
        ...startValues(book, [mentee, mentor]),
        menteeId: mentee,
        mentorId: mentor,
      };
      return [{ kind: "insert", table: "pairs", row: step.id, values }];
    }
  }
}

function changedWords(step: Step): string {
  return step.kind === "edit"
    ? `Вручную: наставник ${textOf(step.row, "mentorId")} → ${step.mentor}.`
    : "Вручную: новая пара.";
}

/** For the journal: codes alone. */
function stepLine(step: Step): string {
  switch (step.kind) {
    case "remove":
      return `${step.row.id}: черновик удалён.`;
    case "edit":
      return `${step.row.id}: наставник ${textOf(step.row, "mentorId")} → ${step.mentor}.`;
    case "insert":
      return `${step.id}: ${step.change.mentee} – ${step.change.mentor}.`;
  }
}
