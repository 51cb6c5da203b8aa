/** The best pairs of a scene, proved; forms of mentoring are solved by themselves. */
import { UserError } from "../../domain/errors";
import type { PairingSolution } from "../../domain/matching/pairing";
import type { Scene } from "../../domain/matching/scene";
import { solve } from "../../domain/matching/solve";

/** @throws UserError `PAIRING` when the rules contradict each other. */
export function solveScene({ instance }: Scene): PairingSolution {
  const result = solve(instance);
  if (result.status === "error") {
    throw new UserError("PAIRING", `Подбор невозможен: ${result.message}`);
  }
  return result;
}
