/** Values of service calls as JSON text, on the host's side. */

import type { ServiceType } from "../services/registry";
import {
  apiNameOf,
  EnumValue,
  enumMember,
  ServiceError,
  ServiceObject,
} from "../services/service-object";
import type { RealmClass } from "./realm";

/** Where an object lives: a global's name (text) or a handle's number. */
export type Target = string | number;

/** The service objects of one execution, and which classes it has seen. */
export type Handles = {
  readonly byTarget: Map<Target, ServiceObject>;
  readonly targets: Map<ServiceObject, number>;
  /** Classes whose members the realm knows already. */
  readonly described: Set<string>;
};

export function newHandles(): Handles {
  return { byTarget: new Map(), targets: new Map(), described: new Set() };
}

/** Public methods of a service class: what the add-on may call. */
export function membersOf(prototype: object): readonly string[] {
  const known = MEMBERS.get(prototype);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (
    let level: object | null = prototype;
    level !== null && level !== ServiceObject.prototype;
    level = Object.getPrototypeOf(level) as object | null
  ) {
    for (const [name, property] of Object.entries(
      Object.getOwnPropertyDescriptors(level),
    )) {
      if (name !== "constructor" && typeof property.value === "function") {
        names.add(name);
      }
    }
  }
  const members = [...names].sort();
  MEMBERS.set(prototype, members);
  return members;
}

/** What the realm needs to stand in for objects of a class. */
export function describeClass(type: ServiceType): RealmClass {
  return {
    members: membersOf(type.prototype),
    enums: describeEnums(type.enums),
  };
}

/** Enums by name, without the members' own objects. */
export function describeEnums(
  enums: ServiceType["enums"],
): RealmClass["enums"] {
  return Object.fromEntries(
    Object.entries(enums).map(([name, members]) => [
      name,
      {
        type: Object.values(members)[0]?.type ?? name,
        names: Object.keys(members),
      },
    ]),
  );
}

const MEMBERS = new WeakMap<object, readonly string[]>();

/**
 * @returns JSON text { v, c? }: the value and the classes it shows first.
 * @throws RangeError when a service gives something that cannot cross.
 */
export function encodeReply(value: unknown, handles: Handles): string {
  const classes: Record<string, RealmClass> = {};
  const encoded = encodeValue(value, handles, classes);
  return JSON.stringify(
    Object.keys(classes).length === 0
      ? { v: encoded }
      : { v: encoded, c: classes },
  );
}

/**
 * @returns JSON text of an argument list for the realm.
 * @throws RangeError when an argument cannot cross.
 */
export function encodeArguments(
  args: readonly unknown[],
  handles: Handles,
): string {
  const classes: Record<string, RealmClass> = {};
  const values = args.map((value) => encodeValue(value, handles, classes));
  return JSON.stringify({ args: values, classes });
}

function encodeValue(
  value: unknown,
  handles: Handles,
  classes: Record<string, RealmClass>,
): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : { $: "num", v: String(value) };
    case "undefined":
      return { $: "undef" };
    case "object":
      return value === null ? null : encodeObject(value, handles, classes);
    default:
      throw new RangeError(`encodeValue: a ${typeof value} cannot cross`);
  }
}

function encodeObject(
  value: object,
  handles: Handles,
  classes: Record<string, RealmClass>,
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => encodeValue(item, handles, classes));
  }
  if (value instanceof Date) return { $: "date", v: value.getTime() };
  if (value instanceof Uint8Array) {
    return { $: "bytes", v: Buffer.from(value).toString("base64") };
  }
  if (value instanceof EnumValue) {
    return { $: "enum", t: value.type, n: value.name };
  }
  if (value instanceof ServiceObject) {
    const name = apiNameOf(value);
    if (!handles.described.has(name)) {
      handles.described.add(name);
      classes[name] = describeClass(value.constructor as typeof ServiceObject);
    }
    return { $: "ref", t: targetOf(value, handles), c: name };
  }
  return {
    $: "map",
    v: Object.entries(value).map(([key, item]) => [
      key,
      encodeValue(item, handles, classes),
    ]),
  };
}

function targetOf(object: ServiceObject, handles: Handles): number {
  const known = handles.targets.get(object);
  if (known !== undefined) return known;
  const target = handles.targets.size + 1;
  handles.byTarget.set(target, object);
  handles.targets.set(object, target);
  return target;
}

/**
 * An argument as the service sees it.
 *
 * @param resolve - Gives the object behind a target.
 * @throws ServiceError when the realm names an enum member that is not there.
 */
export function decodeValue(
  value: unknown,
  resolve: (target: Target) => ServiceObject,
): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item) =>
      typeof item === "object" ? decodeValue(item, resolve) : item,
    );
  }
  const tagged = value as { readonly $: string } & Record<string, unknown>;
  switch (tagged.$) {
    case "undef":
      return undefined;
    case "num":
      return Number(tagged["v"]);
    case "date":
      return new Date(tagged["v"] === null ? Number.NaN : Number(tagged["v"]));
    case "enum":
      return decodeEnum(String(tagged["t"]), String(tagged["n"]));
    case "ref":
      return resolve(tagged["t"] as Target);
    default:
      return Object.fromEntries(
        (tagged["v"] as [string, unknown][]).map(([key, item]) => [
          key,
          decodeValue(item, resolve),
        ]),
      );
  }
}

function decodeEnum(type: string, name: string): EnumValue {
  const member = enumMember(type, name);
  if (member === null) throw new ServiceError(`${type} has no ${name}`);
  return member;
}
