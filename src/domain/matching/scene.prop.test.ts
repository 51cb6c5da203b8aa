import fc from "fast-check";
import { expect, test } from "vitest";
import { instanceFault } from "./check-instance";
import type { Criterion, Weight } from "./criteria";
import { NO_RULES, type PairingRules } from "./pairing-rules";
import type { Participant } from "./participant";
import { codesOf, RULE_CODES } from "./rules";
import { buildScene } from "./scene";
import { solve } from "./solve";
import { aMentor, criterion } from "./testing/people";

const TOPICS: readonly Criterion[] = [criterion("topics", "important")];

function sceneOf(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  rules: Partial<PairingRules> = {},
  criteria: readonly Criterion[] = TOPICS,
) {
  return buildScene(mentors, mentees, criteria, { ...NO_RULES, ...rules });
}

const people: fc.Arbitrary<readonly Participant[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      topics: fc.subarray(["а", "б", "в"]),
      form: fc.constantFrom("ученик – ученик", "педагог – педагог", null),
      consent: fc.constantFrom("yes" as const, "yes" as const, "no" as const),
      capacity: fc.integer({ min: -1, max: 4 }),
    }),
    { selector: (person) => person.id, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ topics, ...change }) =>
      aMentor({ ...change, answers: { topics } }),
    ),
  );

test("builds a valid instance from any rows in any order", () => {
  fc.assert(
    fc.property(
      people,
      people,
      fc.array(fc.tuple(fc.nat(), fc.nat())),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
      (mentors, mentees, dice, musts) => {
        const pairsOf = (list: readonly (readonly [number, number])[]) =>
          list.flatMap(([i, j]): [string, string][] => {
            const mentee = mentees[i % Math.max(1, mentees.length)];
            const mentor = mentors[j % Math.max(1, mentors.length)];
            return mentee && mentor ? [[mentee.id, mentor.id]] : [];
          });
        const rules: Partial<PairingRules> = {
          locked: pairsOf(dice),
          must: pairsOf(musts).map(([mentee, mentor]) => ({
            mentee,
            mentors: [mentor],
          })),
          minScore: 300,
        };
        const scene = sceneOf(
          mentors,
          mentees.map((one) => ({ ...one, capacity: 1 })),
          rules,
        );
        const turned = sceneOf(
          [...mentors].reverse(),
          [...mentees].reverse().map((one) => ({ ...one, capacity: 1 })),
          { ...rules, locked: [...(rules.locked ?? [])].reverse() },
        );

        expect(instanceFault(scene.instance)).toBeNull();
        expect(turned.instance).toStrictEqual(scene.instance);
        scene.instance.options.forEach((row, mentee) => {
          for (let at = 0; at < row.length; at += 2) {
            const mentor = row[at] ?? 0;
            const isFixed = scene.instance.locked.some(
              ([i, j]) => i === mentee && j === mentor,
            );
            expect(isFixed || scene.broken(mentee, mentor) === 0).toBe(true);
          }
        });
      },
    ),
    { numRuns: 500, seed: 20260901 },
  );
});

test("counts removals as the pairs themselves do", () => {
  fc.assert(
    fc.property(people, people, (mentors, mentees) => {
      const scene = sceneOf(mentors, mentees, { minScore: 300 });
      const pairs = scene.mentees.flatMap((_, mentee) =>
        scene.mentors.map((__, mentor) =>
          codesOf(scene.broken(mentee, mentor)),
        ),
      );
      const counted = RULE_CODES.map((code) => ({
        code,
        all: pairs.filter((codes) => codes.includes(code)).length,
        alone: pairs.filter((codes) => codes.length === 1 && codes[0] === code)
          .length,
      })).filter(({ all }) => all > 0);

      expect(scene.removed).toStrictEqual(counted);
    }),
  );
});

function pairsOf(scene: ReturnType<typeof sceneOf>) {
  const result = solve(scene.instance);
  if (result.status === "error") {
    throw new RangeError(result.message);
  }
  return result;
}

test("somebody hopeless changes nobody else's pair", () => {
  fc.assert(
    fc.property(people, people, (mentors, mentees) => {
      const hopeless = {
        consent: "no" as const,
        answers: { topics: ["а", "б", "в"] },
      };
      const before = pairsOf(sceneOf(mentors, mentees));
      const after = pairsOf(
        sceneOf(
          [...mentors, aMentor({ id: "новый", ...hopeless })],
          [...mentees, aMentor({ id: "новая", ...hopeless })],
        ),
      );

      expect(after.pairs).toStrictEqual(before.pairs);
    }),
    { numRuns: 200, seed: 20260901 },
  );
});

test("a rule less never means a pair less", () => {
  fc.assert(
    fc.property(
      people,
      people,
      fc.integer({ min: 1, max: 1000 }),
      (mentors, mentees, minScore) => {
        const size = (rules: Partial<PairingRules>, weight: Weight) =>
          pairsOf(
            sceneOf(mentors, mentees, rules, [criterion("topics", weight)]),
          ).cardinality;
        const strict = size({ minScore }, "must");

        expect(size({ minScore }, "important")).toBeGreaterThanOrEqual(strict);
        expect(size({}, "must")).toBeGreaterThanOrEqual(strict);
      },
    ),
    { numRuns: 200, seed: 20260901 },
  );
});
