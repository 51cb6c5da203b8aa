/** Answers of the forms go where pairing reads them: nothing is typed twice. */
import { expect, test } from "vitest";
import { TOKEN_TITLE } from "../../src/domain/forms/questionnaire";
import type { MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { at, cell, rowWith, tabOf } from "../support/memory-tabs";

const PEOPLE = worldAfter(SETUP_STEP, IMPORT_STEP);

/** Creates the form and answers it as the person, by beginnings of titles. */
function answer(
  world: MemoryWorld,
  questionnaire: string,
  [tab, id]: readonly [string, string],
  answers: Readonly<Record<string, string>>,
  stamp = "2026-09-07T10:00:00",
): void {
  run(world, "forms", { questionnaire });
  const bank = tabOf(world, tab);
  const token = String(cell(bank, rowWith(bank, "id", id), "token"));
  const grid = world.responses[world.responses.length - 1];
  if (grid === undefined) {
    throw new RangeError("answer: no form");
  }
  const cells = grid.headers.map((header) => {
    if (header === TOKEN_TITLE) {
      return token;
    }
    const key = Object.keys(answers).find((start) => header.startsWith(start));
    return key === undefined ? "" : (answers[key] ?? "");
  });
  const used = Object.keys(answers).filter((start) =>
    grid.headers.some((header) => header.startsWith(start)),
  );
  expect(used).toHaveLength(Object.keys(answers).length);
  (grid.rows as unknown[]).push({
    row: grid.rows.length + 2,
    stamp,
    cells,
  });
}

function values(world: MemoryWorld, tab: string, id: string, keys: string[]) {
  const bank = tabOf(world, tab);
  return keys.map((key) => cell(bank, rowWith(bank, "id", id), key));
}

test("a request goes into the bank of mentees, commas taken for semicolons", () => {
  const world = structuredClone(PEOPLE);
  answer(world, "mentee-request", ["Наставляемые", "НСТ-003"], {
    "В чём Вам нужна помощь": "Работа с родителями, Цифровые инструменты",
    "Опишите запрос": "Не получается вести собрания, пробовала дважды.",
    "Чем Вы увлекаетесь": "шахматы, походы",
    "Когда Вам удобно": "вт 15:00–16:30; чт после 14",
    "Как Вам удобнее": "онлайн",
    "В каком районе": "Центр",
    "На каком языке": "русский, татарский",
    "Какой вид": "традиционное, виртуальное",
    "Сколько полных лет": "2",
  });
  run(world, "intake");

  expect(
    values(world, "Наставляемые", "НСТ-003", [
      "topics",
      "request",
      "interests",
      "time",
      "format",
      "district",
      "language",
      "kinds",
      "experience",
    ]),
  ).toStrictEqual([
    "Работа с родителями; Цифровые инструменты",
    "Не получается вести собрания, пробовала дважды.",
    "шахматы; походы",
    "вт 15:00–16:30; чт после 14",
    "онлайн",
    "Центр",
    "русский; татарский",
    "традиционное; виртуальное",
    2,
  ]);
  expect(preview(world, "intake").verb).toBeNull();
});

test("a mentor's profile brings what the newer criteria and rules read", () => {
  const world = structuredClone(PEOPLE);
  answer(world, "mentor-profile", ["Наставники", "НМ-002"], {
    "Как Вам удобнее": "очно",
    "К каким видам": "в группе",
    "Если готовы вести группу": "12",
    "Какие классы": "7 «Б», 8 «А»",
    "Сколько полных лет": "шесть",
  });
  const { problems } = preview(world, "intake");
  run(world, "intake");

  expect(
    values(world, "Наставники", "НМ-002", [
      "format",
      "kinds",
      "groupMax",
      "teaches",
    ]),
  ).toStrictEqual(["очно", "в группе", 12, "7 «Б»; 8 «А»"]);
  expect(problems.map(({ message }) => message).join()).toMatch(
    /«шесть» не удалось записать в банк/,
  );
});

test("a choice after the meeting decides pairs, and a refusal is shown nowhere", () => {
  const world = structuredClone(PEOPLE);
  run(world, "pair");
  const pairs = tabOf(world, "Пары");
  const [mentee, mentor] = ["menteeId", "mentorId"].map((key) =>
    String(cell(pairs, 2, key)),
  );
  answer(world, "mentee-choice", ["Наставляемые", mentee ?? ""], {
    "С кем Вы работать не готовы": `${mentor}`,
  });
  run(world, "intake");
  run(world, "pair");
  const row = rowWith(pairs, "menteeId", mentee ?? "");
  const answers = tabOf(world, "Ответы");

  expect(row === 0 ? "" : cell(pairs, row, "mentorId")).not.toBe(mentor);
  expect(JSON.stringify(answers.cells)).not.toContain(mentor);
  expect(cell(answers, 2, "content")).toBe(
    "С кем Вы работать не готовы?: ответ записан в банк",
  );
});

test("says that an older book has no column for an answer", () => {
  const world = structuredClone(PEOPLE);
  const bank = tabOf(world, "Наставляемые");
  const column = at(bank, "format");
  for (const row of [bank.notes, ...bank.cells]) {
    row.splice(column, 1);
  }
  answer(world, "mentee-request", ["Наставляемые", "НСТ-003"], {
    "Как Вам удобнее": "онлайн",
  });

  expect(preview(world, "intake").problems).toContainEqual(
    expect.objectContaining({
      tab: "Наставляемые",
      message: expect.stringMatching(/нет графы «Формат встреч»/),
    }),
  );
});
