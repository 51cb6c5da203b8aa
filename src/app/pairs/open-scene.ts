/** The people, criteria and rules of a book, ready for questions about any pair. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { criteriaOf, participants, rulesOf } from "../../book/participants";
import type { TableId } from "../../book/table";
import type { Criterion } from "../../domain/matching/criteria";
import type { PairingRules } from "../../domain/matching/pairing-rules";
import type { IdPair, Participant } from "../../domain/matching/participant";
import { buildScene, type Scene } from "../../domain/matching/scene";
import { CURRENT_PAIR, type PAIR_SOURCE } from "../../domain/vocabulary";
import type { Problem } from "../../shared/rpc";

/** Tabs that pairing cannot do without. */
export const PAIRING_NEEDS: readonly TableId[] = [
  "settings",
  "lists",
  "mentees",
  "mentors",
  "criteria",
  "pairs",
];

/** Tabs it looks at when they are there. */
export const PAIRING_READS: readonly TableId[] = ["pairRules"];

export const DRAFT = "черновик";

/** What stands in «Откуда» of a pair. */
export const SOURCE = {
  run: "подбор",
  hand: "вручную",
  stale: "пересчитать",
  locked: "закреплена",
} as const satisfies Record<string, (typeof PAIR_SOURCE)[number]>;

export type OpenedScene = {
  readonly scene: Scene;
  /** Cells of criteria and rules that were not understood. */
  readonly problems: readonly Problem[];
};

/** What a question may put in place of the book's own criteria and rules. */
export type SceneChanges = {
  readonly criteria?: (rows: readonly Criterion[]) => readonly Criterion[];
  readonly rules?: (rules: PairingRules) => PairingRules;
  /** Ids of the people asked about; the others are left out for speed. */
  readonly only?: readonly string[];
};

export function openScene(book: Book, changes: SceneChanges = {}): OpenedScene {
  const { only } = changes;
  const criteria = criteriaOf(book);
  const rules = rulesOf(book);
  const same = <T>(value: T): T => value;
  const people = (role: Participant["role"]) =>
    only === undefined
      ? participants(book, role)
      : withWitnesses(participants(book, role), new Set(only));
  return {
    scene: buildScene(
      people("mentor"),
      people("mentee"),
      (changes.criteria ?? same)(criteria.criteria),
      (changes.rules ?? same)(rules.rules),
    ),
    problems: [...criteria.problems, ...rules.problems],
  };
}

/**
 * The people named, and for every question that anybody has answered one who
 * has: a question nobody was asked does not lower the completeness of a score.
 */
function withWitnesses(
  people: readonly Participant[],
  ids: ReadonlySet<string>,
): readonly Participant[] {
  const answered = new Set<string>();
  return people.filter(({ id, answers }) => {
    const fresh = Object.keys(answers).filter((key) => !answered.has(key));
    for (const key of fresh) {
      answered.add(key);
    }
    return fresh.length > 0 || ids.has(id);
  });
}

export function pairOf(row: Row): IdPair {
  return [textOf(row, "menteeId"), textOf(row, "mentorId")];
}

/** One text for a pair of ids, to look it up by. */
export function pairKey([mentee, mentor]: IdPair): string {
  return `${mentee}\n${mentor}`;
}

export function isDraft(row: Row): boolean {
  return textOf(row, "status") === DRAFT;
}

/** Whether the pair occupies both people now. */
export function isCurrent(row: Row): boolean {
  return CURRENT_PAIR.includes(textOf(row, "status"));
}

/** Rows of pairs that stand: drafts, and those that go on. */
export function standingRows(book: Book): readonly Row[] {
  return rowsOf(book, "pairs").filter((row) => isDraft(row) || isCurrent(row));
}
