/** Optimal pairing, exact and deterministic. */
import { verifyCertificate } from "./certificate";
import { instanceFault } from "./check-instance";
import type {
  PairingInstance,
  PairingResult,
  PairingSolution,
  Prices,
} from "./pairing";
import { type Floor, highestFloor } from "./solver/highest-floor";
import { type Greatest, mustPairs } from "./solver/most-pairs";
import { optimalSeating } from "./solver/optimum";
import { partsOf } from "./solver/parts";
import {
  countPricesOf,
  coverFullMentors,
  coverPrices,
  pricesOf,
} from "./solver/prices";
import { type Problem, toProblem } from "./solver/problem";
import { refine } from "./solver/refine";
import { intAt } from "./solver/typed-read";

/**
 * Finds the pairing with, in this order: all that `must` asks for; what the mode
 * puts first (`PairingMode`); leximin of the scores (fewest pairs at the lowest
 * score, then at the next …); least sum of squared mentor loads, locked pairs
 * counted; most pairs of `keep`; mentees in the order of their ids each with the
 * mentors whose ids come first.
 *
 * In the mode `best` a pair of score 0 is made: it costs no points, and of equal
 * totals the one with more pairs is taken.
 *
 * The same people, options and rules give the same pairs whatever the order of
 * rows. Times by size and kind of instance: `npm run bench:matching`.
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
  const least = instance.threshold ?? 0;
  const problem = toProblem(instance, least);
  const musts = mustPairs(problem);
  if (musts.missed > 0) {
    const message = missedMessage(instance, problem, musts);
    return { status: "error", message };
  }
  const solution =
    instance.mode === "weakest"
      ? withFloor(instance, problem, highestFloor(problem))
      : toSolution(instance, problem);
  const proof = verifyCertificate(instance, solution);
  if (!proof.valid) {
    throw new RangeError(`solve: ${proof.message}`);
  }
  return solution;
}

/** Who asks for more than there is: nobody outside can help them. */
function missedMessage(
  instance: PairingInstance,
  problem: Problem,
  { mentees, missed }: Greatest,
): string {
  const ids: string[] = [];
  let wanted = 0;
  problem.menteeIndex.forEach((index, mentee) => {
    if (mentees[mentee] === 1) {
      ids.push(`«${instance.mentees[index]}»`);
      wanted += intAt(problem.demand, mentee);
    }
  });
  const who = ids.length === 1 ? "наставляемому" : "наставляемым";
  return `Обязательные пары не выполнить: ${who} ${ids.join(", ")} нужно наставников: ${wanted}, а среди допустимых есть мест: ${wanted - missed}.`;
}

function withFloor(
  instance: PairingInstance,
  problem: Problem,
  { floor, most, above }: Floor,
): PairingSolution {
  const proof = (greatest: Greatest, least: number): Prices =>
    coverFullMentors(
      instance,
      coverPrices(instance, problem, greatest),
      (score) => (score >= least ? 1 : 0),
    );
  if (floor === null) {
    return { ...toSolution(instance, problem), most: proof(most, 0) };
  }
  return {
    ...toSolution(instance, toProblem(instance, floor)),
    floor,
    most: proof(most, 0),
    above: proof(above, floor + 1),
  };
}

function toSolution(
  instance: PairingInstance,
  problem: Problem,
): PairingSolution {
  const parts = partsOf(problem).map((part) => ({
    problem: part,
    seating: optimalSeating(part),
  }));
  const chosen: (readonly [number, number])[] = [...instance.locked];
  for (const { problem: part, seating } of parts) {
    refine(part, seating).forEach((held, option) => {
      if (held === 1) {
        chosen.push([
          intAt(part.menteeIndex, intAt(part.optionMentee, option)),
          intAt(part.mentorIndex, intAt(part.optionMentor, option)),
        ]);
      }
    });
  }
  const { bonus, scale } = problem.worth;
  const prices = coverFullMentors(
    instance,
    pricesOf(instance, parts),
    (score) => bonus + score,
  );
  const count =
    instance.mode === "best"
      ? coverFullMentors(
          instance,
          countPricesOf(instance, parts),
          (score) => scale * score + 1,
        )
      : null;
  return {
    format: "pairing-result/1",
    instance: instance.name,
    status: "optimal",
    cardinality: chosen.length,
    total: chosen.reduce((sum, pair) => sum + scoreOf(instance, ...pair), 0),
    pairs: chosen
      .map(([mentee, mentor]): readonly [string, string] => [
        instance.mentees[mentee] ?? "",
        instance.mentors[mentor]?.id ?? "",
      ])
      .sort(byIds),
    certificate: { bonus, ...prices },
    ...(count === null ? {} : { count: { scale, ...count } }),
  };
}

function byIds(
  a: readonly [string, string],
  b: readonly [string, string],
): number {
  const at = a[0] === b[0] ? 1 : 0;
  return a[at] < b[at] ? -1 : 1;
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
