/** The whole host killed while it works: every execution it answered for is there afterwards. */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import { type Client, reachServer } from "../../host/cli/client";
import { workspaceAfter } from "../support/prepared-book";
import { SETUP } from "../support/steps";

const KILLS = 10;
const LETTERS = "абвгдежзиклмнопрстуфхцчшэюя";

let workspace = "";
let child: ChildProcess;
let client: Client;

afterAll(() => {
  child.kill("SIGKILL");
  rmSync(workspace, { recursive: true, force: true });
});

async function serve(...flags: readonly string[]): Promise<void> {
  const place = ["--workspace", workspace, "--no-open", "--port", "0"];
  child = spawn(
    process.execPath,
    ["out/host/cli.js", "serve", ...place, ...flags],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`serve ended: ${code}`)));
    child.stdout?.on("data", (text) => {
      if (String(text).includes("открыт:")) resolve();
    });
  });
  const lock = readFileSync(join(workspace, "host.lock.json"), "utf8");
  const reached = await reachServer(JSON.parse(lock));
  if (reached === null) throw new Error("the server does not answer");
  client = reached;
}

beforeAll(async () => {
  workspace = await workspaceAfter(SETUP);
  await serve();
});

const nameOf = (number: number): string =>
  `Проба ${LETTERS[number % LETTERS.length]?.toUpperCase()}нна ${LETTERS[Math.floor(number / LETTERS.length)]?.toUpperCase()}вановна`;

/**
 * Imports one mentor after another until the host is gone: killed so many
 * milliseconds after so many answers.
 *
 * @returns How many mentors were answered for by then, earlier ones included.
 */
async function importUntilGone(
  from: number,
  answers: number,
  delay: number,
): Promise<number> {
  const killed = child;
  for (let number = from; ; number++) {
    if (number === from + answers) {
      setTimeout(() => killed.kill("SIGKILL"), delay);
    }
    const file = `ФИО;Роль\n${nameOf(number)};наставник`;
    try {
      await runAction(client, "import", { file, into: "auto" });
    } catch {
      return number;
    }
  }
}

async function mentors(): Promise<readonly string[]> {
  const { rows } = (await callAddOn(client, "table", { id: "mentors" })) as {
    readonly rows: readonly { readonly values: { readonly fio: string } }[];
  };
  return rows.map((row) => row.values.fio);
}

test(`${KILLS} kills lose no finished execution`, async () => {
  let next = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const answered = await importUntilGone(next, kill % 3, kill * 60);
    await serve();
    const executions = await client.executions();
    const { unfinished } = (await callAddOn(client, "panel", {})) as {
      readonly unfinished: unknown;
    };
    if (unfinished !== null) await callAddOn(client, "abandon", {});
    const names = await mentors();
    const wanted = Array.from({ length: answered }, (_, n) => nameOf(n));

    expect(names.slice(0, answered)).toStrictEqual(wanted);
    expect(names.length).toBeLessThanOrEqual(answered + 1);
    expect(executions.length).toBeGreaterThanOrEqual(2 * answered);
    next = names.length;
  }

  expect(next).toBeGreaterThanOrEqual(KILLS - 1);
}, 300_000);

test("a second host on the same folder shows the first and starts none", async () => {
  const second = spawn(
    process.execPath,
    ["out/host/cli.js", "serve", "--no-open", "--workspace", workspace],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  second.stdout?.on("data", (text) => {
    said += String(text);
  });
  await new Promise((resolve) => second.once("close", resolve));

  expect(said).toMatch(/уже открыт: http:\/\/127\.0\.0\.1/);
});
