/** Checks in one pass that a result is a valid and optimal answer. */
import { largestScore } from "./check-instance";
import type { PairingInstance, PairingSolution } from "./pairing";

/** `message` says in English what is wrong first; empty when valid. */
export type Proof = { readonly valid: boolean; readonly message: string };

/** What the checks need to know of the instance and the pairs. */
type Facts = {
  readonly instance: PairingInstance;
  readonly result: PairingSolution;
  readonly menteeOf: ReadonlyMap<string, number>;
  readonly mentorOf: ReadonlyMap<string, number>;
  readonly lockedMentees: ReadonlySet<number>;
  readonly blocked: ReadonlySet<number>;
  /** Places of each mentor after the locked pairs. */
  readonly places: readonly number[];
};

/**
 * Proves number and total by weak duality, independently of how the result was
 * found: prices >= 0 that no free option exceeds, and whose sum over mentees
 * and free places equals bonus · pairs + scores. The further rules (leximin,
 * loads, ids) have no such proof; tests compare them with brute force.
 *
 * @param instance - Valid by `instanceFault`.
 * @param result - Any answer to it, also one that was read from a file.
 */
export function verifyCertificate(
  instance: PairingInstance,
  result: PairingSolution,
): Proof {
  const facts = collect(instance, result);
  const message =
    pairsFault(facts) ??
    pricesFault(facts) ??
    optionsFault(facts) ??
    dualityFault(facts);
  return { valid: message === null, message: message ?? "" };
}

function collect(instance: PairingInstance, result: PairingSolution): Facts {
  const places = instance.mentors.map((mentor) => mentor.capacity);
  for (const [, mentor] of instance.locked) {
    places[mentor] = (places[mentor] ?? 0) - 1;
  }
  return {
    instance,
    result,
    menteeOf: new Map(instance.mentees.map((id, index) => [id, index])),
    mentorOf: new Map(instance.mentors.map(({ id }, index) => [id, index])),
    lockedMentees: new Set(instance.locked.map(([mentee]) => mentee)),
    blocked: new Set(
      instance.blocked.map((pair) => pairKey(instance, ...pair)),
    ),
    places,
  };
}

function pairKey(
  instance: PairingInstance,
  mentee: number,
  mentor: number,
): number {
  return mentee * instance.mentors.length + mentor;
}

/** Are the pairs allowed, and are the figures about them true? */
function pairsFault(facts: Facts): string | null {
  const { instance, result, menteeOf, mentorOf } = facts;
  const partner = new Map<number, number>();
  const loads = instance.mentors.map(() => 0);
  let total = 0;
  for (const [menteeId, mentorId] of result.pairs) {
    const mentee = menteeOf.get(menteeId) ?? -1;
    const mentor = mentorOf.get(mentorId) ?? -1;
    const score = allowedScore(facts, mentee, mentor);
    if (score === null) {
      return `the pair ${menteeId} – ${mentorId} is not allowed`;
    }
    if (partner.has(mentee)) {
      return `mentee ${menteeId} has two mentors`;
    }
    partner.set(mentee, mentor);
    loads[mentor] = (loads[mentor] ?? 0) + 1;
    total += score;
  }
  if (result.cardinality !== result.pairs.length || result.total !== total) {
    return "cardinality or total is not that of the pairs";
  }
  return promisesFault(instance, partner, loads);
}

/** Are the locked pairs there, and is nobody over capacity? */
function promisesFault(
  instance: PairingInstance,
  partner: ReadonlyMap<number, number>,
  loads: readonly number[],
): string | null {
  for (const [mentee, mentor] of instance.locked) {
    if (partner.get(mentee) !== mentor) {
      return `the locked pair ${mentee} – ${mentor} is missing`;
    }
  }
  const over = instance.mentors.findIndex(
    ({ capacity }, index) => (loads[index] ?? 0) > capacity,
  );
  return over === -1 ? null : `mentor ${over} has more pairs than places`;
}

/** @returns The score, or null when the two must not be paired. */
function allowedScore(
  facts: Facts,
  mentee: number,
  mentor: number,
): number | null {
  const { instance, blocked } = facts;
  if (blocked.has(pairKey(instance, mentee, mentor))) {
    return null;
  }
  const row = instance.options[mentee] ?? [];
  for (let at = 0; at < row.length; at += 2) {
    if (row[at] === mentor) {
      return row[at + 1] ?? null;
    }
  }
  return null;
}

/** Are the prices integers >= 0 and is the bonus large enough? */
function pricesFault(facts: Facts): string | null {
  const { instance, result, places, lockedMentees } = facts;
  const { bonus, mentee, mentor } = result.certificate;
  if (
    mentee.length !== instance.mentees.length ||
    mentor.length !== instance.mentors.length
  ) {
    return "the certificate has another number of people";
  }
  for (const price of [bonus, ...mentee, ...mentor]) {
    if (!Number.isSafeInteger(price) || price < 0) {
      return `the price ${price} is not an integer >= 0`;
    }
  }
  const freeMentees = instance.mentees.length - lockedMentees.size;
  const freePlaces = places.reduce((sum, free) => sum + free, 0);
  const most = largestScore(instance) * Math.min(freeMentees, freePlaces);
  return bonus > most ? null : "the bonus does not exceed every total";
}

/** Does no free option exceed its prices? */
function optionsFault(facts: Facts): string | null {
  const { instance, result, lockedMentees, blocked } = facts;
  const { bonus, mentee, mentor } = result.certificate;
  for (let index = 0; index < instance.mentees.length; index += 1) {
    const own = mentee[index] ?? 0;
    const row = lockedMentees.has(index) ? [] : (instance.options[index] ?? []);
    for (let at = 0; at < row.length; at += 2) {
      const other = row[at] ?? 0;
      const worth = bonus + (row[at + 1] ?? 0);
      if (
        own + (mentor[other] ?? 0) < worth &&
        !blocked.has(pairKey(instance, index, other))
      ) {
        return `the option ${index} – ${other} exceeds its prices`;
      }
    }
  }
  return null;
}

/** Do the prices sum to exactly what the free pairs are worth? */
function dualityFault(facts: Facts): string | null {
  const { instance, result, places, lockedMentees } = facts;
  const { bonus, mentee, mentor } = result.certificate;
  let dual = 0;
  mentee.forEach((price, index) => {
    dual += lockedMentees.has(index) ? 0 : price;
  });
  places.forEach((free, index) => {
    dual += free * (mentor[index] ?? 0);
  });
  let lockedTotal = 0;
  for (const [own, other] of instance.locked) {
    lockedTotal += allowedScore(facts, own, other) ?? 0;
  }
  const freePairs = result.cardinality - instance.locked.length;
  const primal = bonus * freePairs + result.total - lockedTotal;
  return primal === dual
    ? null
    : `the prices sum to ${dual}, the pairs to ${primal}`;
}
