/** Two who would both prefer each other to what they have. */
import { counted, plural } from "../../language/plural";
import type { IdPair } from "../participant";
import type { Scene } from "../scene";
import type { Blocking, NameOf } from "./explanation";
import { type Standing, standingPairs, wantsOf } from "./standing";

const MOST_SHOWN = 5;

const COUPLES = ["пара", "пары", "пар"] as const;

const PREFER = ["предпочла бы", "предпочли бы", "предпочли бы"] as const;

type Found = {
  readonly mentee: number;
  readonly mentor: number;
  /** Points that the two gain together. */
  readonly gain: number;
};

/**
 * Preference is by score, and anybody allowed is better than nobody. Looks at
 * every pair that may be made once.
 */
export function blockingPairs(
  scene: Scene,
  pairs: readonly IdPair[],
  nameOf: NameOf,
): Blocking {
  const { count, best } = search(scene, standingPairs(scene, pairs));
  const first = best.map(
    ({ mentee, mentor }): IdPair => [
      scene.instance.mentees[mentee] ?? "",
      scene.instance.mentors[mentor]?.id ?? "",
    ],
  );
  return { count, first, words: inWords(count, first, nameOf) };
}

/** The number alone. */
export function countBlocking(scene: Scene, standing: Standing): number {
  return search(scene, standing).count;
}

function search(
  scene: Scene,
  standing: Standing,
): { readonly count: number; readonly best: readonly Found[] } {
  const { menteeFloor, mentorFloor } = floors(scene, standing);
  let count = 0;
  let best: readonly Found[] = [];
  scene.instance.options.forEach((row, mentee) => {
    const own = menteeFloor[mentee] ?? -1;
    const partners = standing.mentorsOf[mentee] ?? [];
    for (let at = 0; at < row.length; at += 2) {
      const mentor = row[at] ?? 0;
      const score = row[at + 1] ?? 0;
      const other = mentorFloor[mentor] ?? -1;
      if (score > own && score > other && !partners.includes(mentor)) {
        const gain = 2 * score - Math.max(0, own) - Math.max(0, other);
        count += 1;
        best = withFound(best, { mentee, mentor, gain });
      }
    }
  });
  return { count, best };
}

/** The best few, most gain first; of equals the earlier stays. */
function withFound(best: readonly Found[], found: Found): readonly Found[] {
  const last = best[MOST_SHOWN - 1];
  return last !== undefined && last.gain >= found.gain
    ? best
    : [...best, found].sort((a, b) => b.gain - a.gain).slice(0, MOST_SHOWN);
}

/** The score from which each would rather have another; -1 with a place free. */
function floors(
  scene: Scene,
  { mentorsOf, menteesOf }: Standing,
): {
  readonly menteeFloor: readonly number[];
  readonly mentorFloor: readonly number[];
} {
  const floor = (scores: readonly number[], places: number) =>
    places === 0
      ? Number.POSITIVE_INFINITY
      : scores.length < places
        ? -1
        : Math.min(...scores);
  return {
    menteeFloor: mentorsOf.map((own, mentee) =>
      floor(
        own.map((mentor) => scene.score(mentee, mentor)),
        wantsOf(scene, mentee),
      ),
    ),
    mentorFloor: menteesOf.map((own, mentor) =>
      floor(
        own.map((mentee) => scene.score(mentee, mentor)),
        scene.places[mentor] ?? 0,
      ),
    ),
  };
}

function inWords(
  count: number,
  first: readonly IdPair[],
  nameOf: NameOf,
): string {
  if (count === 0) {
    return "Нет никаких двоих, кто предпочёл бы друг друга тому, что есть сейчас.";
  }
  const shown = first
    .map(([mentee, mentor]) => `${nameOf(mentor)} и ${nameOf(mentee)}`)
    .join("; ");
  const lead = count > first.length ? "Больше всего выиграли бы: " : "";
  return `${counted(count, COUPLES)} людей ${plural(count, PREFER)} друг друга тому, что есть сейчас. ${lead}${shown}. Это не ошибка: лучший набор в целом не всегда лучший для каждых двоих.`;
}
