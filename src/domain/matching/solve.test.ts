import { expect, test } from "vitest";
import type { PairingInstance } from "./pairing";
import { solve } from "./solve";
import { anInstance, pairsOf } from "./testing/an-instance";
import { bestPairs } from "./testing/brute-force";

test("puts the number of pairs before their scores", () => {
  const instance = anInstance(
    [
      [1000, 0],
      [999, null],
    ],
    [1, 1],
  );

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-2", "НСТ-2 НМ-1"]);
});

test("takes the highest total among pairings of one size", () => {
  const instance = anInstance(
    [
      [900, 800],
      [850, 100],
    ],
    [1, 1],
  );

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-2", "НСТ-2 НМ-1"]);
});

test("prefers even scores when number and total are equal", () => {
  const instance = anInstance(
    [
      [300, 200],
      [200, 100],
    ],
    [1, 1],
  );

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-2", "НСТ-2 НМ-1"]);
});

test("spreads the load when the scores are equal", () => {
  const instance = anInstance(
    [
      [500, 500],
      [500, 500],
      [500, 500],
      [500, 500],
    ],
    [4, 2],
  );

  expect(pairsOf(instance)).toStrictEqual([
    "НСТ-1 НМ-1",
    "НСТ-2 НМ-1",
    "НСТ-3 НМ-2",
    "НСТ-4 НМ-2",
  ]);
});

test("counts locked pairs as load", () => {
  const instance = anInstance(
    [
      [500, 500],
      [500, 500],
      [500, 500],
    ],
    [3, 3],
    { locked: [[0, 0]] },
  );

  expect(pairsOf(instance)).toStrictEqual([
    "НСТ-1 НМ-1",
    "НСТ-2 НМ-1",
    "НСТ-3 НМ-2",
  ]);
});

test("keeps a locked pair of low score and never makes a blocked one", () => {
  const instance = anInstance(
    [
      [0, 1000],
      [1000, 900],
      [null, 1000],
    ],
    [1, 2],
    { locked: [[0, 0]], blocked: [[2, 1]] },
  );

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-1", "НСТ-2 НМ-2"]);
});

test("makes a pair of score 0", () => {
  expect(solve(anInstance([[0]], [1]))).toStrictEqual({
    format: "pairing-result/1",
    instance: "пример",
    status: "optimal",
    cardinality: 1,
    total: 0,
    pairs: [["НСТ-1", "НМ-1"]],
    certificate: { bonus: 1, mentee: [1], mentor: [0] },
  });
});

test.each([
  ["no mentees", anInstance([], [3])],
  ["no mentors", anInstance([[], []], [])],
  ["nobody at all", anInstance([], [])],
  ["nobody allowed", anInstance([[null], [null]], [5])],
  ["no places", anInstance([[1000], [1000]], [0])],
])("answers with no pairs when there is %s", (_, instance) => {
  const result = solve(instance);

  expect(result).toMatchObject({
    status: "optimal",
    cardinality: 0,
    pairs: [],
  });
});

test("fills one mentor from two hundred mentees with the best of them", () => {
  const scores = Array.from({ length: 200 }, (_, index) => [index]);
  const result = solve(anInstance(scores, [3]));

  expect(result).toMatchObject({
    cardinality: 3,
    total: 199 + 198 + 197,
    pairs: [
      ["НСТ-198", "НМ-1"],
      ["НСТ-199", "НМ-1"],
      ["НСТ-200", "НМ-1"],
    ],
  });
});

test("takes a capacity far above need", () => {
  const instance = anInstance([[7], [8]], [Number.MAX_SAFE_INTEGER]);

  expect(solve(instance)).toMatchObject({
    cardinality: 2,
    certificate: { mentor: [0] },
  });
});

test("prices mentors that locks have filled, so that every option is covered", () => {
  const instance = anInstance(
    [
      [10, null],
      [1000, 5],
    ],
    [1, 1],
    { locked: [[0, 0]] },
  );

  const result = solve(instance);

  // Bonus 1001: the free option of 1000 needs prices of 2001 together.
  expect(result).toMatchObject({
    cardinality: 2,
    total: 15,
    certificate: { bonus: 1001, mentee: [0, 1006], mentor: [995, 0] },
  });
});

test("keeps the first mentors by id of a group that has them already", () => {
  const instance: PairingInstance = {
    ...anInstance(
      [
        [0, 0, 0, 0, 0],
        [0, 0, null, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 0, 4, null],
      ],
      [3, 3, 3, 3, 3],
    ),
    demand: [2, 2, 2, 2],
  };

  expect(solve(instance)).toMatchObject({ pairs: bestPairs(instance) });
});
