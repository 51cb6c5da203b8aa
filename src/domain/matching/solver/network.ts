/**
 * The set of all optimal pairings as a residual network. Every directed cycle
 * of arcs with room is one way to change the pairing without losing anything
 * settled so far; later stages close arcs until one pairing is left.
 */
import type { Problem } from "./problem";
import { isHeld, type Seating } from "./seating";
import { intAt, realAt } from "./typed-read";

/**
 * Nodes are mentees 0…n-1, then mentors, then the source, then the sink. Edge e
 * has the arcs 2e (more flow) and 2e + 1 (less flow), so that `arc ^ 1` is the
 * opposite arc.
 */
export type Network = {
  readonly nodes: number;
  readonly source: number;
  readonly sink: number;
  readonly edges: number;
  /** Option of the problem, -1 for edges at the source and the sink. */
  readonly optionOf: Int32Array;
  /** Node an arc leads to; it starts where the opposite arc leads. */
  readonly head: Int32Array;
  /** How much may still be sent along each arc. */
  readonly room: Int32Array;
  /** Flow of each edge that can no longer change. */
  readonly settledFlow: Int32Array;
  /** Arcs that leave node x: `arcs[first[x]]` … `arcs[first[x + 1] - 1]`. */
  readonly first: Int32Array;
  readonly arcs: Int32Array;
};

/** Edges in the making: one place per edge in every list. */
type EdgeList = {
  readonly option: Int32Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Flow that may still be taken back. */
  readonly flow: Int32Array;
  readonly more: Int32Array;
  size: number;
};

function edgeList(most: number): EdgeList {
  return {
    option: new Int32Array(most),
    tail: new Int32Array(most),
    head: new Int32Array(most),
    flow: new Int32Array(most),
    more: new Int32Array(most),
    size: 0,
  };
}

function addEdge(
  list: EdgeList,
  option: number,
  tail: number,
  head: number,
  flow: number,
  more: number,
): void {
  const at = list.size;
  list.option[at] = option;
  list.tail[at] = tail;
  list.head[at] = head;
  list.flow[at] = flow;
  list.more[at] = more;
  list.size += 1;
}

/**
 * By complementary slackness a pairing is optimal iff it makes the pairs worth
 * more than their prices, otherwise tight ones only, gives every mentee with a
 * price all it wants, and fills every mentor with a price.
 *
 * @param seating - Optimal, with its prices.
 * @param gain - Price of each mentee, >= 0.
 */
export function optimalNetwork(
  problem: Problem,
  seating: Seating,
  gain: Float64Array,
): Network {
  const mentees = problem.menteeIndex.length;
  const mentors = problem.mentorIndex.length;
  const source = mentees + mentors;
  const tight = tightOptions(problem, seating, gain);
  const list = edgeList(tight.length + source);
  const held = new Int32Array(mentees);
  for (const option of seating.taken) {
    if (option !== -1) {
      const mentee = intAt(problem.optionMentee, option);
      held[mentee] = intAt(held, mentee) + 1;
    }
  }
  for (const option of tight) {
    const flow = isHeld(seating, option) ? 1 : 0;
    const mentee = intAt(problem.optionMentee, option);
    const mentor = intAt(problem.optionMentor, option);
    addEdge(list, option, mentee, mentees + mentor, flow, 1 - flow);
  }
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    if (realAt(gain, mentee) === 0) {
      const flow = intAt(held, mentee);
      const more = intAt(problem.demand, mentee) - flow;
      addEdge(list, -1, source, mentee, flow, more);
    }
  }
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    if (realAt(seating.price, mentor) === 0) {
      const flow = intAt(seating.load, mentor);
      const more = intAt(problem.places, mentor) - flow;
      addEdge(list, -1, mentees + mentor, source + 1, flow, more);
    }
  }
  return link(source + 2, list);
}

function tightOptions(
  problem: Problem,
  seating: Seating,
  gain: Float64Array,
): Int32Array {
  const tight = new Int32Array(problem.optionMentor.length);
  let count = 0;
  for (let option = 0; option < tight.length; option += 1) {
    const slack =
      realAt(gain, intAt(problem.optionMentee, option)) +
      realAt(seating.price, intAt(problem.optionMentor, option)) -
      realAt(problem.optionWorth, option);
    if (slack === 0) {
      tight[count] = option;
      count += 1;
    }
  }
  return tight.subarray(0, count);
}

/** The same network without the edges whose flow can no longer change. */
export function withoutSettled(network: Network): Network {
  if (isAllOpen(network)) {
    return network;
  }
  const list = edgeList(network.edges);
  for (let edge = 0; edge < network.edges; edge += 1) {
    const more = intAt(network.room, 2 * edge);
    const less = intAt(network.room, 2 * edge + 1);
    if (more + less > 0) {
      const tail = intAt(network.head, 2 * edge + 1);
      const head = intAt(network.head, 2 * edge);
      addEdge(list, intAt(network.optionOf, edge), tail, head, less, more);
    }
  }
  return link(network.nodes, list);
}

function isAllOpen(network: Network): boolean {
  for (let edge = 0; edge < network.edges; edge += 1) {
    if (!isOpen(network, edge) || intAt(network.settledFlow, edge) > 0) {
      return false;
    }
  }
  return true;
}

function link(nodes: number, list: EdgeList): Network {
  const count = list.size;
  const network = {
    nodes,
    source: nodes - 2,
    sink: nodes - 1,
    edges: count,
    optionOf: list.option.slice(0, count),
    head: new Int32Array(2 * count),
    room: new Int32Array(2 * count),
    settledFlow: new Int32Array(count),
    first: new Int32Array(nodes + 1),
    arcs: new Int32Array(2 * count),
  };
  const { first, arcs, head, room } = network;
  for (let edge = 0; edge < count; edge += 1) {
    const from = intAt(list.tail, edge);
    const to = intAt(list.head, edge);
    head[2 * edge] = to;
    head[2 * edge + 1] = from;
    room[2 * edge] = intAt(list.more, edge);
    room[2 * edge + 1] = intAt(list.flow, edge);
    first[from + 1] = intAt(first, from + 1) + 1;
    first[to + 1] = intAt(first, to + 1) + 1;
  }
  for (let node = 0; node < nodes; node += 1) {
    first[node + 1] = intAt(first, node + 1) + intAt(first, node);
  }
  const next = first.slice();
  for (let arc = 0; arc < 2 * count; arc += 1) {
    const tail = intAt(head, arc ^ 1);
    arcs[intAt(next, tail)] = arc;
    next[tail] = intAt(next, tail) + 1;
  }
  return network;
}

/** @returns Present flow of the edge. */
export function flowOf(network: Network, edge: number): number {
  return intAt(network.settledFlow, edge) + intAt(network.room, 2 * edge + 1);
}

/** @returns Whether the edge's flow may still change. */
export function isOpen(network: Network, edge: number): boolean {
  return (
    intAt(network.room, 2 * edge) > 0 || intAt(network.room, 2 * edge + 1) > 0
  );
}

/** Sends one unit along the arc. */
export function push(network: Network, arc: number): void {
  network.room[arc] = intAt(network.room, arc) - 1;
  network.room[arc ^ 1] = intAt(network.room, arc ^ 1) + 1;
}

/** Keeps the edge's flow as it is from now on. */
export function settle(network: Network, edge: number): void {
  settleAround(network, edge, 0, 0);
}

/** Lets the edge's flow change by `less` down and `more` up at most. */
export function settleAround(
  network: Network,
  edge: number,
  less: number,
  more: number,
): void {
  network.settledFlow[edge] = flowOf(network, edge) - less;
  network.room[2 * edge] = more;
  network.room[2 * edge + 1] = less;
}

/** Brings the open options' flows back into `held`. */
export function writeHeld(network: Network, held: Uint8Array): void {
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (option !== -1) {
      held[option] = flowOf(network, edge);
    }
  }
}
