import fc from "fast-check";
import { expect, test } from "vitest";
import { buildScene, type Scene } from "../scene";
import { bestPairs } from "../testing/brute-force";
import { criterion } from "../testing/people";
import { explainPair } from "./explain-pair";
import { everybody, rules } from "./testing/scenes";

const scenes = fc
  .tuple(everybody(4, "mentor"), everybody(5, "mentee"), rules)
  .map(([mentors, mentees, decided]) =>
    buildScene(
      mentors,
      mentees,
      [criterion("topics", "important"), criterion("class-gap", "minor")],
      { ...decided, must: [] },
    ),
  );

/** By brute force, the pair made to stay or banned. */
function best(scene: Scene, menteeId: string, mentorId: string, has: boolean) {
  const { mentors, mentees, criteria, rules: decided } = scene;
  const locked = decided.locked.filter(
    ([one, other]) => one !== menteeId || other !== mentorId,
  );
  const { instance } = buildScene(mentors, mentees, criteria, {
    ...decided,
    locked: has ? [...locked, [menteeId, mentorId]] : locked,
    never: has ? decided.never : [...decided.never, [menteeId, mentorId]],
  });
  const pairs = bestPairs(instance) ?? [];
  const total = pairs.reduce(
    (sum, [one, other]) =>
      sum +
      scene.score(
        scene.menteeOf.get(one) ?? -1,
        scene.mentorOf.get(other) ?? -1,
      ),
    0,
  );
  return { pairs: pairs.length, total };
}

test("says of breaking and making a pair what brute force finds", () => {
  let said = 0;
  fc.assert(
    fc.property(
      scenes,
      fc.nat(),
      fc.nat(),
      fc.boolean(),
      (scene, i, j, isStanding) => {
        const menteeId = scene.mentees[i % (scene.mentees.length || 1)]?.id;
        const mentorId = scene.mentors[j % (scene.mentors.length || 1)]?.id;
        fc.pre(menteeId !== undefined && mentorId !== undefined);
        const pairs = isStanding ? [[menteeId, mentorId] as const] : [];

        const { change } = explainPair(
          scene,
          pairs,
          menteeId,
          mentorId,
          String,
        );

        if (change !== null) {
          const having = best(scene, menteeId, mentorId, true);
          const lacking = best(scene, menteeId, mentorId, false);
          const sign = isStanding ? 1 : -1;
          expect(change.difference).toStrictEqual({
            pairs: sign * (lacking.pairs - having.pairs) + 0,
            total: sign * (lacking.total - having.total) + 0,
          });
          said += 1;
        }
      },
    ),
    { numRuns: 400, seed: 20261103 },
  );
  expect(said).toBeGreaterThan(200);
});
