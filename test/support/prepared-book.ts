/** Books that many tests begin with, made once by the add-on's own actions and copied for each test. */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runAction } from "../../host/add-on";
import { type HostOptions, type OpenHost, openHost } from "../../host/host";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import { FOLDER_VARIABLE } from "../setup/prepared-books";
import type { ActionCall } from "./kill-sweep";

/** When the books are made, and what a copy's clock shows unless it is told. */
const NOW = "2026-09-07T09:00:00+03:00";

const POLL_MS = 50;

/** A workspace folder after these actions on an empty book; the caller removes it. */
export async function workspaceAfter(
  ...actions: readonly ActionCall[]
): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), "nastavnik-"));
  if (actions.length > 0) {
    cpSync(await madeBook(actions), copy, { recursive: true });
  }
  return copy;
}

/** A host on a copy of the book after these actions; the copy goes when it is closed. */
export async function openAfter(
  actions: readonly ActionCall[],
  options: Partial<HostOptions> = {},
): Promise<OpenHost> {
  const workspace = await workspaceAfter(...actions);
  const host = await openHost({ now: NOW, ...options, workspace });
  return { ...host, close: closing(host.close, workspace) };
}

/** The same for tests that run pieces of script; the code is the add-on's. */
export async function openSnippetsAfter(
  actions: readonly ActionCall[],
  now = NOW,
): Promise<SnippetHost> {
  const workspace = await workspaceAfter(...actions);
  const snippets = await openSnippetHost({ now, workspace, persist: true });
  snippets.setCode(readFileSync("dist/Code.js", "utf8"));
  return { ...snippets, close: closing(snippets.close, workspace) };
}

/** May be called twice, as the host's own may. */
function closing(close: () => Promise<void>, folder: string) {
  const closeAndRemove = async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  };
  let closed: Promise<void> | null = null;
  return () => {
    closed ??= closeAndRemove();
    return closed;
  };
}

/** The one that is copied: nobody may open it. */
async function madeBook(actions: readonly ActionCall[]): Promise<string> {
  const root = process.env[FOLDER_VARIABLE];
  if (root === undefined) {
    throw new RangeError(`madeBook: ${FOLDER_VARIABLE} names no folder`);
  }
  const key = createHash("sha256").update(JSON.stringify(actions));
  const folder = join(root, key.digest("hex").slice(0, 16));
  const lock = `${folder}.lock`;
  while (!existsSync(folder)) {
    if (!takeLock(lock)) {
      await setTimeout(POLL_MS);
      continue;
    }
    try {
      if (!existsSync(folder)) await makeBook(actions, folder);
    } finally {
      rmSync(lock);
    }
  }
  return folder;
}

/** Another worker may be at it: two would only be slower. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    if (isLeft(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether the worker that took the lock has ended without giving it back. */
function isLeft(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

async function makeBook(
  actions: readonly ActionCall[],
  folder: string,
): Promise<void> {
  const workspace = await workspaceAfter(...actions.slice(0, -1));
  const host = await openHost({ workspace, now: NOW });
  for (const [action, input] of actions.slice(-1)) {
    const { state } = await runAction(host, action, input);
    if (state !== "done") {
      throw new RangeError(`makeBook: ${action} ended as ${state}`);
    }
  }
  await host.close();
  rmSync(join(workspace, "executions.jsonl"));
  renameSync(workspace, folder);
}
