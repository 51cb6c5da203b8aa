import fc from "fast-check";
import { expect, test } from "vitest";
import type { PairingInstance } from "../pairing";
import { solve } from "../solve";
import type { Seeds } from "./independent-part";
import { solveChanged, solveFirst } from "./re-solve";

const RUNS = { numRuns: 300, seed: 20261101 };

/** Few scores make ties; sparse options make several independent parts. */
const shapes = fc.record({
  mentees: fc.integer({ min: 1, max: 14 }),
  mentors: fc.constantFrom(1, 3, 6, 90),
  levels: fc.constantFrom(2, 5, 1001),
  mode: fc.constantFrom("most", "most", "best", "weakest"),
  density: fc.constantFrom(0.05, 0.3, 1),
  roll: fc.infiniteStream(
    fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  ),
});

type Roll = () => number;

type Case = { readonly instance: PairingInstance; readonly roll: Roll };

const cases: fc.Arbitrary<Case> = shapes.map((shape) => {
  const roll: Roll = () => shape.roll.next().value;
  const below = (limit: number) => Math.floor(roll() * limit);
  const options = Array.from({ length: shape.mentees }, () =>
    Array.from({ length: shape.mentors }, (_, mentor) =>
      roll() < shape.density ? [mentor, below(shape.levels)] : [],
    ).flat(),
  );
  const capacities = Array.from({ length: shape.mentors }, () => below(4));
  const left = [...capacities];
  const locked = options.flatMap((row, mentee): [number, number][] => {
    const mentor = row[0] ?? -1;
    const isLocked = (left[mentor] ?? 0) > 0 && roll() < 0.2;
    left[mentor] = (left[mentor] ?? 0) - (isLocked ? 1 : 0);
    return isLocked ? [[mentee, mentor]] : [];
  });
  const instance: PairingInstance = {
    format: "pairing-instance/1",
    name: "",
    mentees: options.map((_, index) => `Н${100 + index}`),
    mentors: capacities.map((capacity, index) => ({
      id: `М${100 + index}`,
      capacity,
    })),
    options,
    locked,
    blocked: [],
    mode: shape.mode,
    demand: options.map(() => (roll() < 0.2 ? 2 : 1)),
    keep: options.flatMap((row, mentee): [number, number][] => {
      const mentor = row[2 * Math.floor((roll() * row.length) / 2)];
      return mentor === undefined ? [] : [[mentee, mentor]];
    }),
  };
  return { instance, roll };
});

type Changed = { readonly instance: PairingInstance; readonly seeds: Seeds };

function place({ instance, roll }: Case): Changed {
  const mentor = Math.floor(roll() * instance.mentors.length);
  const mentors = instance.mentors.map((one, index) =>
    index === mentor ? { ...one, capacity: one.capacity + 1 } : one,
  );
  return {
    instance: { ...instance, mentors },
    seeds: { mentees: [], mentors: [mentor] },
  };
}

function broken({ instance, roll }: Case): Changed {
  const mentee = Math.floor(roll() * instance.mentees.length);
  const row = instance.options[mentee] ?? [];
  const at = 2 * Math.floor((roll() * row.length) / 2);
  const mentor = row[at] ?? -1;
  return {
    instance: {
      ...instance,
      options: instance.options.map((one, index) =>
        index === mentee ? [...row.slice(0, at), ...row.slice(at + 2)] : one,
      ),
      locked: instance.locked.filter(([i, j]) => i !== mentee || j !== mentor),
    },
    seeds: { mentees: [mentee], mentors: mentor === -1 ? [] : [mentor] },
  };
}

function newcomer({ instance, roll }: Case): Changed {
  const mentor = instance.mentors.length;
  const mentees: number[] = [];
  const options = instance.options.map((row, mentee) => {
    if (roll() < 0.5) {
      return row;
    }
    mentees.push(mentee);
    return [...row, mentor, Math.floor(roll() * 1001)];
  });
  return {
    instance: {
      ...instance,
      mentors: [
        ...instance.mentors,
        { id: "А новый", capacity: 1 + Math.floor(roll() * 3) },
      ],
      options,
    },
    seeds: { mentees, mentors: [mentor] },
  };
}

function forced({ instance, roll }: Case): Changed {
  const locked = new Set(instance.locked.map(([mentee]) => mentee));
  const free = instance.mentees
    .map((_, index) => index)
    .filter((index) => !locked.has(index));
  const mentee = free[Math.floor(roll() * free.length)] ?? -1;
  const mentor = instance.options[mentee]?.[0] ?? -1;
  const load = instance.locked.filter(([, j]) => j === mentor).length;
  const isPossible = load < (instance.mentors[mentor]?.capacity ?? 0);
  return {
    instance: {
      ...instance,
      locked: [
        ...instance.locked,
        ...(isPossible ? [[mentee, mentor] as const] : []),
      ],
    },
    seeds: isPossible
      ? { mentees: [mentee], mentors: [mentor] }
      : { mentees: [], mentors: [] },
  };
}

/** Other scores, some options less and some more; locked ones stay. */
function rescored({ instance, roll }: Case): Changed {
  const locked = new Set(instance.locked.map((pair) => pair.join(" ")));
  const options = instance.options.map((row, mentee) =>
    instance.mentors.flatMap((_, mentor) => {
      const was = row.some((value, at) => at % 2 === 0 && value === mentor);
      const stays = was ? roll() < 0.8 : roll() < 0.1;
      return stays || locked.has(`${mentee} ${mentor}`)
        ? [mentor, Math.floor(roll() * 5)]
        : [];
    }),
  );
  return { instance: { ...instance, options }, seeds: null };
}

test.each([
  ["other criteria", rescored],
  ["a place more", place],
  ["an option less", broken],
  ["a new mentor", newcomer],
  ["a locked pair more", forced],
] as const)("finds with %s what solving all again finds", (_, change) => {
  fc.assert(
    fc.property(cases, (one) => {
      const known = solveFirst(one.instance);
      if (known.status === "error") {
        throw new Error(known.message);
      }
      const { instance, seeds } = change(one);

      const again = solve(instance);
      expect(solveChanged(known, instance, seeds)).toMatchObject({
        cardinality: again.status === "error" ? -1 : again.cardinality,
        total: again.status === "error" ? -1 : again.total,
        pairs: again.status === "error" ? [] : again.pairs,
      });
    }),
    RUNS,
  );
});
