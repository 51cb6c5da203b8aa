/** Turns the pairs of a run into edits of «Пары»: rows that stay, change, come and go. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import type { Edit, Values } from "../../book/edits";
import { nextIds } from "../../book/next-id";
import { LOCKED_BY_RULE } from "../../book/rules-of";
import type { IdPair } from "../../domain/matching/participant";
import type { PairScore } from "../../domain/matching/score";
import { isDraft, pairKey, pairOf } from "./open-scene";
import { scoreValues, setEdits, startValues } from "./rescore-row";

/** A pair that is to stand in the tab as a draft. */
export type Proposal = {
  readonly pair: IdPair;
  readonly score: PairScore;
  /** What goes into «Откуда», and whether a rule locks the pair. */
  readonly source: string;
  readonly byRule: boolean;
};

/** What a row was before the run. */
type Origin =
  | { readonly kind: "same"; readonly row: Row }
  | { readonly kind: "moved"; readonly row: Row }
  | { readonly kind: "new" };

/**
 * A draft of the same two people stays in its row; one of the same mentee gets
 * the other mentor and keeps what the curator wrote in it; the other drafts go,
 * new rows come. Pairs that go on are not touched. When nothing of that is new,
 * the earlier run stands and nothing is written.
 *
 * @param run - Fingerprint for «Расчёт».
 */
export function draftEdits(
  book: Book,
  proposals: readonly Proposal[],
  run: string,
): Edit[] {
  const drafts = rowsOf(book, "pairs").filter(isDraft);
  const origins = originsOf(drafts, proposals);
  const used = new Set(
    origins.flatMap((origin) => (origin.kind === "new" ? [] : [origin.row.id])),
  );
  const gone = drafts.filter((row) => !used.has(row.id));
  const ids = nextIds(book, "pairs");
  let isNews = gone.length > 0;
  const edits = proposals.flatMap((proposal, index): Edit[] => {
    const origin = origins[index] ?? { kind: "new" };
    const values = valuesOf(proposal);
    const words = changedWords(origin, proposal.score.score);
    const changed = proposal.byRule ? `${words} ${LOCKED_BY_RULE}` : words;
    const told = { changed, run };
    if (origin.kind === "new") {
      isNews = true;
      const start = startValues(book, proposal.pair);
      return [
        {
          kind: "insert",
          table: "pairs",
          row: ids(),
          values: { ...start, ...values, ...told },
        },
      ];
    }
    const changes = setEdits(origin.row, values);
    isNews = isNews || changes.length > 0;
    return [...changes, ...setEdits(origin.row, told)];
  });
  return isNews
    ? [
        ...gone.map(
          (row): Edit => ({ kind: "delete", table: "pairs", row: row.id }),
        ),
        ...edits,
      ]
    : [];
}

/** The row each proposal takes; of equals the upper one first. */
function originsOf(
  drafts: readonly Row[],
  proposals: readonly Proposal[],
): readonly Origin[] {
  const byPair = new Map<string, Row>();
  for (const row of drafts) {
    const key = pairKey(pairOf(row));
    if (!byPair.has(key)) {
      byPair.set(key, row);
    }
  }
  const same = proposals.map(({ pair }) => byPair.get(pairKey(pair)));
  const kept = new Set(same);
  const left = new Map<string, Row[]>();
  for (const row of drafts.filter((one) => !kept.has(one))) {
    const mentee = textOf(row, "menteeId");
    left.set(mentee, [...(left.get(mentee) ?? []), row]);
  }
  return proposals.map(({ pair }, index): Origin => {
    const row = same[index];
    if (row !== undefined) {
      return { kind: "same", row };
    }
    const moved = left.get(pair[0])?.shift();
    return moved === undefined
      ? { kind: "new" }
      : { kind: "moved", row: moved };
  });
}

function valuesOf({ pair, score, source }: Proposal): Values {
  return {
    mentorId: pair[1],
    menteeId: pair[0],
    ...scoreValues(score),
    source,
  };
}

function changedWords(origin: Origin, score: number): string {
  if (origin.kind === "new") {
    return "Новая пара.";
  }
  const before = textOf(origin.row, "score");
  if (origin.kind === "moved") {
    const mentor = textOf(origin.row, "mentorId") || "не указан";
    return `Был наставник ${mentor}${before === "" ? "" : ` (балл ${before})`}.`;
  }
  return before === "" || before === String(score)
    ? "Без изменений."
    : `Балл был ${before}.`;
}
