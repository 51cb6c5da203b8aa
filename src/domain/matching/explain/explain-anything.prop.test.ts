import fc from "fast-check";
import { expect, test } from "vitest";
import { CRITERIA, type Weight } from "../criteria";
import type { IdPair } from "../participant";
import { buildScene } from "../scene";
import { blockingPairs } from "./blocking";
import { differenceList } from "./difference-list";
import { explainPair } from "./explain-pair";
import { explainUnmatched } from "./explain-unmatched";
import { explainFreeMentor } from "./free-mentor";
import { runMetrics } from "./run-metrics";
import { sensitivity } from "./sensitivity";
import { everybody, rules } from "./testing/scenes";
import { trade } from "./trade";
import { unmatchedNotes } from "./unmatched";

const WEIGHTS: readonly Weight[] = ["must", "important", "minor", "off"];

const scenes = fc
  .tuple(
    everybody(4, "mentor"),
    everybody(5, "mentee"),
    fc.infiniteStream(fc.constantFrom(...WEIGHTS)),
    rules,
  )
  .map(([mentors, mentees, weights, decided]) =>
    buildScene(
      mentors,
      mentees,
      CRITERIA.map((one) => ({ ...one, weight: weights.next().value })),
      decided,
    ),
  );

/** Any pairs, of people who are not there too, over capacity and doubled. */
const pairs = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
    .map(([mentee, mentor]): IdPair => [`НСТ-00${mentee}`, `НМ-00${mentor}`]),
  { maxLength: 8 },
);

/** Every string under a key that holds sentences. */
function sentences(value: unknown, key = ""): readonly string[] {
  if (typeof value === "string") {
    return /words/i.test(key) ? [value] : [];
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([inner, item]) =>
        sentences(item, Array.isArray(value) ? key : inner),
      )
    : [];
}

test("explains anything in JSON and in whole words", () => {
  fc.assert(
    fc.property(scenes, pairs, pairs, (scene, standing, before) => {
      const nameOf = (id: string) => `<${id}>`;
      const told = [
        unmatchedNotes(scene, standing),
        blockingPairs(scene, standing, nameOf),
        runMetrics(scene, standing),
        differenceList(before, standing, nameOf, scene),
        sensitivity(scene),
        trade({ scene, pairs: before }, { scene, pairs: standing }),
        ...scene.mentees.flatMap(({ id }) => [
          explainUnmatched(scene, standing, id, nameOf),
          ...scene.mentors.map((mentor) =>
            explainPair(scene, standing, id, mentor.id, nameOf),
          ),
        ]),
        ...scene.mentors.map(({ id }) =>
          explainFreeMentor(scene, standing, id, nameOf),
        ),
      ];

      expect(JSON.parse(JSON.stringify(told))).toStrictEqual(told);
      for (const sentence of sentences(told)) {
        expect(sentence).not.toMatch(
          /undefined|NaN|null|\[object|Infinity| {2}|\.\.|дом|household/,
        );
      }
    }),
    { numRuns: 120, seed: 20261106 },
  );
});
