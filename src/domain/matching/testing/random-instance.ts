/** Small random instances with everything an instance may carry, for tests. */
import type { PairingInstance, PairingMode } from "../pairing";
import type { Random } from "./seeded";

/** Scores from few levels make ties, from many make none. */
const LEVELS = [1, 2, 3, 4, 6, 1001];

const MODES: readonly PairingMode[] = ["most", "best", "weakest"];

/** @returns A valid instance up to 6 × 6; its musts may be impossible. */
export function randomInstance(random: Random): PairingInstance {
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const chance = (share: number): boolean => random() < share;
  const mentees = ids(upTo(6), "НСТ", random);
  const mentors = ids(upTo(6), "НМ", random).map((id) => ({
    id,
    capacity: upTo(3),
  }));
  const levels = LEVELS[upTo(LEVELS.length - 1)] ?? 1;
  const density = chance(0.5) ? 1 : 0.5;
  const isMulti = chance(0.5);
  const demand = mentees.map(() => (isMulti ? 1 + upTo(upTo(2)) : 1));
  const left = mentors.map(({ capacity }) => capacity);
  const wanted = [...demand];
  const locked: [number, number][] = [];
  const blocked: [number, number][] = [];
  const keep: [number, number][] = [];
  const options = mentees.map((_, mentee) => {
    const row: number[] = [];
    mentors.forEach((_mentor, mentor) => {
      const isOption = chance(density);
      if (isOption) {
        row.push(mentor, upTo(levels - 1));
      }
      const canLock = (left[mentor] ?? 0) > 0 && (wanted[mentee] ?? 0) > 0;
      if (isOption && canLock && chance(0.1)) {
        locked.push([mentee, mentor]);
        left[mentor] = (left[mentor] ?? 0) - 1;
        wanted[mentee] = (wanted[mentee] ?? 0) - 1;
      } else if (chance(0.1)) {
        blocked.push([mentee, mentor]);
      }
      if (chance(0.2)) {
        keep.push([mentee, mentor]);
      }
    });
    return row;
  });
  return {
    format: "pairing-instance/1",
    name: "случайный",
    mentees,
    mentors,
    options,
    locked,
    blocked,
    ...(isMulti ? { demand } : {}),
    ...(chance(0.3)
      ? { must: mentees.map((_, index) => index).filter(() => chance(0.3)) }
      : {}),
    ...(chance(0.5) ? { keep } : {}),
    ...(chance(0.7) ? { mode: MODES[upTo(2)] ?? "most" } : {}),
    ...(chance(0.2) ? { threshold: upTo(levels) } : {}),
  };
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
