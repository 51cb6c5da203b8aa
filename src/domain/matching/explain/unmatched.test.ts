import { expect, test } from "vitest";
import type { Criterion } from "../criteria";
import { NO_RULES, type PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";
import { buildScene } from "../scene";
import { solve } from "../solve";
import { aMentee, aMentor, criterion } from "../testing/people";
import type { UnmatchedNote } from "./explanation";
import { unmatchedNotes } from "./unmatched";

const TOPICS = [criterion("topics", "important")];

/** Of the best pairing. */
function notes(
  mentors: readonly Participant[],
  mentees: readonly Participant[],
  rules: Partial<PairingRules> = {},
  criteria: readonly Criterion[] = TOPICS,
): readonly UnmatchedNote[] {
  const scene = buildScene(mentors, mentees, criteria, {
    ...NO_RULES,
    ...rules,
  });
  const result = solve(scene.instance);
  if (result.status === "error") {
    throw new Error(result.message);
  }
  return unmatchedNotes(scene, result.pairs);
}

test("says nothing when everybody has a mentor", () => {
  expect(notes([aMentor()], [aMentee()])).toStrictEqual([]);
});

test.each([
  ["WITHDRAWN", { consent: "withdrawn" }],
  ["NO_CONSENT", { consent: "no" }],
  ["EXCLUDED", { active: false }],
  ["INCOMPLETE", { form: null }],
  ["NO_ELIGIBLE", { form: "ученик – ученик" }],
] as const)("gives %s to a mentee with %j", (code, change) => {
  const [note] = notes([aMentor()], [aMentee(change)]);

  expect(note?.code).toBe(code);
  expect(note?.words).toMatch(/^[А-Я].+\.$/);
});

test("counts why each mentor dropped out and advises on the main cause", () => {
  const mentors = [
    aMentor({ id: "НМ-001", form: "ученик – ученик" }),
    aMentor({ id: "НМ-002", consent: "no" }),
    aMentor({ id: "НМ-003", form: "студент – ученик" }),
  ];

  expect(notes(mentors, [aMentee()])).toStrictEqual([
    {
      menteeId: "НСТ-001",
      code: "NO_ELIGIBLE",
      has: 0,
      wants: 1,
      words:
        "Ни один из 3 наставников не подходит: другая форма наставничества – 2; нет согласия – 1. Найдите наставника для этой формы или исправьте форму.",
    },
  ]);
});

test("says that the bank of mentors is empty", () => {
  expect(notes([], [aMentee()])).toMatchObject([
    {
      code: "NO_ELIGIBLE",
      words: "В банке нет наставников. Заполните вкладку «Наставники».",
    },
  ]);
});

test("gives EXCLUDED when the curator forbade all who fit", () => {
  const never = [["НСТ-001", "НМ-001"]] as const;

  expect(notes([aMentor()], [aMentee()], { never })).toMatchObject([
    {
      code: "EXCLUDED",
      words:
        "Все, кто подходит (1 наставник), исключены правилами пар. Снимите запрет или найдите ещё наставника.",
    },
  ]);
});

test("does not say that it was an earlier conflict", () => {
  const past = [{ pair: ["НСТ-001", "НМ-001"], outcome: "banned" }] as const;

  expect(notes([aMentor()], [aMentee()], { past })).toMatchObject([
    {
      code: "EXCLUDED",
      words:
        "Все, кто подходит (1 наставник), исключены: закрытые правила. Найдите ещё наставника.",
    },
  ]);
});

test("gives BELOW_MIN with the best score there was", () => {
  const [note] = notes(
    [aMentor({ answers: { topics: ["а"] } })],
    [aMentee({ answers: { topics: ["а", "б"] } })],
    { minScore: 600 },
  );

  expect(note).toMatchObject({
    code: "BELOW_MIN",
    words:
      "Лучший возможный балл – 500, а порог – 600. Снизьте порог на вкладке «Настройки» или уточните темы и время.",
  });
});

test("gives ONLY_LOCKED when pairs that go on hold every place", () => {
  const found = notes([aMentor()], [aMentee(), aMentee({ id: "НСТ-002" })], {
    locked: [["НСТ-001", "НМ-001"]],
  });

  expect(found).toMatchObject([
    {
      menteeId: "НСТ-002",
      code: "ONLY_LOCKED",
      words:
        "У 1 подходящего наставника все места заняты действующими парами. Добавьте ему место или найдите ещё наставника.",
    },
  ]);
});

test("gives LOST_TO_HIGHER when the place went to a better fit", () => {
  const found = notes(
    [aMentor({ answers: { topics: ["а", "б"] } })],
    [
      aMentee({ id: "НСТ-001", answers: { topics: ["а", "в"] } }),
      aMentee({ id: "НСТ-002", answers: { topics: ["а", "б"] } }),
    ],
  );

  expect(found).toMatchObject([
    {
      menteeId: "НСТ-001",
      code: "LOST_TO_HIGHER",
      words:
        "У 1 подходящего наставника места достались тем, кому они подходят больше. Добавьте ему место или найдите ещё наставника по темам: «а», «в».",
    },
  ]);
});

test("gives ELIGIBLE_ALL_FULL when equals compete for too few places", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id, answers: { topics: ["а"] } }),
  );
  const mentors = [aMentor({ answers: { topics: ["а"] }, capacity: 2 })];

  expect(notes(mentors, mentees)).toMatchObject([
    {
      menteeId: "НСТ-003",
      code: "ELIGIBLE_ALL_FULL",
      words:
        "У 1 подходящего наставника нет свободных мест. Добавьте ему место или найдите ещё наставника по темам: «а».",
    },
  ]);
});

test("gives ELIGIBLE_ALL_FULL when the mentors who fit have no places at all", () => {
  expect(notes([aMentor({ capacity: 0 })], [aMentee()])).toMatchObject([
    {
      code: "ELIGIBLE_ALL_FULL",
      words:
        "У 1 подходящего наставника нет свободных мест. Добавьте ему место или найдите ещё наставника.",
    },
  ]);
});

test("gives PLACE_FREE when the pairs in the tab are not the best", () => {
  const scene = buildScene([aMentor()], [aMentee()], TOPICS, NO_RULES);

  expect(unmatchedNotes(scene, [])).toMatchObject([
    {
      code: "PLACE_FREE",
      words:
        "Есть подходящий наставник со свободным местом. Выберите его или повторите подбор.",
    },
  ]);
});

test("tells of a group that has fewer mentors than it wants", () => {
  const scene = buildScene(
    [aMentor(), aMentor({ id: "НМ-002", form: "ученик – ученик" })],
    [aMentee({ capacity: 2, headcount: 12 })],
    TOPICS,
    NO_RULES,
  );

  expect(unmatchedNotes(scene, [["НСТ-001", "НМ-001"]])).toStrictEqual([
    {
      menteeId: "НСТ-001",
      code: "NO_ELIGIBLE",
      has: 1,
      wants: 2,
      words:
        "Наставников 1 из 2 нужных. Единственный наставник не подходит: другая форма наставничества – 1. Найдите наставника для этой формы или исправьте форму.",
    },
  ]);
});

test("explains everybody by id, whatever the order of rows", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id }),
  );
  const mentors = [aMentor({ id: "НМ-002" }), aMentor({ id: "НМ-001" })];

  const straight = notes(mentors, mentees);

  expect(straight.map(({ menteeId }) => menteeId)).toStrictEqual(["НСТ-003"]);
  expect(notes([...mentors].reverse(), [...mentees].reverse())).toStrictEqual(
    straight,
  );
});
