/** Optimal pairing in the mode «most people», exact and deterministic. */
import { verifyCertificate } from "./certificate";
import { instanceFault } from "./check-instance";
import type {
  Certificate,
  PairingInstance,
  PairingResult,
  PairingSolution,
} from "./pairing";
import { auction } from "./solver/auction";
import { settleOffCycles } from "./solver/components";
import { levelLoads } from "./solver/level-loads";
import {
  type Network,
  optimalNetwork,
  withoutSettled,
  writeTaken,
} from "./solver/network";
import { type Problem, toProblem } from "./solver/problem";
import { raiseLowest } from "./solver/raise-lowest";
import { seatRest } from "./solver/seat-rest";
import { emptySeating, gainOf, type Seating } from "./solver/seating";
import { settleByIds } from "./solver/settle-by-ids";
import { intAt, realAt } from "./solver/typed-read";

/**
 * Finds the pairing with, in this order: most pairs; highest total score;
 * leximin of the scores (fewest pairs at the lowest score, then at the next …);
 * least sum of squared mentor loads, locked pairs counted; mentees in the order
 * of their ids each with the mentor whose id comes first.
 *
 * The same people, options, locks and blocks give the same pairs whatever the
 * order of rows. 3,000 mentees by 1,000 mentors at 10 % take 0.05 to 1.5 s in
 * Node, most where everybody wants the same mentors (`bench/matching.ts`).
 *
 * @param instance - Checked here; anything else gives a `PairingFailure`.
 * @returns Pairs, number, total and the prices that prove both optimal.
 * @throws RangeError if the result's own certificate fails: our mistake, and
 *   nothing of it may be used.
 */
export function solve(instance: PairingInstance): PairingResult {
  const fault = instanceFault(instance);
  if (fault !== null) {
    return { status: "error", message: fault };
  }
  const problem = toProblem(instance);
  const seating = emptySeating(problem);
  const everybody = Array.from(problem.menteeIndex, (_, mentee) => mentee);
  seatRest(problem, seating, auction(problem, seating, everybody));
  const gain = gains(problem, seating);
  const certificate = toCertificate(instance, problem, seating, gain);
  refine(problem, seating, gain);
  const solution = toSolution(instance, problem, seating, certificate);
  const proof = verifyCertificate(instance, solution);
  if (!proof.valid) {
    throw new RangeError(`solve: ${proof.message}`);
  }
  return solution;
}

/** Gain of each mentee at the final prices; 0 for those without a pair. */
function gains(problem: Problem, seating: Seating): Float64Array {
  return Float64Array.from(seating.taken, (option, mentee) =>
    option === -1 ? 0 : gainOf(problem, seating, mentee),
  );
}

/** Chooses among all optimal pairings; only `taken` is brought up to date. */
function refine(problem: Problem, seating: Seating, gain: Float64Array): void {
  const all = optimalNetwork(problem, seating, gain);
  settleOffCycles(all);
  let network = withoutSettled(all);
  for (const stage of [raiseLowest, levelLoads, settleByIds]) {
    if (network.edges === 0) {
      return;
    }
    network = afterStage(stage, problem, network, seating.taken);
  }
}

function afterStage(
  stage: (problem: Problem, network: Network) => void,
  problem: Problem,
  network: Network,
  taken: Int32Array,
): Network {
  stage(problem, network);
  writeTaken(problem, network, taken);
  return withoutSettled(network);
}

function toCertificate(
  instance: PairingInstance,
  problem: Problem,
  seating: Seating,
  gain: Float64Array,
): Certificate {
  const mentee = instance.mentees.map(() => 0);
  const mentor = instance.mentors.map(() => 0);
  problem.menteeIndex.forEach((index, position) => {
    mentee[index] = realAt(gain, position);
  });
  const full = new Set<number>();
  problem.mentorIndex.forEach((index, position) => {
    mentor[index] = realAt(seating.price, position);
    if (intAt(problem.places, position) === 0) {
      full.add(index);
    }
  });
  // Mentors without a free place took no part; their price costs nothing.
  for (const index of problem.menteeIndex) {
    const row = instance.options[index] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const other = row[at] ?? 0;
      if (full.has(other)) {
        const worth = problem.bonus + (row[at + 1] ?? 0);
        const needed = worth - (mentee[index] ?? 0);
        mentor[other] = Math.max(mentor[other] ?? 0, needed);
      }
    }
  }
  return { bonus: problem.bonus, mentee, mentor };
}

function toSolution(
  instance: PairingInstance,
  problem: Problem,
  seating: Seating,
  certificate: Certificate,
): PairingSolution {
  const chosen: (readonly [number, number])[] = [...instance.locked];
  for (const option of seating.taken) {
    if (option !== -1) {
      chosen.push([
        intAt(problem.menteeIndex, intAt(problem.optionMentee, option)),
        intAt(problem.mentorIndex, intAt(problem.optionMentor, option)),
      ]);
    }
  }
  const pairs = chosen
    .map(([mentee, mentor]): readonly [string, string] => [
      instance.mentees[mentee] ?? "",
      instance.mentors[mentor]?.id ?? "",
    ])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const total = chosen.reduce(
    (sum, [mentee, mentor]) => sum + scoreOf(instance, mentee, mentor),
    0,
  );
  return {
    format: "pairing-result/1",
    instance: instance.name,
    status: "optimal",
    cardinality: pairs.length,
    total,
    pairs,
    certificate,
  };
}

function scoreOf(
  instance: PairingInstance,
  mentee: number,
  mentor: number,
): number {
  const row = instance.options[mentee] ?? [];
  for (let at = 0; at < row.length; at += 2) {
    if (row[at] === mentor) {
      return row[at + 1] ?? 0;
    }
  }
  throw new RangeError(`scoreOf: no option ${mentee} – ${mentor}`);
}
