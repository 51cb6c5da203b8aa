import { expect, test } from "vitest";
import { verifyCertificate } from "./certificate";
import type { PairingInstance, PairingSolution } from "./pairing";
import { solve } from "./solve";

const INSTANCE: PairingInstance = {
  format: "pairing-instance/1",
  name: "пример",
  mentees: ["a", "b", "c"],
  mentors: [
    { id: "x", capacity: 1 },
    { id: "y", capacity: 2 },
  ],
  options: [
    [0, 9, 1, 7],
    [0, 8, 1, 3],
    [1, 6],
  ],
  locked: [[2, 1]],
  blocked: [[1, 1]],
};

function solved(): PairingSolution {
  const result = solve(INSTANCE);
  if (result.status === "error") {
    throw new Error(result.message);
  }
  return result;
}

test("confirms the solver's own answer", () => {
  expect(verifyCertificate(INSTANCE, solved())).toStrictEqual({
    valid: true,
    message: "",
  });
});

const GOOD = solved();

const FORGERIES: readonly (readonly [
  string,
  Partial<PairingSolution>,
  RegExp,
])[] = [
  [
    "a pair that is no option",
    { pairs: [["c", "x"], ...GOOD.pairs.slice(0, 2)] },
    /not allowed/,
  ],
  [
    "a blocked pair",
    {
      pairs: [
        ["a", "x"],
        ["b", "y"],
        ["c", "y"],
      ],
      total: 18,
    },
    /not allowed/,
  ],
  ["an unknown id", { pairs: [["z", "x"]] }, /not allowed/],
  [
    "a mentee with two mentors",
    {
      pairs: [
        ["a", "x"],
        ["a", "y"],
        ["c", "y"],
      ],
      total: 22,
    },
    /has 2 mentors and wants 1/,
  ],
  [
    "a mentor over capacity",
    {
      pairs: [
        ["a", "x"],
        ["b", "x"],
        ["c", "y"],
      ],
      total: 23,
    },
    /more pairs than places/,
  ],
  [
    "a missing locked pair",
    {
      pairs: [
        ["a", "y"],
        ["b", "x"],
      ],
      cardinality: 2,
      total: 15,
    },
    /locked/,
  ],
  ["another total", { total: GOOD.total + 1 }, /total/],
  [
    "a smaller pairing with the same prices",
    {
      pairs: [
        ["a", "x"],
        ["c", "y"],
      ],
      cardinality: 2,
      total: 15,
    },
    /sum to/,
  ],
  [
    "prices that an option exceeds",
    { certificate: { ...GOOD.certificate, mentee: [0, 0, 0] } },
    /sum to/,
  ],
  [
    "a negative price",
    { certificate: { ...GOOD.certificate, mentor: [-1, 0] } },
    /integer/,
  ],
  [
    "a bonus below the largest total",
    { certificate: { ...GOOD.certificate, bonus: 18 } },
    /bonus/,
  ],
  [
    "prices for other people",
    { certificate: { ...GOOD.certificate, mentor: [0] } },
    /number of people/,
  ],
];

test.each(FORGERIES)("rejects %s", (_, change, message) => {
  const proof = verifyCertificate(INSTANCE, { ...GOOD, ...change });

  expect(proof.valid).toBe(false);
  expect(proof.message).toMatch(message);
});

const WEAKEST: PairingInstance = {
  ...INSTANCE,
  locked: [],
  blocked: [],
  demand: [2, 1, 1],
  must: [2],
  mode: "weakest",
};

const RAISED = solve(WEAKEST) as PairingSolution;

test("confirms demand, musts and the floor", () => {
  expect(RAISED).toMatchObject({ cardinality: 3, floor: 6 });
  expect(verifyCertificate(WEAKEST, RAISED).message).toBe("");
});

test.each([
  [
    "a pair made twice",
    {
      pairs: [
        ["a", "y"],
        ["a", "y"],
        ["c", "y"],
      ],
    },
    /made twice/,
  ],
  [
    "a must without a pair",
    {
      pairs: [
        ["a", "x"],
        ["a", "y"],
      ],
      cardinality: 2,
      total: 16,
    },
    /wants 1/,
  ],
  ["another floor", { floor: 5 }, /sum to|floor/],
  ["no proof of the number", { most: undefined }, /no more pairs/],
  ["no proof above the floor", { above: undefined }, /above the floor/],
  [
    "a proof above the floor that proves nothing",
    { above: { mentee: [1, 1, 1], mentor: [0, 0] } },
    /above the floor/,
  ],
  [
    "a negative price of somebody who is no must",
    { most: { mentee: [-1, 1, 1], mentor: [1, 1] } },
    /no more pairs/,
  ],
] as const)("rejects %s", (_, change, message) => {
  const forged = { ...RAISED, ...change } as PairingSolution;

  expect(verifyCertificate(WEAKEST, forged).message).toMatch(message);
});

test("rejects pairs under the threshold and a bonus in the mode best", () => {
  const best: PairingInstance = { ...INSTANCE, mode: "best", threshold: 7 };
  const result = solve(best) as PairingSolution;

  expect(verifyCertificate(best, result).message).toBe("");
  expect(verifyCertificate({ ...best, threshold: 9 }, result).message).toMatch(
    /not allowed/,
  );
  expect(
    verifyCertificate(best, {
      ...result,
      certificate: { ...result.certificate, bonus: 1 },
    }).message,
  ).toMatch(/bonus/);
});

/** Two pairs that score as much as one: the mode best wants them both. */
const EQUAL_TOTALS: PairingInstance = {
  ...INSTANCE,
  mode: "best",
  options: [
    [0, 5, 1, 2],
    [0, 3],
    [1, 0],
  ],
  locked: [],
  blocked: [],
};

test("proves the number among equal totals in the mode best", () => {
  const result = solve(EQUAL_TOTALS) as PairingSolution;

  expect(result).toMatchObject({ cardinality: 3, total: 5 });
  expect(verifyCertificate(EQUAL_TOTALS, result).message).toBe("");
});

test.each([
  [
    "fewer pairs of the same total",
    {
      pairs: [
        ["a", "x"],
        ["c", "y"],
      ],
      cardinality: 2,
    },
    /prices of the number sum to/,
  ],
  ["no proof of the number", { count: undefined }, /more pairs make the same/],
  [
    "a scale that lets pairs outweigh a point",
    { count: { scale: 3, mentee: [9, 4, 1], mentor: [6, 0] } },
    /scale/,
  ],
  [
    "prices of the number that an option exceeds",
    { count: { scale: 4, mentee: [0, 0, 0], mentor: [0, 0] } },
    /prices of the number sum to/,
  ],
] as const)("rejects %s in the mode best", (_, change, message) => {
  const result = solve(EQUAL_TOTALS) as PairingSolution;
  const forged = { ...result, ...change } as PairingSolution;

  expect(verifyCertificate(EQUAL_TOTALS, forged).message).toMatch(message);
});
