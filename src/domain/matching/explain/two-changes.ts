/** Two changes together, tried where no single one gives the mentee a mentor. */
import { buildScene, type Scene } from "../scene";
import type { Known } from "./near-options";
import { solveFirst } from "./re-solve";
import { type Standing, standingPairs } from "./standing";
import { firstSteps, type Trial, type Tried } from "./trials";
import { altered } from "./what-if";

/** Two changes that were made together and solved. */
export type TriedTwo = {
  readonly first: Trial;
  readonly second: Tried & Trial;
  /** People more that get a pair by both. */
  readonly gain: number;
};

/** So many first steps are tried, fewer where a scene is costly (chosen). */
const MOST_STEPS = 12;
const FEWEST_STEPS = 2;
const MOST_PAIRS_JUDGED = 6_000_000;

const MOST_SECONDS = 2;

/** So many pairs of changes are enough to choose from (chosen). */
const ENOUGH = 3;

/** Tries every single change in a scene, each solved anew. */
export type TryAll = (
  scene: Scene,
  known: Known,
  best: Standing,
  mentee: number,
) => readonly (Tried & Trial)[];

/**
 * Each first step is made and solved, then every change that is small from
 * there: so a pair of changes is found whose parts do nothing by themselves.
 * The search is bounded by the size of the scene, not by time.
 *
 * @param best - The pairs of the best pairing.
 */
export function tryTwo(
  scene: Scene,
  known: Known,
  best: Standing,
  mentee: number,
  tryAll: TryAll,
): readonly TriedTwo[] {
  const found: TriedTwo[] = [];
  const seen = new Set<string>();
  for (const first of stepsFor(scene, best, mentee)) {
    const after = found.length < ENOUGH ? solvedAfter(scene, first) : null;
    if (after !== null) {
      const more =
        after.known.solution.cardinality - known.solution.cardinality;
      const tried = tryAll(after.scene, after.known, after.best, mentee);
      for (const second of secondsOf(first, tried)) {
        const key = keyOf(first, second);
        if (!seen.has(key)) {
          seen.add(key);
          found.push({ first, second, gain: more + second.gain });
        }
      }
    }
  }
  return found.slice(0, ENOUGH);
}

/** What helps after the first step, one of a kind; somebody new only where the mentee was mended. */
function secondsOf(
  { kind }: Trial,
  tried: readonly (Tried & Trial)[],
): readonly (Tried & Trial)[] {
  const isOwn = kind.startsWith("own-");
  const kinds = new Set<string>(isOwn ? [] : ["new-mentor"]);
  return tried
    .filter((one) => {
      const isFresh = one.helps && !kinds.has(one.kind);
      if (isFresh) {
        kinds.add(one.kind);
      }
      return isFresh;
    })
    .slice(0, MOST_SECONDS);
}

function stepsFor(
  scene: Scene,
  best: Standing,
  mentee: number,
): readonly Trial[] {
  const pairs = Math.max(1, scene.mentors.length * scene.mentees.length);
  const most = Math.floor(MOST_PAIRS_JUDGED / pairs);
  return firstSteps(scene, best, mentee).slice(
    0,
    Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, most)),
  );
}

/** The scene after a change with its best pairing; null where it cannot be had. */
function solvedAfter(
  scene: Scene,
  { alteration }: Trial,
): {
  readonly scene: Scene;
  readonly known: Known;
  readonly best: Standing;
} | null {
  const { mentors, mentees, criteria, rules } = altered(scene, alteration);
  const changed = buildScene(mentors, mentees, criteria, rules);
  if (changed.contradictions.some(({ severity }) => severity === "error")) {
    return null;
  }
  const known = solveFirst(changed.instance);
  return known.status === "error"
    ? null
    : {
        scene: changed,
        known,
        best: standingPairs(changed, known.solution.pairs),
      };
}

/** The same for two changes in either order. */
function keyOf(...trials: readonly Trial[]): string {
  return trials
    .map(({ kind, mentorId, criterion }) =>
      [kind, mentorId, criterion].join("\n"),
    )
    .sort()
    .join("\n\n");
}
