/** Which arcs lie on a cycle: strongly connected components, without recursion. */
import type { Network } from "./network";
import { isOpen, settle } from "./network";
import { intAt } from "./typed-read";

type Walk = {
  readonly network: Network;
  /** Order of discovery, 0 = not yet seen. */
  readonly seen: Int32Array;
  /** Earliest node on the stack that each node reaches. */
  readonly low: Int32Array;
  readonly component: Int32Array;
  /** Next arc to look at. */
  readonly next: Int32Array;
  readonly path: Int32Array;
  readonly stack: Int32Array;
  pathSize: number;
  stackSize: number;
  clock: number;
  components: number;
};

/**
 * Settles every edge that lies on no cycle of arcs with room: no change of the
 * pairing can touch it (Tarjan 1972).
 *
 * @returns The component of each node, numbers from 0.
 */
export function settleOffCycles(network: Network): Int32Array {
  const component = components(network);
  for (let edge = 0; edge < network.edges; edge += 1) {
    const from = intAt(network.head, 2 * edge + 1);
    const to = intAt(network.head, 2 * edge);
    if (
      isOpen(network, edge) &&
      intAt(component, from) !== intAt(component, to)
    ) {
      settle(network, edge);
    }
  }
  return component;
}

function components(network: Network): Int32Array {
  const { nodes } = network;
  const walk: Walk = {
    network,
    seen: new Int32Array(nodes),
    low: new Int32Array(nodes),
    component: new Int32Array(nodes).fill(-1),
    next: network.first.slice(),
    path: new Int32Array(nodes),
    stack: new Int32Array(nodes),
    pathSize: 0,
    stackSize: 0,
    clock: 0,
    components: 0,
  };
  for (let node = 0; node < nodes; node += 1) {
    if (intAt(walk.seen, node) === 0) {
      enter(walk, node);
      while (walk.pathSize > 0) {
        step(walk, intAt(walk.path, walk.pathSize - 1));
      }
    }
  }
  return walk.component;
}

function enter(walk: Walk, node: number): void {
  walk.clock += 1;
  walk.seen[node] = walk.clock;
  walk.low[node] = walk.clock;
  walk.path[walk.pathSize] = node;
  walk.pathSize += 1;
  walk.stack[walk.stackSize] = node;
  walk.stackSize += 1;
}

/** Follows the next arc of the node at the end of the path, or leaves it. */
function step(walk: Walk, node: number): void {
  const { network, next } = walk;
  const end = intAt(network.first, node + 1);
  for (let at = intAt(next, node); at < end; at += 1) {
    const arc = intAt(network.arcs, at);
    if (intAt(network.room, arc) === 0) {
      continue;
    }
    const to = intAt(network.head, arc);
    if (intAt(walk.seen, to) === 0) {
      next[node] = at + 1;
      enter(walk, to);
      return;
    }
    if (intAt(walk.component, to) === -1) {
      walk.low[node] = Math.min(intAt(walk.low, node), intAt(walk.seen, to));
    }
  }
  leave(walk, node);
}

function leave(walk: Walk, node: number): void {
  walk.pathSize -= 1;
  const low = intAt(walk.low, node);
  if (low === intAt(walk.seen, node)) {
    let member = -1;
    while (member !== node) {
      walk.stackSize -= 1;
      member = intAt(walk.stack, walk.stackSize);
      walk.component[member] = walk.components;
    }
    walk.components += 1;
  }
  if (walk.pathSize > 0) {
    const parent = intAt(walk.path, walk.pathSize - 1);
    walk.low[parent] = Math.min(intAt(walk.low, parent), low);
  }
}
