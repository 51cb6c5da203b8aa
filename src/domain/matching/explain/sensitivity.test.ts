import { expect, test } from "vitest";
import { NO_RULES } from "../pairing-rules";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { sensitivity } from "./sensitivity";

/** One has the topic, the other the time; topics weigh 3 against 3. */
const MENTORS = [
  aMentor({ id: "НМ-001", answers: { topics: ["а"], time: ["вт"] } }),
  aMentor({ id: "НМ-002", answers: { topics: ["б"], time: ["ср"] } }),
];

test("finds the pairs that one step of a weight undoes", () => {
  const scene = buildScene(
    MENTORS,
    [aMentee({ answers: { topics: ["а"], time: ["ср"] } })],
    [criterion("topics", "desirable"), criterion("time", "desirable")],
    NO_RULES,
  );

  // Equal at first, so the first by id; with time above topics the other one.
  expect(sensitivity(scene)).toStrictEqual({
    changed: 1,
    of: 1,
    steps: [
      {
        criterion: "topics",
        name: "Темы: запрос и компетенции",
        weight: "неважно",
        changed: 1,
      },
      {
        criterion: "time",
        name: "Удобное время",
        weight: "важно",
        changed: 1,
      },
    ],
    words: "Веса ±1 ступень меняют 1 из 1 пары.",
  });
});

test("says that nothing depends on the weights", () => {
  const scene = buildScene(
    MENTORS,
    [aMentee({ answers: { topics: ["а"], time: ["вт"] } })],
    [criterion("topics", "must"), criterion("time", "minor")],
    NO_RULES,
  );

  expect(sensitivity(scene)).toStrictEqual({
    changed: 0,
    of: 1,
    steps: [],
    words: "Веса ±1 ступень не меняют ни одной пары.",
  });
});
