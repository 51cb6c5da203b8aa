import { expect, test } from "vitest";
import type { Criterion } from "./criteria";
import { explainUnmatched, type Unmatched } from "./explain-unmatched";
import { NO_RULES, type PairingRules } from "./pairing-rules";
import type { Participant } from "./participant";
import { buildScene } from "./scene";
import { solve } from "./solve";
import { aMentee, aMentor, criterion } from "./testing/people";

const TOPICS: readonly Criterion[] = [criterion("topics", "important")];

function explained(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  change: Partial<PairingRules> = {},
  criteria: readonly Criterion[] = TOPICS,
): readonly Unmatched[] {
  const scene = buildScene(mentors, mentees, criteria, {
    ...NO_RULES,
    ...change,
  });
  const result = solve(scene.instance);
  if (result.status === "error") {
    throw new Error(result.message);
  }
  return explainUnmatched(scene, result.pairs);
}

test("says nothing when everybody has a mentor", () => {
  expect(explained([aMentor()], [aMentee()])).toStrictEqual([]);
});

test.each([
  ["WITHDRAWN", { consent: "withdrawn" }],
  ["NO_CONSENT", { consent: "no" }],
  ["EXCLUDED", { active: false }],
  ["INCOMPLETE", { form: null }],
  ["NO_ELIGIBLE", { form: "ученик – ученик" }],
] as const)("gives %s to a mentee with %j", (code, change) => {
  const [unmatched] = explained([aMentor()], [aMentee(change)]);

  expect(unmatched?.code).toBe(code);
  expect(unmatched?.advice).toMatch(/^[А-Я].+\.$/);
});

test("counts why each mentor dropped out and advises on the main cause", () => {
  const mentors = [
    aMentor({ id: "НМ-001", form: "ученик – ученик" }),
    aMentor({ id: "НМ-002", consent: "no" }),
    aMentor({ id: "НМ-003", form: "студент – ученик" }),
  ];

  expect(explained(mentors, [aMentee()])).toStrictEqual([
    {
      id: "НСТ-001",
      code: "NO_ELIGIBLE",
      funnel: {
        mentors: 3,
        eligible: 0,
        notBlocked: 0,
        aboveMin: 0,
        withPlaces: 0,
        removed: { FORM: 2, CONSENT: 1 },
        bestScore: null,
      },
      advice:
        "Ни один из 3 наставников не подходит: другая форма наставничества – 2; нет согласия – 1. Найдите наставника для этой формы или исправьте форму.",
    },
  ]);
});

test("says that the bank of mentors is empty", () => {
  const [unmatched] = explained([], [aMentee()]);

  expect(unmatched).toMatchObject({
    code: "NO_ELIGIBLE",
    advice: "В банке нет наставников. Заполните вкладку «Наставники».",
  });
});

test("gives EXCLUDED when the curator forbade all who fit", () => {
  const [unmatched] = explained([aMentor()], [aMentee()], {
    never: [["НСТ-001", "НМ-001"]],
  });

  expect(unmatched).toMatchObject({
    code: "EXCLUDED",
    funnel: { eligible: 1, notBlocked: 0 },
    advice:
      "Все, кто подходит (1 наставник), запрещены правилами пар. Снимите запрет или найдите ещё наставника.",
  });
});

test("gives BELOW_MIN with the best score there was", () => {
  const [unmatched] = explained(
    [aMentor({ answers: { topics: ["а"] } })],
    [aMentee({ answers: { topics: ["а", "б"] } })],
    { minScore: 600 },
  );

  expect(unmatched).toMatchObject({
    code: "BELOW_MIN",
    funnel: { notBlocked: 1, aboveMin: 0, bestScore: 500 },
    advice:
      "Лучший возможный балл – 500, а порог – 600. Снизьте порог на вкладке «Настройки» или уточните темы и время.",
  });
});

test("gives ONLY_LOCKED when pairs that go on hold every place", () => {
  const unmatched = explained(
    [aMentor()],
    [aMentee(), aMentee({ id: "НСТ-002" })],
    { locked: [["НСТ-001", "НМ-001"]] },
  );

  expect(unmatched).toMatchObject([
    {
      id: "НСТ-002",
      code: "ONLY_LOCKED",
      funnel: { aboveMin: 1, withPlaces: 0 },
      advice:
        "У 1 подходящего наставника все места заняты действующими парами. Добавьте ему место или найдите ещё наставника.",
    },
  ]);
});

test("gives LOST_TO_HIGHER when the place went to a better fit", () => {
  const unmatched = explained(
    [aMentor({ answers: { topics: ["а", "б"] } })],
    [
      aMentee({ id: "НСТ-001", answers: { topics: ["а", "в"] } }),
      aMentee({ id: "НСТ-002", answers: { topics: ["а", "б"] } }),
    ],
  );

  expect(unmatched).toMatchObject([
    {
      id: "НСТ-001",
      code: "LOST_TO_HIGHER",
      advice:
        "У 1 подходящего наставника места достались тем, кому они подходят больше. Добавьте ему место или найдите ещё наставника по темам: «а», «в».",
    },
  ]);
});

test("gives ELIGIBLE_ALL_FULL when equals compete for too few places", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id, answers: { topics: ["а"] } }),
  );
  const mentors = [aMentor({ answers: { topics: ["а"] }, capacity: 2 })];

  expect(explained(mentors, mentees)).toMatchObject([
    {
      id: "НСТ-003",
      code: "ELIGIBLE_ALL_FULL",
      funnel: { aboveMin: 1, withPlaces: 1 },
      advice:
        "У 1 подходящего наставника нет свободных мест. Добавьте ему место или найдите ещё наставника по темам: «а».",
    },
  ]);
});

test("explains everybody by id, whatever the order of rows", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id }),
  );
  const mentors = [aMentor({ id: "НМ-002" }), aMentor({ id: "НМ-001" })];

  const straight = explained(mentors, mentees);

  expect(straight.map(({ id }) => id)).toStrictEqual(["НСТ-003"]);
  expect(
    explained([...mentors].reverse(), [...mentees].reverse()),
  ).toStrictEqual(straight);
});

test("gives ELIGIBLE_ALL_FULL when the mentors who fit have no places at all", () => {
  const [unmatched] = explained([aMentor({ capacity: 0 })], [aMentee()]);

  expect(unmatched).toMatchObject({
    code: "ELIGIBLE_ALL_FULL",
    advice:
      "У 1 подходящего наставника нет свободных мест. Добавьте ему место или найдите ещё наставника.",
  });
});
