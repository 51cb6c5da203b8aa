/** What one service call costs on the way through the worker: the way there and back, and next to nothing in the service. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHost } from "../host/host";

/** The realm's clock has whole milliseconds, so calls are timed in blocks. */
const BLOCK = 200;
const BLOCKS = 100;

/** A counted call whose service gives back a text it holds. */
const CODE = `function measure(blocks, block) {
  const book = SpreadsheetApp.getActive();
  const times = [];
  for (let i = 0; i < blocks; i += 1) {
    const start = Date.now();
    for (let j = 0; j < block; j += 1) book.getSpreadsheetLocale();
    times.push((Date.now() - start) / block);
  }
  return times;
}`;

export type CallOverhead = {
  readonly calls: number;
  /** Milliseconds of one call in the median block, and in the slowest tenth. */
  readonly medianMs: number;
  readonly ninetiethMs: number;
};

/**
 * 20,000 counted calls in one execution on an idle, empty book: encoding in
 * the realm, both thread hops, rights, counting, the service and the answer.
 *
 * @throws RangeError when the calls were not made.
 */
export async function callOverhead(): Promise<CallOverhead> {
  const dist = mkdtempSync(join(tmpdir(), "nastavnik-bench-"));
  writeFileSync(join(dist, "Code.js"), CODE);
  writeFileSync(
    join(dist, "appsscript.json"),
    JSON.stringify({
      timeZone: "Europe/Moscow",
      oauthScopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"],
    }),
  );
  const host = await openHost({ workspace: "", persist: false, distDir: dist });
  const result = await host.execute({
    functionName: "measure",
    args: [BLOCKS, BLOCK],
    kind: "menu",
  });
  await host.close();
  rmSync(dist, { recursive: true, force: true });
  const { counted } = result.meter;
  if (result.outcome !== "done" || counted !== BLOCK * BLOCKS) {
    throw new RangeError(`callOverhead: ${counted} calls, ${result.outcome}`);
  }
  const times = (result.value as number[]).sort((a, b) => a - b);
  return {
    calls: counted,
    medianMs: times[Math.floor(BLOCKS / 2)] ?? 0,
    ninetiethMs: times[Math.floor(BLOCKS * 0.9)] ?? 0,
  };
}
