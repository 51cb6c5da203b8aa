/** The people, criteria and rules of a book, ready for questions about any pair. */
import { type Book, type Row, rowsOf, textOf } from "../../book/book";
import { criteriaOf, participants, rulesOf } from "../../book/participants";
import { columnOf, type TableId } from "../../book/table";
import { type Criterion, criteriaInUse } from "../../domain/matching/criteria";
import { isAskedOf } from "../../domain/matching/kinds/compile";
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
  const read = { criteria: criteriaOf(book), rules: rulesOf(book) };
  const same = <T>(value: T): T => value;
  const criteria = (changes.criteria ?? same)(read.criteria.criteria);
  const rules = (changes.rules ?? same)(read.rules.rules);
  const everybody = {
    mentors: participants(book, "mentor"),
    mentees: participants(book, "mentee"),
  };
  const { mentors, mentees } =
    only === undefined
      ? everybody
      : withWitnesses(everybody, new Set(only), criteria, rules);
  return {
    scene: buildScene(mentors, mentees, criteria, rules),
    problems: [...read.criteria.problems, ...read.rules.problems],
  };
}

type Sides = {
  readonly mentors: readonly Participant[];
  readonly mentees: readonly Participant[];
};

/**
 * The people named, and for every question that they leave open somebody who
 * has answered it, if there is anybody: a question nobody was asked does not
 * lower the completeness of a score.
 */
function withWitnesses(
  { mentors, mentees }: Sides,
  ids: ReadonlySet<string>,
  criteria: readonly Criterion[],
  rules: PairingRules,
): Sides {
  const named = (side: readonly Participant[]) =>
    side.filter(({ id }) => ids.has(id));
  const kept = { mentors: named(mentors), mentees: named(mentees) };
  const witnesses = criteriaInUse(criteria)
    .filter((one) => !isAskedOf(kept.mentors, kept.mentees, rules, one))
    .map((one) => ({
      mentor: mentors.find(
        (person) =>
          one.mentorField in person.answers &&
          isAskedOf([person], [], rules, one),
      ),
      mentee: mentees.find(
        (person) =>
          one.menteeField in person.answers &&
          isAskedOf([], [person], rules, one),
      ),
    }));
  const added = (
    side: readonly Participant[],
    more: readonly (Participant | undefined)[],
  ) => [...new Set([...side, ...more])].flatMap((one) => one ?? []);
  return {
    mentors: added(
      kept.mentors,
      witnesses.map(({ mentor }) => mentor),
    ),
    mentees: added(
      kept.mentees,
      witnesses.map(({ mentee }) => mentee),
    ),
  };
}

export function pairOf(row: Row): IdPair {
  return [textOf(row, "menteeId"), textOf(row, "mentorId")];
}

/** One text for a pair of ids, to look it up by. */
export function pairKey([mentee, mentor]: IdPair): string {
  return `${mentee}\n${mentor}`;
}

/** How a column of «Пары» is called in the book, or officially where it is missing. */
export function pairHeader(book: Book, key: string): string {
  const { headers, table } = book.tables.pairs;
  return headers[key] ?? columnOf(table, key).header;
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
