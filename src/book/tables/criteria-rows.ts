/** What set-up puts into Критерии: every criterion that matching knows. */
import {
  CRITERIA,
  WEIGHT_OF_WORD,
  type Weight,
} from "../../domain/matching/criteria";
import type { Values } from "../edits";

type CriterionRow = { readonly id: string; readonly values: Values };

export const INITIAL_CRITERIA: readonly CriterionRow[] = CRITERIA.map(
  ({ key, name, about, weight }) => ({
    id: key,
    values: { name, about, weight: wordOf(weight) },
  }),
);

function wordOf(weight: Weight): string {
  const found = Object.entries(WEIGHT_OF_WORD).find(
    ([, value]) => value === weight,
  );
  return found?.[0] ?? "";
}
