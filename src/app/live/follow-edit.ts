/** Columns of banks, register and roadmap whose change by hand concerns other cells, and what follows in the banks. */
import { consentEdits } from "../../book/consents";
import { derive } from "../../book/derive";
import { applyEdits, type Edit } from "../../book/edits";
import type { TableId } from "../../book/table";
import { INTERVIEW_KEYS } from "../../book/tables/mentor-screening";
import type { Ports } from "../ports";
import { completeDerived } from "../run/complete-plan";
import { type OpenedBook, readBook, readMemory } from "../run/read-book";
import { ROADMAP_FOLLOWED } from "./follow-roadmap";

/** Names, places of work and classes stand in the partner's row; age and dates decide on consents. */
const PERSON = [
  "fio",
  "kind",
  "form",
  "birthYear",
  "birthDate",
  "entered",
  "finished",
  "consent",
  "status",
];

export const FOLLOWED: Partial<Readonly<Record<TableId, readonly string[]>>> = {
  mentees: [...PERSON, "grade"],
  mentors: [...PERSON, "work", ...INTERVIEW_KEYS],
  consents: ["person", "kind", "signer", "signed", "until", "withdrawn"],
  roadmap: ROADMAP_FOLLOWED,
};

export function hasFollowers(table: TableId): boolean {
  return FOLLOWED[table] !== undefined;
}

/** Whether a column of this key is one of them, in whichever tab. */
export function isFollowed(key: string): boolean {
  return Object.values(FOLLOWED).some((keys) => keys?.includes(key));
}

/** Forms are left out: personal links change with them alone. */
const TABLES_READ: readonly TableId[] = [
  "settings",
  "mentees",
  "mentors",
  "consents",
  "pairs",
];

/** The book as it stands, and the edits that make its derived columns true. */
export function followers(ports: Ports): [OpenedBook, readonly Edit[]] {
  const opened = readBook(ports, readMemory(ports), {
    tables: TABLES_READ,
    responses: false,
  });
  const { book } = opened;
  const derived = derive(book).filter(
    (edit) => !(edit.kind === "set" && edit.column === "link"),
  );
  const after = applyEdits(book, derived);
  const edits = [...derived, ...consentEdits(after, ports.today())];
  return [opened, completeDerived(book, edits)];
}
