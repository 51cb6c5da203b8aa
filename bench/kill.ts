/** `npm run bench:kill`: three actions killed at every service call, before and after it takes effect in turn, then continued. */
import { rmSync } from "node:fs";
import {
  type ActionCall,
  killSweep,
  prepared,
} from "../test/support/kill-sweep";
import { IMPORT, ORDER, SETUP } from "../test/support/steps";

const PAIRING: readonly ActionCall[] = [
  ["pair", {}],
  ["approve", {}],
];

/** Another stride than 1 for a quicker look, and one sweep only: `npm run bench:kill -- 10 order`. */
const stride = Number(process.argv[2] ?? 1);
const only = process.argv[3];

const SWEEPS: readonly (readonly [
  name: string,
  before: readonly ActionCall[],
  actions: readonly ActionCall[],
])[] = [
  ["set-up", [], [SETUP]],
  ["pairing and approval", [SETUP, IMPORT], PAIRING],
  ["order", [SETUP, IMPORT, ...PAIRING], [ORDER]],
];

let differences = 0;
for (const [name, before, actions] of SWEEPS) {
  if (only !== undefined && only !== name) continue;
  const started = Date.now();
  const folder = await prepared(before);
  const result = await killSweep(folder, actions, stride);
  rmSync(folder, { recursive: true, force: true });
  const seconds = Math.round((Date.now() - started) / 1000);
  differences += result.differences.length;
  console.log(
    `${name}: ${result.kills} kills over ${result.calls.join(" + ")} calls, ${result.differences.length} different ends, ${seconds} s`,
  );
  for (const line of result.differences) {
    console.log(`  ${line}`);
  }
}
process.exitCode = differences === 0 ? 0 : 1;
