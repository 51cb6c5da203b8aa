/** The best pairing of an instance that differs little from one already solved. */
import type {
  PairingFailure,
  PairingInstance,
  PairingResult,
  PairingSolution,
} from "../pairing";
import type { IdPair } from "../participant";
import { solve } from "../solve";
import { independentPart, type Part, type Seeds } from "./independent-part";
import {
  inPart,
  type Known,
  nearOptions,
  reachOf,
  widened,
} from "./near-options";
import { optionScore } from "./option-rows";

/** A best pairing without its proof. */
export type Outcome = Pick<
  PairingSolution,
  "status" | "cardinality" | "total" | "pairs"
>;

/** More rounds than were ever seen (chosen); then every option takes part. */
const MOST_ROUNDS = 8;

/** @returns The instance with its best pairing, or why there is none. */
export function solveFirst(instance: PairingInstance): Known | PairingFailure {
  const solution = solve(instance);
  return solution.status === "error"
    ? solution
    : { status: "known", instance, solution, near: new WeakMap() };
}

/**
 * The answer of `solve` to the changed instance. Only the part that hangs
 * together with the change is solved, and of its options only those within
 * reach at the known prices; the prices that come out then prove for every
 * option left out that no best pairing contains it, or it is let in and the
 * part is solved again.
 *
 * @param changed - Rows of options that did not change are the same arrays as
 *   in the known instance, people keep their indices; new ones come last.
 * @param seeds - Whoever has another option, place or wish than before.
 */
export function solveChanged(
  known: Known,
  changed: PairingInstance,
  seeds: Seeds,
): Outcome | PairingFailure {
  const part = independentPart(known.instance, changed, seeds);
  const result = solvePart(known, changed, part);
  return result.status === "error"
    ? result
    : joined(known, changed, part, result);
}

function solvePart(
  known: Known,
  changed: PairingInstance,
  part: Part,
): PairingResult {
  const rowOf = (at: number) => changed.options[part.mentees[at] ?? 0] ?? [];
  const locks = locksOf(part, rowOf);
  let options = part.mentees.map((_, at) =>
    at < part.free
      ? withLocks(
          inPart(nearOptions(known, rowOf(at)), part.mentorAt),
          locks.get(at),
        )
      : (locks.get(at) ?? []),
  );
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = solve({ ...part.frame, options });
    if (result.status === "error") {
      break;
    }
    const wide = options.map((near, at) =>
      at < part.free
        ? widened(near, rowOf(at), part.mentorAt, reachOf(result, at))
        : near,
    );
    if (wide.every((row, at) => row === options[at])) {
      return result;
    }
    options = wide;
  }
  return solve({
    ...part.frame,
    options: options.map((near, at) =>
      at < part.free ? inPart(rowOf(at), part.mentorAt) : near,
    ),
  });
}

/** Options that hold the locked pairs of each mentee, flat, ascending. */
function locksOf(
  part: Part,
  rowOf: (at: number) => readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const locks = new Map<number, readonly number[]>();
  for (const [at, mentor] of part.frame.locked) {
    const score = optionScore(rowOf(at), part.mentors[mentor] ?? -1) ?? 0;
    locks.set(at, withLocks(locks.get(at) ?? [], [mentor, score]));
  }
  return locks;
}

/** Two flat rows as one, ascending, each mentor once. */
function withLocks(
  row: readonly number[],
  locks: readonly number[] | undefined,
): readonly number[] {
  if (locks === undefined) {
    return row;
  }
  const scores = new Map<number, number>();
  for (const flat of [row, locks]) {
    for (let at = 0; at < flat.length; at += 2) {
      scores.set(flat[at] ?? 0, flat[at + 1] ?? 0);
    }
  }
  return [...scores].sort((a, b) => a[0] - b[0]).flat();
}

/** The new pairs of the part and the known ones of all others. */
function joined(
  known: Known,
  changed: PairingInstance,
  part: Part,
  result: PairingSolution,
): Outcome {
  const menteeIds = new Set(part.frame.mentees);
  const mentorIds = new Set(part.frame.mentors.map(({ id }) => id));
  const outside = known.solution.pairs.filter(
    ([mentee, mentor]) => !menteeIds.has(mentee) || !mentorIds.has(mentor),
  );
  return {
    status: "optimal",
    cardinality: outside.length + result.cardinality,
    total: totalOf(changed, outside) + result.total,
    pairs: [...outside, ...result.pairs].sort(byMentee),
  };
}

function byMentee(a: IdPair, b: IdPair): number {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? -1 : 1;
}

function totalOf(instance: PairingInstance, pairs: readonly IdPair[]): number {
  const menteeOf = new Map(instance.mentees.map((id, index) => [id, index]));
  const mentorOf = new Map(instance.mentors.map(({ id }, at) => [id, at]));
  return pairs.reduce((sum, [menteeId, mentorId]) => {
    const row = instance.options[menteeOf.get(menteeId) ?? -1] ?? [];
    return sum + (optionScore(row, mentorOf.get(mentorId) ?? -1) ?? 0);
  }, 0);
}
