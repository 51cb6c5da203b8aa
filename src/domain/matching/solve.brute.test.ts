import { expect, test } from "vitest";
import { verifyCertificate } from "./certificate";
import type { PairingInstance } from "./pairing";
import { solve } from "./solve";
import { mustPairs } from "./solver/most-pairs";
import { plainSeating, steadySeating } from "./solver/optimum";
import { toProblem } from "./solver/problem";
import { refine } from "./solver/refine";
import { bestPairs } from "./testing/brute-force";
import { randomInstance } from "./testing/random-instance";
import { seeded } from "./testing/seeded";

/** Instances up to 6 × 6 that are also solved by trying everything. */
const BRUTE_CASES = 10_000;

/** Says what is wrong, or nothing. */
function difference(instance: PairingInstance): string {
  const best = bestPairs(instance);
  const result = solve(instance);
  if (result.status === "error") {
    const isMust = result.message.startsWith("Обязательные пары не выполнить");
    return best === null && isMust ? "" : result.message;
  }
  const proof = verifyCertificate(instance, result).message;
  return JSON.stringify(result.pairs) === JSON.stringify(best)
    ? proof
    : JSON.stringify(result.pairs);
}

/** Seeds of the instances for which something is wrong, with what it is. */
function wrongSeeds(
  cases: number,
  check: (instance: PairingInstance) => string,
): readonly string[] {
  return Array.from({ length: cases }, (_, seed) => seed).flatMap((seed) => {
    const fault = check(randomInstance(seeded(seed)));
    return fault === "" ? [] : [`${seed}: ${fault}`];
  });
}

test("agrees with brute force in every mode, with every rule", () => {
  expect(wrongSeeds(BRUTE_CASES, difference)).toStrictEqual([]);
});

/** The two ways to an optimum must end in the same pairs. */
function wayDifference(instance: PairingInstance): string {
  const problem = toProblem(instance, instance.threshold ?? 0);
  const plain = plainSeating(problem, Number.POSITIVE_INFINITY);
  if (plain === null || mustPairs(problem).missed > 0) {
    return "";
  }
  const one = refine(problem, plain).join("");
  const other = refine(problem, steadySeating(problem)).join("");
  return one === other ? "" : `${one} ${other}`;
}

test("finds the same pairs from rough prices", () => {
  expect(wrongSeeds(BRUTE_CASES, wayDifference)).toStrictEqual([]);
});

test("the cases above cover what they are for", () => {
  const all = Array.from({ length: BRUTE_CASES }, (_, seed) =>
    randomInstance(seeded(seed)),
  );
  const share = (is: (instance: PairingInstance) => boolean): number =>
    all.filter(is).length / all.length;

  expect(share(({ locked }) => locked.length > 0)).toBeGreaterThan(0.2);
  expect(share(({ blocked }) => blocked.length > 0)).toBeGreaterThan(0.2);
  expect(
    share(({ demand }) => demand?.some((wanted) => wanted > 1) ?? false),
  ).toBeGreaterThan(0.2);
  expect(share(({ must }) => (must ?? []).length > 0)).toBeGreaterThan(0.1);
  expect(share(({ keep }) => (keep ?? []).length > 0)).toBeGreaterThan(0.2);
  expect(share(({ mode }) => mode === "best")).toBeGreaterThan(0.2);
  expect(share(({ mode }) => mode === "weakest")).toBeGreaterThan(0.2);
});
