import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_RULES, type PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";
import { buildScene, type Scene } from "../scene";
import { bestMerit, type Merit } from "../testing/brute-force";
import { aMentee, aMentor, criterion } from "../testing/people";
import { tryAll } from "./explain-unmatched";
import { solveFirst } from "./re-solve";
import { standingPairs } from "./standing";
import { altered } from "./what-if";

const some = <T>(...values: T[]) => fc.constantFrom(...values);

const person = fc.record({
  form: some<string | null>("а", "а", "а", "б", null),
  consent: some<Participant["consent"]>("yes", "yes", "yes", "no", "withdrawn"),
  active: some(true, true, true, false),
  capacity: fc.nat({ max: 2 }),
  answers: fc.record({
    topics: fc.subarray(["1", "2", "3"]),
    grade: fc.integer({ min: 1, max: 11 }),
    household: some("", "", "дом"),
    refuses: some("", "", "НМ-001"),
  }),
});

function everybody(most: number, side: "mentor" | "mentee") {
  return fc
    .array(person, { maxLength: most })
    .map((people) =>
      people.map((one, index) =>
        side === "mentor"
          ? aMentor({ ...one, id: `НМ-00${index + 1}` })
          : aMentee({ ...one, id: `НСТ-00${index + 1}`, capacity: 1 }),
      ),
    );
}

const idPair = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([mentee, mentor]) => [`НСТ-00${mentee}`, `НМ-00${mentor}`] as const);

const rules: fc.Arbitrary<PairingRules> = fc
  .record({
    locked: fc.array(idPair, { maxLength: 1 }),
    never: fc.array(idPair, { maxLength: 3 }),
    musts: fc.array(idPair, { maxLength: 1 }),
    reserved: fc.nat({ max: 1 }),
    minScore: some(0, 0, 400, 700),
  })
  .map(({ locked, never, musts, reserved, minScore }) => ({
    ...NO_RULES,
    locked,
    never,
    must: musts.map(([mentee, mentor]) => ({ mentee, mentors: [mentor] })),
    reserve: [{ mentor: "НМ-002", places: reserved }],
    minScore,
  }));

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
