/** What a pair is worth in each mode, so that one sum puts the rules in order. */
import type { PairingInstance } from "./pairing";

/** A pair is worth `scale · score + base`, with `must` added for musts. */
export type Worth = {
  readonly scale: number;
  readonly base: number;
  /** More than all pairs without it together; 0 when there is no must. */
  readonly must: number;
  /** `bonus` of the certificate, whose prices are for `score + bonus`. */
  readonly bonus: number;
  /** The largest score among all options, 0 when there is none. */
  readonly top: number;
};

/** @returns Integers by which most pairs, or the best total, go first. */
export function worthOf(instance: PairingInstance): Worth {
  const top = largestScore(instance);
  const pairs = mostPairs(instance);
  const isBest = instance.mode === "best";
  const bonus = isBest ? 0 : top * pairs + 1;
  const scale = isBest ? pairs + 1 : 1;
  const base = isBest ? 1 : bonus;
  const hasMust = (instance.must ?? []).length > 0;
  return {
    scale,
    base,
    must: hasMust ? (scale * top + base) * pairs + 1 : 0,
    bonus,
    top,
  };
}

/** @returns The largest score among all options, 0 when there is none. */
export function largestScore(instance: PairingInstance): number {
  let largest = 0;
  for (const row of instance.options) {
    for (let at = 1; at < row.length; at += 2) {
      largest = Math.max(largest, row[at] ?? 0);
    }
  }
  return largest;
}

/**
 * @returns Mentors still wanted by each mentee and places still free with each
 *   mentor, once the locked pairs are counted.
 */
export function leftOver(instance: PairingInstance): {
  readonly demand: readonly number[];
  readonly places: readonly number[];
} {
  const demand = instance.mentees.map(
    (_, mentee) => instance.demand?.[mentee] ?? 1,
  );
  const places = instance.mentors.map(({ capacity }) => capacity);
  for (const [mentee, mentor] of instance.locked) {
    demand[mentee] = (demand[mentee] ?? 0) - 1;
    places[mentor] = (places[mentor] ?? 0) - 1;
  }
  return { demand, places };
}

/** @returns A bound of the number of pairs beside the locked ones. */
export function mostPairs(instance: PairingInstance): number {
  const { demand, places } = leftOver(instance);
  const mentors = instance.mentors.length;
  const wanted = demand.reduce((sum, own) => sum + Math.min(own, mentors), 0);
  const free = places.reduce((sum, own) => sum + own, 0);
  return Math.max(0, Math.min(wanted, free));
}
