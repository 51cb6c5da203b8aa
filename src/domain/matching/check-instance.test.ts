import { expect, test } from "vitest";
import { instanceFault } from "./check-instance";
import type { PairingInstance } from "./pairing";
import { solve } from "./solve";

const GOOD: PairingInstance = {
  format: "pairing-instance/1",
  name: "пример",
  mentees: ["a", "b"],
  mentors: [
    { id: "x", capacity: 1 },
    { id: "y", capacity: 2 },
  ],
  options: [
    [0, 5, 1, 7],
    [1, 0],
  ],
  locked: [[0, 1]],
  blocked: [[1, 0]],
};

test("accepts a good instance", () => {
  expect(instanceFault(GOOD)).toBeNull();
});

const FAULTS: readonly (readonly [string, object, RegExp])[] = [
  ["another format", { format: "pairing-instance/2" }, /format/],
  ["no name", { name: 5 }, /name/],
  ["mentees that are no list", { mentees: "ab" }, /mentees/],
  ["a mentee without an id", { mentees: ["a", ""] }, /mentees/],
  ["a mentee twice", { mentees: ["a", "a"] }, /«a» встречается дважды/],
  ["mentors that are no list", { mentors: null }, /mentors/],
  [
    "a mentor twice",
    {
      mentors: [
        { id: "x", capacity: 1 },
        { id: "x", capacity: 2 },
      ],
    },
    /«x» встречается дважды/,
  ],
  [
    "a negative capacity",
    { mentors: [{ id: "x", capacity: -1 }, GOOD.mentors[1]] },
    /capacity/,
  ],
  [
    "half a place",
    { mentors: [{ id: "x", capacity: 1.5 }, GOOD.mentors[1]] },
    /capacity/,
  ],
  ["a mentor that is no object", { mentors: [null, null] }, /наставника № 0/],
  ["too few option rows", { options: [[0, 5]] }, /options/],
  ["half a pair of numbers", { options: [[0], []] }, /options/],
  ["a mentor out of range", { options: [[2, 5], []] }, /нет наставника № 2/],
  ["a mentor index below 0", { options: [[-1, 5], []] }, /нет наставника/],
  ["descending mentors", { options: [[1, 7, 0, 5], []] }, /по возрастанию/],
  ["a repeated mentor", { options: [[1, 7, 1, 5], []] }, /без повторов/],
  ["a negative score", { options: [[0, -5], []] }, /балл/],
  ["a fractional score", { options: [[0, 0.5], []] }, /балл/],
  ["a text score", { options: [[0, "5"], []] }, /балл/],
  ["no locks field", { locked: undefined }, /locked/],
  ["a lock out of range", { locked: [[2, 0]] }, /locked/],
  ["a lock of three numbers", { locked: [[0, 1, 1]] }, /locked/],
  ["a block out of range", { blocked: [[0, 9]] }, /blocked/],
  ["a lock that is no option", { locked: [[1, 0]] }, /среди допустимых/],
  ["a lock that is blocked", { blocked: [[0, 1]] }, /запрещена/],
  [
    "a mentee locked twice",
    {
      locked: [
        [0, 0],
        [0, 1],
      ],
    },
    /закреплён дважды/,
  ],
  [
    "the same lock twice",
    {
      locked: [
        [0, 1],
        [0, 1],
      ],
    },
    /закреплён дважды/,
  ],
  [
    "locks over capacity",
    {
      options: [
        [0, 5],
        [0, 5],
      ],
      locked: [
        [0, 0],
        [1, 0],
      ],
      blocked: [],
    },
    /закреплено пар: 2, а мест: 1/,
  ],
  ["demand of another length", { demand: [1] }, /demand/],
  ["a demand of 0", { demand: [1, 0] }, /demand/],
  ["a must out of range", { must: [2] }, /must/],
  ["a present pair out of range", { keep: [[0, 2]] }, /keep/],
  ["present pairs that are no list", { keep: "все" }, /keep/],
  ["an unknown mode", { mode: "fair" }, /mode/],
  ["a threshold that is no number", { threshold: "5" }, /threshold/],
  [
    "more locks than the demand",
    {
      demand: [2, 1],
      mentors: [...GOOD.mentors, { id: "z", capacity: 1 }],
      options: [
        [0, 5, 1, 7, 2, 1],
        [1, 0],
      ],
      locked: [
        [0, 0],
        [0, 1],
        [0, 2],
      ],
    },
    /закреплено наставников: 3, а нужно: 2/,
  ],
  [
    "the same lock twice where two are wanted",
    {
      demand: [2, 1],
      locked: [
        [0, 1],
        [0, 1],
      ],
    },
    /закреплена дважды/,
  ],
  ["scores beyond exact sums", { options: [[0, 2 ** 52], []] }, /велики/],
];

test.each(FAULTS)("refuses %s", (_, change, message) => {
  const instance = { ...GOOD, ...change };

  expect(instanceFault(instance)).toMatch(message);
});

test.each([null, 5, "x", [], undefined])(
  "refuses %s as an instance",
  (value) => {
    expect(instanceFault(value)).toMatch(/объектом/);
  },
);

test("solve answers with the error instead of throwing", () => {
  const result = solve({ ...GOOD, mentees: ["a", "a"] });

  expect(result).toStrictEqual({
    status: "error",
    message: "mentees: код «a» встречается дважды.",
  });
});
