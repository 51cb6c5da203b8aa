/** Counts service calls, and brings down the call an instrument points at. */
import type { Instruments, Meter } from "../types";

/** What the executor does with a counted call. */
export type Verdict = "go" | "fail" | "kill-before" | "kill-after";

export type Counter = {
  /** Counts a call and says what becomes of it; light calls always go. */
  readonly count: (call: string, light: boolean) => Verdict;
  readonly read: () => Meter;
};

/** @param instruments - Faults of this execution; calls are numbered from 1. */
export function newCounter(instruments: Instruments = {}): Counter {
  const calls = new Map<string, number>();
  const light = new Map<string, number>();
  let counted = 0;

  const isFailing = (call: string): boolean => {
    const { method, at = 1 } = instruments.failMethod ?? {};
    return call === method && calls.get(call) === at;
  };

  return {
    count(call, isLight) {
      const table = isLight ? light : calls;
      table.set(call, (table.get(call) ?? 0) + 1);
      if (isLight) return "go";
      counted += 1;
      if (counted === instruments.failAt || isFailing(call)) return "fail";
      if (counted !== instruments.killAt) return "go";
      return instruments.killWhen === "after" ? "kill-after" : "kill-before";
    },
    read: () => ({
      counted,
      calls: Object.fromEntries(calls),
      light: Object.fromEntries(light),
    }),
  };
}
