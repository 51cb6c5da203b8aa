import { expect, test } from "vitest";
import { instanceFault } from "./check-instance";
import type { Criterion } from "./criteria";
import { NO_RULES, type PairingRules } from "./pairing-rules";
import type { Participant } from "./participant";
import { buildScene } from "./scene";
import { scorePair } from "./score";
import { solve } from "./solve";
import { aMentee, aMentor, criterion } from "./testing/people";

const TOPICS: readonly Criterion[] = [criterion("topics", "important")];

function withTopics(topics: readonly string[]): Partial<Participant> {
  return { answers: { topics } };
}

function sceneOf(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  rules: Partial<PairingRules> = {},
  criteria: readonly Criterion[] = TOPICS,
) {
  return buildScene(mentors, mentees, criteria, { ...NO_RULES, ...rules });
}

test("offers every pair that no rule forbids, with its score, by id", () => {
  const mentors = [
    aMentor({ id: "НМ-002", ...withTopics(["а", "б"]), capacity: 2 }),
    aMentor({ id: "НМ-001", ...withTopics(["а"]) }),
  ];
  const mentees = [
    aMentee({ id: "НСТ-002", ...withTopics(["а", "б"]) }),
    aMentee({ id: "НСТ-001", ...withTopics(["б"]), form: "ученик – ученик" }),
  ];

  const scene = sceneOf(mentors, mentees);

  expect(scene.instance).toStrictEqual({
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
  });
  expect(scene.removed).toStrictEqual([{ code: "FORM", all: 2, alone: 2 }]);
  expect(scene.score(0, 1)).toBe(1000);
  expect(scene.detail(1, 0)).toStrictEqual(
    scorePair(
      aMentor(withTopics(["а"])),
      aMentee(withTopics(["а", "б"])),
      TOPICS,
    ),
  );
});

test("counts of each rule what it removes and what it alone removes", () => {
  const mentors = [
    aMentor({ id: "НМ-001", ...withTopics(["а"]) }),
    aMentor({ id: "НМ-002", ...withTopics(["а", "б"]) }),
    aMentor({ id: "НМ-003", ...withTopics(["а"]), consent: "no" }),
  ];

  const { instance, removed } = sceneOf(
    mentors,
    [aMentee(withTopics(["а", "б"]))],
    {
      never: [["НСТ-001", "НМ-002"]],
      minScore: 501,
    },
  );

  expect(instance.options).toStrictEqual([[]]);
  expect(removed).toStrictEqual([
    { code: "CONSENT", all: 1, alone: 0 },
    { code: "NEVER_PAIR", all: 1, alone: 1 },
    { code: "MIN_SCORE", all: 2, alone: 1 },
  ]);
});

test("keeps a lock that breaks a rule and says which", () => {
  const scene = sceneOf(
    [aMentor({ ...withTopics(["а"]), consent: "withdrawn" })],
    [aMentee(withTopics(["а"]))],
    { locked: [["НСТ-001", "НМ-001"]], minScore: 900 },
  );

  expect(scene.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-001"], code: "CONSENT" },
  ]);
  expect(solve(scene.instance)).toMatchObject({
    pairs: [["НСТ-001", "НМ-001"]],
    total: 1000,
  });
});

test("keeps a lock that is also forbidden", () => {
  const scene = sceneOf([aMentor()], [aMentee()], {
    locked: [["НСТ-001", "НМ-001"]],
    never: [["НСТ-001", "НМ-001"]],
    minScore: 900,
  });

  expect(scene.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-001"], code: "NEVER_PAIR" },
  ]);
  expect(instanceFault(scene.instance)).toBeNull();
});

test("gives every lock its place when the mentor has fewer places now", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id }),
  );
  const scene = sceneOf([aMentor({ capacity: 1 })], mentees, {
    locked: [
      ["НСТ-002", "НМ-001"],
      ["НСТ-001", "НМ-001"],
      ["НСТ-001", "НМ-001"],
    ],
  });

  expect(scene.instance.mentors).toStrictEqual([{ id: "НМ-001", capacity: 2 }]);
  expect(scene.places).toStrictEqual([2]);
  expect(scene.brokenLocks).toStrictEqual([
    { pair: ["НСТ-002", "НМ-001"], code: "CAPACITY_MENTOR" },
  ]);
  expect(solve(scene.instance)).toMatchObject({ cardinality: 2 });
});

test("counts a second mentor of a mentee as a place taken", () => {
  const scene = sceneOf(
    [aMentor({ id: "НМ-001" }), aMentor({ id: "НМ-002", capacity: 2 })],
    [aMentee()],
    {
      locked: [
        ["НСТ-001", "НМ-002"],
        ["НСТ-001", "НМ-001"],
      ],
    },
  );

  expect(scene.instance.locked).toStrictEqual([[0, 0]]);
  expect(scene.instance.mentors[1]).toStrictEqual({
    id: "НМ-002",
    capacity: 1,
  });
  expect(scene.brokenLocks).toStrictEqual([
    { pair: ["НСТ-001", "НМ-002"], code: "CAPACITY_MENTEE" },
  ]);
});

test("leaves out locks of people who are not in the banks", () => {
  const scene = sceneOf([aMentor()], [aMentee()], {
    locked: [["НСТ-001", "НМ-404"]],
  });

  expect(scene.unknownLocks).toStrictEqual([["НСТ-001", "НМ-404"]]);
  expect(scene.instance.locked).toStrictEqual([]);
});

test("keeps reserved places free, but not those of pairs that stand", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id }),
  );
  const reserve = [{ mentor: "НМ-001", places: 2 }];
  const locked = [
    ["НСТ-001", "НМ-001"],
    ["НСТ-002", "НМ-001"],
  ] as const;

  const free = sceneOf([aMentor({ capacity: 3 })], mentees, { reserve });
  expect(free.places).toStrictEqual([1]);

  const held = sceneOf([aMentor({ capacity: 3 })], mentees, {
    reserve,
    locked,
  });
  expect(held.places).toStrictEqual([2]);
  expect(held.brokenLocks).toStrictEqual([]);
  expect(held.instance.mentors[0]?.capacity).toBe(2);
});

test.each([
  [2.9, 2],
  [0, 0],
  [-3, 0],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 1_000_000],
])("reads a capacity of %s as %s places", (capacity, places) => {
  const { instance } = sceneOf([aMentor({ capacity })], []);

  expect(instance.mentors[0]?.capacity).toBe(places);
});

test("never pairs one person with themselves, even under two codes", () => {
  const { instance } = sceneOf(
    [aMentor({ personKey: "p1" }), aMentor({ id: "НМ-002", personKey: "p2" })],
    [aMentee({ personKey: "p1" }), aMentee({ id: "НСТ-002", personKey: "p2" })],
  );

  expect(instance.options).toStrictEqual([
    [1, 0],
    [0, 0],
  ]);
});

test("asks the solver for more mentors, fewest changes and another aim only where needed", () => {
  const { instance } = sceneOf(
    [aMentor(), aMentor({ id: "НМ-002" })],
    [aMentee(), aMentee({ id: "НСТ-002", capacity: 2, headcount: 20 })],
    {
      mode: "weakest",
      keep: [
        ["НСТ-002", "НМ-001"],
        ["НСТ-404", "НМ-001"],
      ],
    },
  );

  expect(instance).toMatchObject({
    demand: [1, 2],
    keep: [[1, 0]],
    mode: "weakest",
  });
});

test("a recommendation never lowers a score, a warning never raises it", () => {
  const people = [
    aMentor(withTopics(["а"])),
    aMentee(withTopics(["а", "б", "в"])),
  ] as const;
  const criteria = [
    ...TOPICS,
    criterion("hand", "important"),
    criterion("history", "minor"),
  ];
  const scoreWith = (rules: Partial<PairingRules>) =>
    sceneOf([people[0]], [people[1]], rules, criteria).score(0, 0);
  const prefer = (points: number) => [
    { mentee: "НСТ-001", mentor: "НМ-001", points, reason: "знает семью" },
  ];
  const past = (outcome: "good" | "bad") => [
    { pair: ["НСТ-001", "НМ-001"] as const, outcome },
  ];

  expect(scoreWith({})).toBe(333);
  expect(scoreWith({ prefer: prefer(0.1) })).toBe(394);
  expect(scoreWith({ prefer: prefer(1) })).toBe(667);
  expect(scoreWith({ prefer: prefer(-1) })).toBe(167);
  expect(scoreWith({ past: past("good") })).toBe(444);
  expect(scoreWith({ past: past("bad") })).toBe(278);
});

test("shows neither the curator's reasons nor how a pair ended", () => {
  const scene = sceneOf(
    [aMentor(withTopics(["а"]))],
    [aMentee(withTopics(["а"]))],
    {
      prefer: [
        { mentee: "НСТ-001", mentor: "НМ-001", points: -1, reason: "развод" },
      ],
      past: [{ pair: ["НСТ-001", "НМ-001"], outcome: "bad" }],
    },
    [
      ...TOPICS,
      criterion("hand", "important"),
      criterion("history", "important"),
    ],
  );
  const words = JSON.stringify(scene.detail(0, 0));

  expect(words).not.toMatch(/развод|досрочно|прекращ/);
  expect(words).toContain("Куратор советует подумать о другой паре.");
});
