/** Actions run on the ports in memory. */
import { expect } from "vitest";
import { buildTemplates } from "../../build/documents.mjs";
import { ACTIONS } from "../../src/app/actions/actions";
import { makeRunner, type Runner } from "../../src/app/run/runner";
import type { JsonObject, Preview, RunResult } from "../../src/shared/rpc";
import { type MemoryWorld, memoryPorts, memoryWorld } from "./memory-ports";
import { IMPORT, PEOPLE, SETUP } from "./steps";

const { base64: templates } = await buildTemplates();

export type Step = readonly [action: string, input: JsonObject];

export const SETUP_STEP = SETUP as Step;
export const IMPORT_STEP = IMPORT as Step;

/** Header, four mentors and nine mentees: enough for kills at every call. */
const FEW = PEOPLE.split("\n")
  .filter((_, index) => index < 5 || (index > 12 && index < 22))
  .join("\n");

export const IMPORT_FEW: Step = ["import", { file: FEW, into: "auto" }];

export function runnerOn(world: MemoryWorld): Runner {
  return makeRunner(ACTIONS, memoryPorts(world, templates));
}

export function preview(
  world: MemoryWorld,
  action: string,
  input: JsonObject = {},
): Preview {
  return runnerOn(world).preview(action, input);
}

export function run(
  world: MemoryWorld,
  action: string,
  input: JsonObject = {},
): RunResult {
  const { fingerprint, today, seed } = preview(world, action, input);
  const request = { action, input, fingerprint, today, seed };
  return runnerOn(world).apply(request);
}

/** Worlds made so far, by their steps: many tests begin alike. */
const made = new Map<string, MemoryWorld>();

/** A world of its own after these steps, as the same steps always leave it. */
export function worldAfter(...steps: readonly Step[]): MemoryWorld {
  const last = steps.at(-1);
  if (last === undefined) return memoryWorld();
  const key = JSON.stringify(steps);
  const known = made.get(key) ?? worldAfter(...steps.slice(0, -1));
  if (!made.has(key)) {
    expect(run(known, ...last).state).toBe("done");
    made.set(key, known);
  }
  return structuredClone(known);
}

/** Rows under the header of a tab. */
export function cells(world: MemoryWorld, title: string): unknown[][] {
  return world.tabs.find((tab) => tab.title === title)?.cells.slice(1) ?? [];
}

/** The section of a preview whose title begins so. */
export function section(
  world: MemoryWorld,
  action: string,
  title: string,
  input: JsonObject = {},
) {
  return preview(world, action, input).details.find((one) =>
    one.title?.startsWith(title),
  );
}
