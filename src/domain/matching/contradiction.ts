/** A contradiction of the rules of a run, with its places. */

export type ContradictionCode =
  | "UNKNOWN"
  | "MUST_NEVER"
  | "MUST_BROKEN"
  | "MUST_MENTEE"
  | "MUST_PLACES"
  | "RESERVE";

export type Contradiction = {
  readonly code: ContradictionCode;
  /** An error stops the run, a warning does not. */
  readonly severity: "error" | "warning";
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** Rows of «Правила пар», ascending; empty when the rules came from elsewhere. */
  readonly rows: readonly number[];
  /** Russian: what is the matter, where, how to mend it. */
  readonly message: string;
};

/** Rows of the rules, each once, ascending. */
export function rowsOf(
  rules: readonly { readonly row?: number | undefined }[],
): readonly number[] {
  const rows = rules.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return [...new Set(rows)].sort((a, b) => a - b);
}
