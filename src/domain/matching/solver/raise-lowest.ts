/** Leximin: among optimal pairings as few of the lowest scores as can be, then of the next. */
import { settleOffCycles } from "./components";
import { flowOf, isOpen, type Network, settle } from "./network";
import type { Problem } from "./problem";
import { type Balance, type Passage, reducedCost, route } from "./route";
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
      minimiseUse(network, open);
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

/** Uses as few of the edges as possible and settles what that decides. */
function minimiseUse(network: Network, edges: readonly number[]): void {
  const passage: Passage = {
    network,
    cost: new Int32Array(network.edges),
    potential: new Int32Array(network.nodes),
    closed: -1,
  };
  const balance: Balance = {
    excess: new Int32Array(network.nodes),
    deficit: new Int32Array(network.nodes),
  };
  let left = 0;
  for (const edge of edges) {
    passage.cost[edge] = 1;
    if (flowOf(network, edge) === 1) {
      // Taken out, then sent again the cheapest way, perhaps the same one.
      network.room[2 * edge] = 1;
      network.room[2 * edge + 1] = 0;
      addOne(balance.excess, intAt(network.head, 2 * edge + 1));
      addOne(balance.deficit, intAt(network.head, 2 * edge));
      left += 1;
    }
  }
  while (left > 0) {
    raisePotentials(passage, balance);
    left -= route(passage, balance);
  }
  for (let edge = 0; edge < network.edges; edge += 1) {
    if (isOpen(network, edge) && reducedCost(passage, 2 * edge) !== 0) {
      settle(network, edge);
    }
  }
}

function addOne(values: Int32Array, index: number): void {
  values[index] = intAt(values, index) + 1;
}

/**
 * Dijkstra by buckets from all excess at once, up to the nearest deficit; then
 * the potentials grow so that the ways found have reduced cost 0.
 */
function raisePotentials(passage: Passage, balance: Balance): void {
  const { network, potential } = passage;
  const distance = new Int32Array(network.nodes).fill(-1);
  const sources: number[] = [];
  for (let node = 0; node < network.nodes; node += 1) {
    if (intAt(balance.excess, node) > 0) {
      distance[node] = 0;
      sources.push(node);
    }
  }
  const nearest = measureDistances(passage, balance, distance, sources);
  for (let node = 0; node < network.nodes; node += 1) {
    const reached = intAt(distance, node);
    potential[node] =
      intAt(potential, node) +
      (reached === -1 ? nearest : Math.min(reached, nearest));
  }
}

/** @returns Distance of the nearest deficit; `distance` is final up to it. */
function measureDistances(
  passage: Passage,
  balance: Balance,
  distance: Int32Array,
  sources: number[],
): number {
  const buckets: number[][] = [sources];
  for (let length = 0; length < buckets.length; length += 1) {
    const bucket = buckets[length] ?? [];
    let found = false;
    // The bucket grows while it is being read: arcs of reduced cost 0.
    for (let at = 0; at < bucket.length; at += 1) {
      const node = bucket[at] ?? 0;
      if (intAt(distance, node) === length) {
        found = found || intAt(balance.deficit, node) > 0;
        relax(passage, node, distance, buckets);
      }
    }
    if (found) {
      return length;
    }
  }
  throw new RangeError("measureDistances: a pair taken out finds no way");
}

function relax(
  passage: Passage,
  node: number,
  distance: Int32Array,
  buckets: number[][],
): void {
  const { network } = passage;
  const end = intAt(network.first, node + 1);
  for (let at = intAt(network.first, node); at < end; at += 1) {
    const arc = intAt(network.arcs, at);
    if (intAt(network.room, arc) === 0) {
      continue;
    }
    const to = intAt(network.head, arc);
    const length = intAt(distance, node) + reducedCost(passage, arc);
    const known = intAt(distance, to);
    if (known === -1 || length < known) {
      distance[to] = length;
      while (buckets.length <= length) {
        buckets.push([]);
      }
      buckets[length]?.push(to);
    }
  }
}
