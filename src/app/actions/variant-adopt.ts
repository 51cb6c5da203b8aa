/** «Принять вариант…»: a saved set of pairs becomes the drafts, but for what no longer holds. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf } from "../../book/book";
import { UserError } from "../../domain/errors";
import { plural } from "../../domain/language/plural";
import { differenceList } from "../../domain/matching/explain/difference-list";
import type { IdPair } from "../../domain/matching/participant";
import type { Scene } from "../../domain/matching/scene";
import type { PairScore } from "../../domain/matching/score";
import type { JsonObject, Problem } from "../../shared/rpc";
import { judgePair } from "../pairs/judge-pair";
import { nameOf, namesIn } from "../pairs/name-of";
import {
  isCurrent,
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairKey,
  pairOf,
  standingRows,
} from "../pairs/open-scene";
import { draftEdits, type Proposal } from "../pairs/pair-drafts";
import { differenceSections, proposalSection } from "../pairs/pair-sections";
import { lockedDrafts, sourcesOf } from "../pairs/pair-source";
import { type Variant, variantsOf } from "../pairs/variant-store";
import type { Action, Plan } from "../plan";
import { readInput } from "./read-input";
import { variantChoices } from "./variant-compare";

const LABELS = { variant: "Какой вариант" } as const;

const INPUT = z.object({ variant: z.string() });

export const variantAdopt: Action = {
  id: "variant-adopt",
  title: "Принять вариант",
  intro:
    "Пары варианта станут черновиками вместо нынешних. Утверждённые пары не меняются. Пары тех, кто с тех пор выбыл, отозвал согласие или занят, не берутся – будет сказано, почему.",
  needs: [...PAIRING_NEEDS, "variants"],
  reads: PAIRING_READS,
  undoable: true,
  fields: (book) => {
    const choices = variantChoices(book);
    return [
      {
        key: "variant",
        label: LABELS.variant,
        kind: "choice",
        required: true,
        choices,
        value: choices[choices.length - 1]?.value ?? "",
      },
    ];
  },
  blocked: (book) =>
    rowsOf(book, "variants").length === 0
      ? "Сохранённых вариантов нет. Сначала выберите «Сохранить вариант…»."
      : null,
  plan: planAdopt,
};

function planAdopt(book: Book, input: JsonObject): Plan {
  const { variant: id } = readInput(INPUT, input, LABELS);
  const variant = variantsOf(book).variants.find(({ row }) => row.id === id);
  if (variant === undefined) {
    throw new UserError(
      "NO_VARIANT",
      "Такого варианта уже нет. Откройте действие ещё раз.",
    );
  }
  const { scene, problems } = openScene(book);
  const before = standingRows(book).map(pairOf);
  const current = standingRows(book).filter(isCurrent).map(pairOf);
  const { proposals, left } = takeOver(book, scene, variant, current);
  const after = [...current, ...proposals.map(({ pair }) => pair)];
  const difference = differenceList(before, after, namesIn(book), scene);
  const count = `${proposals.length} ${plural(proposals.length, ["пару", "пары", "пар"])}`;
  return {
    summary: [
      `Вариант «${variant.name}»: черновиков ${proposals.length}, не взято ${left.length}.`,
      `${difference.summary}.`,
    ],
    edits: draftEdits(book, proposals, textOf(variant.row, "fingerprint")),
    effects: [],
    problems: [...problems, ...left],
    details: [
      ...differenceSections(difference),
      proposalSection(book, proposals),
    ],
    verb: `Принять ${count}`,
    links: [{ label: "Пары", tab: "Пары" }],
  };
}

/** The pairs that may still be, one after the other, and why the others may not. */
function takeOver(
  book: Book,
  scene: Scene,
  variant: Variant,
  current: readonly IdPair[],
): {
  readonly proposals: readonly Proposal[];
  readonly left: readonly Problem[];
} {
  const standing = new Set(current.map(pairKey));
  const loads = new Map<string, ReturnType<typeof rowOf>[]>();
  const add = (pair: IdPair) => {
    const row = rowOf(pair);
    for (const id of pair) {
      loads.set(id, [...(loads.get(id) ?? []), row]);
    }
  };
  const proposals: Proposal[] = [];
  const sourceOf = sourcesOf(book, scene.rules, []);
  const propose = (pair: IdPair, score: PairScore) => {
    proposals.push({ pair, score, ...sourceOf(pair) });
    add(pair);
  };
  for (const pair of current) {
    add(pair);
  }
  // What is locked now stays, whatever the variant says.
  for (const pair of lockedDrafts(book, scene.rules)) {
    const { score } = judgePair(book, scene, loads, rowOf(pair));
    if (score !== null && !standing.has(pairKey(pair))) {
      standing.add(pairKey(pair));
      propose(pair, score);
    }
  }
  const left: Problem[] = [];
  for (const [mentee, mentor] of variant.pairs) {
    const pair: IdPair = [mentee, mentor];
    if (standing.has(pairKey(pair))) {
      continue;
    }
    const { score, rules, refusals } = judgePair(
      book,
      scene,
      loads,
      rowOf(pair),
    );
    const [reason] = [
      ...refusals.map(({ message }) => message),
      ...rules.map((why) => `Теперь нарушается правило: ${why}.`),
    ];
    if (score !== null && reason === undefined) {
      propose(pair, score);
    } else {
      left.push({
        severity: "warning",
        tab: "Варианты",
        row: variant.row.row,
        message: `Не взята пара «${nameOf(book, mentor)} – ${nameOf(book, mentee)}». ${reason ?? ""}`,
      });
    }
  }
  return { proposals, left };
}

/** A pair that stands in no row yet, as the judgement wants it. */
function rowOf([menteeId, mentorId]: IdPair) {
  return {
    id: `${menteeId}\n${mentorId}`,
    row: 0,
    values: { menteeId, mentorId },
  };
}
