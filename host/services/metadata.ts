/** DeveloperMetadata: keys and values that stick to the book, a tab, rows or columns. */
import type { StoredMetadata } from "./book";
import {
  allOf,
  MetadataLocationType,
  type MetadataPlace,
  MetadataVisibility,
  sameArea,
  save,
  typeOf,
  wholeLine,
} from "./metadata-store";
import { EnumValue, ServiceError, ServiceObject } from "./service-object";
import { mismatch, needText, type SheetsContext } from "./sheets-context";
import type { Area } from "./tracked-areas";

/** Metadata that stands exactly here. */
export function metadataAt(
  context: SheetsContext,
  place: MetadataPlace,
): DeveloperMetadata[] {
  return allOf(context.book)
    .filter(
      (stored) =>
        stored.sheetId === place.sheetId && sameArea(stored.area, place.area),
    )
    .map(({ id }) => new DeveloperMetadata(context, id));
}

export class DeveloperMetadata extends ServiceObject {
  readonly #context: SheetsContext;
  readonly #id: number;

  constructor(context: SheetsContext, id: number) {
    super();
    this.#context = context;
    this.#id = id;
  }

  #stored(): StoredMetadata {
    const found = allOf(this.#context.book).find(({ id }) => id === this.#id);
    if (found !== undefined) return found;
    throw new ServiceError("The developer metadata has been removed.");
  }

  #change(fields: Partial<StoredMetadata>): this {
    const { book } = this.#context;
    const changed = { ...this.#stored(), ...fields };
    save(
      book,
      allOf(book).map((one) => (one.id === this.#id ? changed : one)),
    );
    return this;
  }

  getId(): number {
    return this.#stored().id;
  }

  getKey(): string {
    return this.#stored().key;
  }

  getValue(): string | null {
    return this.#stored().value;
  }

  getVisibility(): EnumValue {
    return MetadataVisibility[this.#stored().visibility];
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.#context, this.#stored());
  }

  setKey(key: unknown): this {
    return this.#change({ key: needText("DeveloperMetadata.setKey", key) });
  }

  setValue(value: unknown): this {
    const text = needText("DeveloperMetadata.setValue", value);
    return this.#change({ value: text });
  }

  setVisibility(visibility: unknown): this {
    if (!(visibility instanceof EnumValue)) {
      throw mismatch("DeveloperMetadata.setVisibility", visibility);
    }
    const name = visibility.name === "PROJECT" ? "PROJECT" : "DOCUMENT";
    return this.#change({ visibility: name });
  }

  moveToSpreadsheet(): this {
    return this.#change({ sheetId: null, area: null });
  }

  moveToSheet(sheet: unknown): this {
    const given = sheet as { readonly sheetId?: string };
    if (given?.sheetId === undefined) {
      throw mismatch("DeveloperMetadata.moveToSheet", sheet);
    }
    return this.#change({ sheetId: given.sheetId, area: null });
  }

  moveToRow(row: unknown): this {
    return this.#moveTo("DeveloperMetadata.moveToRow", row);
  }

  moveToColumn(column: unknown): this {
    return this.#moveTo("DeveloperMetadata.moveToColumn", column);
  }

  #moveTo(call: string, range: unknown): this {
    const given = range as { readonly sheetId?: string; readonly area?: Area };
    if (given?.sheetId === undefined || given.area === undefined) {
      throw mismatch(call, range);
    }
    const { sheetId, area } = given;
    return this.#change({
      sheetId,
      area: wholeLine(this.#context, sheetId, area),
    });
  }

  remove(): void {
    this.#stored();
    const { book } = this.#context;
    save(
      book,
      allOf(book).filter(({ id }) => id !== this.#id),
    );
  }
}

export class DeveloperMetadataLocation extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set(
    Object.getOwnPropertyNames(DeveloperMetadataLocation.prototype),
  );

  readonly #context: SheetsContext;
  readonly #place: MetadataPlace;

  constructor(context: SheetsContext, place: MetadataPlace) {
    super();
    this.#context = context;
    this.#place = place;
  }

  getLocationType(): EnumValue {
    return typeOf(this.#place);
  }

  getSpreadsheet() {
    return typeOf(this.#place) === MetadataLocationType.SPREADSHEET
      ? this.#context.spreadsheet()
      : null;
  }

  getSheet() {
    const { sheetId } = this.#place;
    const isSheet = typeOf(this.#place) === MetadataLocationType.SHEET;
    return sheetId !== null && isSheet
      ? this.#context.makeSheet(sheetId)
      : null;
  }

  getRow() {
    return this.#line(MetadataLocationType.ROW);
  }

  getColumn() {
    return this.#line(MetadataLocationType.COLUMN);
  }

  #line(type: EnumValue) {
    const { sheetId, area } = this.#place;
    if (sheetId === null || area === null || typeOf(this.#place) !== type) {
      return null;
    }
    return this.#context.makeRange(sheetId, area);
  }
}
