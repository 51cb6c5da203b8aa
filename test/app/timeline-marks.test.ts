/** Marks of several and repeated dates, and what follows at once when a row of the roadmap is typed. */
import { expect, test } from "vitest";
import type { MemoryWorld } from "../support/memory-ports";
import { run, SETUP_STEP, worldAfter } from "../support/memory-runs";
import { at, cell, setCell, tabOf } from "../support/memory-tabs";
import { type } from "../support/pair-edits";

const TAB = "Дорожная карта";

function drawn(): MemoryWorld {
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    {
      text: [
        "№\tНаименование этапа\tСроки",
        "1\tПриказ\t05.09.2026",
        "2\tБанк наставников\tсентябрь – октябрь 2026",
        "3\tВстречи\t05.09.2026 – 31.05.2027",
        "4\tБез срока\t",
      ].join("\n"),
    },
  ]);
  run(world, "timeline", { show: "month" });
  return world;
}

test("several and repeated dates are drawn where they are, hand-typed dates go first", () => {
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    {
      text: [
        "№\tНаименование этапа\tСроки",
        "1\tПриказ\tСентябрь, 2026, 2028",
        "2\tВстречи\tежемесячно",
        "3\tИтоги\tмай 2027",
      ].join("\n"),
    },
  ]);
  const tab = tabOf(world, TAB);
  const marks = () => tab.cells.slice(1).map((row) => row[at(tab, "marks")]);

  expect(marks().map((mark) => String(mark).slice(0, 16))).toStrictEqual([
    "4626647026|m2432",
    "m01d00",
    "",
  ]);
  (tab.cells[1] ?? [])[at(tab, "end")] = { date: "2026-12-01" };
  run(world, "timeline", { show: "month" });
  expect(marks()[0]).toBe("");
});

test("a repeat typed by the curator goes before the text, and needs no dates of its own", () => {
  const world = worldAfter(SETUP_STEP, [
    "roadmap",
    { text: "№\tНаименование этапа\tСроки\n1\tОтчёты\tежемесячно" },
  ]);
  const tab = tabOf(world, TAB);
  const mark = () => tab.cells[1]?.[at(tab, "marks")];
  setCell(tab, 2, "repeat", "раз в квартал");
  run(world, "timeline", { show: "month" });
  expect(mark()).toBe("m03d00");
  setCell(tab, 2, "repeat", "1 раз в четверть");
  run(world, "timeline", { show: "week" });
  expect(String(mark())).toMatch(/^4626646538\|/);
  setCell(tab, 2, "repeat", "когда придётся");
  run(world, "timeline", { show: "month" });
  expect(mark()).toBe("");
});

test("what is repeated yearly stands once in a plan with a section for each year", () => {
  const world = worldAfter(SETUP_STEP, ["roadmap", { template: "nine" }]);
  const tab = tabOf(world, TAB);
  const rows = tab.cells.filter((row) =>
    /^Ежегодно/.test(String(row[at(tab, "dateText")])),
  );

  expect(rows.map((row) => row[at(tab, "marks")])).toStrictEqual(
    Array.from({ length: 4 }, () => ""),
  );
  const conditions = tab.cells
    .slice(1)
    .filter((row) => row[at(tab, "condition")] !== "")
    .map((row) => row[at(tab, "section")]);
  expect(new Set(conditions)).toStrictEqual(new Set(["2026/2027 учебный год"]));
});

test("a row typed by hand gets its code, dates, formulas and marks at once", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const blank = () => (tab.cells[0] ?? []).map(() => "");
  tab.cells.push(blank());
  const row = tab.cells.length;
  const typed = (key: string, text: string) => type(world, TAB, row, key, text);
  typed("stage", "Круглый стол");

  expect(String(cell(tab, row, "state"))).toMatch(/^=IF\(/);
  expect(String(cell(tab, row, "progress"))).toMatch(/^=IF\(/);
  expect(cell(tab, row, "id")).toBe("Э-05");
  typed("dateText", "сентябрь, декабрь 2026");
  expect(cell(tab, row, "start")).toStrictEqual({ date: "2026-09-01" });
  expect(cell(tab, row, "end")).toStrictEqual({ date: "2026-12-31" });
  expect(String(cell(tab, row, "marks"))).toMatch(/\|m24321\|m24324\|/);
  expect(cell(tab, row, "readAs")).not.toBe("");
});

test("a date typed by hand is marked at once and other rows stay as they are", () => {
  const world = drawn();
  const tab = tabOf(world, TAB);
  const before = structuredClone(tab.cells);
  type(world, TAB, 3, "end", "15.12.2026");

  expect(cell(tab, 3, "end")).toBe("15.12.2026");
  expect(cell(tab, 3, "byHand")).toBe(true);
  expect(tab.cells.filter((_, index) => index !== 2)).toStrictEqual(
    before.filter((_, index) => index !== 2),
  );
});
