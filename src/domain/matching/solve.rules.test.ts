import { expect, test } from "vitest";
import { solve } from "./solve";
import { anInstance, pairsOf } from "./testing/an-instance";

test("gives a group two different mentors", () => {
  const instance = anInstance([[900, 100, 50]], [2, 1, 1], { demand: [2] });

  expect(solve(instance)).toMatchObject({
    cardinality: 2,
    total: 1000,
    pairs: [
      ["НСТ-1", "НМ-1"],
      ["НСТ-1", "НМ-2"],
    ],
  });
});

test("gives fewer mentors than wanted when there are no more", () => {
  const instance = anInstance([[900, null]], [5, 1], { demand: [3] });

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-1"]);
});

test("counts locked pairs as part of the demand", () => {
  const instance = anInstance([[900, 100, 50]], [2, 1, 1], {
    demand: [2],
    locked: [[0, 2]],
  });

  expect(pairsOf(instance)).toStrictEqual(["НСТ-1 НМ-1", "НСТ-1 НМ-3"]);
});

test("serves a must before anybody else, at any price", () => {
  const instance = anInstance([[1000], [0]], [1], { must: [1] });

  expect(pairsOf(instance)).toStrictEqual(["НСТ-2 НМ-1"]);
});

test("says who cannot be served when musts ask for too much", () => {
  const instance = anInstance(
    [
      [5, null],
      [5, null],
      [5, 5],
    ],
    [1, 1],
    { must: [0, 1, 2] },
  );

  expect(solve(instance)).toStrictEqual({
    status: "error",
    message:
      "Обязательные пары не выполнить: наставляемым «НСТ-1», «НСТ-2» нужно наставников: 2, а среди допустимых есть мест: 1.",
  });
});

test("says that a must has nobody", () => {
  const instance = anInstance([[5]], [0], { must: [0] });

  expect(solve(instance)).toStrictEqual({
    status: "error",
    message:
      "Обязательные пары не выполнить: наставляемому «НСТ-1» нужно наставников: 1, а среди допустимых есть мест: 0.",
  });
});

test("keeps the present plan where all else is equal", () => {
  const scores = [
    [500, 500],
    [500, 500],
  ];
  const keep = [
    [0, 1],
    [1, 0],
  ] as const;

  expect(pairsOf(anInstance(scores, [1, 1]))).toStrictEqual([
    "НСТ-1 НМ-1",
    "НСТ-2 НМ-2",
  ]);
  expect(pairsOf(anInstance(scores, [1, 1], { keep }))).toStrictEqual([
    "НСТ-1 НМ-2",
    "НСТ-2 НМ-1",
  ]);
});

test("does not keep what costs a point or makes loads uneven", () => {
  const dearer = anInstance([[501, 500]], [1, 1], { keep: [[0, 1]] });
  const uneven = anInstance(
    [
      [500, 500],
      [500, 500],
    ],
    [2, 2],
    {
      keep: [
        [0, 1],
        [1, 1],
      ],
    },
  );

  expect(pairsOf(dearer)).toStrictEqual(["НСТ-1 НМ-1"]);
  expect(pairsOf(uneven)).toStrictEqual(["НСТ-1 НМ-1", "НСТ-2 НМ-2"]);
});

const TRADE = [
  [1000, 10],
  [700, null],
];

test.each([
  ["most", undefined, ["НСТ-1 НМ-2", "НСТ-2 НМ-1"]],
  ["best", undefined, ["НСТ-1 НМ-1"]],
  ["most", 11, ["НСТ-1 НМ-1"]],
] as const)("mode %s, threshold %s", (mode, threshold, pairs) => {
  const more = threshold === undefined ? { mode } : { mode, threshold };

  expect(pairsOf(anInstance(TRADE, [1, 1], more))).toStrictEqual(pairs);
});

test("mode best takes more pairs when they cost no points", () => {
  const equal = [
    [10, 6],
    [4, null],
  ];

  expect(pairsOf(anInstance([[0]], [1], { mode: "best" }))).toStrictEqual([
    "НСТ-1 НМ-1",
  ]);
  expect(solve(anInstance(equal, [1, 1], { mode: "best" }))).toMatchObject({
    cardinality: 2,
    total: 10,
    certificate: { bonus: 0 },
  });
});

test("mode weakest raises the lowest score before the total", () => {
  const instance = anInstance(
    [
      [900, 500],
      [600, 400],
    ],
    [1, 1],
    { mode: "weakest" },
  );
  const even = anInstance(
    [
      [900, 500],
      [600, 100],
    ],
    [1, 1],
    { mode: "weakest" },
  );

  expect(solve(instance)).toMatchObject({ total: 1100, floor: 500 });
  expect(solve(even)).toMatchObject({
    total: 1100,
    floor: 500,
    most: { mentee: [1, 1], mentor: [0, 0] },
  });
});

test("mode weakest has no floor without a free pair", () => {
  const instance = anInstance([[5]], [1], {
    mode: "weakest",
    locked: [[0, 0]],
  });
  const result = solve(instance);

  expect(result).toMatchObject({ cardinality: 1, total: 5 });
  expect(result).not.toHaveProperty("floor");
});

test("parts that share nobody prove the whole together", () => {
  const instance = anInstance(
    [
      [9, 8, null, null],
      [9, 7, null, null],
      [null, null, 5, 5],
      [null, null, 4, null],
    ],
    [1, 1, 1, 1],
  );

  expect(solve(instance)).toMatchObject({
    cardinality: 4,
    total: 9 + 8 + 5 + 4,
  });
});
