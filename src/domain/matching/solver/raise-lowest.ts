/** Leximin: among optimal pairings as few of the lowest scores as can be, then of the next. */
import { settleOffCycles } from "./components";
import { flowOf, isOpen, type Network, settle } from "./network";
import type { Problem } from "./problem";
import { settleCheapest } from "./settle-cheapest";
import { intAt, realAt } from "./typed-read";

/**
 * Narrows the network to the leximin pairings. Each score level in turn costs 1
 * per pair; the least cost is found by primal and dual steps, and arcs that no
 * least-cost pairing uses are settled.
 *
 * A cycle keeps number and total, so it cannot change the counts of one or two
 * levels alone: only components with three levels or more need work.
 */
export function raiseLowest(problem: Problem, network: Network): void {
  let component = settleOffCycles(network);
  const levels = byScore(problem, network);
  for (let level = 0; level < levels.length; level += 1) {
    const edges = levels[level] ?? [];
    if (!edges.some((edge) => isOpen(network, edge))) {
      continue;
    }
    const rich = richComponents(network, component, levels, level);
    const open = edges.filter(
      (edge) =>
        isOpen(network, edge) &&
        intAt(rich, componentOf(network, component, edge)) > 2,
    );
    if (open.some((edge) => flowOf(network, edge) === 1)) {
      settleCheapest(network, open, 1);
    } else {
      for (const edge of open) {
        settle(network, edge);
      }
    }
    if (open.length > 0) {
      component = settleOffCycles(network);
    }
  }
}

function componentOf(
  network: Network,
  component: Int32Array,
  edge: number,
): number {
  return intAt(component, intAt(network.head, 2 * edge));
}

/** Open option edges of each score, ascending by score. */
function byScore(
  problem: Problem,
  network: Network,
): readonly (readonly number[])[] {
  const levels = new Map<number, number[]>();
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (option !== -1 && isOpen(network, edge)) {
      const score = realAt(problem.optionScore, option);
      const level = levels.get(score);
      if (level === undefined) {
        levels.set(score, [edge]);
      } else {
        level.push(edge);
      }
    }
  }
  return [...levels].sort((a, b) => a[0] - b[0]).map(([, edges]) => edges);
}

/** How many levels from `lowest` up each component has among open options. */
function richComponents(
  network: Network,
  component: Int32Array,
  levels: readonly (readonly number[])[],
  lowest: number,
): Int32Array {
  const count = new Int32Array(network.nodes);
  const last = new Int32Array(network.nodes).fill(-1);
  for (let level = lowest; level < levels.length; level += 1) {
    for (const edge of levels[level] ?? []) {
      const group = componentOf(network, component, edge);
      if (isOpen(network, edge) && intAt(last, group) !== level) {
        last[group] = level;
        count[group] = intAt(count, group) + 1;
      }
    }
  }
  return count;
}
