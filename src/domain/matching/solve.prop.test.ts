import fc from "fast-check";
import { expect, test } from "vitest";
import type { PairingInstance, PairingSolution } from "./pairing";
import { solve } from "./solve";
import { referencePairs } from "./testing/reference-pairs";
import { reordered } from "./testing/reordered";

const RUNS = { numRuns: 1000, seed: 20260901 };

/** Scores from few levels make ties, from many make none. */
const LEVELS = [1, 2, 3, 4, 6, 1001];

type Cell = {
  readonly score: number;
  readonly isOption: boolean;
  readonly isLocked: boolean;
  readonly isBlocked: boolean;
};

function cells(levels: number, isTight: boolean): fc.Arbitrary<Cell> {
  return fc.record({
    score: fc.nat({ max: levels - 1 }),
    isOption: isTight ? fc.boolean() : fc.constant(true),
    isLocked: fc.nat({ max: 9 }).map((roll) => roll === 0),
    isBlocked: fc.nat({ max: 9 }).map((roll) => roll === 0),
  });
}

/** Instances with locks and blocks that do not contradict each other. */
function instancesUpTo(
  mostMentees: number,
  mostMentors: number,
  ids: (count: number) => fc.Arbitrary<readonly string[]>,
): fc.Arbitrary<PairingInstance> {
  return fc
    .tuple(
      fc.nat({ max: mostMentees }),
      fc.nat({ max: mostMentors }),
      fc.constantFrom(...LEVELS),
      fc.boolean(),
    )
    .chain(([mentees, mentors, levels, isTight]) =>
      fc.tuple(
        ids(mentees),
        ids(mentors),
        listOf(mentors, fc.nat({ max: 4 })),
        listOf(mentees, listOf(mentors, cells(levels, isTight))),
      ),
    )
    .map((parts) => toInstance(...parts));
}

function listOf<T>(
  length: number,
  item: fc.Arbitrary<T>,
): fc.Arbitrary<readonly T[]> {
  return fc.array(item, { minLength: length, maxLength: length });
}

const instances = instancesUpTo(6, 6, (count) =>
  fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), {
    minLength: count,
    maxLength: count,
  }),
);

/** Ids ascend with the index, as the reference wants them. */
const middling = instancesUpTo(40, 15, (count) =>
  fc.constant(Array.from({ length: count }, (_, index) => `${100 + index}`)),
);

function toInstance(
  menteeIds: readonly string[],
  mentorIds: readonly string[],
  capacities: readonly number[],
  table: readonly (readonly Cell[])[],
): PairingInstance {
  const locked: [number, number][] = [];
  const blocked: [number, number][] = [];
  const left = [...capacities];
  table.forEach((row, mentee) => {
    row.forEach((cell, mentor) => {
      const isTaken = locked.some((pair) => pair[0] === mentee);
      if (
        cell.isLocked &&
        cell.isOption &&
        !isTaken &&
        (left[mentor] ?? 0) > 0
      ) {
        locked.push([mentee, mentor]);
        left[mentor] = (left[mentor] ?? 0) - 1;
      } else if (cell.isBlocked) {
        blocked.push([mentee, mentor]);
      }
    });
  });
  return {
    format: "pairing-instance/1",
    name: "случайный",
    mentees: menteeIds,
    mentors: mentorIds.map((id, index) => ({
      id,
      capacity: capacities[index] ?? 0,
    })),
    options: table.map((row) =>
      row.flatMap((cell, mentor) =>
        cell.isOption ? [mentor, cell.score] : [],
      ),
    ),
    locked,
    blocked,
  };
}

function solved(instance: PairingInstance): PairingSolution {
  const result = solve(instance);
  if (result.status === "error") {
    throw new Error(result.message);
  }
  return result;
}

test("gives the very pairs of an independent solver at middling sizes", () => {
  fc.assert(
    fc.property(middling, (instance) => {
      const { pairs } = solved(instance);

      expect(pairs.map((pair) => pair.join(" ")).sort()).toStrictEqual(
        referencePairs(instance),
      );
    }),
    { ...RUNS, numRuns: 300 },
  );
});

test("does not depend on the order of rows", () => {
  fc.assert(
    fc.property(middling, fc.infiniteStream(fc.nat()), (instance, dice) => {
      const rows = shuffled(instance.mentees.length, dice);
      const columns = shuffled(instance.mentors.length, dice);
      const moved = reordered(instance, rows, columns);

      expect(solved(moved).pairs).toStrictEqual(solved(instance).pairs);
    }),
    RUNS,
  );
});

function shuffled(count: number, dice: Iterator<number>): readonly number[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    roll: Number(dice.next().value) % 1000,
  }))
    .sort((a, b) => a.roll - b.roll)
    .map(({ index }) => index);
}

test("is not changed by people who cannot be paired", () => {
  fc.assert(
    fc.property(instances, fc.string(), fc.nat(), (instance, id, capacity) => {
      const more: PairingInstance = {
        ...instance,
        mentees: [`${id}!new`, ...instance.mentees],
        mentors: [...instance.mentors, { id: `${id}!new`, capacity }],
        options: [[], ...instance.options],
        locked: instance.locked.map(([i, j]) => [i + 1, j]),
        blocked: instance.blocked.map(([i, j]) => [i + 1, j]),
      };

      expect(solved(more).pairs).toStrictEqual(solved(instance).pairs);
    }),
    RUNS,
  );
});

test("keeps a pair whose score was raised", () => {
  fc.assert(
    fc.property(
      instances,
      fc.nat(),
      fc.integer({ min: 1, max: 500 }),
      (instance, pick, rise) => {
        const result = solved(instance);
        const pair = result.pairs[pick % Math.max(1, result.pairs.length)];
        fc.pre(pair !== undefined);
        const mentee = instance.mentees.indexOf(pair[0]);
        const mentor = instance.mentors.findIndex(({ id }) => id === pair[1]);
        const options = instance.options.map((row, index) =>
          index === mentee
            ? row.map((value, at) =>
                at % 2 === 1 && row[at - 1] === mentor ? value + rise : value,
              )
            : row,
        );

        expect(solved({ ...instance, options }).pairs).toContainEqual(pair);
      },
    ),
    RUNS,
  );
});

test("never makes fewer pairs when a block is lifted", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const freer = { ...instance, blocked: instance.blocked.slice(1) };

      expect(solved(freer).cardinality).toBeGreaterThanOrEqual(
        solved(instance).cardinality,
      );
    }),
    RUNS,
  );
});

test("contains every locked pair", () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const { pairs } = solved(instance);

      for (const [mentee, mentor] of instance.locked) {
        expect(pairs).toContainEqual([
          instance.mentees[mentee],
          instance.mentors[mentor]?.id,
        ]);
      }
    }),
    RUNS,
  );
});
