import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_RULES } from "../pairing-rules";
import type { IdPair } from "../participant";
import { buildScene } from "../scene";
import { aMentee, aMentor, criterion } from "../testing/people";
import { blockingPairs } from "./blocking";
import { everybody, rules } from "./testing/scenes";

const name = (id: string) => id;
const TOPICS = [criterion("topics", "important")];
const topics = (...values: string[]) => ({ answers: { topics: values } });

const MENTORS = [
  aMentor({ id: "НМ-001", ...topics("а", "б") }),
  aMentor({ id: "НМ-002", ...topics("а") }),
];
const MENTEES = [
  aMentee({ id: "НСТ-001", ...topics("а", "б") }),
  aMentee({ id: "НСТ-002", ...topics("а", "б") }),
];

test("finds two who would rather have each other", () => {
  const scene = buildScene(
    [
      aMentor({ id: "НМ-001", ...topics("а", "б") }),
      aMentor({ id: "НМ-002", ...topics("а") }),
    ],
    [
      aMentee({ id: "НСТ-001", ...topics("а", "б") }),
      aMentee({ id: "НСТ-002", ...topics("а", "в", "г") }),
    ],
    TOPICS,
    NO_RULES,
  );

  expect(
    blockingPairs(
      scene,
      [
        ["НСТ-001", "НМ-002"],
        ["НСТ-002", "НМ-001"],
      ],
      name,
    ),
  ).toStrictEqual({
    count: 1,
    first: [["НСТ-001", "НМ-001"]],
    words:
      "1 пара людей предпочла бы друг друга тому, что есть сейчас. НМ-001 и НСТ-001. Это не ошибка: лучший набор в целом не всегда лучший для каждых двоих.",
  });
});

test("does not count equals, who would only swap", () => {
  const scene = buildScene(MENTORS, MENTEES, TOPICS, NO_RULES);

  expect(
    blockingPairs(
      scene,
      [
        ["НСТ-001", "НМ-002"],
        ["НСТ-002", "НМ-001"],
      ],
      name,
    ),
  ).toStrictEqual({
    count: 0,
    first: [],
    words:
      "Нет никаких двоих, кто предпочёл бы друг друга тому, что есть сейчас.",
  });
});

test("lets a free place prefer anybody who is allowed", () => {
  const scene = buildScene(MENTORS, MENTEES, TOPICS, NO_RULES);

  expect(blockingPairs(scene, [], name).count).toBe(4);
});

test("counts what the definition says, pair by pair", () => {
  fc.assert(
    fc.property(
      everybody(4, "mentor"),
      everybody(5, "mentee"),
      rules,
      fc.infiniteStream(fc.boolean()),
      (mentors, mentees, decided, picks) => {
        const scene = buildScene(mentors, mentees, TOPICS, decided);
        const pairs: IdPair[] = scene.mentees.flatMap(({ id }, mentee) => {
          const row = scene.instance.options[mentee] ?? [];
          const at = row.findIndex(
            (_, k) => k % 2 === 0 && picks.next().value === true,
          );
          const mentor = scene.mentors[row[at] ?? -1];
          return mentor === undefined ? [] : [[id, mentor.id] as const];
        });
        const has = (mentee: string, mentor: string) =>
          pairs.some(([one, other]) => one === mentee && other === mentor);
        let expected = 0;
        scene.mentees.forEach((one, mentee) => {
          scene.mentors.forEach((other, mentor) => {
            const score = scene.score(mentee, mentor);
            const own = pairs.filter(([id]) => id === one.id);
            const held = pairs.filter(([, id]) => id === other.id);
            const wants = (list: readonly IdPair[], places: number) =>
              places > 0 &&
              (list.length < places ||
                list.some(
                  ([id, mentorId]) =>
                    scene.score(
                      scene.menteeOf.get(id) ?? -1,
                      scene.mentorOf.get(mentorId) ?? -1,
                    ) < score,
                ));
            const isAllowed = scene.broken(mentee, mentor) === 0;
            if (
              isAllowed &&
              !has(one.id, other.id) &&
              wants(own, scene.instance.demand?.[mentee] ?? 1) &&
              wants(held, scene.places[mentor] ?? 0)
            ) {
              expected += 1;
            }
          });
        });
        fc.pre(decided.locked.length === 0 && decided.must.length === 0);

        expect(blockingPairs(scene, pairs, name).count).toBe(expected);
      },
    ),
    { numRuns: 500, seed: 20261104 },
  );
});
