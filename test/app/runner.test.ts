/** The runner on ports in memory: previews, repeats, two curators, bad input. */
import { expect, test } from "vitest";
import { finalState, Killed } from "../support/memory-ports";
import {
  cells,
  IMPORT_STEP,
  run,
  runnerOn,
  SETUP_STEP,
  worldAfter,
} from "../support/memory-runs";

test("sets up once, and says that a second time changes nothing", () => {
  const world = worldAfter(SETUP_STEP);
  const before = finalState(world);
  const preview = runnerOn(world).preview("setup", SETUP_STEP[1]);

  expect(preview.verb).toBeNull();
  expect(preview.summary).toStrictEqual([
    "Всё уже настроено: вкладки на месте, настройки те же. Менять нечего.",
  ]);
  expect(run(world, "setup", SETUP_STEP[1]).state).toBe("done");
  expect(finalState(world)).toStrictEqual(before);
});

test("imports 30 mentees and 12 mentors", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);

  expect(cells(world, "Наставляемые")).toHaveLength(30);
  expect(cells(world, "Наставники")).toHaveLength(12);
});

test("refuses to apply a plan of data that changed since the preview", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const runner = runnerOn(world);
  const { fingerprint, today, seed } = runner.preview("pair", {});
  const mentors = world.tabs.find((tab) => tab.title === "Наставники");
  const header = mentors?.cells[0] ?? [];
  (mentors?.cells[1] ?? [])[header.indexOf("Согласие")] = "отозвано";
  const before = finalState(world);
  const result = runner.apply({
    action: "pair",
    input: {},
    fingerprint,
    today,
    seed,
  });

  expect(result.state).toBe("changed");
  expect(finalState(world)).toStrictEqual(before);
});

test("gives up a cut-off run so that nothing of it stays", () => {
  const start = worldAfter(SETUP_STEP, IMPORT_STEP);
  const world = structuredClone(start);
  Object.assign(world, { calls: 0, killAt: 12 });
  expect(() => run(world, "pair")).toThrow(Killed);
  world.killAt = 0;
  runnerOn(world).abandon();

  expect(finalState(world)).toStrictEqual(finalState(start));
});

test("does not take over what another curator is doing right now", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  Object.assign(world, { calls: 0, killAt: 12 });
  expect(() => run(world, "pair")).toThrow(Killed);
  Object.assign(world, { killAt: 0, user: "vtoroy@example.org" });

  expect(() => run(world, "pair")).toThrow(/kurator@example.org/);
  world.clock += 6 * 60 * 1000;
  // The half-made pairs are taken back first, so the plan is a new one.
  expect(run(world, "pair").state).toBe("changed");
  expect(run(world, "pair").state).toBe("done");
});

test("names the tab that was deleted by hand and brings it back on request", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  world.tabs.splice(
    world.tabs.findIndex((tab) => tab.title === "Пары"),
    1,
  );

  expect(() => run(world, "pair")).toThrow(
    /Нет вкладки «Пары».*Проверить и исправить/,
  );
  run(world, "repair");
  expect(run(world, "pair").state).toBe("done");
});

test("names the column that is gone, writes nothing, and repair adds it", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const tab = world.tabs.find((one) => one.title === "Наставники");
  const at = tab?.cells[0]?.indexOf("Согласие") ?? -1;
  (tab?.cells[0] ?? [])[at] = "Что-то другое";
  (tab?.notes ?? [])[at] = "";
  const before = finalState(world);

  expect(() => run(world, "pair")).toThrow(
    /На вкладке «Наставники» нет графы «Согласие»/,
  );
  expect(finalState(world)).toStrictEqual(before);
  run(world, "repair");
  expect(tab?.cells[0]).toContain("Согласие");
});

test("gives a code to a row typed by hand", () => {
  const world = worldAfter(SETUP_STEP, IMPORT_STEP);
  const tab = world.tabs.find((one) => one.title === "Наставляемые");
  const header = tab?.cells[0] ?? [];
  const row = header.map(() => "");
  row[header.indexOf("ФИО наставляемого")] = "Новенькая Анна Львовна";
  tab?.cells.push(row);
  run(world, "pair");

  expect(tab?.cells[tab.cells.length - 1]?.[header.indexOf("Код")]).toBe(
    "НСТ-031",
  );
});

test("writes no name or contact in the mode «По кодам»", () => {
  const world = worldAfter(
    ["setup", { ...SETUP_STEP[1], mode: "По кодам" }],
    IMPORT_STEP,
    ["pair", {}],
    ["approve", {}],
    ["order", {}],
  );
  const visible = JSON.stringify(
    world.tabs.filter((tab) => tab.title !== "Отмена действий"),
  );

  expect(cells(world, "Наставники")).toHaveLength(12);
  expect(visible).not.toMatch(/Вересова|veresova|900 000/);
  expect(visible).toContain("{{НСТ-");
});

test("explains an empty list, an unreadable roadmap and a missing school year", () => {
  const world = worldAfter(SETUP_STEP);

  expect(() => run(world, "import", { text: " " })).toThrow(/Список пуст/);
  expect(() => run(world, "roadmap", { text: "Привет" })).toThrow(
    /Этапы не найдены/,
  );
  expect(() => run(world, "forms", { questionnaire: "no-such" })).toThrow(
    /Проверьте заполнение/,
  );
});
