/** Protection of a range or a sheet: kept, shown, never enforced against the owner. */
import type { Book, StoredProtection } from "./book";
import { ServiceError, ServiceObject } from "./service-object";
import { needBoolean, needText, type SheetsContext } from "./sheets-context";
import { ProtectionType } from "./sheets-enums";
import type { Area } from "./tracked-areas";
import { univerModules } from "./univer";

function change(
  book: Book,
  edit: (all: readonly StoredProtection[]) => readonly StoredProtection[],
): void {
  book.setFacts({ protections: edit(book.facts().protections) });
}

/** Protects an area, or with null the whole sheet. */
export function protect(
  context: SheetsContext,
  sheetId: string,
  area: Area | null,
): Protection {
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
    this.#stored();
    change(this.#context.book, (all) =>
      all.map((one) => (one.id === this.#id ? { ...one, ...fields } : one)),
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
