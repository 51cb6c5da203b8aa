/** Keeps the pairings of least cost, where some edges cost 1 or bring 1. */
import { isOpen, type Network, push, settle } from "./network";
import { type Balance, type Passage, reducedCost, route } from "./route";
import { intAt } from "./typed-read";

/**
 * The least cost is found by primal and dual steps; edges whose flow no pairing
 * of least cost changes are settled.
 *
 * @param edges - Open edges of flow 0 or 1 that carry the cost; the rest is free.
 * @param cost - 1 uses as few of the edges as possible, -1 as many.
 */
export function settleCheapest(
  network: Network,
  edges: readonly number[],
  cost: 1 | -1,
): void {
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
    passage.cost[edge] = cost;
    // Starts from what is cheapest by itself, then mends what that broke.
    const arc = cost === 1 ? 2 * edge + 1 : 2 * edge;
    if (intAt(network.room, arc) === 1) {
      push(network, arc);
      addOne(balance.excess, intAt(network.head, arc));
      addOne(balance.deficit, intAt(network.head, arc ^ 1));
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
