/** Sends as much as possible from nodes with too much to nodes with too little. */
import { type Network, push } from "./network";
import { intAt } from "./typed-read";

/** Which arcs may be used: those with room whose reduced cost is 0. */
export type Passage = {
  readonly network: Network;
  /** Cost of each edge per unit of flow. */
  readonly cost: Int32Array;
  readonly potential: Int32Array;
  /** A node that must not be passed, -1 for none. */
  readonly closed: number;
};

/** Units to send off and units to take in, by node; both change. */
export type Balance = {
  readonly excess: Int32Array;
  readonly deficit: Int32Array;
};

/** @returns Cost of the arc less the potential gained; 0 = may be used. */
export function reducedCost(passage: Passage, arc: number): number {
  const { network, cost, potential } = passage;
  const price = intAt(cost, arc >> 1);
  return (
    ((arc & 1) === 0 ? price : -price) +
    intAt(potential, intAt(network.head, arc ^ 1)) -
    intAt(potential, intAt(network.head, arc))
  );
}

type Layers = {
  readonly passage: Passage;
  readonly balance: Balance;
  /** Arcs from the nearest excess, -1 = out of reach or a dead end. */
  readonly depth: Int32Array;
  readonly next: Int32Array;
  readonly queue: Int32Array;
  readonly path: Int32Array;
};

/**
 * Maximum flow by layers and blocking flows (Dinic 1970).
 *
 * @returns Units sent; what is left stands in `balance`.
 */
export function route(passage: Passage, balance: Balance): number {
  const { nodes } = passage.network;
  const layers: Layers = {
    passage,
    balance,
    depth: new Int32Array(nodes),
    next: new Int32Array(nodes),
    queue: new Int32Array(nodes),
    path: new Int32Array(nodes),
  };
  let sent = 0;
  while (layOut(layers)) {
    layers.next.set(passage.network.first.subarray(0, nodes));
    for (let node = 0; node < nodes; node += 1) {
      while (intAt(balance.excess, node) > 0 && sendOne(layers, node)) {
        sent += 1;
      }
    }
  }
  return sent;
}

/** @returns Whether any deficit can be reached. */
function layOut(layers: Layers): boolean {
  const { passage, balance, depth, queue } = layers;
  const { network } = passage;
  let size = 0;
  for (let node = 0; node < network.nodes; node += 1) {
    const starts = intAt(balance.excess, node) > 0;
    depth[node] = starts ? 0 : -1;
    if (starts) {
      queue[size] = node;
      size += 1;
    }
  }
  let reached = false;
  for (let at = 0; at < size && !reached; at += 1) {
    const node = intAt(queue, at);
    const end = intAt(network.first, node + 1);
    for (let place = intAt(network.first, node); place < end; place += 1) {
      const arc = intAt(network.arcs, place);
      const to = intAt(network.head, arc);
      if (intAt(depth, to) === -1 && isUsable(passage, arc, to)) {
        depth[to] = intAt(depth, node) + 1;
        queue[size] = to;
        size += 1;
        reached = reached || intAt(balance.deficit, to) > 0;
      }
    }
  }
  return reached;
}

function isUsable(passage: Passage, arc: number, to: number): boolean {
  return (
    intAt(passage.network.room, arc) > 0 &&
    to !== passage.closed &&
    reducedCost(passage, arc) === 0
  );
}

/** Sends one unit from the node down the layers; false = blocked. */
function sendOne(layers: Layers, start: number): boolean {
  const { passage, balance, depth, path } = layers;
  const { network } = passage;
  let node = start;
  let length = 0;
  for (;;) {
    if (intAt(balance.deficit, node) > 0) {
      for (let at = 0; at < length; at += 1) {
        push(network, intAt(path, at));
      }
      balance.excess[start] = intAt(balance.excess, start) - 1;
      balance.deficit[node] = intAt(balance.deficit, node) - 1;
      return true;
    }
    const arc = deeper(layers, node);
    if (arc !== -1) {
      path[length] = arc;
      length += 1;
      node = intAt(network.head, arc);
    } else if (length === 0) {
      return false;
    } else {
      depth[node] = -1;
      length -= 1;
      node = intAt(network.head, intAt(path, length) ^ 1);
    }
  }
}

/** @returns The next usable arc to the layer below, -1 when there is none. */
function deeper(layers: Layers, node: number): number {
  const { passage, depth, next } = layers;
  const { network } = passage;
  const end = intAt(network.first, node + 1);
  for (let at = intAt(next, node); at < end; at += 1) {
    const arc = intAt(network.arcs, at);
    const to = intAt(network.head, arc);
    if (
      intAt(depth, to) === intAt(depth, node) + 1 &&
      isUsable(passage, arc, to)
    ) {
      next[node] = at;
      return arc;
    }
  }
  next[node] = end;
  return -1;
}
