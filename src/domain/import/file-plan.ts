/** What the import of a whole source takes and what it answers. */
import type { ImportColumn } from "./columns";
import type {
  ExistingPerson,
  ImportProblem,
  ImportResult,
} from "./import-plan";
import type { HeaderMap } from "./map-headers";
import type { Role } from "./read-role";

export const ROLES = ["mentor", "mentee"] as const;

export type FileBank = {
  readonly columns: readonly ImportColumn[];
  readonly existing: readonly ExistingPerson[];
};

export type FileInput = {
  /** The whole source, title rows and all. */
  readonly rows: readonly (readonly string[])[];
  /** `auto` looks at the column «Роль», section headings and titles. */
  readonly into: Role | "auto";
  readonly banks: Readonly<Record<Role, FileBank>>;
  /** False where people stand under codes. */
  readonly nameRequired?: boolean;
};

export type FileResult = ImportResult & {
  /** Null for rows that belong to no bank. */
  readonly bank: Role | null;
};

export type FileProblem = ImportProblem & { readonly bank: Role };

export type FilePlan = {
  /** Null for a bank that nothing goes to. */
  readonly headers: Readonly<Record<Role, HeaderMap | null>>;
  /** One for every row of the source, titles and header too, in order. */
  readonly results: readonly FileResult[];
  readonly problems: readonly FileProblem[];
};
