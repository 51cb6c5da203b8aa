import fc from "fast-check";
import { expect, test } from "vitest";
import { type BuildOptions, buildInstance } from "./build-instance";
import { instanceFault } from "./check-instance";
import type { CriterionRow } from "./criteria";
import type { Participant } from "./participant";
import { solve } from "./solve";
import { aMentee, aMentor } from "./testing/people";

const TOPICS: readonly CriterionRow[] = [
  { key: "topics", weight: "important" },
];
const FREE: BuildOptions = { locked: [], blocked: [], minScore: 0 };

test("offers every eligible pair with its score, by id", () => {
  const mentors = [
    aMentor({ id: "НМ-002", topics: ["а", "б"], capacity: 2 }),
    aMentor({ id: "НМ-001", topics: ["а"] }),
  ];
  const mentees = [
    aMentee({ id: "НСТ-002", topics: ["а", "б"] }),
    aMentee({ id: "НСТ-001", topics: ["б"], form: "ученик – ученик" }),
  ];

  const built = buildInstance(mentors, mentees, TOPICS, FREE);

  expect(built).toStrictEqual({
    instance: {
      format: "pairing-instance/1",
      name: "Подбор пар",
      mentees: ["НСТ-001", "НСТ-002"],
      mentors: [
        { id: "НМ-001", capacity: 1 },
        { id: "НМ-002", capacity: 2 },
      ],
      options: [[], [0, 500, 1, 1000]],
      locked: [],
      blocked: [],
    },
    removed: { FORM: 2 },
    brokenLocks: [],
    unknownLocks: [],
  });
});

test("counts pairs that the curator forbade or that score too low", () => {
  const mentors = [
    aMentor({ id: "НМ-001", topics: ["а"] }),
    aMentor({ id: "НМ-002", topics: ["а", "б"] }),
    aMentor({ id: "НМ-003", topics: ["а", "б"] }),
  ];
  const mentees = [aMentee({ topics: ["а", "б"] })];

  const { instance, removed } = buildInstance(mentors, mentees, TOPICS, {
    locked: [],
    blocked: [["НСТ-001", "НМ-003"]],
    minScore: 501,
  });

  expect(instance.options).toStrictEqual([[1, 1000]]);
  expect(removed).toStrictEqual({ MIN_SCORE: 1, NEVER_PAIR: 1 });
});

test("keeps a lock that breaks a rule and says which", () => {
  const mentors = [aMentor({ topics: ["а"], consent: "withdrawn" })];
  const mentees = [aMentee({ topics: ["а"] })];

  const built = buildInstance(mentors, mentees, TOPICS, {
    ...FREE,
    locked: [["НСТ-001", "НМ-001"]],
  });

  expect(built.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-001"], code: "CONSENT" },
  ]);
  expect(solve(built.instance)).toMatchObject({
    pairs: [["НСТ-001", "НМ-001"]],
    total: 1000,
  });
});

test("keeps a lock that is also forbidden", () => {
  const built = buildInstance([aMentor()], [aMentee()], TOPICS, {
    locked: [["НСТ-001", "НМ-001"]],
    blocked: [["НСТ-001", "НМ-001"]],
    minScore: 900,
  });

  expect(built.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-001"], code: "NEVER_PAIR" },
  ]);
  expect(instanceFault(built.instance)).toBeNull();
});

test("gives every lock its place when the mentor has fewer places now", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id }),
  );
  const built = buildInstance([aMentor({ capacity: 1 })], mentees, TOPICS, {
    ...FREE,
    locked: [
      ["НСТ-002", "НМ-001"],
      ["НСТ-001", "НМ-001"],
      ["НСТ-001", "НМ-001"],
    ],
  });

  expect(built.instance.mentors).toStrictEqual([{ id: "НМ-001", capacity: 2 }]);
  expect(built.brokenLocks).toStrictEqual([
    { pair: ["НСТ-002", "НМ-001"], code: "CAPACITY_MENTOR" },
  ]);
  expect(solve(built.instance)).toMatchObject({ cardinality: 2 });
});

test("counts a second mentor of a mentee as a place taken", () => {
  const mentors = [
    aMentor({ id: "НМ-001" }),
    aMentor({ id: "НМ-002", capacity: 2 }),
  ];
  const built = buildInstance(mentors, [aMentee()], TOPICS, {
    ...FREE,
    locked: [
      ["НСТ-001", "НМ-002"],
      ["НСТ-001", "НМ-001"],
    ],
  });

  expect(built.instance.locked).toStrictEqual([[0, 0]]);
  expect(built.instance.mentors[1]).toStrictEqual({
    id: "НМ-002",
    capacity: 1,
  });
  expect(built.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-002"], code: "CAPACITY_MENTEE" },
  ]);
});

test("leaves out locks of people who are not in the banks", () => {
  const built = buildInstance([aMentor()], [aMentee()], TOPICS, {
    ...FREE,
    locked: [["НСТ-001", "НМ-404"]],
  });

  expect(built.unknownLocks).toStrictEqual([["НСТ-001", "НМ-404"]]);
  expect(built.instance.locked).toStrictEqual([]);
});

test.each([
  [2.9, 2],
  [0, 0],
  [-3, 0],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 1_000_000],
])("reads a capacity of %s as %s places", (capacity, places) => {
  const { instance } = buildInstance([aMentor({ capacity })], [], [], FREE);

  expect(instance.mentors[0]?.capacity).toBe(places);
});

test("never pairs one person with themselves, even under two codes", () => {
  const both = [
    aMentor({ personKey: "p1" }),
    aMentor({ id: "НМ-002", personKey: "p2" }),
  ];
  const mentees = [
    aMentee({ personKey: "p1" }),
    aMentee({ id: "НСТ-002", personKey: "p2" }),
  ];

  const { instance } = buildInstance(both, mentees, [], FREE);

  expect(instance.options).toStrictEqual([
    [1, 0],
    [0, 0],
  ]);
});

const people: fc.Arbitrary<readonly Participant[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      topics: fc.subarray(["а", "б", "в"]),
      form: fc.constantFrom("ученик – ученик", "педагог – педагог", null),
      consent: fc.constantFrom("yes" as const, "yes" as const, "no" as const),
      capacity: fc.integer({ min: -1, max: 4 }),
    }),
    { selector: (person) => person.id, maxLength: 8 },
  )
  .map((list) => list.map((change) => aMentor(change)));

test("builds a valid instance from any rows in any order", () => {
  fc.assert(
    fc.property(
      people,
      people,
      fc.array(fc.tuple(fc.nat(), fc.nat())),
      (mentors, mentees, dice) => {
        const locked = dice.flatMap(([i, j]): [string, string][] => {
          const mentee = mentees[i % Math.max(1, mentees.length)];
          const mentor = mentors[j % Math.max(1, mentors.length)];
          return mentee && mentor ? [[mentee.id, mentor.id]] : [];
        });
        const options = { ...FREE, locked, minScore: 300 };
        const built = buildInstance(mentors, mentees, TOPICS, options);
        const turned = buildInstance(
          [...mentors].reverse(),
          [...mentees].reverse(),
          TOPICS,
          { ...options, locked: [...locked].reverse() },
        );

        expect(instanceFault(built.instance)).toBeNull();
        expect(turned.instance).toStrictEqual(built.instance);
      },
    ),
    { numRuns: 500, seed: 20260901 },
  );
});
