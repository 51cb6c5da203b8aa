/** Free texts in which participants are named: their codes in place of names and contacts. */
import type { Edit } from "../../book/edits";
import { findEmails, findPhones } from "../../domain/people/contacts";
import {
  findPersonal,
  replaceFindings,
} from "../../domain/people/find-personal";
import type { Finding } from "../../domain/people/finding";
import type { KeyEntry, KeyText } from "../../domain/people/key-file";
import { nameWords } from "../../domain/people/normalize-name";
import { HIDDEN, knownSurnames, surnameStems } from "./hide-names";
import type { TextPlace } from "./scan-book";

type Person = {
  readonly code: string;
  readonly name: string;
  readonly words: readonly string[];
};

/** Letters of a word that its cases may change, and those that stay. */
const CHANGING_LETTERS = 3;
const LEAST_STEM = 3;

export type Replaced = {
  readonly edits: readonly Edit[];
  /** The texts as they were, for the key. */
  readonly texts: readonly KeyText[];
  readonly places: readonly TextPlace[];
  /** What reads as a name or a contact and is nobody's of the banks. */
  readonly left: readonly TextPlace[];
};

/**
 * @param places - Every text of the book that an edit reaches or not.
 * @param people - Names and contacts of the banks.
 * @param allowed - Names of officials, which stay.
 */
export function replaceNames(
  places: readonly Omit<TextPlace, "findings">[],
  people: readonly KeyEntry[],
  allowed: readonly string[],
): Replaced {
  const known = people
    .filter(({ name }) => name !== "")
    .map(
      ({ code, name }): Person => ({
        code,
        name,
        words: nameWords(name),
      }),
    );
  const stems = surnameStems(known.map(({ name }) => name));
  const contacts = contactsOf(people);
  const edits: Edit[] = [];
  const texts: KeyText[] = [];
  const changed: TextPlace[] = [];
  const left: TextPlace[] = [];
  for (const place of places) {
    const { cell, text } = place;
    const findings = joined(
      text,
      merged(findPersonal(text, allowed), knownSurnames(text, stems)),
    );
    if (findings.length === 0) {
      continue;
    }
    const codes = findings.map((finding) =>
      codeFor(text.slice(finding.from, finding.to), finding, known, contacts),
    );
    const strangers = findings.filter((_, index) => codes[index] === null);
    if (strangers.length > 0 || cell === undefined) {
      left.push({
        ...place,
        findings: cell === undefined ? findings : strangers,
      });
    }
    if (cell !== undefined && strangers.length < findings.length) {
      const mine = findings.filter((_, index) => codes[index] !== null);
      const value = replaceFindings(
        text,
        mine,
        (finding) => codes[findings.indexOf(finding)] ?? HIDDEN,
      );
      edits.push({ kind: "set", ...cell, value });
      texts.push({
        code: cell.row,
        tab: place.tab,
        column: place.column,
        text,
      });
      changed.push({ ...place, findings: mine });
    }
  }
  return { edits, texts, places: changed, left };
}

/** Address or number → code; shared by several people it is just hidden. */
function contactsOf(people: readonly KeyEntry[]): Map<string, string> {
  const codes = new Map<string, string>();
  for (const { code, contacts } of people) {
    for (const contact of [...findEmails(contacts), ...findPhones(contacts)]) {
      codes.set(contact, codes.has(contact) ? HIDDEN : code);
    }
  }
  return codes;
}

function merged(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  return [
    ...a,
    ...b.filter(
      ({ from, to }) => !a.some((one) => from < one.to && to > one.from),
    ),
  ].sort((one, other) => one.from - other.from);
}

/** Words of names side by side are one name. */
function joined(text: string, findings: readonly Finding[]): Finding[] {
  const result: Finding[] = [];
  for (const finding of findings) {
    const last = result[result.length - 1];
    const isOne =
      last?.kind === "name" &&
      finding.kind === "name" &&
      text.slice(last.to, finding.from) === " ";
    if (last !== undefined && isOne) {
      result[result.length - 1] = { ...last, to: finding.to };
    } else {
      result.push(finding);
    }
  }
  return result;
}

/** The code to stand there, «[скрыто]» for one of several, null for nobody known. */
function codeFor(
  found: string,
  { kind }: Finding,
  known: readonly Person[],
  contacts: ReadonlyMap<string, string>,
): string | null {
  if (kind !== "name") {
    const [contact] = [...findEmails(found), ...findPhones(found)];
    return contact === undefined ? null : (contacts.get(contact) ?? null);
  }
  const words = nameWords(found);
  const fits = known.filter((person) => isNameOf(words, person.words));
  return fits.length === 0
    ? null
    : fits.length === 1
      ? (fits[0]?.code ?? null)
      : HIDDEN;
}

/** Every word stands in the name, in some case; an initial begins a word of it. */
function isNameOf(words: readonly string[], name: readonly string[]): boolean {
  return (
    words.some((word) => word.length > 1) &&
    words.every((word) =>
      name.some((own) =>
        word.length === 1 ? own.startsWith(word) : isSameStem(word, own),
      ),
    )
  );
}

function isSameStem(a: string, b: string): boolean {
  const length = Math.max(
    LEAST_STEM,
    Math.min(a.length, b.length) - CHANGING_LETTERS + 1,
  );
  return (
    Math.abs(a.length - b.length) <= CHANGING_LETTERS &&
    a.slice(0, length) === b.slice(0, length)
  );
}
