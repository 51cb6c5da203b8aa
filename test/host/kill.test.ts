/** The real bundle, killed at service calls of three actions and continued. `npm run bench:kill` tries every call. */
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { type ActionCall, killSweep } from "../support/kill-sweep";
import { workspaceAfter } from "../support/prepared-book";
import { IMPORT, ORDER, SETUP } from "../support/steps";

/** Prime, so that other actions' rhythms are not always hit at the same place. */
const STRIDE = 199;

const APPROVED: readonly ActionCall[] = [
  SETUP,
  IMPORT,
  ["pair", {}],
  ["approve", {}],
];

for (const [name, before, actions] of [
  ["set-up", [], [SETUP]],
  [
    "pairing and approval",
    [SETUP, IMPORT],
    [
      ["pair", {}],
      ["approve", {}],
    ],
  ],
  ["order", APPROVED, [ORDER]],
] as const) {
  test(`${name} ends the same after a kill`, async () => {
    const folder = await workspaceAfter(...before);
    const result = await killSweep(folder, actions, STRIDE);
    rmSync(folder, { recursive: true, force: true });

    expect(result.differences).toStrictEqual([]);
    expect(result.kills).toBeGreaterThan(0);
  }, 240_000);
}
