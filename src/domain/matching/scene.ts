/** Two banks, criteria and rules, ready to be asked about any pair. */

import type { Contradiction } from "./contradiction";
import type { Criterion } from "./criteria";
import type { People } from "./kinds/kernel";
import type { PairingInstance } from "./pairing";
import type { PairingMode, PairingRules } from "./pairing-rules";
import type { IdPair, Participant } from "./participant";
import { type BrokenLock, placeLocks, placesOf, wantedOf } from "./place-locks";
import { ruleMarks } from "./rule-marks";
import { codesOf, RULE_BIT, RULE_CODES, type RuleCode } from "./rules";
import { checkRules } from "./rules-check";
import { type PairScore, scorerOf } from "./score";
import { intAt } from "./solver/typed-read";

export type Removal = {
  readonly code: RuleCode;
  /** Candidate pairs that break the rule. */
  readonly all: number;
  /** Of these, pairs that break no other. */
  readonly alone: number;
};

export type Scene = {
  /** Ascending by id (UTF-16 code units); of two rows with one id the first. */
  readonly mentors: readonly Participant[];
  readonly mentees: readonly Participant[];
  /** Id → place in `mentees`, `mentors`. */
  readonly menteeOf: ReadonlyMap<string, number>;
  readonly mentorOf: ReadonlyMap<string, number>;
  readonly criteria: readonly Criterion[];
  readonly rules: PairingRules;
  /** Bits of RULE_CODES that the pair breaks, locked or not; 0 = may be offered. */
  readonly broken: (mentee: number, mentor: number) => number;
  /** Integer 0 to 1000, whatever rules are broken. */
  readonly score: (mentee: number, mentor: number) => number;
  readonly detail: (mentee: number, mentor: number) => PairScore;
  /** Of each mentor: places less reserve, but never fewer than locked pairs. */
  readonly places: readonly number[];
  /** Rules that remove any candidate pair, in the order of RULE_CODES. */
  readonly removed: readonly Removal[];
  readonly contradictions: readonly Contradiction[];
  /** Locks that break a rule; they stay. */
  readonly brokenLocks: readonly BrokenLock[];
  /** Locks that name somebody who is not in the banks; they were left out. */
  readonly unknownLocks: readonly IdPair[];
  readonly instance: SceneInstance;
};

/** What the rules ask of the solver beyond the plain exchange format. */
export type SceneInstance = PairingInstance & {
  readonly demand?: readonly number[];
  readonly must?: readonly number[];
  readonly keep?: readonly (readonly [number, number])[];
  readonly mode?: PairingMode;
};

/**
 * People stand in the order of their ids, so that row order cannot matter. A
 * locked pair is always an option, whatever rule it breaks, and always has its
 * place. Every pair is scored here, once: 2 + 4 bytes each.
 */
export function buildScene(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  criteria: readonly Criterion[],
  rules: PairingRules,
): Scene {
  const people = peopleOf(mentors, mentees, rules);
  const width = people.mentors.length;
  const reserved = reservedPlaces(people);
  const open = people.mentors.map((mentor, index) =>
    Math.max(0, placesOf(mentor) - (reserved[index] ?? 0)),
  );
  const locks = placeLocks(people, rules.locked);
  const scorer = scorerOf(people, criteria);
  const { scores, bits } = judgeAll(people, scorer, ruleMarks(people, open));
  const broken = (mentee: number, mentor: number) =>
    intAt(bits, mentee * width + mentor);
  const score = (mentee: number, mentor: number) =>
    // Both indices are places in the scene.
    scores[mentee * width + mentor] as number;
  const places = open.map((own, mentor) =>
    Math.max(own, locks.taken[mentor] ?? 0),
  );
  const free = places.map((own, mentor) => own - (locks.taken[mentor] ?? 0));
  const check = checkRules(people, { broken, score }, locks, free);
  const fixed = [...locks.kept, ...check.forced].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
  return {
    ...people,
    criteria,
    broken,
    score,
    detail: scorer.detail,
    places,
    removed: removals(bits),
    contradictions: check.contradictions,
    brokenLocks: [...locks.broken, ...lockFaults(people, broken, locks.known)],
    unknownLocks: locks.unknown,
    instance: {
      format: "pairing-instance/1",
      name: "Подбор пар",
      mentees: people.mentees.map(({ id }) => id),
      mentors: people.mentors.map(({ id }, mentor) => ({
        id,
        capacity:
          (free[mentor] ?? 0) +
          locks.kept.filter(([, column]) => column === mentor).length,
      })),
      options: optionsOf(people, scores, bits, fixed),
      locked: fixed,
      // Pairs that must not be are no options in the first place.
      blocked: [],
      ...extras(people, check.must),
    },
  };
}

function peopleOf(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  rules: PairingRules,
): People {
  const [columns, rows] = [inOrder(mentors), inOrder(mentees)];
  const placeOf = (side: readonly Participant[]) =>
    new Map(side.map(({ id }, place) => [id, place]));
  return {
    mentors: columns,
    mentees: rows,
    mentorOf: placeOf(columns),
    menteeOf: placeOf(rows),
    rules,
  };
}

/** First rows of each id, ascending by id (UTF-16 code units). */
function inOrder(people: readonly Participant[]): readonly Participant[] {
  const byId = new Map<string, Participant>();
  for (const person of people) {
    if (!byId.has(person.id)) {
      byId.set(person.id, person);
    }
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function reservedPlaces({ mentors, mentorOf, rules }: People): number[] {
  const reserved = mentors.map(() => 0);
  for (const { mentor, places } of rules.reserve) {
    const index = mentorOf.get(mentor);
    if (index !== undefined && places > 0) {
      reserved[index] = (reserved[index] ?? 0) + Math.floor(places);
    }
  }
  return reserved;
}

/** Scores and broken rules of all pairs, mentee by mentee. */
function judgeAll(
  { mentors, mentees, mentorOf, menteeOf, rules }: People,
  scorer: ReturnType<typeof scorerOf>,
  marks: ReturnType<typeof ruleMarks>,
): { readonly scores: Int16Array; readonly bits: Int32Array } {
  const width = mentors.length;
  const scores = new Int16Array(mentees.length * width);
  const bits = new Int32Array(mentees.length * width);
  mentees.forEach((_, mentee) => {
    const [from, to] = [mentee * width, (mentee + 1) * width];
    const rowScores = scores.subarray(from, to);
    const rowBits = bits.subarray(from, to);
    scorer.row(mentee, rowScores, rowBits);
    marks.row(mentee, rowBits);
    if (rules.minScore > 0) {
      markBelow(rowScores, rules.minScore, rowBits);
    }
  });
  // A must stands above the threshold.
  for (const rule of rules.must) {
    const mentee = menteeOf.get(rule.mentee);
    for (const id of mentee === undefined ? [] : rule.mentors) {
      const mentor = mentorOf.get(id);
      if (mentee !== undefined && mentor !== undefined) {
        const at = mentee * width + mentor;
        bits[at] = intAt(bits, at) & ~RULE_BIT.MIN_SCORE;
      }
    }
  }
  return { scores, bits };
}

function markBelow(
  scores: Int16Array,
  minScore: number,
  bits: Int32Array,
): void {
  const bit = RULE_BIT.MIN_SCORE;
  for (let mentor = 0; mentor < scores.length; mentor += 1) {
    if ((scores[mentor] ?? 0) < minScore) {
      bits[mentor] = intAt(bits, mentor) | bit;
    }
  }
}

function removals(bits: Int32Array): readonly Removal[] {
  const all = new Int32Array(RULE_CODES.length);
  const alone = new Int32Array(RULE_CODES.length);
  for (let at = 0; at < bits.length; at += 1) {
    const pair = intAt(bits, at);
    const isOne = (pair & (pair - 1)) === 0;
    for (let rest = pair; rest !== 0; rest &= rest - 1) {
      const code = 31 - Math.clz32(rest & -rest);
      all[code] = intAt(all, code) + 1;
      alone[code] = intAt(alone, code) + (isOne ? 1 : 0);
    }
  }
  return RULE_CODES.map((code, index) => ({
    code,
    all: all[index] ?? 0,
    alone: alone[index] ?? 0,
  })).filter((removal) => removal.all > 0);
}

function lockFaults(
  { mentees, mentors }: People,
  broken: (mentee: number, mentor: number) => number,
  known: readonly (readonly [number, number])[],
): readonly BrokenLock[] {
  // Places are judged with the locks, and a pair that stands has its score.
  const others = ~(
    RULE_BIT.CAPACITY_MENTOR |
    RULE_BIT.CAPACITY_MENTEE |
    RULE_BIT.MIN_SCORE
  );
  return known.flatMap(([row, column]): BrokenLock[] => {
    const code = codesOf(broken(row, column) & others)[0];
    const [mentee, mentor] = [mentees[row], mentors[column]];
    return code === undefined || !mentee || !mentor
      ? []
      : [{ pair: [mentee.id, mentor.id], code }];
  });
}

function optionsOf(
  { mentees, mentors }: People,
  scores: Int16Array,
  bits: Int32Array,
  fixed: readonly (readonly [number, number])[],
): readonly (readonly number[])[] {
  const width = mentors.length;
  const stays = new Set(fixed.map(([row, column]) => row * width + column));
  const flat = new Array<number>(2 * width);
  return mentees.map((_, mentee) => {
    let length = 0;
    for (let mentor = 0; mentor < width; mentor += 1) {
      const at = mentee * width + mentor;
      if (bits[at] === 0 || (stays.size > 0 && stays.has(at))) {
        flat[length] = mentor;
        flat[length + 1] = scores[at] ?? 0;
        length += 2;
      }
    }
    return flat.slice(0, length);
  });
}

/** Only what differs from the plain format's defaults. */
function extras(
  { mentees, menteeOf, mentorOf, rules }: People,
  must: readonly number[],
): Partial<Pick<SceneInstance, "demand" | "must" | "keep" | "mode">> {
  const demand = mentees.map((one) => Math.max(1, wantedOf(one)));
  const keep = rules.keep.flatMap(([menteeId, mentorId]) => {
    const [row, column] = [menteeOf.get(menteeId), mentorOf.get(mentorId)];
    return row === undefined || column === undefined
      ? []
      : [[row, column] as const];
  });
  return {
    ...(demand.some((wanted) => wanted > 1) ? { demand } : {}),
    ...(must.length > 0 ? { must } : {}),
    ...(keep.length > 0 ? { keep } : {}),
    ...(rules.mode === "most" ? {} : { mode: rules.mode }),
  };
}
