/** Leximin: among optimal pairings as few of the lowest scores as can be, then of the next. */
import { settleOffCycles } from "./components";
import {
  flowOf,
  isOpen,
  type Network,
  settle,
  withoutSettled,
  writeHeld,
} from "./network";
import type { Problem } from "./problem";
import { settleCheapest } from "./settle-cheapest";
import { intAt, realAt } from "./typed-read";

/** A network with what the levels need to know of it. */
type Leveled = {
  readonly network: Network;
  /** Open option edges of each score. */
  readonly byScore: ReadonlyMap<number, readonly number[]>;
  /** Score of each edge, -1 for edges that are no option. */
  readonly score: Float64Array;
  /** Group in which each node was last reached. */
  readonly group: Int32Array;
  readonly potential: Int32Array;
  groups: number;
};

/**
 * Narrows the network to the leximin pairings. Each score level in turn costs 1
 * per pair; where the cost can vary at all, the least is found and arcs that no
 * least-cost pairing uses are settled.
 *
 * @param whole - Its open edges all lie on cycles.
 * @param held - 1 for each option taken; kept up to date.
 * @returns The network that is left, without its settled edges.
 */
export function raiseLowest(
  problem: Problem,
  whole: Network,
  held: Uint8Array,
): Network {
  let leveled = toLeveled(problem, whole);
  const scores = [...leveled.byScore.keys()].sort((a, b) => a - b);
  for (const score of scores) {
    const { network } = leveled;
    const edges = (leveled.byScore.get(score) ?? []).filter((edge) =>
      isOpen(network, edge),
    );
    const varying = varyingEdges(leveled, score, edges);
    if (varying.length > 0) {
      decide(network, varying);
      leveled = lighter(problem, leveled, held);
    }
  }
  writeHeld(leveled.network, held);
  return withoutSettled(leveled.network);
}

/** Leaves settled edges behind once they are the larger part. */
function lighter(
  problem: Problem,
  leveled: Leveled,
  held: Uint8Array,
): Leveled {
  const { network } = leveled;
  let open = 0;
  for (let edge = 0; edge < network.edges; edge += 1) {
    open += Number(isOpen(network, edge));
  }
  if (2 * open > network.edges) {
    return leveled;
  }
  writeHeld(network, held);
  return toLeveled(problem, withoutSettled(network));
}

function toLeveled(problem: Problem, network: Network): Leveled {
  const byScore = new Map<number, number[]>();
  const scores = new Float64Array(network.edges).fill(-1);
  for (let edge = 0; edge < network.edges; edge += 1) {
    const option = intAt(network.optionOf, edge);
    if (option !== -1) {
      const score = realAt(problem.optionScore, option);
      scores[edge] = score;
      const level = byScore.get(score);
      if (level === undefined) {
        byScore.set(score, [edge]);
      } else {
        level.push(edge);
      }
    }
  }
  return {
    network,
    byScore,
    score: scores,
    group: new Int32Array(network.nodes),
    potential: new Int32Array(network.nodes),
    groups: 0,
  };
}

/** Takes as few of the edges as possible. */
function decide(network: Network, edges: readonly number[]): void {
  if (edges.some((edge) => flowOf(network, edge) === 1)) {
    settleCheapest(network, edges, 1);
  } else {
    for (const edge of edges) {
      settle(network, edge);
    }
  }
  settleOffCycles(network);
}

/**
 * Open edges lie on cycles, and those that hang together form one group. If its
 * nodes have potentials whose difference is the cost of every edge, all cycles
 * cost 0 and no change of the pairing alters the cost; else some cycle does.
 *
 * @returns Those of the edges whose group lacks such potentials.
 */
function varyingEdges(
  leveled: Leveled,
  score: number,
  edges: readonly number[],
): readonly number[] {
  const { network, group } = leveled;
  const before = leveled.groups;
  const varying = new Set<number>();
  for (const edge of edges) {
    const start = intAt(network.head, 2 * edge);
    if (intAt(group, start) <= before) {
      leveled.groups += 1;
      if (!hasPotentials(leveled, score, start)) {
        varying.add(leveled.groups);
      }
    }
  }
  return edges.filter((edge) =>
    varying.has(intAt(group, intAt(network.head, 2 * edge))),
  );
}

/** Goes through the group of the node; edges of the score cost 1. */
function hasPotentials(
  leveled: Leveled,
  score: number,
  start: number,
): boolean {
  const { network, group, potential, groups } = leveled;
  const waiting = [start];
  group[start] = groups;
  potential[start] = 0;
  let good = true;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const end = intAt(network.first, node + 1);
    for (let at = intAt(network.first, node); at < end; at += 1) {
      const arc = intAt(network.arcs, at);
      if (!isOpen(network, arc >> 1)) {
        continue;
      }
      const to = intAt(network.head, arc);
      const reached = intAt(potential, node) + costOf(leveled, score, arc);
      if (intAt(group, to) === groups) {
        good = good && intAt(potential, to) === reached;
      } else {
        group[to] = groups;
        potential[to] = reached;
        waiting.push(to);
      }
    }
  }
  return good;
}

function costOf(leveled: Leveled, score: number, arc: number): number {
  if (realAt(leveled.score, arc >> 1) !== score) {
    return 0;
  }
  return (arc & 1) === 0 ? 1 : -1;
}
