/** The last rule: of all pairings still equal, the first by ids. */
import { flowOf, type Network, push, settle } from "./network";
import type { Problem } from "./problem";
import {
  aimAt,
  findWay,
  type TwoWaySearch,
  twoWaySearch,
} from "./two-way-search";
import { intAt } from "./typed-read";

/**
 * Mentees in the order of their ids, each in turn: the mentor with the first id
 * that some remaining pairing gives it, then the next …; having a mentor goes
 * before not having that one. One pairing is left, whatever way the search went.
 */
export function settleByIds(problem: Problem, network: Network): void {
  const search = twoWaySearch(network);
  for (let mentee = 0; mentee < problem.menteeIndex.length; mentee += 1) {
    const choices = choicesOf(network, mentee);
    if (choices.length > 0) {
      takeFirst(search, mentee, choices);
      settleNode(network, mentee);
    }
  }
}

/** Open option edges of the mentee, ascending by mentor. */
function choicesOf(network: Network, mentee: number): readonly number[] {
  const choices: number[] = [];
  const end = intAt(network.first, mentee + 1);
  for (let at = intAt(network.first, mentee); at < end; at += 1) {
    const arc = intAt(network.arcs, at);
    const open =
      intAt(network.room, arc) > 0 || intAt(network.room, arc ^ 1) > 0;
    if (open && intAt(network.optionOf, arc >> 1) !== -1) {
      choices.push(arc >> 1);
    }
  }
  return choices.sort(
    (a, b) => intAt(network.head, 2 * a) - intAt(network.head, 2 * b),
  );
}

function takeFirst(
  search: TwoWaySearch,
  mentee: number,
  choices: readonly number[],
): void {
  const { network } = search;
  let left = mostTaken(network, mentee, choices);
  aimAt(search, mentee);
  for (const edge of choices) {
    if (left === 0) {
      return;
    }
    if (flowOf(network, edge) === 0) {
      const way = findWay(search, intAt(network.head, 2 * edge));
      if (way === null) {
        continue;
      }
      push(network, 2 * edge);
      for (const arc of way) {
        push(network, arc);
      }
    }
    settle(network, edge);
    left -= 1;
    // Ways found before may lead through the edge that is settled now.
    aimAt(search, mentee);
  }
}

/** How many of the choices the mentee takes now or could take more. */
function mostTaken(
  network: Network,
  mentee: number,
  choices: readonly number[],
): number {
  let most = 0;
  for (const edge of choices) {
    most += flowOf(network, edge);
  }
  const end = intAt(network.first, mentee + 1);
  for (let at = intAt(network.first, mentee); at < end; at += 1) {
    const arc = intAt(network.arcs, at);
    // The only arcs that lead to the mentee come from the source.
    if (intAt(network.head, arc) === network.source) {
      most += intAt(network.room, arc ^ 1);
    }
  }
  return most;
}

function settleNode(network: Network, node: number): void {
  const end = intAt(network.first, node + 1);
  for (let at = intAt(network.first, node); at < end; at += 1) {
    settle(network, intAt(network.arcs, at) >> 1);
  }
}
