/** Prices near the optimal ones, found by bids that overshoot less and less. */
import type { Problem } from "./problem";
import { seatStarts } from "./seating";
import { intAt, realAt } from "./typed-read";

/** The first bids overshoot by this share of the top score (measured) … */
const FIRST_STEP = 1 / 4;
/** … and each round by this share of the round before, down to 1. */
const NEXT_STEP = 1 / 5;
/** Prices start a round so many old steps lower, for they may have gone too high. */
const STEPS_BACK = 4;
/**
 * They end so much lower (measured): each mentor that has a free place and a
 * price costs a search in `lowerPrices`, prices too low cost little.
 */
const LAST_BACK = 8;

/** Bids per unit and round after which a round is given up (measured). */
const BIDS_PER_UNIT = 16;

/** How many bids may pass before the lowest price is looked up again. */
const FLOOR_EVERY = 256;

/** One round, in points of score; nobody is seated for good. */
type Market = {
  readonly problem: Problem;
  /** Lowest bid among the seats of a full mentor; else what it was before. */
  readonly price: Float64Array;
  readonly load: Int32Array;
  readonly firstSeat: Int32Array;
  /** Who sits on each seat and for which bid. */
  readonly seats: Int32Array;
  readonly bids: Float64Array;
  /** Gain below which a unit would rather stay alone. */
  readonly alone: number;
  /** A lower bound of all prices. */
  floor: number;
};

/**
 * Where many want the same mentors, exact prices settle by very many small
 * steps. Rounds of ever finer bids come close in few (Bertsekas 1988); exact
 * bids and searches then start from there. The answer does not depend on it.
 *
 * @param isAloneFree - Whether a unit may go without a pair at no loss (mode
 *   `best`); else only when mentors cost far more than any score.
 * @returns Price of each mentor in points of score, integers >= 0.
 */
export function roughPrices(
  problem: Problem,
  isAloneFree: boolean,
): Float64Array {
  const firstSeat = seatStarts(problem);
  const mentors = problem.mentorIndex.length;
  const seats = intAt(firstSeat, mentors);
  const top = topScore(problem);
  const market: Market = {
    problem,
    price: new Float64Array(mentors),
    load: new Int32Array(mentors),
    firstSeat,
    seats: new Int32Array(seats),
    bids: new Float64Array(seats),
    alone: isAloneFree ? 0 : -2 * top - 1,
    floor: 0,
  };
  let step = top * FIRST_STEP;
  for (;;) {
    step = Math.max(1, Math.floor(step));
    holdRound(market, step);
    dropIdlePrices(market);
    if (step === 1) {
      lowerAll(market, LAST_BACK);
      return market.price;
    }
    lowerAll(market, step * STEPS_BACK);
    step *= NEXT_STEP;
  }
}

function topScore(problem: Problem): number {
  let top = 0;
  for (const score of problem.optionScore) {
    top = Math.max(top, score);
  }
  return top;
}

/** Lets everybody bid until no more wait than cannot be seated anyway. */
function holdRound(market: Market, step: number): void {
  const units = market.problem.unitMentee.length;
  const waiting = new Int32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    waiting[unit] = unit;
  }
  market.load.fill(0);
  const spare = Math.max(0, units - market.seats.length);
  const most = units * BIDS_PER_UNIT;
  let size = units;
  let head = 0;
  for (let count = 0; size > spare && count < most; count += 1) {
    if (count % FLOOR_EVERY === 0) {
      market.floor = lowest(market.price);
    }
    const leaver = bid(market, intAt(waiting, head), step);
    head = head + 1 === units ? 0 : head + 1;
    size -= 1;
    if (leaver !== -1) {
      waiting[(head + size) % units] = leaver;
      size += 1;
    }
  }
}

function lowest(prices: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (const price of prices) {
    least = Math.min(least, price);
  }
  return least;
}

/** @returns The unit that lost its seat by this bid, or -1. */
function bid(market: Market, unit: number, step: number): number {
  const { problem, price, floor, alone } = market;
  const mentee = intAt(problem.unitMentee, unit);
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
    if (here > gain) {
      secondGain = gain;
      gain = here;
      best = option;
    } else if (here > secondGain) {
      secondGain = here;
    }
  }
  if (best === -1) {
    return -1;
  }
  const mentor = intAt(problem.optionMentor, best);
  return sit(
    market,
    unit,
    mentor,
    realAt(price, mentor) + gain - secondGain + step,
  );
}

/** @returns The unit that had the cheapest seat of a full mentor, or -1. */
function sit(
  market: Market,
  unit: number,
  mentor: number,
  offer: number,
): number {
  const { problem, firstSeat, seats, bids, load } = market;
  const first = intAt(firstSeat, mentor);
  const taken = intAt(load, mentor);
  let at = first + taken;
  let leaver = -1;
  if (at === intAt(firstSeat, mentor + 1)) {
    at = cheapest(bids, first, at);
    leaver = intAt(seats, at);
  } else {
    load[mentor] = taken + 1;
  }
  seats[at] = unit;
  bids[at] = offer;
  if (intAt(load, mentor) === intAt(problem.places, mentor)) {
    const end = intAt(firstSeat, mentor + 1);
    market.price[mentor] = realAt(bids, cheapest(bids, first, end));
  }
  return leaver;
}

function cheapest(bids: Float64Array, first: number, end: number): number {
  let at = first;
  for (let other = first + 1; other < end; other += 1) {
    if (realAt(bids, other) < realAt(bids, at)) {
      at = other;
    }
  }
  return at;
}

function lowerAll({ price }: Market, by: number): void {
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    price[mentor] = Math.max(0, realAt(price, mentor) - by);
  }
}

/** A mentor with a free place need not cost anything. */
function dropIdlePrices(market: Market): void {
  const { price, load } = market;
  for (let mentor = 0; mentor < price.length; mentor += 1) {
    if (intAt(load, mentor) < intAt(market.problem.places, mentor)) {
      price[mentor] = 0;
    }
  }
}
