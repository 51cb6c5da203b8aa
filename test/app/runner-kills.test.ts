/** Actions killed at every port call, before and after it takes effect, then continued. */
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors";
import type { JsonObject } from "../../src/shared/rpc";
import { finalState, Killed, type MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_FEW,
  run,
  runnerOn,
  SETUP_STEP,
  type Step,
  worldAfter,
} from "../support/memory-runs";
import { addTab } from "../support/own-tab";

/** Runs until the kill, then goes on as the panel's «Продолжить» would. */
function runKilled(
  start: MemoryWorld,
  actions: readonly Step[],
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
  const runner = runnerOn(world);
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

/** Set up, and a tab of the curator's beside. */
function worldWithTab(...more: readonly Step[]): MemoryWorld {
  const world = worldAfter(SETUP_STEP);
  addTab(world, "Мои наставники", [
    ["ФИО наставника", "Мест", "Примечание"],
    ["Вересова Людмила Аркадьевна", 2, "звонить вечером"],
    ["Берестнев Роман Олегович", 1, ""],
  ]);
  for (const [action, input] of more) {
    run(world, action, input);
  }
  return world;
}

const ROADMAP: Step = [
  "roadmap",
  {
    text: "№\tНаименование этапа\tСроки\n1\tПриказ\t05.09.2026\n2\tВстречи\tсентябрь 2026",
  },
];

const ADOPT: Step = ["import", { tab: "Мои наставники", adopt: true }];

const KILLED: readonly (readonly [
  name: string,
  before: () => MemoryWorld,
  actions: readonly Step[],
])[] = [
  ["set-up", () => worldAfter(), [SETUP_STEP]],
  ["import", () => worldAfter(SETUP_STEP), [IMPORT_FEW]],
  [
    "pairing and approval",
    () => worldAfter(SETUP_STEP, IMPORT_FEW),
    [
      ["pair", {}],
      ["approve", {}],
    ],
  ],
  [
    "order",
    () => worldAfter(SETUP_STEP, IMPORT_FEW, ["pair", {}], ["approve", {}]),
    [["order", { date: "2026-09-07", number: "42-ОД" }]],
  ],
  [
    "form",
    () => worldAfter(SETUP_STEP, IMPORT_FEW),
    [["forms", { questionnaire: "mentor-profile" }]],
  ],
  [
    "consents and their dates",
    () => worldAfter(SETUP_STEP, IMPORT_FEW),
    [
      ["consents", { kind: "photo", files: "each", codes: "НСТ-001 НМ-001" }],
      ["consentsReceived", { kind: "photo", signed: "2026-09-01" }],
    ],
  ],
  [
    "a variant, other weights and a change by hand",
    () => worldAfter(SETUP_STEP, IMPORT_FEW, ["pair", {}]),
    [
      ["variant-save", { name: "Первый" }],
      ["criteria", { "weight:topics": "неважно" }],
      ["rematch", { changes: "НСТ-001 –" }],
    ],
  ],
  [
    "undo",
    () => worldAfter(SETUP_STEP, IMPORT_FEW, ["pair", {}]),
    [["undo", {}]],
  ],
  [
    "a timeline, another one and its end",
    () => worldAfter(SETUP_STEP, ROADMAP),
    [
      ["timeline", { show: "month" }],
      ["timeline", { show: "week", view: "full" }],
      ["timeline", { show: "none" }],
    ],
  ],
  [
    "undo of a timeline",
    () => worldAfter(SETUP_STEP, ROADMAP, ["timeline", { show: "month" }]),
    [["undo", {}]],
  ],
  ["adoption", () => worldWithTab(), [ADOPT]],
  ["undo of an adoption", () => worldWithTab(ADOPT), [["undo", {}]]],
];

for (const [name, before, actions] of KILLED) {
  test(`ends the same when ${name} is killed at any call and continued`, () => {
    const start = before();
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
