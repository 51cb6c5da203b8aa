/** The host's clock: real time, real time moved by a distance, or a moment that stands still. */
import type { Storage } from "./storage/storage";

/** What a realm needs to tell the same time. */
export type ClockReading = {
  /** Milliseconds since 1970 when the clock stands still, else null. */
  readonly standsAt: number | null;
  /** Milliseconds ahead of real time. */
  readonly shiftMs: number;
};

export type Clock = {
  readonly now: () => Date;
  readonly reading: () => ClockReading;
  /** A standing clock stands there, another one goes on from there. */
  readonly moveTo: (moment: Date) => void;
  /** Real time from now on, also where `--now` had stopped the clock. */
  readonly returnToRealTime: () => void;
  /** How often the clock was moved; what depends on the time may be stale then. */
  readonly moves: () => number;
};

/** clock.json. */
type StoredClock = { readonly shiftMs: number };

/**
 * @param storage - Keeps how far the clock was moved; a standing clock leaves
 *   it alone.
 * @param standsAt - Milliseconds since 1970 at which it stands still, or null.
 */
export function openClock(storage: Storage, standsAt: number | null): Clock {
  const document = storage.document<StoredClock>("clock", { shiftMs: 0 });
  let stopped = standsAt;
  let moves = 0;

  return {
    now: () => new Date(stopped ?? Date.now() + document.get().shiftMs),
    reading: () => ({ standsAt: stopped, shiftMs: document.get().shiftMs }),
    moveTo(moment) {
      moves += 1;
      const to = moment.getTime();
      if (stopped === null) document.set({ shiftMs: to - Date.now() });
      else stopped = to;
    },
    returnToRealTime() {
      moves += 1;
      stopped = null;
      document.set({ shiftMs: 0 });
    },
    moves: () => moves,
  };
}
