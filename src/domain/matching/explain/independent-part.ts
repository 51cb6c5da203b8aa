/** The part of an instance that a change can touch: what hangs together with it. */
import type { PairingInstance } from "../pairing";
import { intAt } from "../solver/typed-read";

/** People of an instance, by index; both lists ascending. */
export type Part = {
  /** Those with something to decide; those there for a locked pair come last. */
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
  /** Position in `mentors` of each mentor, -1 for those outside. */
  readonly mentorAt: Int32Array;
  /** How many of `mentees` have something to decide. */
  readonly free: number;
  /** Everything but the options. */
  readonly frame: Omit<PairingInstance, "options">;
};

/** People whom a change concerns, by index; null: everybody. */
export type Seeds = {
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
} | null;

type Left = { readonly mentees: Int32Array; readonly mentors: Int32Array };

/**
 * Everybody who is joined to the seeds by a chain of options that can be used,
 * or could before the change. All rules of the objective but the common floor
 * of the mode `weakest` are sums over such parts, so a part can be solved by
 * itself.
 *
 * @param before - The instance already solved; people have the same indices.
 * @param instance - The changed one, valid by `instanceFault`.
 */
export function independentPart(
  before: PairingInstance,
  instance: PairingInstance,
  seeds: Seeds,
): Part {
  const left = atLeast(leftAfterLocks(instance), leftAfterLocks(before));
  // The common floor of the mode joins everybody.
  const isInside =
    seeds === null || instance.mode === "weakest"
      ? () => true
      : reachable(instance, left, seeds);
  const mentees = indices(
    instance.mentees.length,
    (mentee) =>
      (intAt(left.mentees, mentee) > 0 || seeds?.mentees.includes(mentee)) &&
      isInside(mentee),
  );
  const mentors = indices(
    instance.mentors.length,
    (mentor) =>
      (intAt(left.mentors, mentor) > 0 || seeds?.mentors.includes(mentor)) &&
      isInside(instance.mentees.length + mentor),
  );
  return frame(instance, mentees, mentors);
}

function indices(
  count: number,
  isWanted: (index: number) => boolean | undefined,
): readonly number[] {
  return Array.from({ length: count }, (_, index) => index).filter(isWanted);
}

/** Mentors still wanted and places still free once the locked pairs stand. */
function leftAfterLocks(instance: PairingInstance): Left {
  const mentees = Int32Array.from(instance.mentees, (_, i) =>
    demandOf(instance, i),
  );
  const mentors = Int32Array.from(instance.mentors, ({ capacity }) => capacity);
  for (const [mentee, mentor] of instance.locked) {
    mentees[mentee] = intAt(mentees, mentee) - 1;
    mentors[mentor] = intAt(mentors, mentor) - 1;
  }
  return { mentees, mentors };
}

function atLeast(now: Left, before: Left): Left {
  const higher = (one: Int32Array, other: Int32Array) =>
    one.map((value, at) => Math.max(value, other[at] ?? 0));
  return {
    mentees: higher(now.mentees, before.mentees),
    mentors: higher(now.mentors, before.mentors),
  };
}

/** Mentors that a mentee wants. */
export function demandOf(instance: PairingInstance, mentee: number): number {
  return instance.demand?.[mentee] ?? 1;
}

/** Joins the two ends of every usable option (union–find, halved paths). */
function reachable(
  instance: PairingInstance,
  left: Left,
  seeds: NonNullable<Seeds>,
): (node: number) => boolean {
  const count = instance.mentees.length;
  const parent = Int32Array.from(
    { length: count + instance.mentors.length },
    (_, node) => node,
  );
  instance.options.forEach((row, mentee) => {
    if (intAt(left.mentees, mentee) > 0) {
      for (let at = 0; at < row.length; at += 2) {
        const mentor = row[at] ?? 0;
        if (intAt(left.mentors, mentor) > 0) {
          parent[rootOf(parent, mentee)] = rootOf(parent, count + mentor);
        }
      }
    }
  });
  const roots = new Set(
    [...seeds.mentees, ...seeds.mentors.map((mentor) => count + mentor)].map(
      (node) => rootOf(parent, node),
    ),
  );
  return (node) => roots.has(rootOf(parent, node));
}

function rootOf(parent: Int32Array, start: number): number {
  let node = start;
  while (intAt(parent, node) !== node) {
    const next = intAt(parent, intAt(parent, node));
    parent[node] = next;
    node = next;
  }
  return node;
}

/** Puts the people together with what concerns them alone. */
function frame(
  instance: PairingInstance,
  free: readonly number[],
  mentors: readonly number[],
): Part {
  const mentorAt = positions(instance.mentors.length, mentors);
  const { mentees, demand, locked, deciding } = withLocked(
    instance,
    free,
    mentorAt,
  );
  const menteeAt = positions(instance.mentees.length, mentees);
  const inside = (pair: readonly [number, number]): [number, number][] => {
    const [mentee, mentor] = [
      intAt(menteeAt, pair[0]),
      intAt(mentorAt, pair[1]),
    ];
    return mentee === -1 || mentor === -1 ? [] : [[mentee, mentor]];
  };
  const { must, keep, options: _, ...rest } = instance;
  return {
    mentees,
    mentors,
    mentorAt,
    free: deciding,
    frame: {
      ...rest,
      mentees: mentees.map((mentee) => instance.mentees[mentee] ?? ""),
      mentors: mentors.map(
        (mentor) => instance.mentors[mentor] ?? { id: "", capacity: 0 },
      ),
      locked: locked.flatMap(inside),
      blocked: instance.blocked.flatMap(inside),
      demand,
      must: (must ?? [])
        .map((mentee) => intAt(menteeAt, mentee))
        .filter((at) => at !== -1 && at < deciding),
      keep: (keep ?? []).flatMap(inside),
    },
  };
}

function positions(count: number, members: readonly number[]): Int32Array {
  const at = new Int32Array(count).fill(-1);
  members.forEach((member, position) => {
    at[member] = position;
  });
  return at;
}

/**
 * A lock to a mentor outside only takes one from what its mentee wants; a lock
 * to a mentor inside brings its mentee along.
 */
function withLocked(
  instance: PairingInstance,
  free: readonly number[],
  mentorAt: Int32Array,
): {
  readonly mentees: readonly number[];
  readonly demand: readonly number[];
  readonly locked: readonly (readonly [number, number])[];
  /** How many of the mentees come first, with something to decide. */
  readonly deciding: number;
} {
  const demand = new Map(free.map((i) => [i, demandOf(instance, i)]));
  const brought = new Map<number, number>();
  const locked = instance.locked.filter(
    ([, mentor]) => intAt(mentorAt, mentor) !== -1,
  );
  for (const [mentee, mentor] of instance.locked) {
    const wanted = demand.get(mentee);
    const isInside = intAt(mentorAt, mentor) !== -1;
    if (wanted === undefined && isInside) {
      brought.set(mentee, (brought.get(mentee) ?? 0) + 1);
    } else if (wanted !== undefined && !isInside) {
      demand.set(mentee, wanted - 1);
    }
  }
  for (const [mentee, wanted] of demand) {
    if (wanted <= 0) {
      demand.delete(mentee);
    }
  }
  return {
    deciding: demand.size,
    mentees: [...demand.keys(), ...brought.keys()],
    demand: [...demand.values(), ...brought.values()],
    locked,
  };
}
