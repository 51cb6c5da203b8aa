/** A mark that stands for a name until the curator fills it in: «{{НСТ-014}}», «{{НСТ-014|род кратко}}». */
import { personCode } from "../people/person-code";
import type { GrammaticalCase } from "./grammatical-case";

/**
 * `full` «Иванова Мария Петровна», `short` «Иванова М.П.», `signature`
 * «М.П. Иванова» (always in the nominative).
 */
export type NameForm = "full" | "short" | "signature";

export type NameMark = {
  readonly code: string;
  readonly to: GrammaticalCase;
  readonly form: NameForm;
};

const CASE_WORDS: Readonly<Record<GrammaticalCase, string>> = {
  nominative: "",
  genitive: "род",
  dative: "дат",
  accusative: "вин",
  instrumental: "тв",
  prepositional: "пр",
};

const FORM_WORDS: Readonly<Record<NameForm, string>> = {
  full: "",
  short: "кратко",
  signature: "подпись",
};

/** The mark as documents carry it; a full nominative needs no words. */
export function nameMark({ code, to, form }: NameMark): string {
  const words = [CASE_WORDS[to], FORM_WORDS[form]].filter(
    (word) => word !== "",
  );
  return words.length === 0 ? `{{${code}}}` : `{{${code}|${words.join(" ")}}}`;
}

/** Beginnings of the words a person may write for a case or a form. */
const CASE_STARTS: readonly (readonly [RegExp, GrammaticalCase])[] = [
  [/^(?:им|кто)/, "nominative"],
  [/^(?:род|р$|кого)/, "genitive"],
  [/^(?:дат|д$|кому)/, "dative"],
  [/^(?:вин|в$)/, "accusative"],
  [/^(?:тв|т$|кем)/, "instrumental"],
  [/^(?:пр|п$|ком)/, "prepositional"],
];
const FORM_STARTS: readonly (readonly [RegExp, NameForm])[] = [
  [/^(?:подп|инициалы впереди)/, "signature"],
  [/^(?:крат|иниц|сокр)/, "short"],
  [/^полн/, "full"],
];

/**
 * Reads what stands between the braces, as the add-on or a person has written
 * it: any dash, Latin look-alikes in the code, words for case and form after
 * «|», «:» or a comma, in any order.
 *
 * @param inner - Without the braces.
 * @returns null when it is no person's mark.
 */
export function readMark(inner: string): NameMark | null {
  const [head = "", ...rest] = inner.split(/[|:,;]/);
  const code = personCode(head);
  if (code === null) {
    return null;
  }
  const words = rest
    .join(" ")
    .toLowerCase()
    .split(/[\s.\u00a0]+/)
    .filter((word) => word !== "");
  const find = <T>(starts: readonly (readonly [RegExp, T])[], otherwise: T) =>
    starts.find(([start]) => words.some((word) => start.test(word)))?.[1] ??
    otherwise;
  return {
    code,
    to: find(CASE_STARTS, "nominative"),
    form: find(FORM_STARTS, "full"),
  };
}
