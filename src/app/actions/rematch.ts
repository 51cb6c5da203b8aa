/** «Сменить наставника…»: the curator decides who goes with whom; the rules are asked, the journal knows. */
import * as z from "zod/mini";
import { type Book, findRow, textOf } from "../../book/book";
import { applyEdits, type Edit } from "../../book/edits";
import { plural } from "../../domain/language/plural";
import type { JsonObject, Problem } from "../../shared/rpc";
import {
  changedWords,
  idOf,
  moveEdits,
  stepLine,
  stepsOf,
} from "../pairs/change-steps";
import { judgePair, loadsOf } from "../pairs/judge-pair";
import { nameOf } from "../pairs/name-of";
import { openScene, PAIRING_NEEDS, PAIRING_READS } from "../pairs/open-scene";
import { readChanges } from "../pairs/read-changes";
import { rescoreEdits, setEdits } from "../pairs/rescore-row";
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
    const row = findRow(moved, "pairs", idOf(step));
    return step.kind === "remove" || row === null
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
      ...judged.flatMap(({ row, judgement: { refusals, rules } }) =>
        [
          ...refusals.map(({ message }) => message),
          ...rules.map((why) => `Нарушается правило: ${why}.`),
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
