/** Seeded instances by size and family, from easy to the hardest known. */
import type { PairingInstance } from "../src/domain/matching/pairing";
import { type Random, seeded } from "../src/domain/matching/testing/seeded";

export type Size = {
  readonly mentees: number;
  readonly mentors: number;
  /** Share of pairs that are allowed, 0 to 1. */
  readonly density: number;
  /** Places of all mentors together, per mentee; 1 = exactly enough. */
  readonly places: number;
};

/** @returns Integer 0 to 1000, or -1 when the two may not be paired. */
type Scorer = (mentee: number, mentor: number) => number;

type Family = (random: Random, size: Size) => Scorer;

export const FAMILIES: Readonly<Record<string, Family>> = {
  random: (random) => () => Math.floor(random() * 1001),
  profile: (random, size) => {
    const needs = groups(random, size.mentees, 12);
    const offers = groups(random, size.mentors, 12);
    const table = groups(random, 144, 21);
    return (mentee, mentor) =>
      (table[(needs[mentee] ?? 0) * 12 + (offers[mentor] ?? 0)] ?? 0) * 50;
  },
  popular: (random, size) => {
    const fame = Array.from({ length: size.mentors }, () => random() ** 3);
    return (_, mentor) =>
      Math.floor((fame[mentor] ?? 0) * 700 + random() * 300);
  },
  // Every second mentee fits nobody but the mentors whom all others want too.
  scarce: (random) => (mentee, mentor) => {
    if (mentor % 2 === 1) {
      return 600 + Math.floor(random() * 401);
    }
    return mentee % 2 === 1 ? -1 : Math.floor(random() * 401);
  },
  ties: (random) => () => Math.floor(random() * 5) * 250,
  distances: (random, size) => {
    const [ax, ay] = [
      places(random, size.mentees),
      places(random, size.mentees),
    ];
    const [bx, by] = [
      places(random, size.mentors),
      places(random, size.mentors),
    ];
    return (mentee, mentor) => {
      const east = (ax[mentee] ?? 0) - (bx[mentor] ?? 0);
      const north = (ay[mentee] ?? 0) - (by[mentor] ?? 0);
      return Math.round(1000 * (1 - Math.hypot(east, north) / Math.SQRT2));
    };
  },
  // Everybody wants the same mentors; who needs one most gains most.
  everybody: (random, size) => {
    const need = places(random, size.mentees);
    const worth = places(random, size.mentors);
    return (mentee, mentor) =>
      Math.floor(1000 * (need[mentee] ?? 0) * (worth[mentor] ?? 0));
  },
  equal: () => () => 500,
};

function groups(random: Random, count: number, kinds: number): number[] {
  return Array.from({ length: count }, () => Math.floor(random() * kinds));
}

function places(random: Random, count: number): number[] {
  return Array.from({ length: count }, random);
}

/** @param family - A key of `FAMILIES`. */
export function makeInstance(
  family: string,
  size: Size,
  seed: number,
): PairingInstance {
  const random = seeded(seed);
  const score = FAMILIES[family]?.(random, size);
  if (score === undefined) {
    throw new RangeError(`makeInstance: no family "${family}"`);
  }
  const options = Array.from({ length: size.mentees }, (_, mentee) => {
    const row: number[] = [];
    for (let mentor = 0; mentor < size.mentors; mentor += 1) {
      const points = random() < size.density ? score(mentee, mentor) : -1;
      if (points >= 0) {
        row.push(mentor, points);
      }
    }
    return row;
  });
  const mean = (size.places * size.mentees) / size.mentors;
  return {
    format: "pairing-instance/1",
    name: `${family} ${size.mentees}×${size.mentors}`,
    mentees: options.map((_, index) => `НСТ-${index + 1}`),
    mentors: Array.from({ length: size.mentors }, (_, index) => ({
      id: `НМ-${index + 1}`,
      capacity: Math.max(1, Math.round(mean * (0.5 + random()))),
    })),
    options,
    locked: [],
    blocked: [],
  };
}
