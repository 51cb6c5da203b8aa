/** What a local Apps Script service is made of: classes whose public methods are the members the add-on may call. */

/**
 * Base of every object Apps Script code can hold (Range, Form, Menu, …).
 *
 * Subclasses are named exactly like the Apps Script class (or set `apiName`);
 * each prototype method is a member of it, so internals are `#private`,
 * fields or accessors, never plain methods. Arguments and results are plain
 * values (null, undefined, boolean, number, string, Date, Uint8Array for
 * bytes, arrays and records of these, enum values) or other service objects;
 * the runtime turns service objects into handles and back. A method may
 * return a promise: the add-on's thread waits, other executions go on. A
 * member that does not exist here is refused by its own name.
 *
 * Classes, against the house style: see docs/adr/0004-service-classes.md.
 */
// biome-ignore lint/complexity/noStaticOnlyClass: a base class; its members are the subclasses' own
export abstract class ServiceObject {
  /**
   * Members that reach neither the book nor a service (getRange, builders,
   * getters of handles); the meter lists them apart.
   */
  static readonly light: ReadonlySet<string> = new Set();

  /** Enums that hang on the object itself, as `ui.Button`. */
  static readonly enums: Readonly<
    Record<string, Readonly<Record<string, EnumValue>>>
  > = {};

  /** Set when the class cannot carry the Apps Script name itself (Blob). */
  static readonly apiName: string | null = null;
}

/** The Apps Script name of a service class. */
export function classNameOf(type: {
  readonly apiName: string | null;
  readonly name: string;
}): string {
  // Bundlers rename classes that meet a namesake: `Menu2`, `_Blob`.
  return type.apiName ?? type.name.replace(/^_+|\d+$/g, "");
}

/** The Apps Script name of an object's class. */
export function apiNameOf(object: ServiceObject): string {
  return classNameOf(object.constructor as typeof ServiceObject);
}

/** An error Apps Script code can catch, with Google's wording where known. */
export class ServiceError extends Error {
  override readonly name = "Exception";
}

/** One member of an enum such as `SpreadsheetApp.WrapStrategy.WRAP`. */
export class EnumValue {
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}

/** The members of one enum, by name. */
export type EnumOf<Name extends string> = { readonly [K in Name]: EnumValue };

const ENUMS = new Map<string, Readonly<Record<string, EnumValue>>>();

/**
 * Makes an enum and remembers it under its type name, so that its members
 * cross to the realm and back as the same objects.
 *
 * @param type - Name unique among all services, e.g. `FormApp.ItemType`.
 * @param names - Members in Google's order.
 * @throws RangeError when the type was defined before.
 */
export function defineEnum<Name extends string>(
  type: string,
  names: readonly Name[],
): EnumOf<Name> {
  if (ENUMS.has(type)) {
    throw new RangeError(`defineEnum: ${type} is defined already`);
  }
  const members = Object.fromEntries(
    names.map((name, ordinal) => [name, new EnumValue(type, name, ordinal)]),
  ) as EnumOf<Name>;
  ENUMS.set(type, members);
  return members;
}

/** The member the realm named, or null when there is no such member. */
export function enumMember(type: string, name: string): EnumValue | null {
  return ENUMS.get(type)?.[name] ?? null;
}
