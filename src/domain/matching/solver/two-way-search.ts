/** Finds a way between two nodes from both ends at once. */
import { type Network, settle } from "./network";
import { intAt } from "./typed-read";

/** Nodes reached from one end. */
type Side = {
  /** Round in which each node was last reached. */
  readonly mark: Int32Array;
  /** Arc on the way between the node and this end. */
  readonly via: Int32Array;
  readonly queue: Int32Array;
  /** Next node of the queue to look at. */
  at: number;
  size: number;
  /** Arcs looked at. */
  work: number;
};

/** Searches of one round share their target and what they have learnt. */
export type TwoWaySearch = {
  readonly network: Network;
  /** As in the network, but edges found settled are dropped for good. */
  readonly arcs: Int32Array;
  /** Where the arcs of each node end in `arcs`. */
  readonly end: Int32Array;
  readonly from: Side;
  readonly to: Side;
  round: number;
};

/** @returns A search without a target; `aimAt` gives it one. */
export function twoWaySearch(network: Network): TwoWaySearch {
  return {
    network,
    arcs: network.arcs.slice(),
    end: network.first.slice(1),
    from: side(network),
    to: side(network),
    round: 0,
  };
}

function side(network: Network): Side {
  return {
    mark: new Int32Array(network.nodes),
    via: new Int32Array(network.nodes),
    queue: new Int32Array(network.nodes),
    at: 0,
    size: 0,
    work: 0,
  };
}

/** Starts a round: flows stay as they are until the next call. */
export function aimAt(search: TwoWaySearch, target: number): void {
  search.round += 1;
  for (const end of [search.from, search.to]) {
    end.at = 0;
    end.size = 0;
    end.work = 0;
  }
  add(search, search.to, target, -1);
}

function add(search: TwoWaySearch, end: Side, node: number, arc: number): void {
  end.mark[node] = search.round;
  end.via[node] = arc;
  end.queue[end.size] = node;
  end.size += 1;
}

/**
 * Breadth first, always from the side that has looked at fewer arcs. When one
 * side has no more nodes to look at, no cycle crosses its border: the edges
 * there are settled, and later searches do not come back to them.
 *
 * @returns The arcs with room from `start` to the target in order, or null.
 */
export function findWay(
  search: TwoWaySearch,
  start: number,
): readonly number[] | null {
  const { from, to, round } = search;
  if (intAt(to.mark, start) === round) {
    return wayThrough(search, start, start);
  }
  if (intAt(from.mark, start) === round) {
    return null;
  }
  const begin = from.size;
  add(search, from, start, -1);
  while (from.at < from.size && to.at < to.size) {
    const meeting =
      from.work <= to.work
        ? look(search, from, to, 0)
        : look(search, to, from, 1);
    if (meeting !== -1) {
      return wayThrough(search, start, meeting);
    }
  }
  if (from.at === from.size) {
    settleBorder(search, from, begin);
  } else {
    settleBorder(search, to, 0);
  }
  return null;
}

/** Settles the edges between reached and unreached nodes. */
function settleBorder(search: TwoWaySearch, side: Side, begin: number): void {
  const { network, arcs, end, round } = search;
  for (let at = begin; at < side.size; at += 1) {
    const node = intAt(side.queue, at);
    const last = intAt(end, node);
    for (let place = intAt(network.first, node); place < last; place += 1) {
      const arc = intAt(arcs, place);
      if (intAt(side.mark, intAt(network.head, arc)) !== round) {
        settle(network, arc >> 1);
      }
    }
  }
}

/**
 * @param backward - 1 to look at arcs that lead to the node, 0 from it.
 * @returns The node where both sides meet, or -1.
 */
function look(
  search: TwoWaySearch,
  side: Side,
  other: Side,
  backward: 0 | 1,
): number {
  const { network, arcs, end, round } = search;
  const node = intAt(side.queue, side.at);
  side.at += 1;
  for (let at = intAt(network.first, node); at < intAt(end, node); ) {
    const arc = intAt(arcs, at) ^ backward;
    side.work += 1;
    const next = intAt(network.head, arc ^ backward);
    if (intAt(network.room, arc) > 0) {
      if (intAt(side.mark, next) !== round) {
        add(search, side, next, arc);
        if (intAt(other.mark, next) === round) {
          return next;
        }
      }
    } else if (intAt(network.room, arc ^ 1) === 0) {
      end[node] = intAt(end, node) - 1;
      arcs[at] = intAt(arcs, intAt(end, node));
      continue;
    }
    at += 1;
  }
  return -1;
}

function wayThrough(
  search: TwoWaySearch,
  start: number,
  meeting: number,
): readonly number[] {
  const { network, from, to } = search;
  const way: number[] = [];
  for (let node = meeting; node !== start; ) {
    const arc = intAt(from.via, node);
    way.push(arc);
    node = intAt(network.head, arc ^ 1);
  }
  way.reverse();
  for (let arc = intAt(to.via, meeting); arc !== -1; ) {
    way.push(arc);
    arc = intAt(to.via, intAt(network.head, arc));
  }
  return way;
}
