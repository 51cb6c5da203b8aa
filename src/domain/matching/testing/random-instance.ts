/** Small random instances with everything an instance may carry, for tests. */
import type { PairingInstance, PairingMode } from "../pairing";
import type { Random } from "./seeded";

/** Scores from few levels make ties, from many make none. */
const LEVELS = [1, 2, 3, 4, 6, 1001];

const MODES: readonly PairingMode[] = ["most", "best", "weakest"];

/**
 * @param mostMentees - How many at most; by default brute force can follow.
 * @returns A valid instance; its musts may be impossible.
 */
export function randomInstance(
  random: Random,
  mostMentees = 6,
  mostMentors = 6,
): PairingInstance {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const chance = (share: number): boolean => random() < share;
  const mentees = ids(upTo(mostMentees), "НСТ", random);
  const mentors = ids(upTo(mostMentors), "НМ", random).map((id) => ({
    id,
    capacity: upTo(3),
  }));
  const levels = LEVELS[upTo(LEVELS.length - 1)] ?? 1;
  const density = chance(0.5) ? 1 : 0.5;
  const isMulti = chance(0.5);
  const demand = mentees.map(() => (isMulti ? 1 + upTo(upTo(2)) : 1));
  const options = mentees.map(() =>
    mentors.flatMap((_, mentor) =>
      chance(density) ? [mentor, upTo(levels - 1)] : [],
    ),
  );
  const base = { mentees, mentors, options, demand };
  const locked = locks(base, chance);
  const isLocked = new Set(locked.map((pair) => pair.join(" ")));
  const some = (share: number): (readonly [number, number])[] =>
    mentees.flatMap((_, i) =>
      mentors.flatMap((__, j): (readonly [number, number])[] =>
        chance(share) ? [[i, j]] : [],
      ),
    );
  return {
    format: "pairing-instance/1",
    name: "случайный",
    mentees,
    mentors,
    options,
    locked,
    blocked: some(0.1).filter((pair) => !isLocked.has(pair.join(" "))),
    ...(isMulti ? { demand } : {}),
    ...(chance(0.3)
      ? { must: mentees.map((_, index) => index).filter(() => chance(0.3)) }
      : {}),
    ...(chance(0.5) ? { keep: some(0.2) } : {}),
    ...(chance(0.7) ? { mode: MODES[upTo(2)] ?? "most" } : {}),
    ...(chance(0.2) ? { threshold: upTo(levels) } : {}),
  };
}

/** One option in ten, as far as demand and places go. */
function locks(
  {
    mentors,
    options,
    demand,
  }: Pick<PairingInstance, "mentors" | "options"> & {
    readonly demand: readonly number[];
  },
  chance: (share: number) => boolean,
): (readonly [number, number])[] {
  const left = mentors.map(({ capacity }) => capacity);
  return options.flatMap((row, mentee) => {
    const mine = row
      .filter((mentor, at) => at % 2 === 0 && (left[mentor] ?? 0) > 0)
      .filter(() => chance(0.1))
      .slice(0, demand[mentee]);
    for (const mentor of mine) {
      left[mentor] = (left[mentor] ?? 0) - 1;
    }
    return mine.map((mentor): readonly [number, number] => [mentee, mentor]);
  });
}

/** Ids whose order differs from the order of rows. */
function ids(count: number, prefix: string, random: Random): string[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}-${index + 1}`,
    roll: random(),
  }))
    .sort((a, b) => a.roll - b.roll)
    .map(({ id }) => id);
}
