/** The writer of a workspace killed at any moment: every save it answered for is there, whole. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStorage } from "../../host/storage/storage";

const KILLS = 200;
/** Writers at the same time, each in its own folder. */
const LANES = 4;

/** Saves without end and says the number of each save that is done. */
const WRITER = `
import { writeSync } from "node:fs";
import { openStorage } from "./storage.mjs";
const storage = openStorage(process.argv[2]);
const counter = storage.changing("counter", 0);
let value = counter.changes.reduce((sum, step) => sum + step, counter.base);
counter.follow(() => value);
const note = storage.document("note", null);
for (;;) {
  value += 1;
  counter.append(1);
  note.set({ value, text: "я".repeat(100_000 + (value % 7) * 1_000) });
  storage.putFile("files/" + (value % 3) + ".txt", Buffer.from("x".repeat(value)));
  storage.flush();
  writeSync(1, value + "\\n");
}
`;

const folder = mkdtempSync(join(tmpdir(), "writer-"));

beforeAll(async () => {
  await build({
    entryPoints: ["host/storage/storage.ts"],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(folder, "storage.mjs"),
    logLevel: "error",
  });
  writeFileSync(join(folder, "writer.mjs"), WRITER);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** @returns The last save the writer answered for; it is gone then. */
async function killedWriter(workspace: string, delay: number): Promise<number> {
  const writer: ChildProcess = spawn(
    process.execPath,
    [join(folder, "writer.mjs"), workspace],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  writer.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });
  writer.stdout?.once("data", () => {
    setTimeout(() => writer.kill("SIGKILL"), delay);
  });
  await new Promise((resolve) => writer.once("close", resolve));
  // The last line may be cut off.
  return Number(said.split("\n").at(-2) ?? 0);
}

async function lane(number: number): Promise<number> {
  const workspace = join(folder, `lane-${number}`);
  let kills = 0;
  let before = 0;
  for (; kills < KILLS / LANES; kills++) {
    const answered = await killedWriter(workspace, (kills * 7) % 45);
    const storage = openStorage(workspace);
    const { base, changes } = storage.changing<number, number>("counter", 0);
    const value = changes.reduce((sum, step) => sum + step, base);
    const note = storage.document("note", { value: 0, text: "" }).get();

    expect(answered).toBeGreaterThan(before);
    expect(value).toBeGreaterThanOrEqual(answered);
    expect(value).toBeLessThanOrEqual(answered + 1);
    expect(note.value).toBe(value);
    expect(note.text).toHaveLength(100_000 + (value % 7) * 1_000);
    before = value;
  }
  return kills;
}

test(`loses nothing in ${KILLS} kills`, async () => {
  const lanes = Array.from({ length: LANES }, (_, number) => lane(number));
  const kills = await Promise.all(lanes);

  expect(kills.reduce((sum, count) => sum + count, 0)).toBe(KILLS);
});
