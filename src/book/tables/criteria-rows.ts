/** What set-up puts into Критерии, and the words its cells are written in. */
import {
  CRITERIA,
  KIND_OF_WORD,
  type Limit,
  WEIGHT_OF_WORD,
} from "../../domain/matching/criteria";
import type { Values } from "../edits";
import type { Table } from "../table";
import { AGE } from "./age";
import { mentees } from "./mentees";
import { mentors } from "./mentors";

type CriterionRow = { readonly id: string; readonly values: Values };

export const INITIAL_CRITERIA: readonly CriterionRow[] = CRITERIA.map(
  ({ key, name, about, weight, kind, menteeField, mentorField, limit }) => ({
    id: key,
    values: {
      name,
      about,
      weight: wordOf(WEIGHT_OF_WORD, weight),
      kind: wordOf(KIND_OF_WORD, kind),
      menteeField: headerOf(mentees, menteeField),
      mentorField: headerOf(mentors, mentorField),
      limit: limit === null ? null : limitText(limit),
    },
  }),
);

function wordOf<T>(words: Readonly<Record<string, T>>, value: T): string {
  return Object.keys(words).find((word) => words[word] === value) ?? "";
}

function headerOf(table: Table, key: string): string | null {
  return key === AGE.key
    ? AGE.header
    : (table.columns.find((column) => column.key === key)?.header ?? null);
}

/** «2–4», «от 5», «до −2», «4»: as `readLimit` reads it again. */
function limitText({ from, to }: Limit): string {
  if (to === Number.POSITIVE_INFINITY) {
    return `от ${signed(from)}`;
  }
  if (from === Number.NEGATIVE_INFINITY) {
    return `до ${signed(to)}`;
  }
  return from === 0 ? signed(to) : `${signed(from)}–${signed(to)}`;
}

function signed(value: number): string {
  return String(value).replace(".", ",").replace("-", "−");
}
