/** What stands in «Откуда» of a pair, and which pairs are locked. */
import { type Book, rowsOf, textOf } from "../../book/book";
import { isLockedByRule } from "../../book/rules-of";
import type { PairingRules } from "../../domain/matching/pairing-rules";
import type { IdPair } from "../../domain/matching/participant";
import { isDraft, pairKey, pairOf, SOURCE } from "./open-scene";

export type PairSource = {
  readonly source: (typeof SOURCE)[keyof typeof SOURCE];
  /** Locked by a row of «Правила пар», not by the mark in «Пары». */
  readonly byRule: boolean;
};

/**
 * A pair locked by a rule is shown so; what the curator has marked or chosen
 * stays marked; all others come from the run.
 *
 * @param manual - Drafts made by hand that stay.
 */
export function sourcesOf(
  book: Book,
  rules: PairingRules,
  manual: readonly IdPair[],
): (pair: IdPair) => PairSource {
  const marked = keysOf(markedPairs(book));
  const ruled = keysOf(
    rules.locked.flatMap(([mentee, mentor, row]): IdPair[] =>
      row === undefined ? [] : [[mentee, mentor]],
    ),
  );
  const byHand = keysOf(manual);
  return (pair) => {
    const key = pairKey(pair);
    if (marked.has(key)) {
      return { source: SOURCE.locked, byRule: false };
    }
    if (ruled.has(key)) {
      return { source: SOURCE.locked, byRule: true };
    }
    return {
      source: byHand.has(key) ? SOURCE.hand : SOURCE.run,
      byRule: false,
    };
  };
}

function keysOf(pairs: readonly IdPair[]): ReadonlySet<string> {
  return new Set(pairs.map(pairKey));
}

/** Drafts that the curator has locked by the mark. */
function markedPairs(book: Book): readonly IdPair[] {
  return rowsOf(book, "pairs")
    .filter(
      (row) =>
        isDraft(row) &&
        textOf(row, "source") === SOURCE.locked &&
        !isLockedByRule(row),
    )
    .map(pairOf);
}

/** Drafts that stay whatever is put in place of the others. */
export function lockedDrafts(
  book: Book,
  rules: PairingRules,
): readonly IdPair[] {
  const sourceOf = sourcesOf(book, rules, []);
  return rowsOf(book, "pairs")
    .filter(isDraft)
    .map(pairOf)
    .filter((pair) => sourceOf(pair).source === SOURCE.locked);
}
