/** Other weights tried on two people, saved variants, topics suggested for free words. */
import { expect, test } from "vitest";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  section,
  worldAfter,
} from "../support/memory-runs";
import { cell, rowsOf, rowWith, setCell, tabOf } from "../support/memory-tabs";

const PEOPLE = worldAfter(SETUP_STEP, IMPORT_STEP);
const PAIRED = structuredClone(PEOPLE);
run(PAIRED, "pair");

test("shows two real people before and after other weights, and what would change", () => {
  const world = structuredClone(PAIRED);
  const [[mentee, mentor] = []] = rowsOf(
    tabOf(world, "Пары"),
    "menteeId",
    "mentorId",
  );
  const input = {
    mentee: String(mentee),
    mentor: String(mentor),
    "weight:topics": "не учитывать",
    "weight:experience": "важно",
  };
  const example = section(world, "criteria", "Пример", input);
  const total = example?.rows?.find(([name]) => name === "Балл");
  const parts = (column: 1 | 2) =>
    (example?.rows ?? [])
      .filter(([name]) => name !== "Балл")
      .map((row) => Number(/^(\d+) из/.exec(row[column] ?? "")?.[1] ?? 0))
      .reduce((sum, points) => sum + points, 0);

  expect(parts(1)).toBe(Number(total?.[1]));
  expect(parts(2)).toBe(Number(total?.[2]));
  expect(
    section(world, "criteria", "Что изменится", input)?.lines?.[0],
  ).toMatch(/Осталось/);
  run(world, "criteria", input);
  const criteria = tabOf(world, "Критерии");
  expect(cell(criteria, rowWith(criteria, "id", "topics"), "weight")).toBe(
    "не учитывать",
  );
  expect(preview(world, "criteria", input).verb).toBeNull();
});

test("leaves a locked draft in its place when a variant is taken over", () => {
  const world = structuredClone(PAIRED);
  const pairs = tabOf(world, "Пары");
  run(world, "variant-save", { name: "Прежний" });
  const [[mentee, mentor] = []] = rowsOf(pairs, "menteeId", "mentorId");
  const other = rowsOf(pairs, "mentorId", "form").find(
    ([id, form]) => id !== mentor && form === cell(pairs, 2, "form"),
  )?.[0];
  setCell(pairs, 2, "mentorId", String(other));
  setCell(pairs, 2, "source", "закреплена");
  const [id] = rowsOf(tabOf(world, "Варианты"), "id")[0] ?? [];
  const { problems } = preview(world, "variant-adopt", { variant: String(id) });
  run(world, "variant-adopt", { variant: String(id) });
  const row = rowWith(pairs, "menteeId", String(mentee));

  expect(cell(pairs, row, "mentorId")).toBe(other);
  expect(cell(pairs, row, "source")).toBe("закреплена");
  expect(problems.map(({ message }) => message).join()).toMatch(
    /Не взята пара.*уже есть: 1/,
  );
});

test("saves a variant, compares it and takes it over again", () => {
  const world = structuredClone(PAIRED);
  const before = rowsOf(tabOf(world, "Пары"), "menteeId", "mentorId")
    .map(String)
    .sort();
  run(world, "variant-save", { name: "Все" });
  run(world, "pair", { mode: "best", minScore: 700 });
  const [id] = rowsOf(tabOf(world, "Варианты"), "id")[0] ?? [];
  const compared = preview(world, "variant-compare", {
    first: "now",
    second: String(id),
  });
  run(world, "pair", { mode: "most", minScore: 0 });
  run(world, "pair", { mode: "best", minScore: 700 });
  const settings = tabOf(world, "Настройки");
  setCell(settings, rowWith(settings, "id", "minScore"), "value", 0);
  run(world, "variant-adopt", { variant: String(id) });
  const after = rowsOf(tabOf(world, "Пары"), "menteeId", "mentorId")
    .map(String)
    .sort();

  expect(compared.verb).toBeNull();
  expect(compared.details.map(({ title }) => title)).toContain("Пара за парой");
  expect(after).toStrictEqual(before);
});

test("does not take pairs whose people left or lost consent, and says why", () => {
  const world = structuredClone(PAIRED);
  run(world, "variant-save", { name: "Все" });
  const [[mentee] = []] = rowsOf(tabOf(world, "Пары"), "menteeId");
  const mentees = tabOf(world, "Наставляемые");
  setCell(
    mentees,
    rowWith(mentees, "id", String(mentee)),
    "consent",
    "отозвано",
  );
  const [id] = rowsOf(tabOf(world, "Варианты"), "id")[0] ?? [];
  const { problems } = preview(world, "variant-adopt", { variant: String(id) });
  run(world, "variant-adopt", { variant: String(id) });

  expect(problems.map(({ message }) => message).join()).toMatch(
    /Не взята пара .*согласие не получено/,
  );
  expect(rowsOf(tabOf(world, "Пары"), "menteeId").flat()).not.toContain(mentee);
});

test("does not save two variants under one name", () => {
  const world = structuredClone(PAIRED);
  run(world, "variant-save", { name: "Все" });

  expect(preview(world, "variant-save", { name: " Все " }).verb).toBeNull();
  run(world, "rematch", { changes: "НСТ-001 –" });
  expect(() => preview(world, "variant-save", { name: "Все" })).toThrow(
    /уже есть, и пары в нём другие/,
  );
});

test("suggests topics for free words, and writes them only when confirmed", () => {
  const world = structuredClone(PEOPLE);
  const mentees = tabOf(world, "Наставляемые");
  setCell(mentees, 2, "topics", "");
  setCell(mentees, 2, "request", "Как планировать уроки и вести документы");
  const { details } = preview(world, "topics");
  expect(cell(mentees, 2, "topics")).toBe("");
  run(world, "topics");

  expect(details[0]?.rows?.[0]?.[3]).toContain("Планирование урока");
  expect(cell(mentees, 2, "topics")).toContain("Планирование урока");
  expect(preview(world, "topics").verb).toBeNull();
});
