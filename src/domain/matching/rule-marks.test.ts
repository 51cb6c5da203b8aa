import { expect, test } from "vitest";
import type { Criterion } from "./criteria";
import { NO_RULES, type PairingRules } from "./pairing-rules";
import type { Participant } from "./participant";
import { codesOf, type RuleCode } from "./rules";
import { buildScene } from "./scene";
import { aMentee, aMentor, criterion } from "./testing/people";

/** Codes of the one pair of two people. */
function brokenBy(
  mentor: Partial<Participant>,
  mentee: Partial<Participant>,
  rules: Partial<PairingRules> = {},
  criteria: readonly Criterion[] = [],
): readonly RuleCode[] {
  const scene = buildScene([aMentor(mentor)], [aMentee(mentee)], criteria, {
    ...NO_RULES,
    ...rules,
  });
  return codesOf(scene.broken(0, 0));
}

test.each([
  ["CONSENT", { consent: "no" }, {}],
  ["CONSENT", { consent: "withdrawn" }, {}],
  ["CONSENT", {}, { consent: "no" }],
  ["STATUS", { active: false }, {}],
  ["STATUS", {}, { active: false }],
  ["SELF", { personKey: "p7" }, { personKey: "p7" }],
  ["SELF", { id: "Л-1" }, { id: "Л-1" }],
  [
    "SELF",
    { personKey: "p7", answers: { birthYear: 1990 } },
    { personKey: "p7", answers: { birthYear: 1990 } },
  ],
  [
    "SELF",
    { personKey: "p7", answers: { birthYear: 1990 } },
    { personKey: "p7" },
  ],
  ["INCOMPLETE", { form: null }, {}],
  ["INCOMPLETE", {}, { form: " " }],
  ["FORM", { form: "ученик – ученик" }, {}],
  ["CAPACITY_MENTOR", { capacity: 0 }, {}],
  ["CAPACITY_MENTEE", {}, { capacity: 0 }],
  [
    "KIND",
    { answers: { kinds: ["в группе"] } },
    { answers: { kinds: ["скоростное"] } },
  ],
  [
    "KIND",
    { answers: { birthYear: 1980 } },
    { answers: { kinds: "Реверсивное", birthYear: 1990 } },
  ],
  ["GROUP_SIZE", { answers: { groupMax: 10 } }, { headcount: 11 }],
  ["CLEARANCE", { answers: { clearance: "нет" } }, { answers: { age: 18 } }],
  [
    "CLEARANCE",
    { answers: { clearance: "Нет " } },
    { answers: { grade: "7 «Б»" } },
  ],
  [
    "TEACHES",
    { answers: { teaches: ["8-а", "7 «Б» класс"] } },
    { answers: { grade: "7Б" } },
  ],
  [
    "RELATIVE",
    { answers: { household: "С1" } },
    { answers: { household: "с1 " } },
  ],
  ["NEVER_PAIR", { answers: { refuses: ["НСТ-001"] } }, {}],
  ["NEVER_PAIR", {}, { answers: { refuses: ["нм-001"] } }],
] as const)(
  "answers %s alone for a mentor with %j and a mentee with %j",
  (code, mentor, mentee) => {
    expect(brokenBy(mentor, mentee)).toStrictEqual([code]);
  },
);

test.each([
  [{ form: "Педагог - педагог" }, { form: "педагог\u00a0– педагог" }],
  [{ answers: { clearance: "нет" } }, { answers: { age: 19 } }],
  [{ answers: { groupMax: 25 } }, { headcount: 25 }],
  [{ answers: { kinds: ["в группе"] } }, {}],
  [{ answers: { household: "" } }, { answers: { household: "" } }],
  [{ personKey: "" }, { personKey: "" }],
  [
    { personKey: "p7", answers: { birthYear: 1970 } },
    { personKey: "p7", answers: { birthYear: 2010 } },
  ],
  [
    { answers: { birthYear: 1995 } },
    { answers: { kinds: "реверсивное", birthYear: 1990 } },
  ],
] as const)(
  "lets a mentor with %j and a mentee with %j pair",
  (mentor, mentee) => {
    expect(brokenBy(mentor, mentee)).toStrictEqual([]);
  },
);

test.each([
  ["TOPICS", "topics", { topics: ["а"] }, { topics: ["б"] }],
  ["TIME", "time", { time: ["вт"] }, { time: ["ср"] }],
  ["EXPERIENCE", "experience", { experience: 3 }, { experience: 3 }],
  ["AGE_CLASS_GAP", "older", { birthYear: 1990 }, { birthYear: 1990 }],
  ["AGE_CLASS_GAP", "younger", { birthYear: 1980 }, { birthYear: 1990 }],
  ["AGE_CLASS_GAP", "class-gap", { grade: "5" }, { grade: "6" }],
  ["OTHER_ORG", "same-workplace", { work: "А" }, { grade: "Б" }],
  ["SAME_ORG", "other-workplace", { work: "5А" }, { grade: "5а" }],
  ["PLACE", "format", { format: "очно" }, { format: "онлайн" }],
  ["PLACE", "district", { district: "Центр" }, { district: "Заречный" }],
  [
    "LANGUAGE",
    "language",
    { language: ["татарский"] },
    { language: "русский" },
  ],
  ["CRITERION", "interests", { interests: "хор" }, { interests: "лес" }],
] as const)(
  "answers %s when the must «%s» does not fit",
  (code, key, mentor, mentee) => {
    const people = [{ answers: mentor }, { answers: mentee }] as const;

    expect(brokenBy(...people, {}, [criterion(key, "must")])).toStrictEqual([
      code,
    ]);
    expect(
      brokenBy(...people, {}, [criterion(key, "important")]),
    ).toStrictEqual([]);
    expect(brokenBy({}, people[1], {}, [criterion(key, "must")])).toStrictEqual(
      [],
    );
  },
);

test("tells a ban of the curator, of a group and of history", () => {
  const never = [["НСТ-001", "НМ-001"]] as const;

  expect(brokenBy({}, {}, { never })).toStrictEqual(["NEVER_PAIR"]);
  expect(brokenBy({}, { headcount: 20 }, { never })).toStrictEqual([
    "GROUP_NEVER",
  ]);
  expect(
    brokenBy(
      {},
      {},
      { past: [{ pair: ["НСТ-001", "НМ-001"], outcome: "banned" }] },
    ),
  ).toStrictEqual(["HISTORY_BAN"]);
});
