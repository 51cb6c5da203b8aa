/** Seats most units by exact bids, before the searches seat the rest. */
import type { Problem } from "./problem";
import {
  hasPlace,
  isHeld,
  lowestPrice,
  type Seating,
  seat,
  unseat,
} from "./seating";
import { intAt, realAt } from "./typed-read";

/** How many bids may pass before the lowest price is looked up again. */
const FLOOR_EVERY = 256;

/** The best and second best a unit could take at the present prices. */
type Offer = {
  /** -1 when nothing is worth more than staying alone. */
  option: number;
  gain: number;
  /** At least 0: staying alone is always possible. */
  secondGain: number;
};

type Auction = {
  readonly problem: Problem;
  readonly seating: Seating;
  readonly offer: Offer;
  /**
   * Price of its mentor up to which each seated unit stays. Other prices only
   * rise, so an old figure is never too high. An option that another unit of the
   * same mentee leaves is not worth more than what that unit could take instead,
   * and both choose among the same options.
   */
  readonly staysUpTo: Float64Array;
  /** A lower bound of all prices. */
  floor: number;
};

/**
 * Every unit bids once; further bids would cost more than they save (measured).
 * Each bid raises a full mentor's price exactly to the point where one of the
 * contenders would rather leave, and that one leaves. So every pair made stays
 * tight, and what remains is a valid start for `seatRest`.
 *
 * @param seating - Nobody seated, any prices.
 * @returns Units still without a place, ascending; those for whom no option is
 *   worth its price any more are not among them.
 */
export function auction(problem: Problem, seating: Seating): readonly number[] {
  const state: Auction = {
    problem,
    seating,
    offer: { option: -1, gain: 0, secondGain: 0 },
    staysUpTo: new Float64Array(problem.unitMentee.length),
    floor: lowestPrice(seating),
  };
  const waiting: number[] = [];
  for (let unit = 0; unit < problem.unitMentee.length; unit += 1) {
    if (unit % FLOOR_EVERY === 0) {
      state.floor = lowestPrice(seating);
    }
    const leaver = bid(state, unit);
    if (leaver !== -1) {
      waiting.push(leaver);
    }
  }
  return waiting.sort((a, b) => a - b);
}

/** @returns The unit that is left without a place, or -1. */
function bid(state: Auction, unit: number): number {
  const { problem, seating, offer, staysUpTo } = state;
  findOffer(state, unit);
  if (offer.option === -1) {
    return -1;
  }
  const option = withPlace(state, unit);
  const mentor = intAt(problem.optionMentor, option);
  staysUpTo[unit] = realAt(problem.optionWorth, option) - offer.secondGain;
  if (hasPlace(problem, seating, mentor)) {
    seat(problem, seating, unit, option);
    return -1;
  }
  const leaver = firstToLeave(state, mentor, unit);
  seating.price[mentor] = Math.max(
    realAt(seating.price, mentor),
    realAt(staysUpTo, leaver),
  );
  if (leaver !== unit) {
    unseat(problem, seating, leaver);
    seat(problem, seating, unit, option);
  }
  return leaver;
}

/** @returns An option as good as the best one whose mentor has a place, or the best. */
function withPlace(
  { problem, seating, offer, floor }: Auction,
  unit: number,
): number {
  const { option: best, gain, secondGain } = offer;
  if (gain > secondGain) {
    return best;
  }
  const end = intAt(problem.start, intAt(problem.unitMentee, unit) + 1);
  for (let option = best; option < end; option += 1) {
    const worth = realAt(problem.optionWorth, option);
    if (worth - floor < gain) {
      break;
    }
    const mentor = intAt(problem.optionMentor, option);
    if (
      worth - realAt(seating.price, mentor) === gain &&
      hasPlace(problem, seating, mentor) &&
      !isHeld(seating, option)
    ) {
      return option;
    }
  }
  return best;
}

/** Which of the mentor's units and the bidder gives up at the lowest price. */
function firstToLeave(state: Auction, mentor: number, bidder: number): number {
  for (;;) {
    const leaver = lowestStay(state, mentor, bidder);
    if (leaver === bidder) {
      return leaver;
    }
    const option = intAt(state.seating.taken, leaver);
    const known = realAt(state.staysUpTo, leaver);
    findOffer(state, leaver);
    const now =
      realAt(state.problem.optionWorth, option) - Math.max(0, state.offer.gain);
    if (now <= known) {
      return leaver;
    }
    state.staysUpTo[leaver] = now;
  }
}

function lowestStay(state: Auction, mentor: number, bidder: number): number {
  const { seating, staysUpTo } = state;
  let leaver = bidder;
  let lowest = realAt(staysUpTo, bidder);
  const first = intAt(seating.firstSeat, mentor);
  const end = first + intAt(seating.load, mentor);
  for (let at = first; at < end; at += 1) {
    const unit = intAt(seating.seats, at);
    const stays = realAt(staysUpTo, unit);
    if (stays < lowest) {
      leaver = unit;
      lowest = stays;
    }
  }
  return leaver;
}

/** Fills `state.offer` from the options that the unit's mentee does not hold. */
function findOffer(state: Auction, unit: number): void {
  const { problem, seating, offer, floor } = state;
  const mentee = intAt(problem.unitMentee, unit);
  let best = -1;
  let gain = 0;
  let secondGain = 0;
  const end = intAt(problem.start, mentee + 1);
  for (let option = intAt(problem.start, mentee); option < end; option += 1) {
    const worth = realAt(problem.optionWorth, option);
    if (worth - floor <= secondGain) {
      break;
    }
    const mentor = intAt(problem.optionMentor, option);
    const here = worth - realAt(seating.price, mentor);
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
  offer.option = best;
  offer.gain = gain;
  offer.secondGain = secondGain;
}
