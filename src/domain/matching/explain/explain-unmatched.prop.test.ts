import fc from "fast-check";
import { expect, test } from "vitest";
import { buildScene, type Scene } from "../scene";
import { bestMerit, type Merit } from "../testing/brute-force";
import { criterion } from "../testing/people";
import { tryAll } from "./explain-unmatched";
import { solveFirst } from "./re-solve";
import { standingPairs } from "./standing";
import { everybody, rules, some } from "./testing/scenes";
import { altered } from "./what-if";

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

/** By brute force: how many pairs, and whether the mentee is in one. */
function outcome(scene: Scene, mentee: number) {
  const merit: Merit = bestMerit(scene.instance);
  return {
    pairs: merit.cardinality,
    isPaired: (merit.choice[mentee] ?? 0) < scene.instance.mentors.length,
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
      scene.mentees.forEach((_, mentee) => {
        if ((best.mentorsOf[mentee]?.length ?? 0) > 0) {
          return;
        }
        const before = outcome(scene, mentee);
        for (const tried of tryAll(scene, known, best, mentee)) {
          const { alteration, gain, helps } = tried;
          if (alteration === null) {
            throw new Error("nothing was changed");
          }
          const {
            mentors,
            mentees,
            criteria,
            rules: decided,
          } = altered(scene, alteration);
          const changed = buildScene(mentors, mentees, criteria, decided);
          const after = outcome(changed, mentee);

          expect({ tried, gain, helps }).toStrictEqual({
            tried,
            gain: after.pairs - before.pairs,
            helps: after.isPaired,
          });
          helping += helps ? 1 : 0;
        }
      });
    }),
    { numRuns: 600, seed: 20261102 },
  );
  expect(helping).toBeGreaterThan(300);
});
