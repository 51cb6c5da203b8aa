/** Kills real executions at service calls, continues as the panel would, and compares what is left. */
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  AddOnError,
  callAddOn,
  previewAction,
  type RunAnswer,
  runAction,
} from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import type { Instruments } from "../../host/types";

export type ActionCall = readonly [
  action: string,
  input: Readonly<Record<string, unknown>>,
];

const NOW = "2026-09-07T09:00:00+03:00";

export function open(workspace: string): Promise<OpenHost> {
  return openHost({ workspace, now: NOW });
}

/** A workspace after these actions; the caller removes the folder. */
export async function prepared(
  actions: readonly ActionCall[],
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "nastavnik-"));
  const host = await open(folder);
  for (const [action, input] of actions) {
    await runAction(host, action, input);
  }
  await host.save();
  await host.close();
  return folder;
}

async function onCopy<T>(
  folder: string,
  work: (host: OpenHost) => Promise<T>,
): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), "nastavnik-"));
  cpSync(folder, copy, { recursive: true });
  const host = await open(copy);
  try {
    return await work(host);
  } finally {
    await host.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Tabs, live files and forms: what must not depend on the way there. */
export async function leftBehind(host: OpenHost): Promise<string[]> {
  const grids = await host.book.grids();
  const tabs = Object.entries(grids).flatMap(([title, rows]) =>
    rows.map((row, index) => {
      // Ids of files differ from run to run; their number and content do not.
      const text = JSON.stringify(row).replace(/[\w-]{20,}/g, "ID");
      return `${title} ${index + 1}: ${text.slice(0, 90)} ${digest(text)}`;
    }),
  );
  const files = host.files
    .list()
    .filter((file) => !file.trashed)
    .map(
      (file) =>
        `file ${file.name} ${file.mimeType.includes("form") ? "" : digest(host.files.bytes(file.id))}`,
    );
  const forms = host.forms
    .list()
    .map((form) => `form ${form.title} ${form.items.length}`);
  return [...tabs.sort(), ...files.sort(), ...forms.sort()];
}

function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}

/** Counted service calls of the apply executions, without any kill. */
type Whole = {
  readonly left: readonly string[];
  readonly calls: readonly number[];
};

async function whole(
  folder: string,
  actions: readonly ActionCall[],
): Promise<Whole> {
  return onCopy(folder, async (host) => {
    const calls: number[] = [];
    for (const [action, input] of actions) {
      const preview = await previewAction(host, action, input);
      await callAddOn(host, "apply", {
        action,
        input,
        fingerprint: preview.fingerprint,
        today: preview.today,
        seed: preview.seed,
      });
      calls.push(host.executions().at(-1)?.meter.counted ?? 0);
    }
    return { left: await leftBehind(host), calls };
  });
}

export type SweepResult = {
  /** Kills tried. */
  readonly kills: number;
  /** Calls of the applies, in order. */
  readonly calls: readonly number[];
  /** «action, call, when: first differing line». */
  readonly differences: readonly string[];
};

/** Every call for a stride of 1, else calls amid the action. */
function callsToTry(count: number, stride: number): number[] {
  const first = Math.ceil(stride / 2);
  const steps = Math.max(0, Math.ceil((count - first + 1) / stride));
  return Array.from({ length: steps }, (_, step) => first + step * stride);
}

/** @param stride 1 kills at every call, 7 at every seventh. */
export async function killSweep(
  folder: string,
  actions: readonly ActionCall[],
  stride: number,
): Promise<SweepResult> {
  const { left, calls } = await whole(folder, actions);
  const kills = calls.flatMap((count, index) =>
    callsToTry(count, stride).map((killAt) => ({ index, killAt })),
  );
  const differences: string[] = [];
  for (const [number, { index, killAt }] of kills.entries()) {
    const killWhen = number % 2 === 0 ? "before" : "after";
    const after = await onCopy(folder, (host) =>
      killedRun(host, actions, index, { killAt, killWhen }),
    );
    const difference = firstDifference(left, after);
    if (difference !== null) {
      const place = `${actions[index]?.[0]} call ${killAt} ${killWhen}`;
      differences.push(`${place}: ${difference}`);
    }
  }
  return { kills: kills.length, calls, differences };
}

function firstDifference(
  expected: readonly string[],
  found: readonly string[],
): string | null {
  const length = Math.max(expected.length, found.length);
  for (let line = 0; line < length; line++) {
    if (expected[line] !== found[line]) {
      return `«${found[line] ?? "–"}» instead of «${expected[line] ?? "–"}»`;
    }
  }
  return null;
}

async function killedRun(
  host: OpenHost,
  actions: readonly ActionCall[],
  killed: number,
  instruments: Instruments,
): Promise<string[]> {
  for (const [index, [action, input]] of actions.entries()) {
    if (index !== killed) {
      await runAction(host, action, input);
      continue;
    }
    const { fingerprint, today, seed } = await previewAction(
      host,
      action,
      input,
    );
    try {
      await callAddOn(
        host,
        "apply",
        { action, input, fingerprint, today, seed },
        { instruments },
      );
      throw new RangeError(
        `killSweep: ${action} was not killed at ${instruments.killAt}`,
      );
    } catch (error) {
      if (!(error instanceof AddOnError && error.code === "KILLED")) {
        throw error;
      }
    }
    await goOn(host, action, input);
  }
  return leftBehind(host);
}

/** «Продолжить», or the action again when nothing had begun. */
async function goOn(
  host: OpenHost,
  action: string,
  input: ActionCall[1],
): Promise<void> {
  try {
    let answer = (await callAddOn(host, "resume", {})) as RunAnswer;
    while (answer.state === "more") {
      answer = (await callAddOn(host, "resume", {})) as RunAnswer;
    }
    if (answer.state === "changed") {
      throw new RangeError(
        `killSweep: ${action} wants a new look after a kill`,
      );
    }
  } catch (error) {
    const isUnstarted =
      error instanceof AddOnError &&
      ["NOTHING_TO_RESUME", "CUT_BEFORE_START"].includes(error.code);
    if (!isUnstarted) {
      throw error;
    }
    const preview = await previewAction(host, action, input);
    // Killed after the very last call: done, only the answer was lost.
    if (preview.verb !== null) {
      await runAction(host, action, input);
    }
  }
}
