/** Protection of a range or a sheet: kept, shown, never enforced against the owner. */
import type { Book, StoredProtection } from "./book";
import { NamedRange, rangeByName } from "./named-range";
import { ServiceError, ServiceObject } from "./service-object";
import { User } from "./session";
import {
  type AreaObject,
  mismatch,
  needBoolean,
  needRange,
  needText,
  type SheetsContext,
} from "./sheets-context";
import { ProtectionType } from "./sheets-enums";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

function change(
  book: Book,
  edit: (all: readonly StoredProtection[]) => readonly StoredProtection[],
): void {
  book.setFacts({ protections: edit(book.facts().protections) });
}

/** Protects an area, or with null the whole sheet, which has one protection. */
export function protect(
  context: SheetsContext,
  sheetId: string,
  area: Area | null,
): Protection {
  if (area === null) {
    const [known] = readProtections(context, sheetId, false);
    if (known !== undefined) return known;
  }
  const id = univerModules.core.generateRandomId();
  change(context.book, (all) => [
    ...all,
    { id, sheetId, area, description: "", warningOnly: false },
  ]);
  return new Protection(context, id);
}

/** Protections of a kind on a sheet, or in the whole book with null. */
export function readProtections(
  context: SheetsContext,
  sheetId: string | null,
  ofRanges: boolean,
): Protection[] {
  return context.book
    .facts()
    .protections.filter(
      (stored) =>
        (sheetId === null || stored.sheetId === sheetId) &&
        (stored.area !== null) === ofRanges,
    )
    .map((stored) => new Protection(context, stored.id));
}

/** @throws ServiceError unless the argument is a list of addresses or people. */
function addresses(call: string, given: unknown): string[] {
  if (!Array.isArray(given)) throw mismatch(call, given);
  return given.map((one) =>
    one instanceof User ? one.getEmail() : needText(call, one),
  );
}

export class Protection extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #id: string;

  constructor(context: SheetsContext, id: string) {
    super();
    this.#context = context;
    this.#id = id;
  }

  #stored(): StoredProtection {
    const { protections } = this.#context.book.facts();
    const stored = protections.find(({ id }) => id === this.#id);
    if (stored === undefined) {
      throw new ServiceError("The protection has been removed.");
    }
    return stored;
  }

  #update(fields: Partial<StoredProtection>): this {
    return this.#replace({ ...this.#stored(), ...fields });
  }

  #replace(stored: StoredProtection): this {
    change(this.#context.book, (all) =>
      all.map((one) => (one.id === this.#id ? stored : one)),
    );
    return this;
  }

  setDescription(description: unknown): this {
    const text = needText("Protection.setDescription", description);
    return this.#update({ description: text });
  }

  getDescription(): string {
    return this.#stored().description;
  }

  setWarningOnly(warningOnly: unknown): this {
    const call = "Protection.setWarningOnly";
    return this.#update({ warningOnly: needBoolean(call, warningOnly) });
  }

  isWarningOnly(): boolean {
    return this.#stored().warningOnly;
  }

  /** Besides the owner, who may always edit and is not asked to be among them. */
  getEditors(): User[] {
    return (this.#stored().editors ?? []).map((email) => new User(email));
  }

  addEditor(emailOrUser: unknown): this {
    return this.addEditors([emailOrUser]);
  }

  addEditors(emailAddresses: unknown): this {
    const added = addresses("Protection.addEditors", emailAddresses);
    const { editors = [] } = this.#stored();
    return this.#update({ editors: [...new Set([...editors, ...added])] });
  }

  removeEditor(emailOrUser: unknown): this {
    return this.removeEditors([emailOrUser]);
  }

  /** The person who runs owns the book and stays. */
  removeEditors(emailsOrUsers: unknown): this {
    const removed = addresses("Protection.removeEditors", emailsOrUsers);
    const { user } = this.#context.execution;
    const { editors = [] } = this.#stored();
    return this.#update({
      editors: editors.filter((one) => one === user || !removed.includes(one)),
    });
  }

  /** The local host knows no domains. */
  canDomainEdit(): boolean {
    this.#stored();
    return false;
  }

  setDomainEdit(editable: unknown): this {
    this.#stored();
    if (needBoolean("Protection.setDomainEdit", editable)) {
      throw new ServiceError("The owner of the spreadsheet has no domain.");
    }
    return this;
  }

  /** Areas of a protected sheet that stay free. */
  getUnprotectedRanges(): AreaObject[] {
    const { sheetId, unprotected = [] } = this.#stored();
    return unprotected.map((area) => this.#context.makeRange(sheetId, area));
  }

  setUnprotectedRanges(ranges: unknown): this {
    const call = "Protection.setUnprotectedRanges";
    if (!Array.isArray(ranges)) throw mismatch(call, ranges);
    const given = ranges.map((range) => needRange(call, range));
    const { sheetId, area } = this.#stored();
    if (area !== null) {
      throw new ServiceError(
        "Unprotected ranges can only be set on a protected sheet.",
      );
    }
    if (given.some((range) => range.sheetId !== sheetId)) {
      throw new ServiceError(
        "Unprotected ranges must be on the protected sheet.",
      );
    }
    return this.#update({ unprotected: given.map((range) => range.area) });
  }

  setRange(range: unknown): this {
    const { sheetId, area } = needRange("Protection.setRange", range);
    const { rangeName: _, ...stored } = this.#stored();
    return this.#replace({ ...stored, sheetId, area });
  }

  /** Null unless a named range is protected. */
  getRangeName(): string | null {
    const { rangeName } = this.#stored();
    return rangeName !== undefined &&
      rangeByName(this.#context, rangeName) !== null
      ? rangeName
      : null;
  }

  setRangeName(rangeName: unknown): this {
    const name = needText("Protection.setRangeName", rangeName);
    const range = rangeByName(this.#context, name);
    if (range === null) {
      throw new ServiceError(`Range ${name} not found`);
    }
    const { sheetId, area } = range;
    return this.#update({ sheetId, area, rangeName: name });
  }

  setNamedRange(namedRange: unknown): this {
    if (!(namedRange instanceof NamedRange)) {
      throw mismatch("Protection.setNamedRange", namedRange);
    }
    return this.setRangeName(namedRange.getName());
  }

  /** The host's one person owns the book and may edit everything. */
  canEdit(): boolean {
    this.#stored();
    return true;
  }

  getProtectionType() {
    return this.#stored().area === null
      ? ProtectionType.SHEET
      : ProtectionType.RANGE;
  }

  getRange() {
    const { sheetId, area } = this.#stored();
    const sheet = this.#context.book.worksheet(sheetId);
    return this.#context.makeRange(
      sheetId,
      area ?? {
        startRow: 0,
        startColumn: 0,
        endRow: sheet.getRowCount() - 1,
        endColumn: sheet.getColumnCount() - 1,
      },
    );
  }

  remove(): void {
    this.#stored();
    change(this.#context.book, (all) =>
      all.filter(({ id }) => id !== this.#id),
    );
  }
}
