/** Taking actions back, one after another. */
import { expect, test } from "vitest";
import {
  cells,
  IMPORT_STEP,
  run,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";

test("takes back the last action and nothing else", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP, ["pair", {}]);
  expect(cells(world, "Пары").length).toBeGreaterThan(10);
  run(world, "undo");

  expect(cells(world, "Пары")).toStrictEqual([]);
  expect(cells(world, "Наставники")).toHaveLength(12);
});

test("takes back one action after another", () => {
  const world = worldAfter(
    SETUP_STEP,
    IMPORT_STEP,
    ["pair", {}],
    ["undo", {}],
    ["undo", {}],
  );

  expect(cells(world, "Наставники")).toStrictEqual([]);
  expect(world.tabs.some((tab) => tab.title === "Наставники")).toBe(true);
});

test("puts an unsigned order into the bin when it is taken back", () => {
  const world = worldAfter(
    SETUP_STEP,
    IMPORT_STEP,
    ["pair", {}],
    ["approve", {}],
    ["order", {}],
    ["undo", {}],
  );

  expect(world.files.map((file) => file.trashed)).toStrictEqual([true]);
  expect(cells(world, "Документы")).toStrictEqual([]);
});

test("takes back ten actions in a row", () => {
  const world = worldAfter(SETUP_STEP);
  const states = [visible(world)];
  for (let index = 0; index < 10; index++) {
    const file = `ФИО;Роль\nПроба Анна ${"абвгдежзик"[index]};наставник`;
    run(world, "import", { file, into: "auto" });
    states.push(visible(world));
  }

  for (let index = 9; index >= 0; index--) {
    expect(run(world, "undo").state).toBe("done");
    expect(visible(world)).toBe(states[index]);
  }
});

function visible(world: Parameters<typeof cells>[0]): string {
  return JSON.stringify(cells(world, "Наставники"));
}
