/** DeveloperMetadataFinder: developer metadata by key, value, kind of place. */
import type { StoredMetadata } from "./book";
import { DeveloperMetadata } from "./metadata";
import {
  allOf,
  isInside,
  type MetadataPlace,
  touches,
  typeOf,
} from "./metadata-store";
import { EnumValue, ServiceObject } from "./service-object";
import {
  mismatch,
  needInteger,
  needText,
  type SheetsContext,
} from "./sheets-context";

export class DeveloperMetadataFinder extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "onIntersectingLocations",
    "withId",
    "withKey",
    "withLocationType",
    "withValue",
    "withVisibility",
  ]);

  readonly #context: SheetsContext;
  readonly #place: MetadataPlace;
  #tests: readonly ((stored: StoredMetadata) => boolean)[] = [];
  #intersecting = false;

  constructor(context: SheetsContext, place: MetadataPlace) {
    super();
    this.#context = context;
    this.#place = place;
  }

  #with(test: (stored: StoredMetadata) => boolean): this {
    this.#tests = [...this.#tests, test];
    return this;
  }

  withId(id: unknown): this {
    const wanted = needInteger("DeveloperMetadataFinder.withId", id);
    return this.#with((stored) => stored.id === wanted);
  }

  withKey(key: unknown): this {
    const wanted = needText("DeveloperMetadataFinder.withKey", key);
    return this.#with((stored) => stored.key === wanted);
  }

  withValue(value: unknown): this {
    const wanted = needText("DeveloperMetadataFinder.withValue", value);
    return this.#with((stored) => stored.value === wanted);
  }

  withVisibility(visibility: unknown): this {
    if (!(visibility instanceof EnumValue)) {
      throw mismatch("DeveloperMetadataFinder.withVisibility", visibility);
    }
    return this.#with((stored) => stored.visibility === visibility.name);
  }

  withLocationType(type: unknown): this {
    if (!(type instanceof EnumValue)) {
      throw mismatch("DeveloperMetadataFinder.withLocationType", type);
    }
    return this.#with((stored) => typeOf(stored) === type);
  }

  onIntersectingLocations(): this {
    this.#intersecting = true;
    return this;
  }

  find(): DeveloperMetadata[] {
    const isThere = this.#intersecting ? touches : isInside;
    return allOf(this.#context.book)
      .filter(
        (stored) =>
          isThere(stored, this.#place) &&
          this.#tests.every((test) => test(stored)),
      )
      .map(({ id }) => new DeveloperMetadata(this.#context, id));
  }
}
