/** The figures of a run, or of the pairs in the tab. */
import { classKey, valuesOf } from "../answers";
import { choiceKey, codeKey } from "../choice-key";
import { ratingsOf } from "../kinds/wishes";
import type { IdPair } from "../participant";
import { RULE_FIELDS } from "../rules";
import type { Scene } from "../scene";
import { countBlocking } from "./blocking";
import type { RunMetrics } from "./explanation";
import { metricsWords } from "./metrics-words";
import { type Standing, standingPairs, wantsOf } from "./standing";

/**
 * @param pairs - The best ones or those in the tab.
 * @param byHand - How many of them the curator made, null when not told.
 */
export function runMetrics(
  scene: Scene,
  pairs: readonly IdPair[],
  byHand: number | null = null,
): RunMetrics {
  const standing = standingPairs(scene, pairs);
  const scores = scoresOf(scene, standing);
  const total = scores.reduce((sum, score) => sum + score, 0);
  const loads = standing.menteesOf.map(({ length }) => length);
  const metrics = {
    pairs: standing.count,
    mentees: {
      ...tally(
        standing,
        scene.mentees.map((_, mentee) => mentee),
      ),
      partly: scene.mentees.filter((_, mentee) => {
        const has = standing.mentorsOf[mentee]?.length ?? 0;
        return has > 0 && has < wantsOf(scene, mentee);
      }).length,
    },
    byForm: byForm(scene, standing),
    byClass: byClass(scene, standing),
    total,
    mean: scores.length === 0 ? null : Math.round(total / scores.length),
    median: median(scores),
    lowest: scores[0] ?? null,
    belowThreshold: scores.filter((score) => score < scene.rules.minScore)
      .length,
    places: {
      used: standing.count,
      all: scene.places.reduce((sum, places) => sum + places, 0),
    },
    loads: [...new Set(loads)]
      .sort((a, b) => a - b)
      .map((load) => ({
        load,
        mentors: loads.filter((one) => one === load).length,
      })),
    firstWishes: firstWishes(scene, standing),
    byHand,
    changes: changesAgainst(scene.rules.keep, pairs),
    blocking: countBlocking(scene, standing),
  };
  return { ...metrics, words: metricsWords(metrics, scene.rules.minScore) };
}

/** Ascending. */
function scoresOf(scene: Scene, { mentorsOf }: Standing): readonly number[] {
  return mentorsOf
    .flatMap((own, mentee) => own.map((mentor) => scene.score(mentee, mentor)))
    .sort((a, b) => a - b);
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined
    ? null
    : Math.round((lower + upper) / 2);
}

type Tally = { readonly matched: number; readonly all: number };

function tally({ mentorsOf }: Standing, mentees: readonly number[]): Tally {
  return {
    matched: mentees.filter((one) => (mentorsOf[one]?.length ?? 0) > 0).length,
    all: mentees.length,
  };
}

/** Groups mentees by a key; each group keeps how its first member wrote it. */
function grouped(
  scene: Scene,
  keyOf: (mentee: number) => { readonly key: string; readonly name: string },
): readonly { readonly name: string; readonly mentees: readonly number[] }[] {
  const groups = new Map<string, { name: string; mentees: number[] }>();
  scene.mentees.forEach((_, mentee) => {
    const { key, name } = keyOf(mentee);
    const group = groups.get(key) ?? { name, mentees: [] };
    group.mentees.push(mentee);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function byForm(scene: Scene, standing: Standing): RunMetrics["byForm"] {
  return grouped(scene, (mentee) => {
    const form = scene.mentees[mentee]?.form ?? "";
    return { key: choiceKey(form), name: form };
  })
    .map(({ name, mentees }) => ({
      form: name.trim() === "" ? null : name,
      ...tally(standing, mentees),
    }))
    .sort((a, b) => b.all - a.all);
}

function byClass(scene: Scene, standing: Standing): RunMetrics["byClass"] {
  return grouped(scene, (mentee) => {
    const answer = scene.mentees[mentee]?.answers[RULE_FIELDS.grade];
    const [name = ""] = valuesOf(answer).values();
    return { key: classKey(name), name };
  })
    .filter(({ name }) => classKey(name) !== "")
    .map(({ name, mentees }) => ({ name, ...tally(standing, mentees) }))
    .sort(
      (a, b) =>
        Number.parseInt(classKey(a.name), 10) -
          Number.parseInt(classKey(b.name), 10) ||
        (classKey(a.name) < classKey(b.name) ? -1 : 1),
    );
}

/** Of mentees who named somebody: those who got one they put first. */
export function firstWishes(
  scene: Scene,
  { mentorsOf }: Standing,
): RunMetrics["firstWishes"] {
  const field = scene.criteria.find(
    ({ kind }) => kind === "wishes",
  )?.menteeField;
  let met = 0;
  let of = 0;
  scene.mentees.forEach(({ answers }, mentee) => {
    const ratings = ratingsOf(field === undefined ? undefined : answers[field]);
    const highest = Math.max(0, ...ratings.values());
    if (highest > 0) {
      of += 1;
      const isMet = (mentorsOf[mentee] ?? []).some((mentor) => {
        const id = scene.instance.mentors[mentor]?.id ?? "";
        return ratings.get(codeKey(id)) === highest;
      });
      met += isMet ? 1 : 0;
    }
  });
  return { met, of };
}

function changesAgainst(
  before: readonly IdPair[],
  after: readonly IdPair[],
): RunMetrics["changes"] {
  const keys = (pairs: readonly IdPair[]) =>
    new Set(pairs.map((pair) => JSON.stringify(pair)));
  const [old, fresh] = [keys(before), keys(after)];
  return {
    made: [...fresh].filter((key) => !old.has(key)).length,
    dropped: [...old].filter((key) => !fresh.has(key)).length,
  };
}
