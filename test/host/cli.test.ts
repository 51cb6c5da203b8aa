/** The command line, run as people and scripts run it. */
import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

const PROGRAM = "out/host/cli.js";

type Ended = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
};

let folder = "";
let workspace = "";
const running = new Set<ChildProcess>();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nastavnik-cli-"));
  workspace = join(folder, "рабочая папка");
});
afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await new Promise((resolve) => child.once("exit", resolve));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args, "--workspace", workspace], {
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function host(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = start(...args);
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (data) => {
      stdout += String(data);
    });
    child.stderr?.on("data", (data) => {
      stderr += String(data);
    });
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
}

const lockPath = () => join(workspace, "host.lock.json");

/** Starts `serve` and waits until it tells its address. */
async function serve(...more: string[]): Promise<ChildProcess> {
  const child = start("serve", "--empty", "--no-open", "--port", "0", ...more);
  running.add(child);
  child.once("exit", () => running.delete(child));
  await vi.waitFor(
    () => expect(readFileSync(lockPath(), "utf8")).toContain("port"),
    { timeout: 30_000, interval: 50 },
  );
  return child;
}

test.each([
  [[], /Не указана команда/],
  [["fly"], /Нет команды «fly»/],
  [["run"], /Не указано: действие/],
  [["table"], /Не указано: таблица/],
  [["run", "setup", "--input", "{"], /--input/],
  [["tables", "--loud"], /--loud/],
])("%j is written wrongly: code 2 and the usage", async (args, message) => {
  const { code, stdout, stderr } = await host(...args);
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr).toContain("form answer");
  expect(existsSync(workspace)).toBe(false);
});

test("--help explains and ends well", async () => {
  const { code, stdout } = await host("--help");
  expect(code).toBe(0);
  expect(stdout).toContain("serve [--port N]");
});

test("tables are listed for machines and for people", async () => {
  const json = await host("tables", "--json");
  expect(json.code).toBe(0);
  const tables = JSON.parse(json.stdout) as { id: string; title: string }[];
  expect(tables).toContainEqual(
    expect.objectContaining({ id: "mentees", title: "Наставляемые" }),
  );
  const text = await host("tables");
  expect(text.stdout).toContain("mentees\tНаставляемые\t0");
});

test("a refused action is code 1 and one Russian sentence", async () => {
  const { code, stdout, stderr } = await host("run", "нет-такого");
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^[^\n]*нет-такого[^\n]*\n$/);
});

test("a file that is not there is code 1", async () => {
  const { code, stderr } = await host("import", join(folder, "нет.csv"));
  expect(code).toBe(1);
  expect(stderr).toMatch(/Файл не читается/);
});

test("a form or document that is not there is code 1", async () => {
  const answer = await host("form", "answer", "1abc", "--answers", "{}");
  expect(answer).toMatchObject({ code: 1, stderr: "Формы 1abc нет.\n" });
  const to = join(folder, "a.docx");
  const document = await host("export", "1abc", "--to", to);
  expect(document.code).toBe(1);
  expect(existsSync(to)).toBe(false);
});

test("the book is saved as .xlsx", async () => {
  const to = join(folder, "книга.xlsx");
  expect((await host("export", "book", "--to", to)).code).toBe(0);
  expect(readFileSync(to).subarray(0, 2).toString()).toBe("PK");
});

test("the meter tells what the last executions cost", async () => {
  await host("tables", "--user", "second@example.org");
  const { stdout } = await host("meter", "--last", "1", "--json");
  expect(JSON.parse(stdout)).toEqual([
    expect.objectContaining({
      functionName: "rpc",
      outcome: "done",
      user: "second@example.org",
      meter: expect.objectContaining({ counted: expect.any(Number) }),
    }),
  ]);
});

test("commands go through the server that has the workspace", async () => {
  const server = await serve();
  const { port, token } = JSON.parse(readFileSync(lockPath(), "utf8")) as {
    port: number;
    token: string;
  };
  const commands = await Promise.all([host("tables"), host("tables")]);
  expect(commands.map(({ code }) => code)).toEqual([0, 0]);
  const response = await fetch(`http://127.0.0.1:${port}/api/executions`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const executions = (await response.json()) as { functionName: string }[];
  expect(executions.slice(-2).map(({ functionName }) => functionName)).toEqual([
    "rpc",
    "rpc",
  ]);

  const second = await host("serve", "--no-open", "--json");
  expect(JSON.parse(second.stdout)).toEqual({
    url: `http://127.0.0.1:${port}/?token=${token}&open=openPanel`,
    port,
  });

  server.kill("SIGTERM");
  const code = await new Promise((resolve) => server.once("exit", resolve));
  expect(code).toBe(0);
  expect(existsSync(lockPath())).toBe(false);
});

test("instruments go with a command, here and through a server that has its own", async () => {
  const last = (): unknown => {
    const log = readFileSync(join(workspace, "executions.jsonl"), "utf8");
    return JSON.parse(log.trimEnd().split("\n").at(-1) ?? "");
  };
  const here = await host("tables", "--fail-at", "1");
  expect(here).toMatchObject({ code: 1, stdout: "" });
  expect(last()).toMatchObject({
    method: "tables",
    instruments: { failAt: 1 },
    log: [expect.stringContaining("fault on demand")],
  });

  await serve("--quota", "mail=5");
  const own = await host("tables", "--fail-method", "Spreadsheet.getSheets");
  expect(own.code).toBe(1);
  expect(last()).toMatchObject({
    instruments: {
      mailQuota: 5,
      failMethod: { method: "Spreadsheet.getSheets" },
    },
    modelledMs: expect.any(Number),
  });

  await host("serve", "--no-open", "--kill-after", "60000");
  expect((await host("tables")).code).toBe(0);
  expect(last()).toMatchObject({ instruments: { killAfterMs: 60_000 } });
});

test("a server that was killed leaves nothing in the way", async () => {
  const server = await serve();
  server.kill("SIGKILL");
  await new Promise((resolve) => server.once("exit", resolve));
  expect(existsSync(lockPath())).toBe(true);
  expect((await host("tables")).code).toBe(0);
  expect(existsSync(lockPath())).toBe(false);
});

test("a damaged book is told in words, and the lock is given back", async () => {
  const broken = workspace;
  workspace = join(folder, "сломанная");
  await host("tables");
  writeFileSync(join(workspace, "workspace.json"), "{");
  const { code, stderr } = await host("tables");
  expect(code).toBe(1);
  expect(stderr).toContain("workspace.json");
  expect(existsSync(lockPath())).toBe(false);
  workspace = broken;
});

test("a moved clock stays moved for the commands that follow", async () => {
  const moved = await host("clock", "advance", "1d", "--json");
  const shown = await host("clock", "show", "--json");
  const wrong = await host("clock", "advance", "завтра");
  const ahead = (Date.parse(JSON.parse(shown.stdout).now) - Date.now()) / 3.6e6;

  expect(JSON.parse(moved.stdout)).toMatchObject({ kind: "moved", fired: 0 });
  expect(ahead).toBeGreaterThan(23.9);
  expect(ahead).toBeLessThan(24);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain("«завтра» не промежуток");
});

test("a trigger that is not there cannot be run", async () => {
  const { code, stderr } = await host("triggers", "run", "нет");

  expect([code, stderr.trim()]).toStrictEqual([1, "Триггера нет нет."]);
});
