import { expect, test } from "vitest";
import { verifyCertificate } from "./certificate";
import type { PairingInstance, PairingSolution } from "./pairing";
import { solve } from "./solve";
import { randomInstance } from "./testing/random-instance";
import { seeded } from "./testing/seeded";

const CASES = 1500;

/** The answer without one pair of score 0 that is not locked, if it has one. */
function withoutPair(
  instance: PairingInstance,
  result: PairingSolution,
): PairingSolution | null {
  const gone = result.pairs.findIndex(([menteeId, mentorId]) => {
    const mentee = instance.mentees.indexOf(menteeId);
    const mentor = instance.mentors.findIndex(({ id }) => id === mentorId);
    const row = instance.options[mentee] ?? [];
    const at = row.findIndex((value, i) => i % 2 === 0 && value === mentor);
    const isLocked = instance.locked.some(
      ([i, j]) => i === mentee && j === mentor,
    );
    return row[at + 1] === 0 && !isLocked;
  });
  const pairs = result.pairs.filter((_, index) => index !== gone);
  return gone === -1
    ? null
    : { ...result, pairs, cardinality: result.cardinality - 1 };
}

test("in the mode best a pair of score 0 left out is found out", () => {
  let tried = 0;
  const unnoticed: number[] = [];
  for (let seed = 0; seed < CASES; seed += 1) {
    const rich = randomInstance(seeded(seed), 30, 12);
    const instance: PairingInstance = { ...rich, mode: "best", must: [] };
    const fewer = withoutPair(instance, solve(instance) as PairingSolution);
    if (fewer !== null) {
      tried += 1;
      const { valid } = verifyCertificate(instance, fewer);
      unnoticed.push(...(valid ? [seed] : []));
    }
  }

  expect(unnoticed).toStrictEqual([]);
  expect(tried).toBeGreaterThan(CASES / 10);
});
