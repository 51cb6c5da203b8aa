/** The exchange formats `pairing-instance/1` and `pairing-result/1`. */

/** Who may be paired with whom, and how well: plain JSON. */
export type PairingInstance = {
  readonly format: "pairing-instance/1";
  readonly name: string;
  /** Unique ids; each mentee gets at most `demand` mentors. */
  readonly mentees: readonly string[];
  /** Unique ids; `capacity` is the number of mentees at most, an integer >= 0. */
  readonly mentors: readonly PairingMentor[];
  /**
   * One row per mentee, flat `[mentorIndex, score, mentorIndex, score, …]`,
   * mentor indices strictly ascending, scores integers >= 0. A pair that is
   * absent is forbidden.
   */
  readonly options: readonly (readonly number[])[];
  /** `[menteeIndex, mentorIndex]`: pairs that stay. */
  readonly locked: readonly (readonly [number, number])[];
  /** `[menteeIndex, mentorIndex]`: pairs that must not be. */
  readonly blocked: readonly (readonly [number, number])[];
  /**
   * Mentors wanted by each mentee, integers >= 1, locked ones included; 1 when
   * absent. Fewer may be given, the same mentor never twice.
   */
  readonly demand?: readonly number[];
  /** Mentee indices that must get all they want. */
  readonly must?: readonly number[];
  /**
   * `[menteeIndex, mentorIndex]`: the present plan. Of pairings that are equal
   * so far the one that keeps most of these is taken.
   */
  readonly keep?: readonly (readonly [number, number])[];
  /** What comes first; "most" when absent. */
  readonly mode?: PairingMode;
  /** Pairs with a lower score are not made, locked ones apart. */
  readonly threshold?: number;
};

/**
 * - `most`: number of pairs, then total score.
 * - `best`: total score, then number of pairs.
 * - `weakest`: number of pairs, then the lowest score among the pairs that are
 *   not locked, then total score.
 */
export type PairingMode = "most" | "best" | "weakest";

export type PairingMentor = {
  readonly id: string;
  readonly capacity: number;
};

/** An optimal pairing with the prices that prove number and total. */
export type PairingSolution = {
  readonly format: "pairing-result/1";
  /** Name of the instance. */
  readonly instance: string;
  readonly status: "optimal";
  /** Number of pairs, the locked ones included. */
  readonly cardinality: number;
  /** Sum of their scores. */
  readonly total: number;
  /** `[menteeId, mentorId]`, ascending by mentee id (UTF-16 code units). */
  readonly pairs: readonly (readonly [string, string])[];
  readonly certificate: Certificate;
  /**
   * Mode `weakest`: the lowest score among the pairs that are not locked. It is
   * absent, like `above`, when there is no such pair.
   */
  readonly floor?: number;
  /** Mode `weakest`: proves that no more pairs can be made. */
  readonly most?: Prices;
  /** Mode `weakest`: proves that fewer can be made with scores above `floor`. */
  readonly above?: Prices;
  /** Mode `best`: proves that no pairing of this total has more pairs. */
  readonly count?: CountPrices;
};

/**
 * Integer dual prices, in the order of the instance's mentees and mentors; >= 0
 * but for mentees of `must`, whose price may be negative.
 */
export type Prices = {
  readonly mentee: readonly number[];
  readonly mentor: readonly number[];
};

export type Certificate = Prices & {
  /**
   * What a pair is worth beside its score: more than any total of scores, or 0
   * in the mode `best`.
   */
  readonly bonus: number;
};

/** Prices for `scale · score + 1`, so that totals go first and pairs second. */
export type CountPrices = Prices & {
  /** More than the number of pairs that could be made. */
  readonly scale: number;
};

/** The instance contradicts itself or is malformed; `message` is Russian. */
export type PairingFailure = {
  readonly status: "error";
  readonly message: string;
};

export type PairingResult = PairingSolution | PairingFailure;
