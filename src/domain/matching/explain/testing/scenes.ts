/** Arbitrary people and rules of small scenes, for properties. */
import fc from "fast-check";
import {
  NO_RULES,
  type PairingMode,
  type PairingRules,
} from "../../pairing-rules";
import type { Participant } from "../../participant";
import { aMentee, aMentor } from "../../testing/people";

/** One of these. */
export const some = <T extends string | number | boolean | null>(
  ...values: T[]
) => fc.constantFrom(...values);

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

/** People with everything that may keep a pair from being made. */
export function everybody(most: number, side: "mentor" | "mentee") {
  return fc.array(person, { maxLength: most }).map((people) =>
    people.map((one, index) =>
      side === "mentor"
        ? aMentor({ ...one, id: `НМ-00${index + 1}` })
        : aMentee({
            ...one,
            id: `НСТ-00${index + 1}`,
            // Now and then a group that wants two mentors.
            capacity: one.capacity === 2 && one.answers.grade > 8 ? 2 : 1,
          }),
    ),
  );
}

const idPair = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .map(([mentee, mentor]) => [`НСТ-00${mentee}`, `НМ-00${mentor}`] as const);

/** Rules of every kind, some of people who are not there. */
export const rules: fc.Arbitrary<PairingRules> = fc
  .record({
    locked: fc.array(idPair, { maxLength: 1 }),
    never: fc.array(idPair, { maxLength: 3 }),
    musts: fc.array(idPair, { maxLength: 2 }),
    mode: some<PairingMode>("most", "most", "best", "weakest"),
    keep: fc.array(idPair, { maxLength: 3 }),
    reserved: fc.nat({ max: 2 }),
    minScore: some(0, 0, 400, 700),
  })
  .map(({ locked, never, musts, mode, keep, reserved, minScore }) => ({
    ...NO_RULES,
    locked,
    never,
    // One mentor, or one of two.
    must: musts.map(([mentee, mentor]) => ({
      mentee,
      mentors: mentor === "НМ-002" ? [mentor, "НМ-001"] : [mentor],
    })),
    mode,
    keep,
    reserve: [{ mentor: "НМ-002", places: reserved }],
    minScore,
  }));
