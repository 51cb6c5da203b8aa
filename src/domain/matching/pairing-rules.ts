/** What the curator has decided about single people and pairs before a run. */
import type { IdPair } from "./participant";

/** `[menteeId, mentorId]`, and the row of «Правила пар» that says so. */
export type RuledPair = readonly [string, string, number?];

export type MustRule = {
  readonly mentee: string;
  /** One of these; anybody when empty. */
  readonly mentors: readonly string[];
  readonly row?: number;
};

export type ReserveRule = {
  readonly mentor: string;
  /** Places to be kept free. */
  readonly places: number;
  readonly row?: number;
};

export type PreferRule = {
  readonly mentee: string;
  readonly mentor: string;
  /** −1 (rather not) to 1 (rather yes). */
  readonly points: number;
  /** For the curator alone; never shown in an explanation. */
  readonly reason: string;
  readonly row?: number;
};

/** How a pair of earlier years ended. */
export type PastPair = {
  readonly pair: IdPair;
  readonly outcome: "good" | "bad" | "banned";
};

export type PairingMode = "most" | "best" | "weakest";

export type PairingRules = {
  /** Pairs that stay: approved, active, on hold, locked by the curator. */
  readonly locked: readonly RuledPair[];
  readonly never: readonly RuledPair[];
  readonly must: readonly MustRule[];
  readonly reserve: readonly ReserveRule[];
  readonly prefer: readonly PreferRule[];
  readonly past: readonly PastPair[];
  /** Pairs with a lower score are not offered, 0 to 1000; 0 = no limit. */
  readonly minScore: number;
  readonly mode: PairingMode;
  /** Pairs of the present plan: among equal plans the fewest changes win. */
  readonly keep: readonly IdPair[];
};

export const NO_RULES: PairingRules = {
  locked: [],
  never: [],
  must: [],
  reserve: [],
  prefer: [],
  past: [],
  minScore: 0,
  mode: "most",
  keep: [],
};
