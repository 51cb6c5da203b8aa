/**
 * The same objective solved another way, for tests: one cost of big integers
 * that holds every rule, and successive shortest paths. Slow and plain.
 */
import type { PairingInstance } from "../pairing";

type Arc = {
  readonly from: number;
  readonly to: number;
  readonly cost: bigint;
  isOpen: boolean;
};

/** Arcs in twos: `arcs[k ^ 1]` goes back along `arcs[k]`. */
type Graph = {
  readonly nodes: number;
  readonly source: number;
  readonly sink: number;
  readonly arcs: Arc[];
};

const ZERO = BigInt(0);

/**
 * @param instance - Valid, ids already ascending, up to about 100 × 30.
 * @returns `menteeId mentorId` of every pair, sorted.
 */
export function referencePairs(instance: PairingInstance): readonly string[] {
  const graph = toGraph(instance);
  while (augment(graph)) {
    // Each round adds one pair as long as that makes the whole better.
  }
  const mentees = instance.mentees.length;
  const pairs = instance.locked.map((pair) => name(instance, ...pair));
  for (let at = 0; at < graph.arcs.length; at += 2) {
    const arc = graph.arcs[at];
    if (arc && !arc.isOpen && arc.from < mentees && arc.to !== graph.sink) {
      pairs.push(name(instance, arc.from, arc.to - mentees));
    }
  }
  return pairs.sort();
}

function name(
  instance: PairingInstance,
  mentee: number,
  mentor: number,
): string {
  return `${instance.mentees[mentee]} ${instance.mentors[mentor]?.id}`;
}

function toGraph(instance: PairingInstance): Graph {
  const mentees = instance.mentees.length;
  const mentors = instance.mentors.length;
  const source = mentees + mentors;
  const graph = { nodes: source + 2, source, sink: source + 1, arcs: [] };
  const lockedMentees = new Set(instance.locked.map(([mentee]) => mentee));
  const blocked = new Set(instance.blocked.map((pair) => pair.join(" ")));
  const costs = pairCosts(instance);
  instance.options.forEach((row, mentee) => {
    if (lockedMentees.has(mentee)) {
      return;
    }
    add(graph, source, mentee, ZERO);
    for (let at = 0; at < row.length; at += 2) {
      const mentor = row[at] ?? 0;
      if (!blocked.has(`${mentee} ${mentor}`)) {
        const cost = costs.ofPair(mentee, mentor, row[at + 1] ?? 0);
        add(graph, mentee, mentees + mentor, cost);
      }
    }
  });
  instance.mentors.forEach(({ capacity }, mentor) => {
    const locked = instance.locked.filter((pair) => pair[1] === mentor).length;
    const most = Math.min(capacity, locked + mentees);
    for (let load = locked + 1; load <= most; load += 1) {
      add(graph, mentees + mentor, graph.sink, costs.ofLoad(load));
    }
  });
  return graph;
}

function add(graph: Graph, from: number, to: number, cost: bigint): void {
  graph.arcs.push({ from, to, cost, isOpen: true });
  graph.arcs.push({ from: to, to: from, cost: -cost, isOpen: false });
}

/** Each rule weighs more than all that come after it together. */
function pairCosts(instance: PairingInstance): {
  readonly ofPair: (mentee: number, mentor: number, score: number) => bigint;
  readonly ofLoad: (load: number) => bigint;
} {
  const mentees = instance.mentees.length;
  const mentors = instance.mentors.length;
  const scores = instance.options.flatMap((row) =>
    row.filter((_, at) => at % 2 === 1),
  );
  const levels = [...new Set(scores)].sort((a, b) => a - b);
  const digit = BigInt(mentors + 1);
  const loadUnit = digit ** BigInt(mentees + 1);
  const levelUnit = loadUnit * BigInt(4 * mentees * (mentees + 1) + 1);
  const levelBase = BigInt(mentees + 1);
  const totalUnit = levelUnit * levelBase ** BigInt(levels.length + 1);
  const top = levels[levels.length - 1] ?? 0;
  const pairUnit = totalUnit * BigInt(mentees * top + 2);
  return {
    ofLoad: (load) => loadUnit * BigInt(2 * load - 1),
    ofPair: (mentee, mentor, score) => {
      const depth = levels.length - 1 - levels.indexOf(score);
      const place = digit ** BigInt(mentees - 1 - mentee);
      return (
        levelUnit * levelBase ** BigInt(depth) -
        pairUnit -
        totalUnit * BigInt(score) -
        BigInt(mentors - mentor) * place
      );
    },
  };
}

/** Bellman and Ford; @returns whether a way of negative cost was taken. */
function augment({ nodes, source, sink, arcs }: Graph): boolean {
  const distance = Array.from({ length: nodes }, (): bigint | null => null);
  const via: number[] = [];
  distance[source] = ZERO;
  for (let isChanging = true; isChanging; ) {
    isChanging = false;
    arcs.forEach((arc, index) => {
      const before = distance[arc.from] ?? null;
      const known = distance[arc.to] ?? null;
      if (!arc.isOpen || before === null) {
        return;
      }
      if (known === null || before + arc.cost < known) {
        distance[arc.to] = before + arc.cost;
        via[arc.to] = index;
        isChanging = true;
      }
    });
  }
  if ((distance[sink] ?? ZERO) >= ZERO) {
    return false;
  }
  for (let node = sink; node !== source; ) {
    const index = via[node] ?? 0;
    const [arc, back] = [arcs[index], arcs[index ^ 1]];
    if (arc === undefined || back === undefined) {
      throw new RangeError("augment: the way back is broken");
    }
    arc.isOpen = false;
    back.isOpen = true;
    node = arc.from;
  }
  return true;
}
