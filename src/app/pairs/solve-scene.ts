/** The best pairs of a scene, each form of mentoring by itself, with the proof checked. */
import { UserError } from "../../domain/errors";
import { verifyCertificate } from "../../domain/matching/certificate";
import { independentParts } from "../../domain/matching/independent-parts";
import type {
  PairingInstance,
  PairingSolution,
} from "../../domain/matching/pairing";
import type { IdPair } from "../../domain/matching/participant";
import type { Scene } from "../../domain/matching/scene";
import { solve } from "../../domain/matching/solve";

export type SolvedScene = {
  /** Locked ones included, ascending by mentee id. */
  readonly pairs: readonly IdPair[];
  readonly total: number;
  /** How many parts were solved by themselves. */
  readonly parts: number;
};

/**
 * @throws UserError `PAIRING` when the rules contradict each other.
 * @throws RangeError when a proof fails: our mistake, nothing may be used.
 */
export function solveScene(scene: Scene): SolvedScene {
  const parts = independentParts(
    scene.instance,
    scene.mentees.map(({ form }) => form ?? ""),
    scene.mentors.map(({ form }) => form ?? ""),
  );
  const solved = parts.map(proved);
  return {
    pairs: solved
      .flatMap(({ pairs }) => pairs)
      .sort((a, b) => (a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? -1 : 1)),
    total: solved.reduce((sum, { total }) => sum + total, 0),
    parts: solved.length,
  };
}

function proved(instance: PairingInstance): PairingSolution {
  const result = solve(instance);
  if (result.status === "error") {
    throw new UserError("PAIRING", `Подбор невозможен: ${result.message}`);
  }
  const proof = verifyCertificate(instance, result);
  if (!proof.valid) {
    throw new RangeError(`solveScene: the certificate fails: ${proof.message}`);
  }
  return result;
}
