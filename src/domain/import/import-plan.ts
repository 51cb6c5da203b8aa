/** What an import takes and what it answers. */
import type { PersonFacts } from "../people/same-person";
import type { ImportColumn, Mapping } from "./columns";
import type { ImportValue } from "./read-cell";

/** A row of the bank, as far as finding people needs it. */
export type ExistingPerson = PersonFacts & { readonly id: string };

export type SourceLine = {
  /** 1-based row of the file or the pasted range. */
  readonly sourceRow: number;
  readonly cells: readonly string[];
  /** Class or group that a heading above the row names. */
  readonly section?: string;
};

export type ImportResult = {
  readonly sourceRow: number;
  /** `doubtful` and `refused` rows are not written; `skip` names nobody. */
  readonly action: "add" | "update" | "doubtful" | "refused" | "skip";
  /** Row id to update, or the one a doubtful row resembles. */
  readonly targetId?: string;
  /** Earlier row of the source that a doubtful row repeats or resembles. */
  readonly sameAs?: number;
  /** Column key → value; null = blank or not understood: leave what is there. */
  readonly values: Readonly<Record<string, ImportValue>>;
  /** One or two Russian sentences; absent for `add` and `update`. */
  readonly reason?: string;
};

export type ImportProblem = {
  readonly sourceRow: number;
  /** Header as the source has it. */
  readonly header: string;
  readonly message: string;
};

export type ImportPlan = {
  /** One for every row given, in the same order. */
  readonly results: readonly ImportResult[];
  /** Cells of added, updated and doubtful rows that were not understood. */
  readonly problems: readonly ImportProblem[];
};

export type ImportBank = {
  /** Source column by key, with the keys of `PART_COLUMNS` where found. */
  readonly mapping: Mapping;
  readonly columns: readonly ImportColumn[];
  readonly existing: readonly ExistingPerson[];
  /** Header texts by source column, for messages and repeated headers. */
  readonly headers?: readonly string[];
  /** False where people stand under codes: a row without a name is taken. */
  readonly nameRequired?: boolean;
};
