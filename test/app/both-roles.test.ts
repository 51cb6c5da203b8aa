/** One person in both banks: found at import and by repair, never paired with themselves. */
import { expect, test } from "vitest";
import { preview, run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { cell, setCell, tabOf } from "../support/memory-tabs";

const BOTH = [
  "ФИО;Роль;Год рождения;Телефон",
  "Кленова Вера Ильинична;наставник;1980;8 900 000 11 22",
  "Осинин Лев Павлович;наставник;1975;",
].join("\n");

test("marks one person in both roles at import and never pairs them", () => {
  const world = worldAfter(SETUP_STEP, [
    "import",
    { text: BOTH, into: "auto" },
  ]);
  const text = [
    "ФИО;Год рождения;Телефон",
    "вера ильинична КЛЁНОВА;1980;+7 900 000-11-22",
    "Осинина Лада Павловна;1990;",
  ].join("\n");
  run(world, "import", { text, into: "mentees" });
  const keys = (title: string) => {
    const tab = tabOf(world, title);
    return tab.cells.slice(1).map((_, at) => cell(tab, at + 2, "personKey"));
  };

  expect(keys("Наставляемые")).toStrictEqual(["НМ-001", ""]);
  expect(keys("Наставники")).toStrictEqual(["НМ-001", ""]);
  setCell(tabOf(world, "Наставляемые"), 2, "fio", "Клёнова-Дубова Вера");
  for (const title of ["Наставляемые", "Наставники"]) {
    setCell(tabOf(world, title), 2, "consent", "получено");
    setCell(tabOf(world, title), 2, "form", "педагог – педагог");
  }
  expect(preview(world, "pair").verb).toBeNull();
  expect(JSON.stringify(preview(world, "pair"))).toContain("тот же человек");
});

test("«Проверить и исправить» finds people of both banks typed in by hand", () => {
  const world = worldAfter(SETUP_STEP, [
    "import",
    { text: BOTH, into: "auto" },
  ]);
  const mentees = tabOf(world, "Наставляемые");
  mentees.cells.push(
    mentees.notes.map(() => ""),
    mentees.notes.map(() => ""),
  );
  setCell(mentees, 2, "fio", "Осинин Лев Павлович");
  setCell(mentees, 3, "fio", "Кленова В. И.");
  const { summary, problems } = preview(world, "repair");

  expect(summary).toContain("Люди в обоих банках, отмеченные общим ключом: 1.");
  expect(problems.map(({ message }) => message).join()).toMatch(
    /НСТ-002: возможно, тот же человек, что НМ-001/,
  );
  run(world, "repair");
  expect(cell(mentees, 2, "personKey")).toBe("НМ-002");
  expect(cell(tabOf(world, "Наставники"), 3, "personKey")).toBe("НМ-002");
  expect(preview(world, "repair").verb).toBeNull();
});

test("in «По кодам» one list tells who is in both roles, without names in the book", () => {
  const [action, input] = SETUP_STEP;
  const world = worldAfter([action, { ...input, mode: "По кодам" }]);
  const text = `${BOTH}\nКленова Вера Ильинична;наставляемый;1980;`;
  run(world, "import", { text, into: "auto" });

  expect(cell(tabOf(world, "Наставляемые"), 2, "personKey")).toBe("НМ-001");
  expect(JSON.stringify(world.tabs)).not.toContain("Кленова");
});
