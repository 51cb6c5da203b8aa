/** Turns locked pairs of ids into places taken, and says which break capacity. */
import type { People } from "./kinds/kernel";
import type { RuledPair } from "./pairing-rules";
import type { IdPair, Participant } from "./participant";
import type { RuleCode } from "./rules";

/** A lock that breaks a rule; the pair stays, the curator should know. */
export type BrokenLock = {
  readonly pair: IdPair;
  readonly code: RuleCode;
};

export type PlacedLocks = {
  /** `[mentee, mentor]`, ascending; not more of a mentee than it wants. */
  readonly kept: readonly (readonly [number, number])[];
  /** All locks of people in the banks, each once, ascending. */
  readonly known: readonly (readonly [number, number])[];
  /** Pairs that stay, of each mentor. */
  readonly taken: readonly number[];
  readonly broken: readonly BrokenLock[];
  readonly unknown: readonly IdPair[];
};

/** More mentees than any programme has; keeps sums exact. */
const MOST_PLACES = 1_000_000;

/**
 * Every lock keeps its place even if the mentor has fewer places now. A mentee
 * with more mentors than wanted keeps the first by id in the instance; each
 * further one still takes a place away from its mentor.
 */
export function placeLocks(
  people: People,
  locked: readonly RuledPair[],
): PlacedLocks {
  const { mentors, mentees } = people;
  const { known, unknown } = locate(people, locked);
  const taken = mentors.map(() => 0);
  const held = mentees.map(() => 0);
  const kept: (readonly [number, number])[] = [];
  const broken: BrokenLock[] = [];
  for (const [row, column] of known) {
    const [mentee, mentor] = [mentees[row], mentors[column]];
    if (mentee === undefined || mentor === undefined) {
      continue;
    }
    const pair: IdPair = [mentee.id, mentor.id];
    taken[column] = (taken[column] ?? 0) + 1;
    held[row] = (held[row] ?? 0) + 1;
    if ((taken[column] ?? 0) > placesOf(mentor)) {
      broken.push({ pair, code: "CAPACITY_MENTOR" });
    }
    if ((held[row] ?? 0) > Math.max(1, wantedOf(mentee))) {
      broken.push({ pair, code: "CAPACITY_MENTEE" });
    } else {
      kept.push([row, column]);
    }
  }
  return { kept, known, taken, broken, unknown };
}

/** Locks of people in the banks, each pair once, by row and column. */
function locate(
  { menteeOf, mentorOf }: People,
  locked: readonly RuledPair[],
): Pick<PlacedLocks, "known" | "unknown"> {
  const known = new Map<string, readonly [number, number]>();
  const unknown: IdPair[] = [];
  for (const [menteeId, mentorId] of locked) {
    const row = menteeOf.get(menteeId);
    const column = mentorOf.get(mentorId);
    if (row === undefined || column === undefined) {
      unknown.push([menteeId, mentorId]);
    } else {
      known.set(`${row} ${column}`, [row, column]);
    }
  }
  return {
    known: [...known.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    unknown,
  };
}

/** A mentor's places as a whole number from 0; nonsense counts as none. */
export function placesOf({ capacity }: Participant): number {
  const places = Math.floor(capacity);
  return places > 0 ? Math.min(places, MOST_PLACES) : 0;
}

/** Mentors a mentee wants, an integer from 0; nonsense counts as one. */
export function wantedOf({ capacity }: Participant): number {
  return Number.isFinite(capacity) ? Math.max(0, Math.floor(capacity)) : 1;
}
