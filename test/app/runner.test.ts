/** The runner on ports in memory: previews, repeats, kills at every call, undo, bad input. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { ACTIONS } from "../../src/app/actions/actions";
import { makeRunner } from "../../src/app/run/runner";
import { UserError } from "../../src/domain/errors";
import type { JsonObject, RunResult } from "../../src/shared/rpc";
import {
  finalState,
  Killed,
  type MemoryWorld,
  memoryPorts,
  memoryWorld,
} from "../support/memory-ports";

const PEOPLE = readFileSync("test/fixtures/people-school.csv", "utf8");
/** Header, four mentors and nine mentees: enough for kills at every call. */
const FEW = PEOPLE.split("\n")
  .filter((_, index) => index < 5 || (index > 12 && index < 22))
  .join("\n");

const SETTINGS = {
  organization: "Школа № 3",
  organizationShort: "Школа № 3",
  city: "пос. Ясный",
  headName: "Белозерова Анна Викторовна",
  schoolYear: 2026,
  periodFrom: "2026-09-07",
  periodTo: "2027-05-31",
  mode: "С именами",
  youngTotal: 10,
};

let templates = "";

beforeAll(async () => {
  ({ base64: templates } = await buildTemplates());
});

function run(
  world: MemoryWorld,
  action: string,
  input: JsonObject = {},
): RunResult {
  const runner = makeRunner(ACTIONS, memoryPorts(world, templates));
  const { fingerprint, today, seed } = runner.preview(action, input);
  return runner.apply({ action, input, fingerprint, today, seed });
}

function worldAfter(
  ...steps: readonly (readonly [string, JsonObject])[]
): MemoryWorld {
  const world = memoryWorld();
  for (const [action, input] of steps) {
    expect(run(world, action, input).state).toBe("done");
  }
  return world;
}

const SETUP = ["setup", SETTINGS] as const;
const IMPORT = ["import", { file: PEOPLE, into: "auto" }] as const;

function cells(world: MemoryWorld, title: string): unknown[][] {
  return world.tabs.find((tab) => tab.title === title)?.cells.slice(1) ?? [];
}

test("sets up once, and says that a second time changes nothing", () => {
  const world = worldAfter(SETUP);
  const before = finalState(world);
  const preview = makeRunner(ACTIONS, memoryPorts(world)).preview(
    "setup",
    SETTINGS,
  );

  expect(preview.verb).toBeNull();
  expect(preview.summary).toStrictEqual([
    "Всё уже настроено: вкладки на месте, настройки те же. Менять нечего.",
  ]);
  expect(run(world, "setup", SETTINGS).state).toBe("done");
  expect(finalState(world)).toStrictEqual(before);
});

test("imports 30 mentees and 12 mentors", () => {
  const world = worldAfter(SETUP, IMPORT);

  expect(cells(world, "Наставляемые")).toHaveLength(30);
  expect(cells(world, "Наставники")).toHaveLength(12);
});

test("refuses to apply a plan of data that changed since the preview", () => {
  const world = worldAfter(SETUP, IMPORT);
  const runner = makeRunner(ACTIONS, memoryPorts(world, templates));
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

/** Runs until the kill, then goes on as the panel's «Продолжить» would. */
function runKilled(
  start: MemoryWorld,
  actions: readonly (readonly [string, JsonObject])[],
  killAt: number,
  killAfter: boolean,
  expected: readonly string[],
): MemoryWorld | null {
  const world = structuredClone(start);
  world.calls = 0;
  world.killAt = killAt;
  world.killAfter = killAfter;
  let wasKilled = false;
  for (const [action, input] of actions) {
    try {
      run(world, action, input);
    } catch (error) {
      if (!(error instanceof Killed)) {
        throw error;
      }
      wasKilled = true;
      world.killAt = 0;
      if (JSON.stringify(finalState(world)) === JSON.stringify(expected)) {
        // Killed after the very last call: only the answer was lost.
        continue;
      }
      goOn(world, action, input);
    }
  }
  return wasKilled ? world : null;
}

function goOn(world: MemoryWorld, action: string, input: JsonObject): void {
  const runner = makeRunner(ACTIONS, memoryPorts(world, templates));
  const isOpen = (world.properties["run"] ?? "") !== "";
  try {
    if (isOpen) {
      let result = runner.resume();
      while (result.state === "more") {
        result = runner.resume();
      }
      expect(result.state).toBe("done");
      return;
    }
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== "CUT_BEFORE_START") {
      throw error;
    }
  }
  run(world, action, input);
}

const IMPORT_FEW = ["import", { file: FEW, into: "auto" }] as const;

const KILLED = [
  ["set-up", [], [SETUP]],
  ["import", [SETUP], [IMPORT_FEW]],
  [
    "pairing and approval",
    [SETUP, IMPORT_FEW],
    [
      ["pair", {}],
      ["approve", {}],
    ],
  ],
  [
    "order",
    [SETUP, IMPORT_FEW, ["pair", {}], ["approve", {}]],
    [["order", { date: "2026-09-07", number: "42-ОД" }]],
  ],
  [
    "form",
    [SETUP, IMPORT_FEW],
    [["forms", { questionnaire: "mentor-profile" }]],
  ],
  ["undo", [SETUP, IMPORT_FEW, ["pair", {}]], [["undo", {}]]],
] as const;

for (const [name, before, actions] of KILLED) {
  test(`ends the same when ${name} is killed at any call and continued`, () => {
    const start = worldAfter(...before);
    const whole = structuredClone(start);
    for (const [action, input] of actions) {
      run(whole, action, input);
    }
    const expected = finalState(whole);
    let killAt = 1;
    for (; ; killAt++) {
      const killed = [false, true].map((after) =>
        runKilled(start, actions, killAt, after, expected),
      );
      if (killed.every((world) => world === null)) {
        break;
      }
      for (const world of killed) {
        expect(
          world === null ? expected : finalState(world),
          `call ${killAt}`,
        ).toStrictEqual(expected);
      }
    }

    expect(killAt).toBeGreaterThan(10);
  });
}

test("takes back the last action and nothing else", () => {
  const world = worldAfter(SETUP, IMPORT, ["pair", {}]);
  expect(cells(world, "Пары").length).toBeGreaterThan(10);
  run(world, "undo");

  expect(cells(world, "Пары")).toStrictEqual([]);
  expect(cells(world, "Наставники")).toHaveLength(12);
});

test("takes back one action after another", () => {
  const world = worldAfter(
    SETUP,
    IMPORT,
    ["pair", {}],
    ["undo", {}],
    ["undo", {}],
  );

  expect(cells(world, "Наставники")).toStrictEqual([]);
  expect(world.tabs.some((tab) => tab.title === "Наставники")).toBe(true);
});

test("puts an unsigned order into the bin when it is taken back", () => {
  const world = worldAfter(
    SETUP,
    IMPORT,
    ["pair", {}],
    ["approve", {}],
    ["order", {}],
    ["undo", {}],
  );

  expect(world.files.map((file) => file.trashed)).toStrictEqual([true]);
  expect(cells(world, "Документы")).toStrictEqual([]);
});

test("gives up a cut-off run so that nothing of it stays", () => {
  const start = worldAfter(SETUP, IMPORT);
  const world = structuredClone(start);
  Object.assign(world, { calls: 0, killAt: 12 });
  expect(() => run(world, "pair")).toThrow(Killed);
  world.killAt = 0;
  makeRunner(ACTIONS, memoryPorts(world)).abandon();

  expect(finalState(world)).toStrictEqual(finalState(start));
});

test("does not take over what another curator is doing right now", () => {
  const world = worldAfter(SETUP, IMPORT);
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
  const world = worldAfter(SETUP, IMPORT);
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
  const world = worldAfter(SETUP, IMPORT);
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
  const world = worldAfter(SETUP, IMPORT);
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
    ["setup", { ...SETTINGS, mode: "По кодам" }],
    IMPORT,
    ["pair", {}],
    ["approve", {}],
    ["order", {}],
  );
  const visible = JSON.stringify(
    world.tabs.filter((tab) => tab.title !== "Отмена действий"),
  );

  expect(cells(world, "Наставники")).toHaveLength(12);
  expect(visible).not.toMatch(/Вересова|Метелева|veresova|900 000/);
  expect(visible).toContain("{{НСТ-");
});

test("explains an empty list, an unreadable roadmap and a missing school year", () => {
  const world = worldAfter(SETUP);

  expect(() => run(world, "import", { text: " " })).toThrow(/Список пуст/);
  expect(() => run(world, "roadmap", { text: "Привет" })).toThrow(
    /Этапы не найдены/,
  );
  expect(() => run(world, "forms", { questionnaire: "no-such" })).toThrow(
    /Проверьте заполнение/,
  );
});
