/** One process at a time has a workspace. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Lock, takeLock } from "./lock";

let folder = "";
const path = () => join(folder, "host.lock.json");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nastavnik-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function taken(): Lock {
  const result = takeLock(folder);
  if ("holder" in result) throw new Error("the lock was not free");
  return result.lock;
}

test("the second one learns who holds the lock and where it serves", () => {
  const lock = taken();
  lock.announce(5180, "secret");
  expect(takeLock(folder)).toEqual({
    holder: expect.objectContaining({
      pid: process.pid,
      port: 5180,
      token: "secret",
    }),
  });
  expect(statSync(path()).mode & 0o777).toBe(0o600);
  lock.release();
  expect(existsSync(path())).toBe(false);
});

test("a lock of a process that is gone is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  writeFileSync(path(), JSON.stringify({ pid, port: 1, token: "old" }));
  taken();
  expect(JSON.parse(readFileSync(path(), "utf8"))).toMatchObject({
    pid: process.pid,
  });
});

test.skipIf(process.platform !== "linux")(
  "a lock whose number another process got since is taken over",
  () => {
    const held = { pid: process.pid, started: "1", port: 1, token: "old" };
    writeFileSync(path(), JSON.stringify(held));
    taken();
  },
);

test.each(["", "{", "null", '{"pid":"x"}'])(
  "a damaged lock file is taken over: %s",
  (text) => {
    writeFileSync(path(), text);
    taken();
  },
);

test("release leaves a lock of somebody else alone", () => {
  const lock = taken();
  writeFileSync(path(), JSON.stringify({ pid: process.ppid }));
  lock.release();
  expect(existsSync(path())).toBe(true);
});

test("the folder is made when it is not there", () => {
  const deep = join(folder, "a", "b");
  expect(takeLock(deep)).toHaveProperty("lock");
});
