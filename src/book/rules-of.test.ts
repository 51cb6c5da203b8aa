import { expect, test } from "vitest";
import { rulesOf } from "./rules-of";
import { aBook, type SheetRow } from "./testing/a-book";

const PEOPLE = {
  mentees: [
    { id: "НСТ-001", fio: "Горин Лев" },
    { id: "НСТ-002", fio: "Лугов Пётр" },
  ],
  mentors: [
    { id: "НМ-001", fio: "Ветров Олег" },
    { id: "НМ-002", fio: "Зорина Яна" },
  ],
} as const;

function read(pairRules: readonly SheetRow[]) {
  return rulesOf(aBook({ ...PEOPLE, pairRules }));
}

test("has no rules in a book without the tab", () => {
  expect(rulesOf(aBook({}))).toStrictEqual({
    rules: {
      locked: [],
      never: [],
      must: [],
      reserve: [],
      prefer: [],
      past: [],
      minScore: 0,
      mode: "most",
      keep: [],
    },
    problems: [],
  });
});

test("reads the five kinds of rules with their rows, codes as people type them", () => {
  const { rules, problems } = read([
    {
      rule: "Обязательно",
      menteeIds: "нст-001",
      mentorIds: "HM-001; НМ - 002",
    },
    { rule: "никогда", menteeIds: "НСТ-001; НСТ-002", mentorIds: "НМ-002" },
    { rule: "закрепить", menteeIds: "НСТ-002", mentorIds: "НМ-001" },
    { rule: "резерв", mentorIds: "НМ-002", number: 2 },
    {
      rule: "желательно",
      menteeIds: "НСТ-002",
      mentorIds: "НМ-002",
      number: -0.5,
      reason: "спорят",
    },
    { rule: "желательно", menteeIds: "НСТ-001", mentorIds: "НМ-404" },
    { rule: "обязательно", menteeIds: "НСТ-002" },
  ]);

  expect(problems).toStrictEqual([]);
  expect(rules).toMatchObject({
    must: [
      { mentee: "НСТ-001", mentors: ["НМ-001", "НМ-002"], row: 2 },
      { mentee: "НСТ-002", mentors: [], row: 8 },
    ],
    never: [
      ["НСТ-001", "НМ-002", 3],
      ["НСТ-002", "НМ-002", 3],
    ],
    locked: [["НСТ-002", "НМ-001", 4]],
    reserve: [{ mentor: "НМ-002", places: 2, row: 5 }],
    prefer: [
      {
        mentee: "НСТ-002",
        mentor: "НМ-002",
        points: -0.5,
        reason: "спорят",
        row: 6,
      },
      { mentee: "НСТ-001", mentor: "НМ-404", points: 1, reason: "", row: 7 },
    ],
  });
});

test.each([
  [{ rule: "иногда", menteeIds: "НСТ-001" }, "Правило"],
  [{ menteeIds: "НСТ-001" }, "Правило"],
  [{ rule: "никогда", mentorIds: "НМ-001" }, "Код наставляемого"],
  [{ rule: "закрепить", menteeIds: "НСТ-001" }, "Код наставника"],
  [{ rule: "обязательно", mentorIds: "НМ-001" }, "Код наставляемого"],
  [{ rule: "резерв", mentorIds: "НМ-001" }, "Число"],
  [{ rule: "резерв", mentorIds: "НМ-001", number: 0.5 }, "Число"],
  [{ rule: "резерв", number: 1 }, "Код наставника"],
  [
    {
      rule: "желательно",
      menteeIds: "НСТ-001",
      mentorIds: "НМ-001",
      number: 3,
    },
    "Число",
  ],
])("reports the row %j at «%s»", (row, column) => {
  const { rules, problems } = read([row as SheetRow]);

  expect(problems).toMatchObject([
    { severity: "warning", tab: "Правила пар", row: 2, column },
  ]);
  expect([
    ...rules.must,
    ...rules.never,
    ...rules.locked,
    ...rules.reserve,
    ...rules.prefer,
  ]).toStrictEqual([]);
});

test("takes pairs that stand, that ended, and the present drafts from «Пары»", () => {
  const pair = (status: string, menteeId: string, source = "") => ({
    menteeId,
    mentorId: "НМ-001",
    status,
    source,
  });
  const pairs = [
    pair("активна", "а"),
    pair("черновик", "б"),
    pair("черновик", "в", "закреплена"),
    pair("завершена", "г"),
    pair("прекращена досрочно", "д"),
  ];
  const withSetting = (value: string) =>
    rulesOf(
      aBook({
        pairs,
        settings: [
          { id: "brokenPairs", name: "п", value },
          { id: "pairMode", name: "ц", value: "поднять слабые" },
          { id: "minScore", name: "б", value: 300 },
        ],
      }),
    ).rules;

  expect(withSetting("предлагать реже")).toMatchObject({
    locked: [
      ["а", "НМ-001"],
      ["в", "НМ-001"],
    ],
    keep: [
      ["б", "НМ-001"],
      ["в", "НМ-001"],
    ],
    past: [
      { pair: ["г", "НМ-001"], outcome: "good" },
      { pair: ["д", "НМ-001"], outcome: "bad" },
    ],
    mode: "weakest",
    minScore: 300,
  });
  expect(withSetting("не предлагать").past[1]).toMatchObject({
    outcome: "banned",
  });
  expect(withSetting("предлагать как всех").past).toHaveLength(1);
  expect(withSetting("constructor").past[1]).toMatchObject({ outcome: "bad" });
});

test("reports codes in wishes and refusals that nobody has", () => {
  const { problems } = rulesOf(
    aBook({
      mentees: [
        { id: "НСТ-001", wishes: "НМ-001: 5; hm-001", refuses: "НМ-001" },
        { id: "НСТ-002", wishes: "Ветров", refuses: "НМ-404" },
      ],
      mentors: [{ id: "НМ-001", refuses: "НСТ-001; НСТ-404" }],
    }),
  );

  expect(
    problems.map(({ tab, row, column }) => [tab, row, column]),
  ).toStrictEqual([
    ["Наставляемые", 3, "С кем хочет работать"],
    ["Наставляемые", 3, "С кем не готов(а)"],
    ["Наставники", 2, "С кем не готов(а)"],
  ]);
});
