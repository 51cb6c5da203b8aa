/** «Сохранить вариант…»: the pairs that stand now, with settings and figures, for later comparison. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf, textSetting } from "../../book/book";
import { criteriaOf } from "../../book/participants";
import { UserError } from "../../domain/errors";
import { fingerprint } from "../../domain/matching/explain/fingerprint";
import { runMetrics } from "../../domain/matching/explain/run-metrics";
import type { Scene } from "../../domain/matching/scene";
import type { JsonObject } from "../../shared/rpc";
import {
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairOf,
  standingRows,
} from "../pairs/open-scene";
import { metricsSection } from "../pairs/pair-sections";
import {
  type SavedPair,
  type Variant,
  variantEdits,
  variantsOf,
} from "../pairs/variant-store";
import type { Action, Context, Plan } from "../plan";
import { readInput } from "./read-input";

const TAB = "Варианты";

const LABELS = { name: "Название варианта" } as const;

const INPUT = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
});

export const variantSave: Action = {
  id: "variant-save",
  title: "Сохранить вариант",
  intro:
    "Сохранит пары, которые стоят сейчас на вкладке «Пары», вместе с целью, порогом, важностью критериев и итогами. Потом варианты можно сравнить и любой принять.",
  needs: [...PAIRING_NEEDS, "variants"],
  reads: PAIRING_READS,
  undoable: true,
  fields: (book, today) => [
    {
      key: "name",
      label: LABELS.name,
      kind: "text",
      required: true,
      hint: "Например «Больше пар» или «Сильные пары».",
      value: freeName(book, `Вариант ${today.slice(8)}.${today.slice(5, 7)}`),
    },
  ],
  blocked: (book) =>
    standingRows(book).length === 0
      ? "На вкладке «Пары» нет ни черновиков, ни утверждённых пар. Сначала выберите «Подобрать пары…»."
      : null,
  plan: planSave,
};

function freeName(book: Book, wish: string): string {
  const taken = new Set(
    rowsOf(book, "variants").map((row) => textOf(row, "name")),
  );
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) {
    name = `${wish} (${number})`;
  }
  return name;
}

function planSave(book: Book, input: JsonObject, context: Context): Plan {
  const name = readInput(INPUT, input, LABELS).name.trim();
  if (name === "") {
    throw new UserError("INPUT", "Впишите название варианта.");
  }
  const { scene, problems } = openScene(book);
  const content = contentOf(book, scene);
  const saved = variantsOf(book).variants.find((one) => one.name === name);
  if (saved !== undefined) {
    return alreadySaved(name, saved, content);
  }
  const metrics = runMetrics(scene, standingRows(book).map(pairOf));
  const edits = variantEdits(book, name, content, {
    created: context.today,
    author: context.user,
    mode: textSetting(book, "pairMode") || null,
    minScore: scene.rules.minScore,
    weights: weightsText(book),
    pairsCount: metrics.pairs,
    unmatched: metrics.mentees.all - metrics.mentees.matched,
    total: metrics.total,
    mean: metrics.mean,
    median: metrics.median,
    lowest: metrics.lowest,
    blocking: metrics.blocking,
    fingerprint: fingerprint(scene),
  });
  return {
    summary: [`Новый вариант: пар ${metrics.pairs}.`],
    edits,
    effects: [],
    problems,
    details: [metricsSection(metrics)],
    verb: "Сохранить 1 вариант",
    links: [{ label: TAB, tab: TAB }],
  };
}

function contentOf(book: Book, scene: Scene): readonly SavedPair[] {
  return standingRows(book)
    .map(pairOf)
    .map(([menteeId, mentorId]): SavedPair => {
      const mentee = scene.menteeOf.get(menteeId);
      const mentor = scene.mentorOf.get(mentorId);
      const score =
        mentee === undefined || mentor === undefined
          ? 0
          : scene.score(mentee, mentor);
      return [menteeId, mentorId, score];
    });
}

/** The same pairs under the same name are saved once. */
function alreadySaved(
  name: string,
  saved: Variant,
  content: readonly SavedPair[],
): Plan {
  if (JSON.stringify(saved.pairs) !== JSON.stringify(content)) {
    throw new UserError(
      "NAME_TAKEN",
      `Вариант «${name}» уже есть, и пары в нём другие. Впишите другое название.`,
    );
  }
  return {
    summary: ["Этот вариант уже сохранён: пары в нём те же."],
    edits: [],
    effects: [],
    problems: [],
    verb: "Сохранить",
    links: [{ label: TAB, tab: TAB }],
  };
}

function weightsText(book: Book): string {
  const words = new Map(
    rowsOf(book, "criteria").map((row) => [row.id, textOf(row, "weight")]),
  );
  return criteriaOf(book)
    .criteria.filter(({ weight }) => weight !== "off")
    .map(({ key, name }) => `${name}: ${words.get(key) ?? ""}`)
    .join("\n");
}
