/** «Сравнить варианты…»: figures side by side and pair by pair; nothing is written. */
import * as z from "zod/mini";
import { type Book, rowsOf, textOf } from "../../book/book";
import { UserError } from "../../domain/errors";
import { differenceList } from "../../domain/matching/explain/difference-list";
import type { RunMetrics } from "../../domain/matching/explain/explanation";
import { runMetrics } from "../../domain/matching/explain/run-metrics";
import type { IdPair } from "../../domain/matching/participant";
import type { Field, JsonObject, Section } from "../../shared/rpc";
import { nameOf, namesIn } from "../pairs/name-of";
import {
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairOf,
  standingRows,
} from "../pairs/open-scene";
import { differenceSections } from "../pairs/pair-sections";
import { variantsOf } from "../pairs/variant-store";
import type { Action, Plan } from "../plan";
import { readInput } from "./read-input";

/** Value of a choice that stands for the tab itself. */
const NOW = "now";

const LABELS = { first: "Первый", second: "Второй" } as const;

const INPUT = z.object({ first: z.string(), second: z.string() });

export const variantCompare: Action = {
  id: "variant-compare",
  title: "Сравнить варианты",
  intro:
    "Покажет рядом итоги двух вариантов и то, чем отличаются их пары. Баллы обоих считаются по нынешним данным и критериям. Ничего не меняет.",
  needs: [...PAIRING_NEEDS, "variants"],
  reads: PAIRING_READS,
  undoable: false,
  fields,
  blocked: (book) =>
    rowsOf(book, "variants").length === 0
      ? "Сохранённых вариантов нет. Сначала выберите «Сохранить вариант…»."
      : null,
  plan: planCompare,
};

function fields(book: Book): readonly Field[] {
  const choices = [
    { value: NOW, label: "Сейчас на вкладке «Пары»" },
    ...variantChoices(book),
  ];
  const last = choices[choices.length - 1]?.value ?? NOW;
  return (["first", "second"] as const).map((key) => ({
    key,
    label: LABELS[key],
    kind: "choice",
    required: true,
    compact: true,
    choices,
    value: key === "first" ? NOW : last,
  }));
}

/** Saved variants as choices of a field, by the id of their first row. */
export function variantChoices(
  book: Book,
): readonly { readonly value: string; readonly label: string }[] {
  return variantsOf(book).variants.map(({ name, row }) => ({
    value: row.id,
    label: `${name} (пар: ${textOf(row, "pairsCount")})`,
  }));
}

function planCompare(book: Book, input: JsonObject): Plan {
  const { first, second } = readInput(INPUT, input, LABELS);
  const { scene, problems } = openScene(book);
  const [one, other] = [pairsIn(book, first), pairsIn(book, second)];
  const difference = differenceList(
    one.pairs,
    other.pairs,
    namesIn(book),
    scene,
  );
  return {
    summary: [
      `Первый: ${one.name}. Второй: ${other.name}.`,
      `${difference.summary}.`,
    ],
    edits: [],
    effects: [],
    problems: [...problems, ...variantsOf(book).problems],
    details: [
      figures(runMetrics(scene, one.pairs), runMetrics(scene, other.pairs)),
      mentorsSideBySide(book, one.pairs, other.pairs),
      ...differenceSections(difference, "Чем отличается второй"),
    ],
    verb: "Сравнить",
  };
}

type Named = { readonly name: string; readonly pairs: readonly IdPair[] };

function pairsIn(book: Book, id: string): Named {
  if (id === NOW) {
    return {
      name: "то, что стоит на вкладке «Пары»",
      pairs: standingRows(book).map(pairOf),
    };
  }
  const variant = variantsOf(book).variants.find(({ row }) => row.id === id);
  if (variant === undefined) {
    throw new UserError(
      "NO_VARIANT",
      "Такого варианта уже нет. Откройте действие ещё раз.",
    );
  }
  return {
    name: `«${variant.name}»`,
    pairs: variant.pairs.map(([mentee, mentor]): IdPair => [mentee, mentor]),
  };
}

function figures(one: RunMetrics, other: RunMetrics): Section {
  const number = (value: number | null) =>
    value === null
      ? "–"
      : String(Math.round(value * 10) / 10).replace(".", ",");
  const rows: readonly (readonly [string, (metrics: RunMetrics) => string])[] =
    [
      ["Пар", ({ pairs }) => number(pairs)],
      [
        "Людей с наставником",
        ({ mentees: { matched, all } }) => `${matched} из ${all}`,
      ],
      ["Сумма баллов", ({ total }) => number(total)],
      ["Средний балл", ({ mean }) => number(mean)],
      ["Медиана", ({ median }) => number(median)],
      ["Низший балл", ({ lowest }) => number(lowest)],
      ["Ниже порога", ({ belowThreshold }) => number(belowThreshold)],
      ["Мест занято", ({ places: { used, all } }) => `${used} из ${all}`],
      [
        "Первых желаний исполнено",
        ({ firstWishes: { met, of } }) => `${met} из ${of}`,
      ],
      ["Взаимно предпочли бы других", ({ blocking }) => number(blocking)],
    ];
  return {
    title: "Итоги",
    headers: ["", "Первый", "Второй"],
    rows: rows.map(([name, value]) => [name, value(one), value(other)]),
  };
}

/** Each mentee with the mentors of both; those that differ come first. */
function mentorsSideBySide(
  book: Book,
  one: readonly IdPair[],
  other: readonly IdPair[],
): Section {
  const [first, second] = [mentorsOf(one), mentorsOf(other)];
  const names = (ids: readonly string[] | undefined) =>
    (ids ?? []).map((id) => nameOf(book, id)).join("; ") || "–";
  const rows = [...new Set([...first.keys(), ...second.keys()])]
    .sort()
    .map((mentee) => [
      nameOf(book, mentee),
      names(first.get(mentee)),
      names(second.get(mentee)),
    ]);
  const differs = ([, a, b]: readonly string[]) => a !== b;
  return {
    title: "Пара за парой",
    headers: ["Наставляемый", "Первый", "Второй"],
    rows: [...rows.filter(differs), ...rows.filter((row) => !differs(row))],
  };
}

function mentorsOf(
  pairs: readonly IdPair[],
): ReadonlyMap<string, readonly string[]> {
  const mentors = new Map<string, string[]>();
  for (const [mentee, mentor] of pairs) {
    mentors.set(mentee, [...(mentors.get(mentee) ?? []), mentor].sort());
  }
  return mentors;
}
