import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA } from "../criteria";
import { NO_RULES, type PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";
import { buildScene } from "../scene";
import { solve } from "../solve";
import { aMentee, aMentor, criterion } from "../testing/people";
import { fingerprint } from "./fingerprint";
import { everybody, rules } from "./testing/scenes";

const TOPICS = [criterion("topics", "important")];

function mark(
  mentee: Partial<Participant>,
  decided: Partial<PairingRules> = {},
  criteria = TOPICS,
): string {
  return fingerprint(
    buildScene([aMentor()], [aMentee(mentee)], criteria, {
      ...NO_RULES,
      ...decided,
    }),
  );
}

test("is 16 hex digits, the same each time", () => {
  expect(mark({})).toMatch(/^[0-9a-f]{16}$/);
  expect(mark({})).toBe(mark({}));
});

test.each([
  ["an answer used", mark({ answers: { topics: ["а"] } })],
  ["an answer that a rule reads", mark({ answers: { household: "1" } })],
  ["a consent", mark({ consent: "no" })],
  ["a lock", mark({}, { locked: [["НСТ-001", "НМ-001"]] })],
  ["a mode", mark({}, { mode: "weakest" })],
  ["a weight", mark({}, {}, [criterion("topics", "minor")])],
  [
    "a limit without end",
    mark({}, {}, [
      {
        ...criterion("topics", "important"),
        limit: { from: 1, to: Number.POSITIVE_INFINITY },
      },
    ]),
  ],
])("changes with %s", (_, other) => {
  expect(other).not.toBe(mark({}));
});

test.each([
  ["an answer that nothing reads", mark({ answers: { hobby: "шахматы" } })],
  [
    "a row number or a reason",
    mark(
      {},
      {
        prefer: [
          {
            mentee: "НСТ-001",
            mentor: "НМ-001",
            points: 1,
            reason: "другая",
            row: 9,
          },
        ],
      },
    ),
  ],
])("does not change with %s", (what, other) => {
  const prefer = [
    { mentee: "НСТ-001", mentor: "НМ-001", points: 1, reason: "одна" },
  ];

  expect(other).toBe(what.includes("reason") ? mark({}, { prefer }) : mark({}));
});

test("does not depend on the order of rows, nor do the pairs", () => {
  fc.assert(
    fc.property(
      everybody(4, "mentor"),
      everybody(5, "mentee"),
      rules,
      (mentors, mentees, decided) => {
        const one = buildScene(mentors, mentees, CRITERIA, decided);
        const other = buildScene(
          [...mentors].reverse(),
          [...mentees].reverse(),
          [...CRITERIA].reverse(),
          { ...decided, never: [...decided.never].reverse() },
        );
        const [first, second] = [solve(one.instance), solve(other.instance)];

        expect(fingerprint(other)).toBe(fingerprint(one));
        expect(second).toMatchObject(
          first.status === "error" ? first : { pairs: first.pairs },
        );
      },
    ),
    { numRuns: 200, seed: 20261105 },
  );
});
