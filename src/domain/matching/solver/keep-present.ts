/** Fewest changes: of the pairings that are left, those that keep most of the present plan. */
import { settleOffCycles } from "./components";
import { isOpen, type Network } from "./network";
import type { Problem } from "./problem";
import { settleCheapest } from "./settle-cheapest";
import { byteAt, intAt } from "./typed-read";

/** All have the same number of pairs, so what is not kept is what changes. */
export function keepPresent(problem: Problem, network: Network): void {
  const kept: number[] = [];
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (
      option !== -1 &&
      isOpen(network, edge) &&
      byteAt(problem.optionKept, option) === 1
    ) {
      kept.push(edge);
    }
  }
  if (kept.length > 0) {
    settleCheapest(network, kept, -1);
    settleOffCycles(network);
  }
}
