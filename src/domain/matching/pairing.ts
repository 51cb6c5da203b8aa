/** The exchange formats `pairing-instance/1` and `pairing-result/1`. */

/** Who may be paired with whom, and how well: plain JSON. */
export type PairingInstance = {
  readonly format: "pairing-instance/1";
  readonly name: string;
  /** Unique ids; each mentee gets at most one mentor. */
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
  readonly demand?: readonly number[];
  readonly must?: readonly number[];
  readonly keep?: readonly (readonly [number, number])[];
  readonly mode?: "most" | "best" | "weakest";
  readonly threshold?: number;
};

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
};

/** Integer dual prices, in the order of the instance's mentees and mentors. */
export type Certificate = {
  /** What a pair is worth beside its score: more than any total of scores. */
  readonly bonus: number;
  readonly mentee: readonly number[];
  readonly mentor: readonly number[];
};

/** The instance contradicts itself or is malformed; `message` is Russian. */
export type PairingFailure = {
  readonly status: "error";
  readonly message: string;
};

export type PairingResult = PairingSolution | PairingFailure;
