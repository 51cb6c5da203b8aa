import fc from "fast-check";
import { expect, test } from "vitest";
import { buildScene, type Scene } from "../scene";
import { bestPairs } from "../testing/brute-force";
import { criterion } from "../testing/people";
import { tryAll } from "./explain-unmatched";
import { solveFirst } from "./re-solve";
import { standingPairs, wantsOf } from "./standing";
import { everybody, rules, some } from "./testing/scenes";
import type { Tried } from "./trials";
import { tryTwo } from "./two-changes";
import { altered, type Inputs } from "./what-if";

const scenes = fc
  .tuple(
    everybody(4, "mentor"),
    everybody(5, "mentee"),
    some("must", "important"),
    some("must", "must", "minor"),
    rules,
  )
  .map(([mentors, mentees, topics, gap, decided]) =>
    buildScene(
      mentors,
      mentees,
      [criterion("topics", topics), criterion("class-gap", gap)],
      decided,
    ),
  );

/** By brute force: how many pairs, and how many of them are the mentee's. */
function outcome({ instance }: Scene, mentee: number) {
  const pairs = bestPairs(instance);
  const own = pairs?.filter(([id]) => id === instance.mentees[mentee]);
  return { pairs: pairs?.length, own: own?.length ?? 0 };
}

/** What changes promise, and what comes of making them. */
function promise<T>(
  scene: Scene,
  mentee: number,
  tried: T,
  ...changes: readonly Pick<Tried, "alteration">[]
) {
  const inputs = changes.reduce<Inputs>((before, { alteration }) => {
    if (alteration === null) {
      throw new Error("nothing was changed");
    }
    return altered(before, alteration);
  }, scene);
  const changed = buildScene(
    inputs.mentors,
    inputs.mentees,
    inputs.criteria,
    inputs.rules,
  );
  const [before, after] = [outcome(scene, mentee), outcome(changed, mentee)];
  const isPossible = after.pairs !== undefined;
  return {
    tried,
    gain: isPossible ? (after.pairs ?? 0) - (before.pairs ?? 0) : 0,
    helps: isPossible && after.own > before.own,
  };
}

test("promises of every change what brute force finds when it is made", () => {
  let helping = 0;
  fc.assert(
    fc.property(scenes, (scene) => {
      fc.pre(
        scene.contradictions.every(({ severity }) => severity === "warning"),
      );
      const known = solveFirst(scene.instance);
      if (known.status === "error") {
        throw new Error(known.message);
      }
      const best = standingPairs(scene, known.solution.pairs);
      const waiting = scene.mentees
        .map((_, mentee) => mentee)
        .filter(
          (mentee) =>
            (best.mentorsOf[mentee]?.length ?? 0) < wantsOf(scene, mentee),
        );
      for (const mentee of waiting) {
        for (const tried of tryAll(scene, known, best, mentee)) {
          const { gain, helps } = tried;
          expect({ tried, gain, helps }).toStrictEqual(
            promise(scene, mentee, tried, tried),
          );
          helping += helps ? 1 : 0;
        }
      }
    }),
    { numRuns: 300, seed: 20261102 },
  );
  expect(helping).toBeGreaterThan(150);
});

test("promises of two changes together what brute force finds when both are made", () => {
  let found = 0;
  fc.assert(
    fc.property(scenes, (scene) => {
      fc.pre(
        scene.contradictions.every(({ severity }) => severity === "warning"),
      );
      const known = solveFirst(scene.instance);
      if (known.status === "error") {
        throw new Error(known.message);
      }
      const best = standingPairs(scene, known.solution.pairs);
      for (let mentee = 0; mentee < scene.mentees.length; mentee += 1) {
        const has = best.mentorsOf[mentee]?.length ?? 0;
        const isHelped =
          has >= wantsOf(scene, mentee) ||
          tryAll(scene, known, best, mentee).some(
            ({ helps, kind }) => helps && kind !== "new-mentor",
          );
        for (const two of isHelped
          ? []
          : tryTwo(scene, known, best, mentee, tryAll)) {
          const { first, second, gain } = two;
          expect({ tried: two, gain, helps: true }).toStrictEqual(
            promise(scene, mentee, two, first, second),
          );
          found += 1;
        }
      }
    }),
    { numRuns: 300, seed: 20261103 },
  );
  expect(found).toBeGreaterThan(20);
});
