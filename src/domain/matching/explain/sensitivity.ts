/** How much the best pairs depend on the weights. */
import { plural } from "../../language/plural";
import { criteriaInUse, WEIGHT_OF_WORD, type Weight } from "../criteria";
import { buildScene, type Scene } from "../scene";
import type { Sensitivity } from "./explanation";
import { solveChanged, solveFirst } from "./re-solve";

const OF_PAIRS = ["пары", "пар", "пар"] as const;

/** A must is a rule and «не учитывать» no criterion: neither is a step. */
const STEPS: readonly Weight[] = ["minor", "desirable", "important"];

/**
 * Solves again with every weight one step up and one step down, one at a time:
 * two runs for each criterion in use.
 *
 * @returns null when the rules allow no run.
 */
export function sensitivity(scene: Scene): Sensitivity | null {
  const known = solveFirst(scene.instance);
  if (known.status === "error") {
    return null;
  }
  const keyOf = (pair: readonly [string, string]) => JSON.stringify(pair);
  const undone = new Set<string>();
  const steps = criteriaInUse(scene.criteria).flatMap((criterion) =>
    neighbours(criterion.weight).flatMap((weight) => {
      const { instance } = buildScene(
        scene.mentors,
        scene.mentees,
        scene.criteria.map((one) =>
          one.key === criterion.key ? { ...one, weight } : one,
        ),
        scene.rules,
      );
      const outcome = solveChanged(known, instance, null);
      const pairs = outcome.status === "error" ? [] : outcome.pairs;
      const stays = new Set(pairs.map(keyOf));
      const lost = known.solution.pairs.map(keyOf).filter((k) => !stays.has(k));
      for (const key of lost) {
        undone.add(key);
      }
      return lost.length === 0
        ? []
        : [
            {
              criterion: criterion.key,
              name: criterion.name,
              weight: wordOf(weight),
              changed: lost.length,
            },
          ];
    }),
  );
  const of = known.solution.cardinality;
  return {
    changed: undone.size,
    of,
    steps: steps.sort((a, b) => b.changed - a.changed),
    words:
      undone.size === 0
        ? "Веса ±1 ступень не меняют ни одной пары."
        : `Веса ±1 ступень меняют ${undone.size} из ${of} ${plural(of, OF_PAIRS)}.`,
  };
}

function neighbours(weight: Weight): readonly Weight[] {
  const at = STEPS.indexOf(weight);
  return at === -1
    ? []
    : [at - 1, at + 1].flatMap((step) => {
        const next = STEPS[step];
        return next === undefined ? [] : [next];
      });
}

function wordOf(weight: Weight): string {
  return (
    Object.entries(WEIGHT_OF_WORD).find(([, value]) => value === weight)?.[0] ??
    ""
  );
}
