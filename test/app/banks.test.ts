/** The banks: lists fill their newer columns, derived ones stay true after every action and edit. */
import { expect, test } from "vitest";
import type { MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { cell, rowWith, setCell, tabOf } from "../support/memory-tabs";
import { type } from "../support/pair-edits";

const PAIRED = worldAfter(
  SETUP_STEP,
  IMPORT_STEP,
  ["pair", {}],
  ["approve", {}],
);

/** First approved pair with the rows of its people. */
function firstPair(world: MemoryWorld) {
  const pairs = tabOf(world, "Пары");
  const mentors = tabOf(world, "Наставники");
  const mentees = tabOf(world, "Наставляемые");
  const mentor = String(cell(pairs, 2, "mentorId"));
  const mentee = String(cell(pairs, 2, "menteeId"));
  return {
    pairs,
    mentors,
    mentees,
    mentor,
    mentee,
    mentorRow: rowWith(mentors, "id", mentor),
    menteeRow: rowWith(mentees, "id", mentee),
  };
}

test("lists fill sources, categories, training and the interview", () => {
  const world = worldAfter(SETUP_STEP);
  const text = [
    "ФИО;Роль;Источник;Обучение;Где обучался;Часов;Дата окончания обучения;Мотивация (0–2);Гибкость (0–2);Решение по собеседованию;Категория наставляемого;Кв. категория;Предмет",
    "Кленова Вера Ильинична;наставник;работодатель;да;Институт развития образования;36;12.05.2026;2;1;допущен;;1 категория;физика",
    "Осинин Лев Павлович;наставник;мама;нет;;;;5;0;отказ;;;",
    "Рябинина Зоя Львовна;наставляемый;;;;;;;;;новый сотрудник;сзд;химия",
  ].join("\n");
  expect(run(world, "import", { text, into: "auto" }).state).toBe("done");
  const mentors = tabOf(world, "Наставники");
  const mentees = tabOf(world, "Наставляемые");
  const of = (row: number, ...keys: string[]) =>
    keys.map((key) => cell(mentors, row, key));

  expect(
    of(2, "source", "trained", "trainedAt", "trainedHours", "trainedOn"),
  ).toStrictEqual([
    "сотрудник предприятия",
    true,
    "Институт развития образования",
    36,
    { date: "2026-05-12" },
  ]);
  expect(
    of(2, "ivMotivation", "ivFlexibility", "interviewSum", "interviewDecision"),
  ).toStrictEqual([2, 1, 3, "рекомендован"]);
  expect(of(2, "qualification", "subject", "kind", "headcount")).toStrictEqual([
    "первая",
    "физика",
    "персона",
    1,
  ]);
  // Five of two points is no mark: the cell alone is left out.
  expect(of(3, "source", "ivMotivation", "interviewDecision")).toStrictEqual([
    "родитель",
    "",
    "отказано",
  ]);
  expect(cell(mentees, 2, "category")).toBe("вновь прибывший");
  expect(cell(mentees, 2, "qualification")).toBe("соответствие должности");
});

test("a mentor refused at the interview is not paired", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const { mentors } = { mentors: tabOf(world, "Наставники") };
  const [, ...rows] = mentors.cells;
  rows.forEach((_, index) => {
    setCell(mentors, index + 2, "interviewDecision", "отказано");
  });
  setCell(mentors, 2, "interviewDecision", "рекомендован");
  run(world, "pair");
  const pairs = tabOf(world, "Пары");
  const used = new Set(
    pairs.cells.slice(1).map((_, index) => cell(pairs, index + 2, "mentorId")),
  );

  expect([...used]).toStrictEqual(["НМ-001"]);
});

test("form and dates come from the approved pair where they are blank", () => {
  const world = structuredClone(PAIRED);
  const { pairs, mentees, menteeRow } = firstPair(world);
  for (const key of ["form", "entered"]) {
    setCell(mentees, menteeRow, key, "");
  }
  run(world, "rescore");
  run(world, "repair");

  expect(cell(mentees, menteeRow, "form")).toBe(cell(pairs, 2, "form"));
  expect(cell(mentees, menteeRow, "entered")).toStrictEqual(
    cell(pairs, 2, "from"),
  );
  expect(cell(mentees, menteeRow, "finished")).toBe("");
  setCell(mentees, menteeRow, "entered", "01.02.2026");
  setCell(pairs, 2, "status", "завершена");
  run(world, "repair");
  expect(cell(mentees, menteeRow, "entered")).toBe("01.02.2026");
  expect(cell(mentees, menteeRow, "finished")).toStrictEqual(
    cell(pairs, 2, "to"),
  );
});

test.each([
  ["Наставники", "fio", "Новикова Ада", "mentor"],
  ["Наставники", "work", "Лицей № 9", "mentorWork"],
] as const)(
  "the partner's row follows an edit by hand: %s, %s",
  (title, key, value, derived) => {
    const world = structuredClone(PAIRED);
    const { pairs, mentees, menteeRow, mentorRow } = firstPair(world);
    type(world, title, mentorRow, key, value);

    expect(cell(mentees, menteeRow, derived)).toBe(value);
    expect(key === "work" ? value : cell(pairs, 2, "mentor")).toBe(value);
  },
);

test.each([
  ["fio", "Новиков Лев", "mentees"],
  ["grade", "9 «В»", "menteeWork"],
] as const)(
  "the mentor's row follows an edit of the mentee's %s",
  (key, value, derived) => {
    const world = structuredClone(PAIRED);
    const { mentors, menteeRow, mentorRow } = firstPair(world);
    type(world, "Наставляемые", menteeRow, key, value);

    expect(String(cell(mentors, mentorRow, derived)).split("; ")).toContain(
      value,
    );
  },
);

test("«Согласие» follows a withdrawal typed into the register", () => {
  const world = structuredClone(PAIRED);
  run(world, "consentsReceived", {
    kind: "processing",
    signed: "2026-09-01",
    codes: "НМ-001",
    signer: "self",
  });
  const consents = tabOf(world, "Согласия");
  consents.cells.push(consents.notes.map(() => ""));
  const row = consents.cells.length;
  setCell(consents, row, "id", "СГ-0900");
  setCell(consents, row, "kind", "обработка персональных данных");
  setCell(consents, row, "signer", "сам участник");
  setCell(consents, row, "signed", "01.09.2026");
  type(world, "Согласия", row, "person", "НМ-001");
  const mentors = tabOf(world, "Наставники");

  expect(cell(consents, row, "state")).toBe("действует");
  expect(cell(mentors, 2, "consent")).toBe("получено");
  type(world, "Согласия", row, "withdrawn", "05.09.2026");
  expect(cell(mentors, 2, "consent")).toBe("отозвано");
  expect(cell(consents, row, "keepUntil")).toStrictEqual({
    date: "2026-10-05",
  });
});

test("points of an interview typed by hand are summed at once", () => {
  const world = structuredClone(PAIRED);
  const mentors = tabOf(world, "Наставники");
  setCell(mentors, 2, "ivMotivation", 2);
  type(world, "Наставники", 2, "ivTime", "1");

  expect(cell(mentors, 2, "interviewSum")).toBe(3);
});

test("an edit of a column that nothing follows from reads one header", () => {
  const world = structuredClone(PAIRED);
  world.calls = 0;
  type(world, "Наставники", 2, "achievements", "грамота");

  expect(world.calls).toBe(2);
});

test("who is looked for a mentor becomes «в паре»", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP, ["pair", {}]);
  const { mentees, menteeRow } = firstPair(world);
  setCell(mentees, menteeRow, "status", "ищем наставника");
  run(world, "approve");

  expect(cell(mentees, menteeRow, "status")).toBe("в паре");
});

test("«Проверить данные» names impossible points, refused mentors in pairs, contradicting training", () => {
  const world = structuredClone(PAIRED);
  const { mentors, mentorRow } = firstPair(world);
  setCell(mentors, mentorRow, "ivTime", 7);
  setCell(mentors, mentorRow, "interviewDecision", "отказано");
  setCell(mentors, mentorRow, "trained", "нет");
  setCell(mentors, mentorRow, "trainedHours", 36);
  const found = preview(world, "check").problems.filter(
    ({ tab, row }) => tab === "Наставники" && row === mentorRow,
  );

  expect(found.map(({ column }) => column)).toStrictEqual(
    expect.arrayContaining([
      "Собеседование: время",
      "Собеседование: решение",
      "Прошёл обучение наставников",
    ]),
  );
});
