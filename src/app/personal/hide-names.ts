/** By codes, texts of others on their way into the book lose the names and contacts in them. */
import { type Column, columnOf } from "../../book/table";
import { TABLES } from "../../book/tables/tables";
import type { FilePlan, FileResult } from "../../domain/import/file-plan";
import {
  findPersonal,
  replaceFindings,
} from "../../domain/people/find-personal";
import type { Finding } from "../../domain/people/finding";
import { firstNameKind } from "../../domain/people/first-names";
import { wordsOf } from "../../domain/people/placed-words";

/** Stands where something personal was. */
export const HIDDEN = "[скрыто]";

/** The text without names and contacts; the very text when it has none. */
export type HideNames = (text: string) => string;

/** Endings of the cases: this much of a surname may change. */
const CHANGING_LETTERS = 3;
const LEAST_STEM = 4;

/**
 * @param allowed - Names of officials, which stay.
 * @param known - Names of people who are certainly meant, as in a list.
 */
export function hidingNames(
  allowed: readonly string[],
  known: readonly string[] = [],
): HideNames {
  const stems = surnameStems(known);
  return (text) => {
    const seen = replaceFindings(
      text,
      findPersonal(text, allowed),
      () => HIDDEN,
    );
    return stems.size === 0
      ? seen
      : replaceFindings(seen, knownSurnames(seen, stems), () => HIDDEN).replace(
          /\[скрыто\](?: \[скрыто\])+/g,
          HIDDEN,
        );
  };
}

/** Stems of the words of names that are no first names. */
export function surnameStems(names: readonly string[]): Set<string> {
  return new Set(
    names.flatMap((name) =>
      wordsOf(name)
        .map(({ key }) => key)
        .filter(
          (key) => key.length >= LEAST_STEM && firstNameKind(key) === null,
        )
        .map((key) => key.replace(/(?:ая|ий|ый|ой|а|я|ь|й)$/, ""))
        .filter((stem) => stem.length >= LEAST_STEM),
    ),
  );
}

/** Capitalised words of a text that are surnames of these stems, in any case. */
export function knownSurnames(
  text: string,
  stems: ReadonlySet<string>,
): Finding[] {
  return wordsOf(text)
    .filter(
      ({ key, isCapital }) =>
        isCapital &&
        Array.from({ length: CHANGING_LETTERS + 1 }, (_, cut) =>
          key.slice(0, key.length - cut),
        ).some((stem) => stems.has(stem)),
    )
    .map(({ from, to }) => ({ kind: "name", from, to }));
}

const TEXT_KINDS: readonly Column["kind"][] = ["text", "longtext", "many"];

/**
 * The import with its free texts hidden where somebody is named, each with a
 * remark. Names and contacts proper stay: they go into the key, not the book.
 */
export function hideInPlan(plan: FilePlan, hide: HideNames): FilePlan {
  const problems = [...plan.problems];
  const results = plan.results.map((result): FileResult => {
    const { bank } = result;
    if (
      bank === null ||
      (result.action !== "add" && result.action !== "update")
    ) {
      return result;
    }
    const table = bank === "mentee" ? TABLES.mentees : TABLES.mentors;
    const values = Object.entries(result.values).map(([key, value]) => {
      const column = columnOf(table, key);
      const isText =
        typeof value === "string" &&
        TEXT_KINDS.includes(column.kind) &&
        column.personal !== true;
      const hidden = isText ? hide(value) : value;
      if (hidden !== value) {
        problems.push({
          sourceRow: result.sourceRow,
          header: column.header,
          message: `В тексте было похоже на имя или контакт: вместо этого записано «${HIDDEN}».`,
          bank,
        });
      }
      return [key, hidden] as const;
    });
    return { ...result, values: Object.fromEntries(values) };
  });
  return { ...plan, results, problems };
}
