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
