/** Checks in one pass that a result is a valid and optimal answer. */
import type { PairingInstance, PairingSolution, Prices } from "./pairing";
import { largestScore, leftOver, mostPairs } from "./worth";

/** `message` says in English what is wrong first; empty when valid. */
export type Proof = { readonly valid: boolean; readonly message: string };

/** What the checks need to know of the instance and the pairs. */
type Facts = {
  readonly instance: PairingInstance;
  readonly result: PairingSolution;
  readonly menteeOf: ReadonlyMap<string, number>;
  readonly mentorOf: ReadonlyMap<string, number>;
  /** Keys of locked and of blocked pairs. */
  readonly locked: ReadonlySet<number>;
  readonly blocked: ReadonlySet<number>;
  readonly must: ReadonlySet<number>;
  /** Mentors and places left once the locked pairs are counted. */
  readonly demand: readonly number[];
  readonly places: readonly number[];
  /** Lowest score of a pair that may be made, locked ones apart. */
  readonly least: number;
};

/** What the pairs beside the locked ones come to. */
type Free = { pairs: number; total: number; lowest: number };

/**
 * Proves by weak duality what the mode puts first, independently of how the
 * result was found. With demand d and capacity c left beside the locked pairs,
 * and a pair worth w = bonus + score, any prices u and v give a bound
 * `Σ d·u + Σ c·v + Σ max(0, w - u - v)` for every pairing; the result is optimal
 * when it reaches it. Prices are >= 0, but u of a `must` mentee has any sign,
 * since it gets all of d. Leximin, loads, fewest changes and ids have no such
 * proof; tests compare them with brute force.
 *
 * @param instance - Valid by `instanceFault`.
 * @param result - Any answer to it, also one that was read from a file.
 */
export function verifyCertificate(
  instance: PairingInstance,
  result: PairingSolution,
): Proof {
  const facts = collect(instance, result);
  const free: Free = { pairs: 0, total: 0, lowest: Number.POSITIVE_INFINITY };
  const message =
    pairsFault(facts, free) ??
    promisesFault(facts) ??
    optimumFault(facts, free) ??
    (instance.mode === "weakest" ? floorFault(facts, free) : null) ??
    (instance.mode === "best" ? countFault(facts, free) : null);
  return { valid: message === null, message: message ?? "" };
}

function collect(instance: PairingInstance, result: PairingSolution): Facts {
  const key = ([mentee, mentor]: readonly [number, number]): number =>
    keyOf(instance, mentee, mentor);
  return {
    instance,
    result,
    menteeOf: new Map(instance.mentees.map((id, index) => [id, index])),
    mentorOf: new Map(instance.mentors.map(({ id }, index) => [id, index])),
    locked: new Set(instance.locked.map(key)),
    blocked: new Set(instance.blocked.map(key)),
    must: new Set(instance.must),
    ...leftOver(instance),
    least: instance.threshold ?? 0,
  };
}

function keyOf(
  instance: PairingInstance,
  mentee: number,
  mentor: number,
): number {
  return mentee * instance.mentors.length + mentor;
}

/** Are the pairs allowed and different, and are the figures about them true? */
function pairsFault(facts: Facts, free: Free): string | null {
  const { instance, result, menteeOf, mentorOf, locked } = facts;
  const seen = new Set<number>();
  let total = 0;
  for (const [menteeId, mentorId] of result.pairs) {
    const mentee = menteeOf.get(menteeId) ?? -1;
    const mentor = mentorOf.get(mentorId) ?? -1;
    const key = keyOf(instance, mentee, mentor);
    const score = scoreOf(instance, mentee, mentor);
    const isFree = !locked.has(key);
    if (
      score === null ||
      facts.blocked.has(key) ||
      (isFree && score < facts.least)
    ) {
      return `the pair ${menteeId} – ${mentorId} is not allowed`;
    }
    if (seen.has(key)) {
      return `the pair ${menteeId} – ${mentorId} is made twice`;
    }
    seen.add(key);
    total += score;
    if (isFree) {
      free.pairs += 1;
      free.total += score;
      free.lowest = Math.min(free.lowest, score);
    }
  }
  return result.cardinality === seen.size && result.total === total
    ? null
    : "cardinality or total is not that of the pairs";
}

/** @returns The score, or null when the two are no option. */
function scoreOf(
  instance: PairingInstance,
  mentee: number,
  mentor: number,
): number | null {
  const row = instance.options[mentee] ?? [];
  for (let at = 0; at < row.length; at += 2) {
    if (row[at] === mentor) {
      return row[at + 1] ?? null;
    }
  }
  return null;
}

/** Does everybody get what is promised, and no more than fits? */
function promisesFault(facts: Facts): string | null {
  const { instance, result, menteeOf, mentorOf } = facts;
  const held = instance.mentees.map(() => 0);
  const loads = instance.mentors.map(() => 0);
  const made = new Set<number>();
  for (const [menteeId, mentorId] of result.pairs) {
    const mentee = menteeOf.get(menteeId) ?? -1;
    const mentor = mentorOf.get(mentorId) ?? -1;
    held[mentee] = (held[mentee] ?? 0) + 1;
    loads[mentor] = (loads[mentor] ?? 0) + 1;
    made.add(keyOf(instance, mentee, mentor));
  }
  for (const key of facts.locked) {
    if (!made.has(key)) {
      return "a locked pair is missing";
    }
  }
  const over = instance.mentors.findIndex(
    ({ capacity }, index) => (loads[index] ?? 0) > capacity,
  );
  return over === -1
    ? demandFault(facts, held)
    : `mentor ${over} has more pairs than places`;
}

function demandFault(
  { instance, must }: Facts,
  held: readonly number[],
): string | null {
  for (let mentee = 0; mentee < held.length; mentee += 1) {
    const wanted = instance.demand?.[mentee] ?? 1;
    const own = held[mentee] ?? 0;
    if (own > wanted || (own < wanted && must.has(mentee))) {
      return `mentee ${mentee} has ${own} mentors and wants ${wanted}`;
    }
  }
  return null;
}

/** Do the prices sum to exactly what the free pairs are worth? */
function optimumFault(facts: Facts, free: Free): string | null {
  const { instance, result } = facts;
  const { bonus } = result.certificate;
  const most = largestScore(instance) * mostPairs(instance);
  const isGood =
    instance.mode === "best"
      ? bonus === 0
      : Number.isSafeInteger(bonus) && bonus > most;
  if (!isGood) {
    return "the bonus does not put the objectives in order";
  }
  const least = Math.max(facts.least, result.floor ?? facts.least);
  const worth = (score: number): number => bonus + score;
  const bound = boundOf(facts, result.certificate, least, worth);
  const primal = bonus * free.pairs + free.total;
  return bound === primal
    ? null
    : `the prices sum to ${bound}, the pairs to ${primal}`;
}

/** Is the number the greatest, and does it fall above the floor? */
function floorFault(facts: Facts, free: Free): string | null {
  const { most, above, floor } = facts.result;
  const one = (): number => 1;
  if (
    most === undefined ||
    boundOf(facts, most, facts.least, one) !== free.pairs
  ) {
    return "nothing proves that no more pairs can be made";
  }
  if (free.pairs === 0) {
    return floor === undefined ? null : "a floor without pairs";
  }
  if (floor !== free.lowest) {
    return "the floor is not the lowest score";
  }
  const least = Math.max(facts.least, floor + 1);
  const bound = above === undefined ? null : boundOf(facts, above, least, one);
  return typeof bound === "number" && bound < free.pairs
    ? null
    : "nothing proves that the number falls above the floor";
}

/**
 * Is the number the greatest for this total? A score counts as more points than
 * there can be pairs, a pair as one point: most points are the best total first.
 */
function countFault(facts: Facts, free: Free): string | null {
  const { count } = facts.result;
  if (count === undefined) {
    return "nothing proves that no more pairs make the same total";
  }
  const { scale } = count;
  if (!Number.isSafeInteger(scale) || scale <= mostPairs(facts.instance)) {
    return "the scale does not put total and number in order";
  }
  const points = (score: number): number => scale * score + 1;
  const bound = boundOf(facts, count, facts.least, points);
  const primal = scale * free.total + free.pairs;
  return bound === primal
    ? null
    : `the prices of the number sum to ${bound}, the pairs to ${primal}`;
}

/**
 * @param least - Options of a lower score are left out.
 * @returns What no pairing of the other options exceeds, or why the prices do
 *   not say.
 */
function boundOf(
  facts: Facts,
  prices: Prices,
  least: number,
  worth: (score: number) => number,
): number | string {
  const fault = pricesFault(facts, prices);
  if (fault !== null) {
    return fault;
  }
  let bound = 0;
  facts.demand.forEach((wanted, mentee) => {
    if (wanted > 0) {
      bound += wanted * (prices.mentee[mentee] ?? 0);
      bound += excessOf(facts, prices, mentee, least, worth);
    }
  });
  facts.places.forEach((free, mentor) => {
    bound += free * (prices.mentor[mentor] ?? 0);
  });
  return Number.isSafeInteger(bound) ? bound : "more than can be summed";
}

function pricesFault(
  { instance, must }: Facts,
  { mentee, mentor }: Prices,
): string | null {
  if (
    mentee.length !== instance.mentees.length ||
    mentor.length !== instance.mentors.length
  ) {
    return "those of another number of people";
  }
  const isPrice = (price: number): boolean =>
    Number.isSafeInteger(price) && price >= 0;
  const good =
    mentor.every(isPrice) &&
    mentee.every(
      (price, index) => isPrice(price) || (must.has(index) && isPrice(-price)),
    );
  return good ? null : "not all integers >= 0";
}

/** By how much the mentee's options exceed their prices, all together. */
function excessOf(
  { instance, locked, blocked }: Facts,
  prices: Prices,
  mentee: number,
  least: number,
  worth: (score: number) => number,
): number {
  const row = instance.options[mentee] ?? [];
  const own = prices.mentee[mentee] ?? 0;
  let excess = 0;
  for (let at = 0; at < row.length; at += 2) {
    const mentor = row[at] ?? 0;
    const score = row[at + 1] ?? 0;
    const over = worth(score) - own - (prices.mentor[mentor] ?? 0);
    if (over > 0 && score >= least) {
      const key = keyOf(instance, mentee, mentor);
      excess += locked.has(key) || blocked.has(key) ? 0 : over;
    }
  }
  return excess;
}
