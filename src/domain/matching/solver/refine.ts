/** Chooses among all optimal pairings of a problem the one that is laid down. */
import { settleOffCycles } from "./components";
import { keepPresent } from "./keep-present";
import { levelLoads } from "./level-loads";
import { optimalNetwork, withoutSettled, writeHeld } from "./network";
import { menteePrices } from "./optimum";
import type { Problem } from "./problem";
import { raiseLowest } from "./raise-lowest";
import type { Seating } from "./seating";
import { settleByIds } from "./settle-by-ids";

/** After leximin each leaves only the best pairings of those still there. */
const STAGES = [levelLoads, keepPresent, settleByIds];

/**
 * @param seating - Optimal; not changed.
 * @returns 1 for each option that the chosen pairing takes.
 */
export function refine(problem: Problem, seating: Seating): Uint8Array {
  const held = seating.held.slice();
  const all = optimalNetwork(problem, seating, menteePrices(problem, seating));
  settleOffCycles(all);
  let network = raiseLowest(problem, withoutSettled(all), held);
  for (const stage of STAGES) {
    if (network.edges === 0) {
      break;
    }
    stage(problem, network);
    writeHeld(network, held);
    network = withoutSettled(network);
  }
  return held;
}
