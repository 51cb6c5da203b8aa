/** Instances written as a table of scores, for tests. */
import type { PairingInstance } from "../pairing";
import { solve } from "../solve";

/** Rows of scores, mentees by mentors; null = not allowed. */
export function anInstance(
  scores: readonly (readonly (number | null)[])[],
  capacities: readonly number[],
  more: Partial<PairingInstance> = {},
): PairingInstance {
  return {
    format: "pairing-instance/1",
    name: "пример",
    mentees: scores.map((_, index) => `НСТ-${index + 1}`),
    mentors: capacities.map((capacity, index) => ({
      id: `НМ-${index + 1}`,
      capacity,
    })),
    options: scores.map((row) =>
      row.flatMap((score, mentor) => (score === null ? [] : [mentor, score])),
    ),
    locked: [],
    blocked: [],
    ...more,
  };
}

export function pairsOf(instance: PairingInstance): readonly string[] {
  const result = solve(instance);
  if (result.status === "error") {
    throw new Error(result.message);
  }
  return result.pairs.map(([mentee, mentor]) => `${mentee} ${mentor}`);
}
