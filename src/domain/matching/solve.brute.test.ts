import { expect, test } from "vitest";
import { verifyCertificate } from "./certificate";
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

test("agrees with brute force in every mode, with every rule", () => {
  for (let seed = 0; seed < BRUTE_CASES; seed += 1) {
    const instance = randomInstance(seeded(seed));
    const best = bestPairs(instance);
    const result = solve(instance);

    if (result.status === "error") {
      expect([seed, best]).toStrictEqual([seed, null]);
      expect(result.message).toMatch(/^Обязательные пары не выполнить/);
    } else {
      expect([seed, result.pairs]).toStrictEqual([seed, best]);
      expect(verifyCertificate(instance, result).message).toBe("");
    }
  }
});

test("finds the same pairs from rough prices", () => {
  for (let seed = 0; seed < BRUTE_CASES / 5; seed += 1) {
    const instance = randomInstance(seeded(seed));
    const problem = toProblem(instance, instance.threshold ?? 0);
    const plain = plainSeating(problem, Number.POSITIVE_INFINITY);
    if (plain === null || mustPairs(problem).missed > 0) {
      continue;
    }

    expect([seed, refine(problem, steadySeating(problem))]).toStrictEqual([
      seed,
      refine(problem, plain),
    ]);
  }
});
