/** Of many options, those that a best pairing may contain. */
import type { PairingInstance, PairingSolution, Prices } from "../pairing";
import { intAt, realAt } from "../solver/typed-read";

/** An instance with its best pairing. */
export type Known = {
  readonly status: "known";
  readonly instance: PairingInstance;
  readonly solution: PairingSolution;
  /** Near options of each row asked for; rows are never changed. */
  readonly near: WeakMap<readonly number[], readonly number[]>;
};

/** Options per mentee to start with; one round was enough with them (measured). */
const FEW = 16;

/**
 * The options of a mentee whose worth comes nearest to the prices known, all
 * that reach them, and the one of the highest score, by which the bonus of the
 * whole is told.
 *
 * @param row - Flat `[mentor, score, …]`, of the instance solved or a new one.
 * @returns Flat likewise; the row itself when it is short.
 */
export function nearOptions(
  known: Known,
  row: readonly number[],
): readonly number[] {
  if (row.length <= 2 * FEW) {
    return row;
  }
  const before = known.near.get(row);
  if (before !== undefined) {
    return before;
  }
  const near = nearest(row, known.solution.certificate.mentor);
  known.near.set(row, near);
  return near;
}

function nearest(
  row: readonly number[],
  price: readonly number[],
): readonly number[] {
  const count = row.length / 2;
  const gains = new Float64Array(count);
  let top = 0;
  for (let at = 0; at < count; at += 1) {
    const score = row[2 * at + 1] ?? 0;
    gains[at] = score - (price[row[2 * at] ?? 0] ?? 0);
    top = score > (row[2 * top + 1] ?? 0) ? at : top;
  }
  const least = realAt(gains.slice().sort(), count - FEW);
  const near: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (realAt(gains, at) >= least || at === top) {
      near.push(row[2 * at] ?? 0, row[2 * at + 1] ?? 0);
    }
  }
  return near;
}

/** Whether an option may matter to whoever solves the part. */
export type Reaches = (mentor: number, score: number) => boolean;

/**
 * What a result says of the options that were left out, by position in the part.
 * At prices that prove a pairing optimal, every option of every optimal pairing
 * reaches them; so when no option left out does, none belongs to a best pairing.
 * With a common floor its two proofs must hold for those left out as well.
 */
export function reachOf(result: PairingSolution, mentee: number): Reaches {
  const { certificate, floor = 0, most, above } = result;
  const price = (prices: Prices | undefined, mentor: number): number =>
    prices === undefined
      ? 1
      : (prices.mentee[mentee] ?? 0) + (prices.mentor[mentor] ?? 0);
  return (mentor, score) =>
    (score >= floor &&
      certificate.bonus + score >= price(certificate, mentor)) ||
    price(most, mentor) < 1 ||
    (score > floor && price(above, mentor) < 1);
}

/**
 * Lets in every option that may matter.
 *
 * @param near - Options in the part, flat, mentors by position in the part.
 * @param row - All options of the mentee, mentors by index.
 * @returns `near` itself when nothing was missing.
 */
export function widened(
  near: readonly number[],
  row: readonly number[],
  mentorAt: Int32Array,
  reaches: Reaches,
): readonly number[] {
  const wide: number[] = [];
  let next = 0;
  for (let at = 0; at < row.length; at += 2) {
    const inside = intAt(mentorAt, row[at] ?? 0);
    const score = row[at + 1] ?? 0;
    if (near[next] === inside) {
      wide.push(inside, score);
      next += 2;
    } else if (inside !== -1 && reaches(inside, score)) {
      wide.push(inside, score);
    }
  }
  return wide.length === near.length ? near : wide;
}

/** Options with mentors by position in the part; those outside fall away. */
export function inPart(
  row: readonly number[],
  mentorAt: Int32Array,
): readonly number[] {
  const inside: number[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const mentor = intAt(mentorAt, row[at] ?? 0);
    if (mentor !== -1) {
      inside.push(mentor, row[at + 1] ?? 0);
    }
  }
  return inside;
}
