/** «Лента…» on ports in memory: drawn, changed, taken away; what is the curator's stays. */
import { expect, test } from "vitest";
import { ACTIONS } from "../../src/app/actions/actions";
import { TABLES } from "../../src/book/tables/tables";
import { aBookOf } from "../support/memory-book";
import { finalState, type MemoryWorld } from "../support/memory-ports";
import {
  preview,
  run,
  SETUP_STEP,
  type Step,
  worldAfter,
} from "../support/memory-runs";
import { at, setCell, tabOf } from "../support/memory-tabs";

const ROADMAP: Step = [
  "roadmap",
  {
    text: [
      "№\tНаименование этапа\tСроки\tОтветственные",
      "1\tПриказ\t05.09.2026\tдиректор, куратор",
      "2\tБанк наставников\tсентябрь – октябрь 2026\tкуратор",
      "3\tВстречи\t05.09.2026 – 31.05.2027\tнаставники",
      "4\tБез срока\t\tКуратор; психолог",
    ].join("\n"),
  },
];

const TAB = "Дорожная карта";

/** The roadmap alone, in two sections. */
function undrawn(): MemoryWorld {
  const world = worldAfter(SETUP_STEP, ROADMAP);
  const tab = tabOf(world, TAB);
  for (const row of [2, 3, 4, 5]) {
    setCell(tab, row, "section", row < 4 ? "Подготовка" : "Работа");
  }
  return world;
}

function drawn(): MemoryWorld {
  const world = undrawn();
  run(world, "timeline", { show: "month" });
  return world;
}

/** Header cells of the timeline, today's column first. */
function header(world: MemoryWorld): unknown[] {
  const tab = tabOf(world, TAB);
  return (tab.cells[0] ?? []).filter((_, index) =>
    /ключ: timeline/.test(tab.notes[index] ?? ""),
  );
}

function memory(world: MemoryWorld) {
  const note = tabOf(world, TAB).notes.find((one) =>
    one.endsWith("ключ: timelineToday"),
  );
  return JSON.parse(/память: (.*)/.exec(note ?? "")?.[1] ?? "null");
}

test("months go from the first date of the rows to the last", () => {
  const world = drawn();

  expect(header(world)).toStrictEqual([
    "=TODAY()",
    ...["09", "10", "11", "12"].map((month) => ({ date: `2026-${month}-01` })),
    ...["01", "02", "03", "04", "05"].map((month) => ({
      date: `2027-${month}-01`,
    })),
  ]);
});

test("the same again changes nothing and says so", () => {
  const world = drawn();
  const before = finalState(world);
  const { verb, summary } = preview(world, "timeline", { show: "month" });

  expect(verb).toBeNull();
  expect(summary).toStrictEqual(["Лента уже такая. Менять нечего."]);
  run(world, "timeline", { show: "month" });
  expect(finalState(world)).toStrictEqual(before);
});

test("weeks replace months, chosen years the dates of the rows", () => {
  const world = drawn();
  run(world, "timeline", { show: "week", from: "2026", to: "2030" });

  const [today, first, ...rest] = header(world);
  expect(today).toBe("=TODAY()");
  expect(first).toStrictEqual({ date: "2026-08-31" });
  expect(rest).toHaveLength(260);
  expect(rest[259]).toStrictEqual({ date: "2031-08-25" });
});

test("taken away, it leaves the tab as it was", () => {
  const world = undrawn();
  const tab = tabOf(world, TAB);
  const before = structuredClone({ cells: tab.cells, notes: tab.notes });
  run(world, "timeline", { show: "week" });
  run(world, "timeline", { show: "none" });

  expect({ cells: tab.cells, notes: tab.notes }).toStrictEqual(before);
  expect(preview(world, "timeline", { show: "none" }).verb).toBeNull();
});

test("undo takes a new timeline away and brings a changed one back", () => {
  const world = undrawn();
  run(world, "timeline", { show: "month", view: "full" });
  const months = header(world);
  run(world, "timeline", { show: "week", view: "narrow", section: "Работа" });
  expect(memory(world).view.collapsed).toStrictEqual(["Работа"]);
  run(world, "undo");
  expect(header(world)).toStrictEqual(months);
  expect(memory(world).view).toMatchObject({ narrow: [], collapsed: [] });
  run(world, "undo");
  expect(header(world)).toStrictEqual([]);
});

test("columns of the curator's own stay, at its right and in its midst", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const first = tab.notes.findIndex((note) => /ключ: timeline$/.test(note));
  for (const [row, cells] of tab.cells.entries()) {
    while (cells.length < first + 9) cells.push("");
    cells.splice(first + 2, 0, row === 0 ? "Моя графа" : `моё ${row}`);
    cells.push(row === 0 ? "Другая" : `другое ${row}`);
  }
  tab.notes.splice(first + 2, 0, "");
  run(world, "timeline", { show: "week" });
  const titles = tab.cells[0] ?? [];
  const own = titles.indexOf("Моя графа");

  expect(tab.cells[2]?.[own]).toBe("моё 2");
  expect(tab.cells[2]?.[titles.indexOf("Другая")]).toBe("другое 2");
  expect(header(world).length).toBeGreaterThan(30);
  run(world, "timeline", { show: "none" });
  expect(tab.cells[2]?.[(tab.cells[0] ?? []).indexOf("Моя графа")]).toBe(
    "моё 2",
  );
});

test("a text typed into the timeline is not deleted", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const column = tab.notes.findIndex((note) => /ключ: timeline$/.test(note));
  const cells = tab.cells[2] ?? [];
  while (cells.length <= column) cells.push("");
  cells[column] = "важно";
  for (const show of ["week", "none"]) {
    const { verb, problems } = preview(world, "timeline", { show });

    expect(verb).toBeNull();
    expect(problems).toMatchObject([{ severity: "error", row: 3 }]);
  }
  // What only changes the view does not touch it.
  expect(run(world, "timeline", { show: "month", view: "full" }).state).toBe(
    "done",
  );
  expect(run(world, "undo").state).toBe("done");
  expect(tab.cells[2]?.[column]).toBe("важно");
});

test("rows that cannot be seen are named", () => {
  const world = undrawn();
  const tab = tabOf(world, TAB);
  (tab.cells[3] ?? [])[at(tab, "start")] = { date: "2027-06-30" };
  const messages = preview(world, "timeline", {
    show: "month",
    from: 2025,
  }).problems.map(({ message }) => message);

  expect(messages).toContain("1 строка без сроков, на ленте не видны: 5.");
  expect(messages).toContain(
    "1 строка окончание раньше начала, на ленте не видны: 4.",
  );
  expect(messages).toContain(
    "3 строки вне выбранных лет, на ленте не видны: 2, 3, 4.",
  );
});

test("a date typed wrongly far away is asked for, not drawn", () => {
  const world = undrawn();
  const tab = tabOf(world, TAB);
  (tab.cells[3] ?? [])[at(tab, "end")] = { date: "2207-05-31" };

  expect(() => preview(world, "timeline", { show: "month" })).toThrow(
    /больше 11 лет/,
  );
  expect(() =>
    preview(world, "timeline", { show: "month", from: 2027, to: 2026 }),
  ).toThrow(/учебные годы/i);
});

test("the fields offer the sections and the responsible of the rows, each once", () => {
  const book = aBookOf(undrawn());
  const fields = ACTIONS["timeline"]?.fields(book, "2026-09-07") ?? [];
  const labelsOf = (key: string) =>
    fields
      .find((field) => field.key === key)
      ?.choices?.map(({ value }) => value);

  expect(labelsOf("section")).toStrictEqual(["", "*", "Подготовка", "Работа"]);
  expect(labelsOf("responsible")).toStrictEqual([
    "",
    "директор",
    "куратор",
    "наставники",
    "психолог",
  ]);
});

test("a newer column comes between the table and its timeline", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const gone = at(tab, "goal");
  tab.cells = tab.cells.map((row) => row.filter((_, index) => index !== gone));
  tab.notes.splice(gone, 1);
  run(world, "repair");

  expect(at(tab, "goal")).toBe(at(tab, "marks") + 1);
  expect(tab.notes[at(tab, "goal") + 1]).toMatch(/ключ: timelineToday$/);
  expect(header(world)).toHaveLength(10);
  expect(run(world, "timeline", { show: "none" }).state).toBe("done");
  expect(tab.cells[0]?.filter((cell) => cell !== "")).toHaveLength(
    TABLES.roadmap.columns.length,
  );
});

test("an older book gets columns, counters and formulas with its first timeline", () => {
  const world = undrawn();
  world.tabs.splice(
    world.tabs.findIndex(({ title }) => title === "Счётчики"),
    1,
  );
  const tab = tabOf(world, TAB);
  const keep = (_: unknown, index: number) =>
    TABLES.roadmap.columns[index]?.later !== true;
  tab.cells = tab.cells.map((row) => row.filter(keep));
  tab.notes = tab.notes.filter(keep);
  expect(run(world, "timeline", { show: "month" }).state).toBe("done");

  expect(tab.cells[1]?.[at(tab, "state")]).toMatch(/^=IF\(/);
  expect(tabOf(world, "Счётчики").cells.length).toBe(17);
  expect(header(world)).toHaveLength(10);
});

test("a note spoilt by hand loses what was hidden, not the columns", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const column = tab.notes.findIndex((note) => note.includes("timelineToday"));
  tab.notes[column] = "память: {не то\nключ: timelineToday";
  run(world, "timeline", { show: "week" });
  run(world, "timeline", { show: "none" });

  expect(header(world)).toStrictEqual([]);
});
