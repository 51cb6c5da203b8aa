/**
 * The set of all optimal pairings as a residual network. Every directed cycle
 * of arcs with room is one way to change the pairing without losing anything
 * settled so far; later stages close arcs until one pairing is left.
 */
import type { Problem } from "./problem";
import type { Seating } from "./seating";
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

type Edge = {
  readonly option: number;
  readonly tail: number;
  readonly head: number;
  readonly flow: number;
  readonly more: number;
};

/**
 * By complementary slackness a pairing is optimal iff it uses tight options
 * only, seats every mentee with a gain, and fills every mentor with a price.
 *
 * @param seating - Optimal, with its prices.
 * @param gain - Gain of each mentee at these prices, >= 0.
 */
export function optimalNetwork(
  problem: Problem,
  seating: Seating,
  gain: Float64Array,
): Network {
  const mentees = problem.menteeIndex.length;
  const mentors = problem.mentorIndex.length;
  const source = mentees + mentors;
  const edges: Edge[] = [];
  for (let option = 0; option < problem.optionMentor.length; option += 1) {
    const mentee = intAt(problem.optionMentee, option);
    const mentor = intAt(problem.optionMentor, option);
    const slack =
      realAt(gain, mentee) +
      realAt(seating.price, mentor) -
      realAt(problem.optionWorth, option);
    if (slack === 0) {
      const flow = intAt(seating.taken, mentee) === option ? 1 : 0;
      const head = mentees + mentor;
      edges.push({ option, tail: mentee, head, flow, more: 1 - flow });
    }
  }
  for (let mentee = 0; mentee < mentees; mentee += 1) {
    if (realAt(gain, mentee) === 0) {
      const flow = intAt(seating.taken, mentee) === -1 ? 0 : 1;
      edges.push({
        option: -1,
        tail: source,
        head: mentee,
        flow,
        more: 1 - flow,
      });
    }
  }
  for (let mentor = 0; mentor < mentors; mentor += 1) {
    if (realAt(seating.price, mentor) === 0) {
      const flow = intAt(seating.load, mentor);
      const more = intAt(problem.places, mentor) - flow;
      edges.push({
        option: -1,
        tail: mentees + mentor,
        head: source + 1,
        flow,
        more,
      });
    }
  }
  return link(source + 2, edges);
}

/** The same network without the edges whose flow can no longer change. */
export function withoutSettled(network: Network): Network {
  const edges: Edge[] = [];
  for (let edge = 0; edge < network.edges; edge += 1) {
    const more = intAt(network.room, 2 * edge);
    const less = intAt(network.room, 2 * edge + 1);
    if (more + less > 0) {
      edges.push({
        option: intAt(network.optionOf, edge),
        tail: intAt(network.head, 2 * edge + 1),
        head: intAt(network.head, 2 * edge),
        flow: less,
        more,
      });
    }
  }
  return link(network.nodes, edges);
}

function link(nodes: number, edges: readonly Edge[]): Network {
  const count = edges.length;
  const network = {
    nodes,
    source: nodes - 2,
    sink: nodes - 1,
    edges: count,
    optionOf: new Int32Array(count),
    head: new Int32Array(2 * count),
    room: new Int32Array(2 * count),
    settledFlow: new Int32Array(count),
    first: new Int32Array(nodes + 1),
    arcs: new Int32Array(2 * count),
  };
  const { first, arcs, head } = network;
  edges.forEach((edge, index) => {
    network.optionOf[index] = edge.option;
    head[2 * index] = edge.head;
    head[2 * index + 1] = edge.tail;
    network.room[2 * index] = edge.more;
    network.room[2 * index + 1] = edge.flow;
    first[edge.tail + 1] = intAt(first, edge.tail + 1) + 1;
    first[edge.head + 1] = intAt(first, edge.head + 1) + 1;
  });
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

/** Brings the open options' flows back into `taken`. */
export function writeTaken(
  problem: Problem,
  network: Network,
  taken: Int32Array,
): void {
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (option !== -1 && flowOf(network, edge) === 0) {
      const mentee = intAt(problem.optionMentee, option);
      if (intAt(taken, mentee) === option) {
        taken[mentee] = -1;
      }
    }
  }
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (option !== -1 && flowOf(network, edge) === 1) {
      taken[intAt(problem.optionMentee, option)] = option;
    }
  }
}
