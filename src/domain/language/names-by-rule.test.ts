/** Names of many peoples in all six cases, against labels made by rule. */
import { expect, test } from "vitest";
import { NAMES, PARADIGMS } from "../../../test/fixtures/language/names";
import type { GrammaticalCase } from "./grammatical-case";
import { inflectName } from "./inflect-name";

const CASES: readonly GrammaticalCase[] = [
  "nominative",
  "genitive",
  "dative",
  "accusative",
  "instrumental",
  "prepositional",
];

function formOf(part: string, at: number): string {
  const [word = "", rule = "="] = part.split(":");
  const paradigm = PARADIGMS[rule];
  if (paradigm === undefined) {
    throw new RangeError(`formOf: no rule ${rule}`);
  }
  const [cut, ...endings] = paradigm;
  return at === 0
    ? word
    : word.slice(0, word.length - cut) + (endings[at - 1] ?? "");
}

/** «Ковалём» and «Ковалем» are one spelling. */
const plain = (text: string) => text.replace(/ё/g, "е");

/** «А. К.» is one word here, as its label is. */
function labelled(label: string, at: number): string {
  return label
    .replace(/^\?/, "")
    .replace(/(\p{Lu}\.) (?=\p{Lu}\.)/gu, "$1")
    .split(" ")
    .map((word) =>
      word
        .split("-")
        .map((part) => formOf(part, at))
        .join("-"),
    )
    .join(" ");
}

test.each(NAMES)("«%s»", (label) => {
  const name = labelled(label, 0);
  if (label.startsWith("?")) {
    expect(inflectName(name, "dative").sure).toBe(false);
    return;
  }

  expect(CASES.map((to) => plain(inflectName(name, to).text))).toStrictEqual(
    CASES.map((_, at) => plain(labelled(label, at))),
  );
});
