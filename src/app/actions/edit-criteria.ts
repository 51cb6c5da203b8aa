/** «Критерии подбора…»: weights as words, with an example on two people and what would change. */
import { type Book, rowsOf } from "../../book/book";
import type { Edit } from "../../book/edits";
import { criteriaOf } from "../../book/participants";
import { plural } from "../../domain/language/plural";
import { type Criterion, WEIGHT_OF_WORD } from "../../domain/matching/criteria";
import type { Field, JsonObject, Section } from "../../shared/rpc";
import { criteriaEffect } from "../pairs/criteria-effect";
import { criteriaExample } from "../pairs/criteria-example";
import {
  openScene,
  PAIRING_NEEDS,
  PAIRING_READS,
  pairOf,
  standingRows,
} from "../pairs/open-scene";
import { type Action, hasKey, type Plan } from "../plan";

const TAB = "Критерии";

/** Before the key of a criterion, so that no field of the form is hit by it. */
const FIELD = "weight:";

export const editCriteria: Action = {
  id: "criteria",
  title: "Критерии подбора",
  intro:
    "Выберите словами, насколько важен каждый критерий. Предпросмотр покажет на двух людях, как изменится балл, и что стало бы с парами. Числа и графы критериев меняются на вкладке «Критерии».",
  needs: PAIRING_NEEDS,
  reads: PAIRING_READS,
  undoable: true,
  fields,
  blocked: (book) =>
    rowsOf(book, "criteria").length === 0
      ? "На вкладке «Критерии» нет ни одного критерия. Выберите «Проверить и исправить»."
      : null,
  plan: planCriteria,
};

function fields(book: Book): readonly Field[] {
  const [mentee, mentor] = examplePair(book);
  return [
    ...criteriaOf(book).criteria.map(
      (criterion): Field => ({
        key: FIELD + criterion.key,
        label: criterion.name,
        kind: "choice",
        hint: criterion.about,
        required: true,
        compact: true,
        choices: Object.keys(WEIGHT_OF_WORD).map((word) => ({
          value: word,
          label: word,
        })),
        value: wordOf(criterion),
      }),
    ),
    {
      key: "mentee",
      label: "Пример: код наставляемого",
      kind: "text",
      value: mentee,
    },
    {
      key: "mentor",
      label: "Пример: код наставника",
      kind: "text",
      value: mentor,
    },
  ];
}

/** Two real people: those of the first pair, else the first of each bank. */
function examplePair(book: Book): readonly [string, string] {
  const [row] = standingRows(book);
  return row === undefined
    ? [
        rowsOf(book, "mentees")[0]?.id ?? "",
        rowsOf(book, "mentors")[0]?.id ?? "",
      ]
    : pairOf(row);
}

function wordOf({ weight }: Criterion): string {
  return (
    Object.keys(WEIGHT_OF_WORD).find(
      (word) => WEIGHT_OF_WORD[word] === weight,
    ) ?? ""
  );
}

function planCriteria(book: Book, input: JsonObject): Plan {
  const chosen = (criterion: Criterion): string => {
    const key = FIELD + criterion.key;
    const word = hasKey(input, key) ? input[key] : undefined;
    return typeof word === "string" && hasKey(WEIGHT_OF_WORD, word)
      ? word
      : wordOf(criterion);
  };
  const reweigh = (rows: readonly Criterion[]): readonly Criterion[] =>
    rows.map((row) => ({
      ...row,
      weight: WEIGHT_OF_WORD[chosen(row)] ?? row.weight,
    }));
  const before = openScene(book);
  const changed = criteriaOf(book).criteria.filter(
    (criterion) => chosen(criterion) !== wordOf(criterion),
  );
  const after =
    changed.length === 0 ? before : openScene(book, { criteria: reweigh });
  const count = `${changed.length} ${plural(changed.length, ["критерий", "критерия", "критериев"])}`;
  const sections: Section[] = [
    criteriaExample(book, before.scene, after.scene, [
      textInput(input, "mentee"),
      textInput(input, "mentor"),
    ]),
    ...(changed.length === 0
      ? []
      : criteriaEffect(book, before.scene, after.scene)),
  ];
  return {
    summary:
      changed.length === 0
        ? [
            "Важность критериев та же. Измените её в форме и посмотрите, что будет.",
          ]
        : changed.map(
            (criterion) =>
              `«${criterion.name}»: ${wordOf(criterion)} → ${chosen(criterion)}.`,
          ),
    edits: changed.flatMap((criterion) =>
      weightEdits(book, criterion, chosen(criterion)),
    ),
    effects: [],
    problems: before.problems,
    details: sections,
    verb: `Сохранить ${count}`,
    links: [{ label: TAB, tab: TAB }],
  };
}

function weightEdits(book: Book, { key }: Criterion, word: string): Edit[] {
  return rowsOf(book, "criteria").some((row) => row.id === key)
    ? [
        {
          kind: "set",
          table: "criteria",
          row: key,
          column: "weight",
          value: word,
        },
      ]
    : [];
}

function textInput(input: JsonObject, key: string): string {
  const value = hasKey(input, key) ? input[key] : "";
  return typeof value === "string" ? value.trim().toUpperCase() : "";
}
