/** What every kind of criterion is compiled to: fits of one mentee with many mentors. */
import type { Criterion } from "../criteria";
import type { PairingRules } from "../pairing-rules";
import type { Participant } from "../participant";

/** Stands for a fit that cannot be worked out: somebody gave no answer. */
export const MISSING = -1;

/** People and rules that kernels are compiled for. */
export type People = {
  readonly mentors: readonly Participant[];
  readonly mentees: readonly Participant[];
  readonly menteeOf: ReadonlyMap<string, number>;
  readonly mentorOf: ReadonlyMap<string, number>;
  readonly rules: PairingRules;
};

export type Kernel = {
  /**
   * Writes how well the mentee fits mentors `from` to `to - 1` into `out`, first
   * mentor first: 0 to 1, or MISSING.
   */
  readonly fill: (
    mentee: number,
    from: number,
    to: number,
    out: Float64Array,
  ) => void;
  /** The fits with all mentors, to be read only, where they are kept. */
  readonly row?: (mentee: number) => Float64Array | null;
  /** False when nobody on either side has answered: the question was not asked. */
  readonly asked: boolean;
  /**
   * The criterion concerns single pairs: for the others MISSING means that it
   * does not apply, and completeness stays as it is.
   */
  readonly single?: true;
  /** Share of the weight that counts for a pair with a fit, 0 to 1; 1 if absent. */
  readonly strength?: (mentee: number, mentor: number) => number;
};

export type Compile = (people: People, criterion: Criterion) => Kernel;
