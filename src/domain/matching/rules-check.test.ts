import fc from "fast-check";
import { expect, test } from "vitest";
import { instanceFault } from "./check-instance";
import { NO_RULES, type PairingRules } from "./pairing-rules";
import { buildScene } from "./scene";
import { aMentee, aMentor } from "./testing/people";

function found(
  rules: Partial<PairingRules>,
  places: readonly number[] = [1, 1],
  wanted = 1,
) {
  return buildScene(
    places.map((capacity, index) =>
      aMentor({ id: `НМ-${index + 1}`, capacity }),
    ),
    ["НСТ-1", "НСТ-2", "НСТ-3"].map((id) => aMentee({ id, capacity: wanted })),
    [],
    { ...NO_RULES, ...rules },
  );
}

test("has nothing against rules that can all be kept", () => {
  const scene = found({
    must: [
      { mentee: "НСТ-1", mentors: ["НМ-1", "НМ-2"], row: 2 },
      { mentee: "НСТ-2", mentors: ["НМ-1"], row: 3 },
    ],
    never: [["НСТ-3", "НМ-1", 4]],
    reserve: [{ mentor: "НМ-2", places: 0, row: 5 }],
  });

  expect(scene.contradictions).toStrictEqual([]);
  expect(scene.instance).toMatchObject({
    locked: [[1, 0]],
    must: [0],
    options: [
      [0, 0, 1, 0],
      [0, 0],
      [1, 0],
    ],
  });
});

test("reports a must that is also forbidden, with both rows", () => {
  const { contradictions, instance } = found({
    must: [{ mentee: "НСТ-1", mentors: ["НМ-1"], row: 7 }],
    never: [["НСТ-1", "НМ-1", 3]],
  });

  expect(contradictions).toStrictEqual([
    {
      code: "MUST_NEVER",
      severity: "error",
      mentees: ["НСТ-1"],
      mentors: ["НМ-1"],
      rows: [3, 7],
      message:
        "Правила спорят: НСТ-1 обязательно получает наставника НМ-1, но эта же пара запрещена. Оставьте одно из правил.",
    },
  ]);
  expect(instance.locked).toStrictEqual([]);
});

test("reports two musts on one place", () => {
  const { contradictions } = found({
    must: [
      { mentee: "НСТ-1", mentors: ["НМ-1"], row: 2 },
      { mentee: "НСТ-2", mentors: ["НМ-1"], row: 3 },
    ],
  });

  expect(contradictions).toMatchObject([
    {
      code: "MUST_PLACES",
      mentees: ["НСТ-1", "НСТ-2"],
      mentors: ["НМ-1"],
      rows: [2, 3],
    },
  ]);
});

test("reports a chain of musts over the places there are", () => {
  const { contradictions } = found({
    must: [
      { mentee: "НСТ-1", mentors: ["НМ-1"], row: 2 },
      { mentee: "НСТ-2", mentors: ["НМ-1", "НМ-2"], row: 3 },
      { mentee: "НСТ-3", mentors: ["НМ-2"], row: 4 },
    ],
  });

  expect(contradictions).toMatchObject([
    {
      code: "MUST_PLACES",
      mentors: ["НМ-1", "НМ-2"],
      rows: [2, 3, 4],
      message:
        "Правила спорят: обязательных пар с НМ-1, НМ-2 – 3, а свободных мест вместе – 2. Уберите лишнее правило или добавьте место.",
    },
  ]);
});

test("reports two mentors for somebody who wants one", () => {
  const must = [
    { mentee: "НСТ-1", mentors: ["НМ-1"], row: 2 },
    { mentee: "НСТ-1", mentors: ["НМ-2"], row: 3 },
  ];

  expect(found({ must }).contradictions).toMatchObject([
    { code: "MUST_MENTEE", rows: [2, 3], severity: "error" },
  ]);
  expect(found({ must }, [1, 1], 2).contradictions).toStrictEqual([]);
  expect(found({ must }, [1, 1], 2).instance.locked).toStrictEqual([
    [0, 0],
    [0, 1],
  ]);
});

test("takes a standing pair for a must fulfilled, and its place for taken", () => {
  const locked = [["НСТ-1", "НМ-1"]] as const;

  expect(
    found({ locked, must: [{ mentee: "НСТ-1", mentors: ["НМ-1"] }] })
      .contradictions,
  ).toStrictEqual([]);
  expect(
    found({ locked, must: [{ mentee: "НСТ-2", mentors: ["НМ-1"], row: 9 }] })
      .contradictions,
  ).toMatchObject([{ code: "MUST_PLACES", rows: [9] }]);
  expect(
    found({ locked, must: [{ mentee: "НСТ-1", mentors: ["НМ-2"], row: 9 }] })
      .contradictions,
  ).toMatchObject([{ code: "MUST_MENTEE", rows: [9] }]);
});

test("does not say which closed rule stands against a must", () => {
  const { contradictions } = buildScene(
    [aMentor({ answers: { household: "С1" } })],
    [aMentee({ answers: { household: "С1" } })],
    [],
    { ...NO_RULES, must: [{ mentee: "НСТ-001", mentors: ["НМ-001"], row: 2 }] },
  );

  expect(contradictions).toMatchObject([
    {
      code: "MUST_BROKEN",
      message:
        "Правило невыполнимо: НСТ-001 обязательно получает наставника НМ-001, но это невозможно (закрытые правила). Уточните данные или уберите правило.",
    },
  ]);
});

test("a must stands above the threshold", () => {
  const { contradictions, instance } = found({
    must: [{ mentee: "НСТ-1", mentors: ["НМ-1", "НМ-2"] }],
    minScore: 500,
  });

  expect(contradictions).toStrictEqual([]);
  expect(instance.options).toStrictEqual([[0, 0, 1, 0], [], []]);
});

test("reports codes that nobody has, and goes on without them", () => {
  const { contradictions } = found({
    never: [["НСТ-9", "НМ-1", 2]],
    must: [
      { mentee: "НСТ-1", mentors: ["НМ-9", "НМ-1"], row: 3 },
      { mentee: "НСТ-2", mentors: ["НМ-9"], row: 4 },
    ],
    reserve: [{ mentor: "НМ-8", places: 1, row: 5 }],
    prefer: [{ mentee: "НСТ-1", mentor: "", points: 1, reason: "", row: 6 }],
  });

  expect(
    contradictions.map(({ code, severity, rows }) => [code, severity, ...rows]),
  ).toStrictEqual([
    ["UNKNOWN", "warning", 2],
    ["UNKNOWN", "warning", 3],
    ["UNKNOWN", "error", 4],
    ["UNKNOWN", "warning", 5],
    ["UNKNOWN", "warning", 6],
  ]);
});

test("warns of a reserve above the places there are", () => {
  const scene = found({
    reserve: [
      { mentor: "НМ-1", places: 1, row: 2 },
      { mentor: "НМ-1", places: 1, row: 3 },
    ],
  });

  expect(scene.contradictions).toMatchObject([
    { code: "RESERVE", severity: "warning", rows: [2, 3] },
  ]);
  expect(scene.places).toStrictEqual([0, 1]);
});

test("takes a rule written twice for one", () => {
  const must = [
    { mentee: "НСТ-1", mentors: ["НМ-1", "НМ-2"], row: 2 },
    { mentee: "НСТ-1", mentors: ["НМ-2", "НМ-1"], row: 3 },
  ];

  expect(found({ must }).contradictions).toStrictEqual([]);
});

test("turns the musts of a group that wants several into pairs", () => {
  const must = [
    { mentee: "НСТ-1", mentors: ["НМ-1", "НМ-2"] },
    { mentee: "НСТ-1", mentors: ["НМ-1"] },
  ];
  const scene = found({ must }, [2, 2, 1], 3);

  expect(scene.contradictions).toStrictEqual([]);
  expect(scene.instance.locked).toStrictEqual([
    [0, 0],
    [0, 1],
  ]);
  expect(scene.instance.must).toBeUndefined();
  expect(scene.instance.options[0]).toStrictEqual([0, 0, 1, 0, 2, 0]);
});

type List = { readonly mentee: number; readonly mentors: readonly number[] };

/** Whether some way of seating keeps every must, by trying them all. */
function canSeat(
  lists: readonly List[],
  places: readonly number[],
  taken: ReadonlySet<string> = new Set(),
): boolean {
  const [first, ...rest] = lists;
  if (first === undefined) {
    return true;
  }
  return first.mentors.some((mentor) => {
    const key = `${first.mentee} ${mentor}`;
    const left = places.map((free, index) =>
      index === mentor ? free - 1 : free,
    );
    return (
      (left[mentor] ?? -1) >= 0 &&
      !taken.has(key) &&
      canSeat(rest, left, new Set([...taken, key]))
    );
  });
}

test("finds a contradiction exactly when no seating keeps all musts", () => {
  const list = fc.record({
    mentee: fc.nat({ max: 2 }),
    mentors: fc.subarray([0, 1, 2], { minLength: 1 }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }),
      fc.uniqueArray(list, {
        maxLength: 6,
        selector: (one) => JSON.stringify(one),
      }),
      (places, lists) => {
        const { contradictions, instance } = found(
          {
            must: lists.map(({ mentee, mentors }) => ({
              mentee: `НСТ-${mentee + 1}`,
              mentors: mentors.map((mentor) => `НМ-${mentor + 1}`),
            })),
          },
          places,
          6,
        );
        const isSound = canSeat(lists, places);

        expect(contradictions.length === 0).toBe(isSound);
        expect(instance.locked).toHaveLength(isSound ? lists.length : 0);
        expect(instanceFault({ ...instance, locked: [] })).toBeNull();
      },
    ),
    { numRuns: 1000, seed: 20260901 },
  );
});
