/** From two banks and the curator's criteria to a pairing instance. */
import {
  type CriterionRow,
  criteriaInUse,
  type RuleCode,
  type Weighted,
} from "./criteria";
import { mustRule, personRule } from "./eligibility";
import type { PairingInstance } from "./pairing";
import { type Participant, type Profile, toProfile } from "./participant";
import { placeLocks } from "./place-locks";
import { scoreOfFits } from "./score";

/** `[menteeId, mentorId]` */
export type IdPair = readonly [string, string];

export type BuildOptions = {
  /** Pairs that stay: approved, active, on hold. */
  readonly locked: readonly IdPair[];
  /** Pairs that must not be. */
  readonly blocked: readonly IdPair[];
  /** Pairs with a lower score are not offered, 0 to 1000; 0 = no limit. */
  readonly minScore: number;
};

/** A lock that breaks a rule; the pair stays, the curator should know. */
export type BrokenLock = {
  readonly pair: IdPair;
  readonly code: RuleCode;
};

export type Built = {
  readonly instance: PairingInstance;
  /** Candidate pairs removed, by the first rule each breaks. */
  readonly removed: Partial<Record<RuleCode, number>>;
  readonly brokenLocks: readonly BrokenLock[];
  /** Locks that name somebody who is not in the banks; they were left out. */
  readonly unknownLocks: readonly IdPair[];
};

/**
 * People stand in the order of their ids, so that row order cannot matter. Of
 * two rows with one id the first counts. A locked pair is always an option,
 * whatever rule it breaks, and always has its place.
 */
export function buildInstance(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  criteria: readonly CriterionRow[],
  options: BuildOptions,
): Built {
  const rows = inOrder(mentees);
  const columns = inOrder(mentors);
  const used = criteriaInUse(criteria);
  const locks = placeLocks(columns, rows, options.locked);
  const judge = judgement(used, options);
  const removed: Partial<Record<RuleCode, number>> = {};
  const brokenLocks: BrokenLock[] = [...locks.broken];
  const instanceOptions = rows.map((mentee, row) => {
    const flat: number[] = [];
    const lockedMentor = locks.mentorOf.get(row) ?? -1;
    const blocked = judge.blockedOf(mentee);
    columns.forEach((mentor, column) => {
      const { code, score } = judge.pair(mentor, mentee, blocked);
      if (column === lockedMentor) {
        flat.push(column, judge.score(mentor, mentee));
        if (code !== null && code !== "MIN_SCORE") {
          const pair: IdPair = [mentee.person.id, mentor.person.id];
          brokenLocks.push({ pair, code });
        }
      } else if (code === null) {
        flat.push(column, score);
      } else {
        removed[code] = (removed[code] ?? 0) + 1;
      }
    });
    return flat;
  });
  return {
    instance: {
      format: "pairing-instance/1",
      name: "Подбор пар",
      mentees: rows.map(({ person }) => person.id),
      mentors: columns.map(({ person }, column) => ({
        id: person.id,
        capacity: locks.capacity[column] ?? 0,
      })),
      options: instanceOptions,
      locked: [...locks.mentorOf],
      // Blocked pairs are no options in the first place.
      blocked: [],
    },
    removed,
    brokenLocks,
    unknownLocks: locks.unknown,
  };
}

/** First rows of each id, prepared, ascending by id (UTF-16 code units). */
export function inOrder(people: readonly Participant[]): readonly Profile[] {
  const byId = new Map<string, Participant>();
  for (const person of people) {
    if (!byId.has(person.id)) {
      byId.set(person.id, person);
    }
  }
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => toProfile(person));
}

/** The first rule a pair breaks, or null and its score. */
export type Verdict = {
  readonly code: RuleCode | null;
  /** 0 when a rule about the people themselves is broken. */
  readonly score: number;
};

/** The rules of one run, ready to be asked about any pair. */
export type Judgement = {
  /** Mentor ids that the curator forbade to the mentee. */
  readonly blockedOf: (mentee: Profile) => ReadonlySet<string>;
  readonly pair: (
    mentor: Profile,
    mentee: Profile,
    blocked: ReadonlySet<string>,
  ) => Verdict;
  /** The score whatever rules are broken. */
  readonly score: (mentor: Profile, mentee: Profile) => number;
};

const NOBODY: ReadonlySet<string> = new Set();

export function judgement(
  used: readonly Weighted[],
  options: Pick<BuildOptions, "blocked" | "minScore">,
): Judgement {
  const blocks = new Map<string, Set<string>>();
  for (const [mentee, mentor] of options.blocked) {
    blocks.set(mentee, (blocks.get(mentee) ?? new Set()).add(mentor));
  }
  const fitsOf = (mentor: Profile, mentee: Profile) =>
    used.map(({ criterion }) => criterion.fit(mentor, mentee));
  return {
    blockedOf: (mentee) => blocks.get(mentee.person.id) ?? NOBODY,
    score: (mentor, mentee) => scoreOfFits(used, fitsOf(mentor, mentee)),
    pair: (mentor, mentee, blocked) => {
      const rule = personRule(mentor, mentee);
      if (rule !== null) {
        return { code: rule, score: 0 };
      }
      const fits = fitsOf(mentor, mentee);
      const score = scoreOfFits(used, fits);
      const code =
        mustRule(used, fits) ??
        (blocked.has(mentor.person.id) ? "NEVER_PAIR" : null) ??
        (score < options.minScore ? "MIN_SCORE" : null);
      return { code, score };
    },
  };
}
