/** Actions killed between every two port calls, then continued. */
import { expect, test } from "vitest";
import { UserError } from "../../src/domain/errors";
import type { JsonObject } from "../../src/shared/rpc";
import { cutWorlds, textOfWorld } from "../support/cut-worlds";
import { finalState, type MemoryWorld } from "../support/memory-ports";
import {
  IMPORT_FEW,
  run,
  runnerOn,
  SETUP_STEP,
  type Step,
  worldAfter,
} from "../support/memory-runs";
import { addTab } from "../support/own-tab";

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

/** Line by line, so that a difference can be read. */
function expectEnd(
  world: MemoryWorld,
  expected: readonly string[],
  at: string,
) {
  const found = finalState(world);
  if (found.join("\n") !== expected.join("\n")) {
    expect(found, at).toStrictEqual(expected);
  }
}

for (const [name, before, actions] of KILLED) {
  test(`ends the same when ${name} is killed at any call and continued`, () => {
    const whole = before();
    whole.calls = 0;
    const stages = actions.map(([action, input], index) => ({
      action,
      input,
      index,
      cuts: cutWorlds(whole, () => run(whole, action, input)),
      after: finalState(whole),
    }));
    const expected = finalState(whole);
    const ended = new Set<string>();
    for (const { action, input, index, cuts, after } of stages) {
      for (const { world, call } of cuts) {
        // Killed after the very last call: only the answer was lost.
        if (finalState(world).join() !== after.join()) {
          goOn(world, action, input);
        }
        const state = `${index} ${textOfWorld(world)}`;
        if (ended.has(state)) continue;
        ended.add(state);
        for (const [later, given] of actions.slice(index + 1)) {
          run(world, later, given);
        }
        expectEnd(world, expected, `${action}, call ${call}`);
      }
    }

    expect(whole.calls).toBeGreaterThan(10);
    expect(ended.size).toBeGreaterThanOrEqual(actions.length);
  });
}
