/** The least sum of squared loads among the pairings that are left. */
import { settleOffCycles } from "./components";
import { flowOf, isOpen, type Network, settle, settleAround } from "./network";
import type { Problem } from "./problem";
import { type Balance, type Passage, route } from "./route";
import { intAt } from "./typed-read";

/** A mentor whose load may still change. */
type Movable = {
  readonly node: number;
  /** Its edge to the sink. */
  readonly edge: number;
  /** Locked pairs, which count as load too. */
  readonly locked: number;
};

/**
 * A load can move from mentor a to mentor b iff b can be reached from a. The sum
 * of squares is least iff no mentor reaches another who has two pairs less. For
 * each threshold t, as much as possible moves from loads above t to loads below
 * t; later thresholds, in any order, do not spoil earlier ones, because moves
 * that bring two loads closer never raise the sum of what stands above t.
 */
export function levelLoads(problem: Problem, network: Network): void {
  const movable = movableMentors(problem, network);
  const passage: Passage = {
    network,
    cost: new Int32Array(network.edges),
    potential: new Int32Array(network.nodes),
    // Passing the sink would be two moves; each is looked at by itself.
    closed: network.sink,
  };
  const loads = movable.map((mentor) => loadOf(network, mentor));
  const highest = loads.reduce((a, b) => Math.max(a, b), 0);
  const lowest = loads.reduce((a, b) => Math.min(a, b), highest);
  for (const threshold of middleFirst(lowest + 1, highest - 1)) {
    moveAcross(passage, movable, threshold);
  }
  settleUneven(network, movable);
  settleOffCycles(network);
}

function loadOf(network: Network, mentor: Movable): number {
  return mentor.locked + flowOf(network, mentor.edge);
}

function movableMentors(
  problem: Problem,
  network: Network,
): readonly Movable[] {
  const mentees = problem.menteeIndex.length;
  const movable: Movable[] = [];
  for (let edge = 0; edge < network.edges; edge += 1) {
    if (
      intAt(network.head, 2 * edge) === network.sink &&
      isOpen(network, edge)
    ) {
      const node = intAt(network.head, 2 * edge + 1);
      const locked = intAt(problem.lockedLoad, node - mentees);
      movable.push({ node, edge, locked });
    }
  }
  return movable;
}

/** All integers from `low` to `high`, halving: big moves come early. */
function middleFirst(low: number, high: number): readonly number[] {
  const order: number[] = [];
  const spans: [number, number][] = low <= high ? [[low, high]] : [];
  for (let at = 0; at < spans.length; at += 1) {
    const [from, to] = spans[at] ?? [0, -1];
    const middle = Math.floor((from + to) / 2);
    order.push(middle);
    if (from < middle) {
      spans.push([from, middle - 1]);
    }
    if (middle < to) {
      spans.push([middle + 1, to]);
    }
  }
  return order;
}

function moveAcross(
  passage: Passage,
  movable: readonly Movable[],
  threshold: number,
): void {
  const { network } = passage;
  const balance: Balance = {
    excess: new Int32Array(network.nodes),
    deficit: new Int32Array(network.nodes),
  };
  let givers = 0;
  let takers = 0;
  for (const mentor of movable) {
    const above = loadOf(network, mentor) - threshold;
    if (above > 0) {
      const most = intAt(network.room, 2 * mentor.edge + 1);
      balance.excess[mentor.node] = Math.min(above, most);
      givers += Math.min(above, most);
    } else {
      const most = intAt(network.room, 2 * mentor.edge);
      balance.deficit[mentor.node] = Math.min(-above, most);
      takers += Math.min(-above, most);
    }
  }
  if (givers === 0 || takers === 0) {
    return;
  }
  const excess = balance.excess.slice();
  const deficit = balance.deficit.slice();
  route(passage, balance);
  for (const { node, edge } of movable) {
    const change =
      intAt(deficit, node) -
      intAt(balance.deficit, node) -
      (intAt(excess, node) - intAt(balance.excess, node));
    network.room[2 * edge] = intAt(network.room, 2 * edge) - change;
    network.room[2 * edge + 1] = intAt(network.room, 2 * edge + 1) + change;
  }
}

/**
 * Dual of the convex loads: the price of a node is the highest marginal square
 * `2 · load - 1` that could flow to it. Arcs between different prices belong to
 * no best pairing.
 */
function settleUneven(network: Network, movable: readonly Movable[]): void {
  const price = new Int32Array(network.nodes).fill(-1);
  const givers = movable
    .filter(({ edge }) => intAt(network.room, 2 * edge + 1) > 0)
    .sort((a, b) => loadOf(network, b) - loadOf(network, a));
  for (const giver of givers) {
    spread(network, price, giver.node, 2 * loadOf(network, giver) - 1);
  }
  for (const mentor of movable) {
    const load = loadOf(network, mentor);
    const here = intAt(price, mentor.node);
    const less = intAt(network.room, 2 * mentor.edge + 1);
    const more = intAt(network.room, 2 * mentor.edge);
    settleAround(
      network,
      mentor.edge,
      here === 2 * load - 1 ? Math.min(1, less) : 0,
      here === 2 * load + 1 ? Math.min(1, more) : 0,
    );
  }
  for (let edge = 0; edge < network.edges; edge += 1) {
    const from = intAt(network.head, 2 * edge + 1);
    const to = intAt(network.head, 2 * edge);
    if (to !== network.sink && intAt(price, from) !== intAt(price, to)) {
      settle(network, edge);
    }
  }
}

/** Gives the price to every node reached that has none yet. */
function spread(
  network: Network,
  price: Int32Array,
  start: number,
  value: number,
): void {
  if (intAt(price, start) !== -1) {
    return;
  }
  price[start] = value;
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const end = intAt(network.first, node + 1);
    for (let at = intAt(network.first, node); at < end; at += 1) {
      const arc = intAt(network.arcs, at);
      const to = intAt(network.head, arc);
      if (
        intAt(network.room, arc) > 0 &&
        to !== network.sink &&
        intAt(price, to) === -1
      ) {
        price[to] = value;
        waiting.push(to);
      }
    }
  }
}
