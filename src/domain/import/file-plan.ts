/** What the import of a whole source takes and what it answers. */
import type { ImportColumn } from "./columns";
import type {
  ExistingPerson,
  ImportProblem,
  ImportResult,
} from "./import-plan";
import type { HeaderMap } from "./map-headers";
import type { Role } from "./read-role";
import type { Target, Targets } from "./targets";

export const ROLES = ["mentor", "mentee"] as const;

export type FileBank = {
  readonly columns: readonly ImportColumn[];
  readonly existing: readonly ExistingPerson[];
};

export type Banks = Readonly<Record<Role, FileBank>>;

export type FileInput = {
  /** The whole source, title rows and all. */
  readonly rows: readonly (readonly string[])[];
  /** `auto` looks at the column «Роль», section headings and titles. */
  readonly into: Role | "auto";
  readonly banks: Banks;
  /** Title of the sheet or tab; it may name the role of everybody in it. */
  readonly title?: string;
  /** 1-based row of the header, 0 when there is none; found when absent. */
  readonly headerRow?: number;
  /** What the columns under these headers are; the rest is guessed. */
  readonly targetsFor?: (headers: readonly string[]) => Targets;
  /** False where people stand under codes. */
  readonly nameRequired?: boolean;
};

export type FileResult = ImportResult & {
  /** Null for rows that belong to no bank. */
  readonly bank: Role | null;
};

export type FileProblem = ImportProblem & { readonly bank: Role };

/** A column of the source that has anything in it. */
export type FileColumn = {
  readonly index: number;
  readonly header: string;
  /** Its first value below the header. */
  readonly sample: string;
  readonly target: Target;
};

export type FilePlan = {
  /** 1-based row of the header and how many rows it takes, 0 without one; null when it was not found. */
  readonly header: {
    readonly row: number;
    readonly rows: number;
    readonly texts: readonly string[];
  } | null;
  readonly columns: readonly FileColumn[];
  /** Rows whose class or group stands in a heading above them. */
  readonly fromSections: number;
  /** Null for a bank that nothing goes to. */
  readonly headers: Readonly<Record<Role, HeaderMap | null>>;
  /** One for every row of the source, titles and header too, in order. */
  readonly results: readonly FileResult[];
  readonly problems: readonly FileProblem[];
};
