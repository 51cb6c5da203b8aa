import { expect, test } from "vitest";
import { pair } from "../../src/app/actions/pair";
import { cardOf } from "../../src/app/plan";
import { readMemory } from "../../src/app/run/read-book";
import { openFor } from "../../src/app/run/runner";
import type { JsonObject } from "../../src/shared/rpc";
import {
  type MemoryTab,
  type MemoryWorld,
  memoryPorts,
  memoryWorld,
} from "../support/memory-ports";
import {
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";
import { PEOPLE, SETUP } from "../support/steps";

const filled = (): MemoryWorld => worldAfter(SETUP_STEP, IMPORT_STEP);

function tabOf(world: MemoryWorld, title: string): MemoryTab {
  const tab = world.tabs.find((one) => one.title === title);
  if (tab === undefined) {
    throw new RangeError(`no tab ${title}`);
  }
  return tab;
}

function place(tab: MemoryTab, header: string): number {
  return tab.cells[0]?.indexOf(header) ?? -1;
}

function put(
  world: MemoryWorld,
  title: string,
  header: string,
  row: number,
  value: string,
): void {
  const tab = tabOf(world, title);
  (tab.cells[row - 1] ?? [])[place(tab, header)] = value;
}

test("a text in a number cell is named with tab, row and column, and stays", () => {
  const world = filled();
  put(world, "Наставники", "Мест", 4, "сколько скажут");
  const { problems } = preview(world, "pair");

  expect(problems).toContainEqual(
    expect.objectContaining({
      severity: "error",
      tab: "Наставники",
      row: 4,
      column: "Мест",
      message: expect.stringContaining("сколько скажут"),
    }),
  );
  run(world, "pair");
  const tab = tabOf(world, "Наставники");
  expect(tab.cells[3]?.[place(tab, "Мест")]).toBe("сколько скажут");
});

test("a renamed header works on, its key is in the note", () => {
  const world = filled();
  const tab = tabOf(world, "Наставники");
  (tab.cells[0] ?? [])[place(tab, "Мест")] = "Может взять";

  expect(
    preview(world, "pair").problems.filter(({ row }) => row === 1),
  ).toStrictEqual([]);
});

test("a lost note is mended by «Проверить и исправить»", () => {
  const world = filled();
  const tab = tabOf(world, "Наставники");
  const at = place(tab, "Мест");
  tab.notes[at] = "";

  expect(
    preview(world, "pair").problems.some(({ message }) =>
      message.includes("пропало примечание"),
    ),
  ).toBe(true);
  run(world, "repair");
  expect(tab.notes[at]).toContain("ключ: capacity");
});

test("a moved column is found where it is now", () => {
  const world = filled();
  const before = preview(world, "pair").details;
  const tab = tabOf(world, "Наставники");
  const from = place(tab, "Согласие");
  for (const cells of [...tab.cells, tab.notes]) {
    while (cells.length < tab.notes.length) {
      cells.push("");
    }
    cells.unshift(...(cells.splice(from, 1) as string[]));
  }

  expect(preview(world, "pair").details).toStrictEqual(before);
});

test("empty banks block pairing with what to do first", () => {
  const world = memoryWorld();
  run(world, "setup", SETUP[1] as JsonObject);
  const ports = memoryPorts(world);
  const { book } = openFor(ports, readMemory(ports), pair, {});

  expect(cardOf(pair, book, "2026-09-07").blocked).toMatch(/Загрузить людей/);
  expect(preview(world, "pair").verb).toBeNull();
});

test("a phrase nobody understands keeps its row and text and says so", () => {
  const world = filled();
  const text =
    "№\tНаименование этапа\tСодержание деятельности\tСроки\n1\tПодготовка\tПриказ\tкогда рак свистнет\n2\tРабота\tВстречи\tсентябрь 2026 г.";
  const shown = preview(world, "roadmap", { text });
  run(world, "roadmap", { text });
  const tab = tabOf(world, "Дорожная карта");
  const row = tab.cells[1] ?? [];

  expect(
    shown.problems.some(({ message }) =>
      message.includes("когда рак свистнет"),
    ),
  ).toBe(true);
  expect(row[place(tab, "Срок (как написано)")]).toBe("когда рак свистнет");
  expect(row[place(tab, "Начало")] ?? "").toBe("");
  expect(tab.cells[2]?.[place(tab, "Начало")]).toStrictEqual({
    date: "2026-09-01",
  });
});

test("hostile text is imported as text", () => {
  const world = memoryWorld();
  run(world, "setup", SETUP[1] as JsonObject);
  const hostile = '=IMPORTXML("http://example.org";"//a")';
  run(world, "import", {
    into: "mentors",
    text: `ФИО;Место работы;Согласие\nВетрова Анна Львовна;"${hostile.replace(/"/g, '""')}";получено`,
  });
  const tab = tabOf(world, "Наставники");

  expect(tab.cells[1]?.[place(tab, "Место работы/учебы наставника")]).toBe(
    hostile,
  );
  expect(tab.formulas.size).toBe(0);
});

test("a curator's own formula in a derived cell is left alone and named", () => {
  const world = filled();
  const tab = tabOf(world, "Наставники");
  const at = place(tab, "Занято мест");
  (tab.cells[1] ?? [])[at] = 99;
  tab.formulas.add(`2:${at + 1}`);
  run(world, "pair");
  const { problems } = preview(world, "approve");
  run(world, "approve");

  expect(tab.cells[1]?.[at]).toBe(99);
  expect(problems).toContainEqual(
    expect.objectContaining({
      tab: "Наставники",
      row: 2,
      column: "Занято мест",
    }),
  );
});

test("withdrawn consent keeps an approved pair out of the order", () => {
  const world = filled();
  run(world, "pair");
  run(world, "approve");
  const mentor = String(
    tabOf(world, "Пары").cells[1]?.[
      place(tabOf(world, "Пары"), "Код наставника")
    ],
  );
  const row =
    tabOf(world, "Наставники").cells.findIndex((cells) => cells[0] === mentor) +
    1;
  put(world, "Наставники", "Согласие", row, "отозвано");
  const { problems, details } = preview(world, "order");

  expect(
    problems.some(
      ({ severity, message }) =>
        severity === "error" && message.includes("Пара в приказ не входит"),
    ),
  ).toBe(true);
  expect(details[0]?.rows?.length).toBeLessThan(23);
});

test("a wrong input of the panel is named by its label", () => {
  const world = memoryWorld();

  expect(() => preview(world, "setup", { schoolYear: "скоро" })).toThrow(
    /Учебный год \(первый год\)/,
  );
  expect(() => preview(world, "order", { date: "31.02.2026" })).toThrow(
    /Вкладк|вкладк|Нет/,
  );
  expect(() => preview(world, "nothing")).toThrow(/Действия «nothing» нет/);
  expect(() => preview(world, "toString")).toThrow(/Действия «toString» нет/);
});

test("a curator's own tab under our title is never written over", () => {
  const world = memoryWorld();
  world.tabs.push({
    id: 7,
    title: "Журнал",
    cells: [
      ["Дата", "Тема"],
      ["01.09", "Линейка"],
    ],
    notes: [],
    formulas: new Set(),
  });

  expect(() => run(world, "setup", SETUP[1] as JsonObject)).toThrow(
    /уже есть Ваша вкладка «Журнал»/,
  );
  expect(world.tabs).toHaveLength(1);
  expect(world.tabs[0]?.cells).toStrictEqual([
    ["Дата", "Тема"],
    ["01.09", "Линейка"],
  ]);
});

test("a curator's own «Настройки» stop the set-up before anything is written", () => {
  const world = memoryWorld();
  world.tabs.push({
    id: 7,
    title: "Настройки",
    cells: [
      ["Что", "Сколько"],
      ["Стулья", 12],
    ],
    notes: [],
    formulas: new Set(),
  });

  expect(() => run(world, "setup", SETUP[1] as JsonObject)).toThrow(
    /На вкладке «Настройки» нет графы/,
  );
  expect(world.tabs).toHaveLength(1);
});

test("an unreadable cell is not written over, and says so", () => {
  const world = filled();
  put(world, "Наставники", "Мест", 4, "1-2 по согласованию");
  const input = { file: PEOPLE, into: "auto" };
  const { problems } = preview(world, "import", input);
  run(world, "import", input);
  const tab = tabOf(world, "Наставники");

  expect(tab.cells[3]?.[place(tab, "Мест")]).toBe("1-2 по согласованию");
  expect(
    problems.some(
      ({ row, column, message }) =>
        row === 4 &&
        column === "Мест" &&
        message.includes("оставлена как есть"),
    ),
  ).toBe(true);
});

test("a text longer than a cell holds is cut with a mark and does not stop the others", () => {
  const world = filled();
  const long = "а".repeat(60_000);
  const text = `№\tНаименование этапа\tСодержание деятельности\tСроки\n1\tПодготовка\t${long}\tмай 2027\n2\tРабота\tВстречи\tсентябрь 2026 г.`;
  const { problems } = preview(world, "roadmap", { text });
  run(world, "roadmap", { text });
  const tab = tabOf(world, "Дорожная карта");
  const content = String(
    tab.cells[1]?.[
      place(tab, "Содержание деятельности и примерный план мероприятий")
    ],
  );

  expect(content.length).toBeLessThanOrEqual(50_000);
  expect(content).toContain("обрезан");
  expect(tab.cells).toHaveLength(3);
  expect(problems.some(({ message }) => message.includes("50 000"))).toBe(true);
});
