import { expect, test } from "vitest";
import type { CriterionRow } from "./criteria";
import { eligibility } from "./eligibility";
import { aMentee, aMentor } from "./testing/people";

test("lets two people pair whom nothing forbids", () => {
  expect(eligibility(aMentor(), aMentee(), [])).toBeNull();
});

test.each([
  ["CONSENT", { consent: "no" }, {}],
  ["CONSENT", { consent: "withdrawn" }, {}],
  ["CONSENT", {}, { consent: "no" }],
  ["STATUS", { active: false }, {}],
  ["STATUS", {}, { active: false }],
  ["SELF", { personKey: "p7" }, { personKey: "p7" }],
  ["SELF", { id: "Л-1" }, { id: "Л-1" }],
  ["INCOMPLETE", { form: null }, {}],
  ["INCOMPLETE", {}, { form: " " }],
  ["FORM", { form: "ученик – ученик" }, {}],
] as const)(
  "answers %s for a mentor with %j and a mentee with %j",
  (code, mentor, mentee) => {
    expect(eligibility(aMentor(mentor), aMentee(mentee), [])).toBe(code);
  },
);

test("sees one form in two spellings", () => {
  const mentor = aMentor({ form: "Педагог - педагог" });
  const mentee = aMentee({ form: "педагог\u00a0– педагог" });

  expect(eligibility(mentor, mentee, [])).toBeNull();
});

test.each([
  ["TOPICS", "topics", { topics: ["а"] }, { topics: ["б"] }],
  ["TIME", "time", { time: ["вт"] }, { time: ["ср"] }],
  ["EXPERIENCE", "experience", { experienceYears: 3 }, { experienceYears: 3 }],
  ["AGE_CLASS_GAP", "older", { birthYear: 1990 }, { birthYear: 1990 }],
  ["AGE_CLASS_GAP", "younger", { birthYear: 1980 }, { birthYear: 1990 }],
  ["OTHER_ORG", "same-workplace", { workplace: "А" }, { workplace: "Б" }],
  ["SAME_ORG", "other-workplace", { workplace: "5А" }, { workplace: "5а" }],
] as const)(
  "answers %s when the must «%s» does not fit",
  (code, key, mentor, mentee) => {
    const must: readonly CriterionRow[] = [{ key, weight: "must" }];
    const wish: readonly CriterionRow[] = [{ key, weight: "important" }];

    expect(eligibility(aMentor(mentor), aMentee(mentee), must)).toBe(code);
    expect(eligibility(aMentor(mentor), aMentee(mentee), wish)).toBeNull();
  },
);

test("does not forbid a pair by a must whose answer is missing", () => {
  const mentee = aMentee({ time: ["вт"] });

  expect(
    eligibility(aMentor(), mentee, [{ key: "time", weight: "must" }]),
  ).toBeNull();
});
