/** Prices near the optimal ones, found by bids that overshoot less and less. */
import type { Problem } from "./problem";
import {
  emptySeating,
  hasPlace,
  isHeld,
  lowestPrice,
  type Seating,
  seat,
  unseat,
} from "./seating";
import { findShortage, type Shortage, wantedLevel } from "./shortage";
import { byteAt, intAt, realAt } from "./typed-read";

/** The first bids overshoot by this share of the top score (measured) … */
const FIRST_STEP = 1 / 10;
/** … and each round by this share of the round before, … */
const NEXT_STEP = 1 / 8;
/** … down to this share of the least difference between scores (measured). */
const LAST_STEP = 1 / 2;
/** Prices start a round so many old steps lower, for they may have gone too high. */
const STEPS_BACK = 2;
/**
 * They end so many least differences lower (measured): each mentor that has a
 * free place and a price costs a search in `lowerPrices`, prices too low cost
 * less.
 */
const LAST_BACK = 3;
/** Bids per unit and round after which a round is given up (measured). */
const BIDS_PER_UNIT = 16;
/** Share of units that may stay waiting where places are short (measured). */
const MOST_SPARE = 1 / 20;
/** How many bids may pass before the lowest price is looked up again. */
const FLOOR_EVERY = 256;

/** Nobody is seated for good; prices and bids are in points of score. */
type Market = {
  readonly problem: Problem;
  /** Price = lowest bid among the seats of a full mentor; else what it was. */
  readonly seating: Seating;
  /** What each seated unit bid. */
  readonly bids: Float64Array;
  /** Gain of each mentee below which it would rather stay alone. */
  readonly alone: Float64Array;
  readonly top: number;
  /** Units that may stay waiting. */
  spare: number;
  /** A lower bound of all prices. */
  floor: number;
};

/**
 * Where many want the same mentors, exact prices settle by very many small
 * steps. Rounds of ever finer bids come close in few (Bertsekas 1988); exact
 * bids and searches then start from there. The answer does not depend on it.
 *
 * Where places are short, prices rise until some would rather stay alone. That
 * level is not bid for but read off the gains: as many units lie above it as
 * there are places.
 *
 * @returns Price of each mentor for `optionWorth`, an integer >= 0.
 */
export function roughPrices(problem: Problem): Float64Array {
  const market = openMarket(problem);
  const grain = leastDifference(problem);
  const last = grain * LAST_STEP;
  let shortage: Shortage | null = null;
  let isFirst = problem.worth.bonus > 0;
  for (let step = market.top * FIRST_STEP; ; step *= NEXT_STEP) {
    const isLast = step <= last;
    const waiting = holdRound(market, Math.max(step, last));
    if (isFirst) {
      shortage = findShortage(problem, market.seating, waiting);
      isFirst = false;
    }
    dropIdlePrices(market, shortage);
    const back = isLast ? LAST_BACK * grain : STEPS_BACK * step;
    lowerAll(market, shortage, back);
    if (isLast) {
      return pricesForWorth(market, shortage, grain);
    }
    if (shortage !== null) {
      closeOut(market, shortage, back + STEPS_BACK * step * NEXT_STEP);
    }
  }
}

function openMarket(problem: Problem): Market {
  const seating = emptySeating(problem);
  const units = problem.unitMentee.length;
  const { top } = problem.worth;
  const never = -2 * top - 1;
  const isAloneFree = problem.worth.bonus === 0;
  return {
    problem,
    seating,
    bids: new Float64Array(units),
    alone: new Float64Array(problem.demand.length).fill(
      isAloneFree ? 0 : never,
    ),
    top,
    spare: Math.max(0, units - seating.seats.length),
    floor: 0,
  };
}

/** @returns The greatest common divisor of all scores, 1 when all are 0. */
function leastDifference({ optionScore }: Problem): number {
  let divisor = 0;
  for (let option = 0; option < optionScore.length; option += 1) {
    let rest = realAt(optionScore, option);
    while (rest > 0) {
      [divisor, rest] = [rest, divisor % rest];
    }
    if (divisor === 1) {
      break;
    }
  }
  return Math.max(1, divisor);
}

/**
 * Lets everybody bid until no more wait than cannot be seated anyway.
 *
 * @returns Who waits then.
 */
function holdRound(market: Market, step: number): Int32Array {
  const { seating } = market;
  const units = market.problem.unitMentee.length;
  const waiting = new Int32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    waiting[unit] = unit;
  }
  seating.load.fill(0);
  seating.held.fill(0);
  seating.taken.fill(-1);
  const spare = Math.min(market.spare, units * MOST_SPARE);
  const most = units * BIDS_PER_UNIT;
  let size = units;
  let head = 0;
  for (let count = 0; size > spare && count < most; count += 1) {
    if (count % FLOOR_EVERY === 0) {
      market.floor = lowestPrice(seating);
    }
    const leaver = bid(market, intAt(waiting, head), step);
    head = head + 1 === units ? 0 : head + 1;
    size -= 1;
    if (leaver !== -1) {
      waiting[(head + size) % units] = leaver;
      size += 1;
    }
  }
  return seating.taken
    .map((option, unit) => (option === -1 ? unit : -1))
    .filter((unit) => unit !== -1);
}

/** @returns The unit that lost its seat by this bid, or -1. */
function bid(market: Market, unit: number, step: number): number {
  const { problem, seating, floor } = market;
  const { price } = seating;
  const mentee = intAt(problem.unitMentee, unit);
  const alone = realAt(market.alone, mentee);
  const end = intAt(problem.start, mentee + 1);
  let best = -1;
  let gain = alone;
  let secondGain = alone;
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const score = realAt(problem.optionScore, option);
    if (score - floor <= secondGain) {
      break;
    }
    const here = score - realAt(price, intAt(problem.optionMentor, option));
    if (here <= secondGain || isHeld(seating, option)) {
      continue;
    }
    if (here > gain) {
      secondGain = gain;
      gain = here;
      best = option;
    } else {
      secondGain = here;
    }
  }
  if (best === -1) {
    return -1;
  }
  const mentor = intAt(problem.optionMentor, best);
  const offer = realAt(price, mentor) + gain - secondGain + step;
  return sit(market, unit, best, offer);
}

/** @returns The unit that had the cheapest seat of a full mentor, or -1. */
function sit(
  { problem, seating, bids }: Market,
  unit: number,
  option: number,
  offer: number,
): number {
  const mentor = intAt(problem.optionMentor, option);
  let leaver = -1;
  if (!hasPlace(problem, seating, mentor)) {
    leaver = cheapest(seating, bids, mentor);
    unseat(problem, seating, leaver);
  }
  seat(problem, seating, unit, option);
  bids[unit] = offer;
  if (!hasPlace(problem, seating, mentor)) {
    seating.price[mentor] = realAt(bids, cheapest(seating, bids, mentor));
  }
  return leaver;
}

function cheapest(
  { seats, firstSeat, load }: Seating,
  bids: Float64Array,
  mentor: number,
): number {
  const first = intAt(firstSeat, mentor);
  const end = first + intAt(load, mentor);
  let unit = intAt(seats, first);
  for (let at = first + 1; at < end; at += 1) {
    const other = intAt(seats, at);
    if (realAt(bids, other) < realAt(bids, unit)) {
      unit = other;
    }
  }
  return unit;
}

function isShort(shortage: Shortage | null, mentor: number): boolean {
  return shortage !== null && byteAt(shortage.mentors, mentor) === 1;
}

/** Where places are short, prices may fall below 0: the level comes on top. */
function lowerAll(market: Market, shortage: Shortage | null, by: number): void {
  const { price } = market.seating;
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    const lowest = isShort(shortage, mentor) ? -market.top : 0;
    price[mentor] = Math.max(lowest, realAt(price, mentor) - by);
  }
}

/** A mentor with a free place need not cost anything, unless places are short. */
function dropIdlePrices(
  { problem, seating }: Market,
  shortage: Shortage | null,
): void {
  for (let mentor = 0; mentor < seating.price.length; mentor += 1) {
    if (!isShort(shortage, mentor) && hasPlace(problem, seating, mentor)) {
      seating.price[mentor] = 0;
    }
  }
}

/** From now on units that gain less than the level by `margin` do not bid. */
function closeOut(market: Market, shortage: Shortage, margin: number): void {
  const { problem, seating, alone } = market;
  const level = wantedLevel(problem, shortage, seating.price) - margin;
  market.spare = shortage.spare;
  shortage.mentees.forEach((takesPart, mentee) => {
    if (takesPart === 1 && byteAt(problem.must, mentee) === 0) {
      alone[mentee] = Math.max(-2 * market.top - 1, level);
    }
  });
}

function pricesForWorth(
  { problem, seating }: Market,
  shortage: Shortage | null,
  grain: number,
): Float64Array {
  const { scale, base } = problem.worth;
  const whole = (points: number): number => Math.floor(points / grain) * grain;
  const level =
    shortage === null
      ? 0
      : base + scale * whole(wantedLevel(problem, shortage, seating.price));
  return seating.price.map((points, mentor) => {
    const more = isShort(shortage, mentor) ? level : 0;
    return Math.max(0, scale * whole(points) + more);
  });
}
