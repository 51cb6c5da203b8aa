/** The register of consents as rules see it, and the columns that follow from it. */
import type { AgeBounds, Birth, Iso } from "../domain/consents/age";
import {
  CONSENT_KIND,
  type ConsentKind,
  kindOf,
  SIGNER,
  type Signer,
  signerOf,
} from "../domain/consents/kinds";
import type { ConsentPerson, ConsentRules } from "../domain/consents/needs";
import {
  type Signature,
  type Standing,
  standingOf,
} from "../domain/consents/standing";
import { isGrownUp, sidesOfForm } from "../domain/people/form-sides";
import type { CONSENT, CONSENT_ROW_STATE } from "../domain/vocabulary";
import { type Bank, bankRows } from "./banks";
import {
  type Book,
  findRow,
  numberOf,
  type Row,
  rowsOf,
  setting,
  textOf,
  textSetting,
} from "./book";
import { type Edit, sameCell } from "./edits";
import { isErased } from "./erased";
import { retentionOf } from "./retention";
import type { CellValue, TableId } from "./table";

/** Before every day: a cell that is filled but cannot be read ends the consent. */
const LONG_AGO = "0000-01-01";

/** Person code → kind → signatures of the register. */
export type Register = ReadonlyMap<
  string,
  ReadonlyMap<ConsentKind, readonly Signature[]>
>;

export function registerOf(book: Book): Register {
  const { unreadable } = book.tables.consents;
  const register = new Map<string, Map<ConsentKind, Signature[]>>();
  for (const row of rowsOf(book, "consents")) {
    const kind = kindOf(textOf(row, "kind"));
    const signer = signerOf(textOf(row, "signer"));
    if (kind === null || signer === null) {
      continue;
    }
    const end = (key: string): Iso | null =>
      unreadable.has(`${row.row}:${key}`) ? LONG_AGO : textOf(row, key) || null;
    const signed = textOf(row, "signed") || null;
    const withdrawn = end("withdrawn");
    const kinds = register.get(textOf(row, "person")) ?? new Map();
    register.set(textOf(row, "person"), kinds);
    const signatures: Signature[] = kinds.get(kind) ?? [];
    kinds.set(kind, signatures);
    signatures.push({
      signer,
      signed,
      until: end("until"),
      // A withdrawal never stands before the signature it takes back.
      withdrawn:
        withdrawn !== null && signed !== null && withdrawn < signed
          ? signed
          : withdrawn,
    });
  }
  return register;
}

export function signaturesOf(
  register: Register,
  person: string,
  kind: ConsentKind,
): readonly Signature[] {
  return register.get(person)?.get(kind) ?? [];
}

/** Something is known of this kind: a signature or a withdrawal, not a mere hand-out. */
export function isRegistered(
  register: Register,
  person: string,
  kind: ConsentKind,
): boolean {
  return signaturesOf(register, person, kind).some(
    ({ signed, withdrawn }) => signed !== null || withdrawn !== null,
  );
}

export function consentRules(book: Book): ConsentRules {
  const years = (key: string, otherwise: number) => {
    const value = setting(book, key);
    return typeof value === "number" && value >= 0 ? value : otherwise;
  };
  const adultFrom = years("consentAdultFrom", 18);
  return {
    adultFrom,
    selfFrom: Math.min(years("consentSelfFrom", 14), adultFrom),
    parentConsent: textSetting(book, "parentConsent") !== "не требуется",
  };
}

/** A group or class has no birth; consents of its members stay on paper. */
export function isGroup(row: Row): boolean {
  return ["группа", "класс"].includes(textOf(row, "kind"));
}

export function consentPerson(bank: Bank, row: Row): ConsentPerson {
  const role = bank === "mentors" ? "mentor" : "mentee";
  const form = textOf(row, "form");
  return {
    id: row.id,
    role,
    birth: birthOf(row, sidesOfForm(form)[role]),
    form,
    isDuty: row.values["duty"] === true,
    isPublished: textOf(row, "caseLink") !== "",
  };
}

function birthOf(row: Row, side: string): Birth {
  const date = textOf(row, "birthDate");
  const year = numberOf(row, "birthYear");
  return date !== ""
    ? { date }
    : year !== null && year > 1900 && year < 2200
      ? { year }
      : isGrownUp(side)
        ? "adult"
        : "unknown";
}

/**
 * Standing of one kind for one row of a bank. Of processing alone the bank's
 * own word counts for those of whom the register knows nothing.
 */
export function consentStanding(
  register: Register,
  bank: Bank,
  row: Row,
  kind: ConsentKind,
  bounds: AgeBounds,
  today: Iso,
): Standing {
  const standing = standingOf(
    kind,
    signaturesOf(register, row.id, kind),
    consentPerson(bank, row).birth,
    bounds,
    today,
  );
  const isWord =
    kind === "processing" &&
    (isGroup(row) || !isRegistered(register, row.id, kind));
  const word = textOf(row, "consent");
  if (isWord && word === "получено") {
    return { ...standing, state: "valid", lacks: [], uncertain: false };
  }
  if (isWord && word === "отозвано") {
    return { ...standing, state: "withdrawn", since: null };
  }
  return isGroup(row) ? { ...standing, uncertain: false } : standing;
}

/** What the bank's column «Согласие» must say, null where the curator keeps it. */
export function consentWord(
  register: Register,
  bank: Bank,
  row: Row,
  bounds: AgeBounds,
  today: Iso,
): (typeof CONSENT)[number] | null {
  if (
    isErased(row) ||
    isGroup(row) ||
    !isRegistered(register, row.id, "processing")
  ) {
    return null;
  }
  const { state } = consentStanding(
    register,
    bank,
    row,
    "processing",
    bounds,
    today,
  );
  return state === "valid"
    ? "получено"
    : state === "withdrawn"
      ? "отозвано"
      : "нет";
}

/**
 * Edits that make the columns true that follow from the register on this day:
 * «Согласие» of both banks, state and link of the rows. None when they are.
 */
export function consentEdits(book: Book, today: Iso): Edit[] {
  const { present, table, positions } = book.tables.consents;
  const isWhole = table.columns.every(
    ({ key, required }) => required !== true || positions[key] !== undefined,
  );
  if (!present || !isWhole) {
    // Without the dates nothing is known: better stale than opened.
    return [];
  }
  const register = registerOf(book);
  const bounds = consentRules(book);
  const banks = bankRows(book).flatMap(({ bank, row }) => {
    const word = consentWord(register, bank, row, bounds, today);
    return word === null ? [] : change(bank, row, "consent", word);
  });
  const keepUntil = retentionOf(book);
  const rows = rowsOf(book, "consents").flatMap((row) => [
    ...change("consents", row, "state", rowState(row, today)),
    ...change("consents", row, "keepUntil", keepUntil(row)),
    ...linkChange(book, row),
  ]);
  return [...banks, ...rows];
}

function change(
  table: TableId,
  row: Row,
  column: string,
  value: CellValue,
): Edit[] {
  return sameCell(row.values[column] ?? null, value)
    ? []
    : [{ kind: "set", table, row: row.id, column, value }];
}

/** Only where the tab of documents has been read. */
function linkChange(book: Book, row: Row): Edit[] {
  const document = findRow(book, "documents", textOf(row, "document"));
  return document === null
    ? []
    : change("consents", row, "link", textOf(document, "link") || null);
}

function rowState(row: Row, today: Iso): (typeof CONSENT_ROW_STATE)[number] {
  const [signed, until, withdrawn] = ["signed", "until", "withdrawn"].map(
    (key) => textOf(row, key),
  ) as [string, string, string];
  if (withdrawn !== "" && withdrawn <= today) {
    return "отозвано";
  }
  if (signed === "") {
    return "выдано на подпись";
  }
  if (signed > today) {
    return "ещё не действует";
  }
  return until !== "" && until < today ? "истекло" : "действует";
}

/** Rows handed out and not yet back, by {@link issuedKey}. */
export function issuedRows(book: Book): ReadonlyMap<string, Row> {
  return new Map(
    rowsOf(book, "consents")
      .filter(
        (row) =>
          textOf(row, "signed") === "" && textOf(row, "withdrawn") === "",
      )
      .map((row) => [
        `${textOf(row, "person")} ${textOf(row, "kind")} ${textOf(row, "signer")}`,
        row,
      ]),
  );
}

export function issuedKey(
  person: string,
  kind: ConsentKind,
  signer: Signer,
): string {
  return `${person} ${CONSENT_KIND[kind]} ${SIGNER[signer]}`;
}
