/** A book made before the newer columns and tabs: it works as before, and «Проверить и исправить» brings them. */
import { expect, test } from "vitest";
import { TABLES } from "../../src/book/tables/tables";
import type { MemoryWorld } from "../support/memory-ports";
import {
  cells,
  IMPORT_STEP,
  preview,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";

/** The same book without what is newer; rows of newer criteria go as well. */
function olderBook(): MemoryWorld {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  for (const newer of ["Начало", "Правила пар", "Варианты"]) {
    const at = world.tabs.findIndex(({ title }) => title === newer);
    world.tabs.splice(at, 1);
  }
  for (const { columns, title } of Object.values(TABLES)) {
    const tab = world.tabs.find((one) => one.title === title);
    const isKept = (_: unknown, index: number) =>
      columns[index]?.later !== true;
    if (tab !== undefined) {
      tab.cells = tab.cells.map((row) => row.filter(isKept));
      tab.notes = tab.notes.filter(isKept);
    }
  }
  const criteria = world.tabs.find(({ title }) => title === "Критерии");
  criteria?.cells.splice(8);
  return world;
}

function headerOf(world: MemoryWorld, title: string): readonly unknown[] {
  return world.tabs.find((tab) => tab.title === title)?.cells[0] ?? [];
}

test("pairs in an older book as before, with one remark for each tab", () => {
  const older = olderBook();
  const { problems } = preview(older, "pair");
  const remarks = problems.filter(({ message }) =>
    message.includes("ещё нет новых граф"),
  );

  expect(remarks.map(({ tab }) => tab).sort()).toStrictEqual([
    "Критерии",
    "Наставляемые",
    "Наставники",
    "Пары",
    "Справочники",
  ]);
  expect(run(older, "pair").state).toBe("done");
  expect(cells(older, "Пары").length).toBeGreaterThan(5);
});

test("gets the newer columns, tabs and criteria by «Проверить и исправить»", () => {
  const older = olderBook();
  const whole = worldAfter(SETUP_STEP, IMPORT_STEP);
  expect(run(older, "repair").state).toBe("done");

  for (const { title } of Object.values(TABLES)) {
    expect([...headerOf(older, title)].sort()).toStrictEqual(
      [...headerOf(whole, title)].sort(),
    );
  }
  expect(cells(older, "Критерии")).toHaveLength(
    cells(whole, "Критерии").length,
  );
  expect(
    preview(older, "pair").problems.filter(({ row }) => row === 1),
  ).toStrictEqual([]);
});

test("pairs by the rules and by a criterion over columns of the curator's own", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const tab = (title: string) => {
    const found = world.tabs.find((one) => one.title === title);
    if (found === undefined) {
      throw new RangeError(`no tab ${title}`);
    }
    return found;
  };
  for (const title of ["Наставляемые", "Наставники"]) {
    const { cells: rows, notes } = tab(title);
    rows.forEach((row, index) => {
      row.push(index === 0 ? "Любимый предмет" : index % 2 ? "Труд" : "труд ");
    });
    notes.push("");
  }
  tab("Критерии").cells.push([
    "Любимый предмет",
    "важно",
    "одинаково",
    "Любимый предмет",
    "Любимый предмет",
  ]);
  tab("Правила пар").cells.push(["", "никогда", "НСТ-001", "НМ-404"]);
  const { problems, details } = preview(world, "pair");

  expect(problems).toContainEqual(
    expect.objectContaining({
      tab: "Правила пар",
      row: 2,
      message:
        "Правило пар называет код, которого нет в банке: «НМ-404». Исправьте код или удалите строку.",
    }),
  );
  expect(JSON.stringify(details)).toContain(
    "Критерий «Любимый предмет»: подходит.",
  );
});
