/** The only host code that runs inside the add-on's realm: proxies of Google services over one string-to-string function. */

import type { realmCodec, Tagged } from "./realm-codec";
import type { RealmTools } from "./realm-tools";

/** What the realm is told at its start; plain JSON. */
export type RealmSetup = {
  /** Milliseconds since 1970 when the clock stands still, else null. */
  readonly standsAt: number | null;
  /** Milliseconds the clock is ahead of real time. */
  readonly shiftMs: number;
  readonly globals: readonly RealmGlobal[];
};

/** A service class: its methods, and the enums that hang on it. */
export type RealmClass = {
  readonly members: readonly string[];
  /** Enum name → type and member names in order. */
  readonly enums: Readonly<
    Record<string, { readonly type: string; readonly names: readonly string[] }>
  >;
};

export type RealmGlobal = RealmClass & {
  readonly name: string;
  readonly className: string;
  readonly namespaces: Readonly<
    Record<string, RealmClass & { readonly className: string }>
  >;
};

/** What the boot function hands back to the worker. */
export type Realm = {
  /**
   * Calls a function with wire-encoded arguments.
   *
   * @param strict - Refuses results that google.script.run cannot carry.
   * @returns JSON: { value?: string (JSON) } or { error } or { pending: true }.
   */
  readonly invoke: (
    target: (args: readonly unknown[]) => unknown,
    argsJson: string,
    strict: boolean,
  ) => string;
  /** The outcome of a promise, once microtasks have run. */
  readonly settled: () => string;
  /** JSON { error } of something thrown while the bundle was loading. */
  readonly describe: (thrown: unknown) => string;
};

/**
 * Prepares a fresh realm. Must stay self-contained: its text is evaluated
 * there. `callHost` takes and gives JSON text and stays in this closure;
 * `evaluate` runs a template's code here and gives an error's text when it
 * does not compile.
 */
export function bootRealm(
  callHost: (json: string) => string,
  setupJson: string,
  tools: RealmTools,
  makeCodec: typeof realmCodec,
  evaluate: (code: string) => unknown,
): Realm {
  const { checkLegal, decodeBytes, defineGlobal, describe } = tools;
  const parse = JSON.parse;
  const stringify = JSON.stringify;
  const setup: RealmSetup = parse(setupJson);
  type Shape = {
    readonly name: string;
    readonly members: Set<string>;
    readonly extras: Record<string, unknown>;
  };
  const shapes = new Map<string, Shape>();
  const refs = new WeakMap<object, unknown>();
  const objects = new Map<unknown, object>();
  const enumMembers = new Map<string, object>();
  const { encode, decode } = makeCodec({
    raise: tools.raise,
    decodeBytes,
    refOf: (value) => refs.get(value),
    revive,
  });
  const PROBES = new Set(["then", "toJSON", "constructor", "prototype"]);

  function shapeOf(name: string, described?: RealmClass): Shape {
    const known = shapes.get(name);
    if (known !== undefined) return known;
    const extras: Record<string, unknown> = {};
    for (const [key, { type, names }] of Object.entries(
      described?.enums ?? {},
    )) {
      extras[key] = makeEnum(type, names);
    }
    const members = new Set(described?.members ?? []);
    const shape = { name, members, extras };
    shapes.set(name, shape);
    return shape;
  }

  function learn(classes: Readonly<Record<string, RealmClass>>): void {
    for (const [name, described] of Object.entries(classes)) {
      shapeOf(name, described);
    }
  }

  function ask(request: unknown): Tagged {
    let text: string;
    try {
      text = callHost(stringify(request));
    } catch {
      // A host error must not travel into the realm.
      return tools.raise("InternalError", "The local host did not answer.");
    }
    return parse(text);
  }

  function call(target: unknown, member: string, args: readonly unknown[]) {
    const reply = ask({ t: target, m: member, a: args.map(encode) });
    learn((reply["c"] ?? {}) as Record<string, RealmClass>);
    const failure = reply["e"] as { name: string; message: string } | undefined;
    if (failure !== undefined) tools.raise(failure.name, failure.message);
    return decode(reply["v"]);
  }

  /** What the language itself asks objects for; anything else is an error. */
  function languageMember(
    owner: string,
    member: string,
    text: () => string,
  ): unknown {
    if (member === "toString" || member === "valueOf") return text;
    if (PROBES.has(member)) return undefined;
    return tools.raise(
      "Error",
      `${owner}.${member} is not available on the local host`,
    );
  }

  function makeObject(
    target: unknown,
    shape: Shape,
    namespaces: Record<string, unknown> = {},
  ): object {
    const extras = { ...shape.extras, ...namespaces };
    const functions = new Map<string, unknown>();
    const text = () =>
      shape.members.has("toString")
        ? String(call(target, "toString", []))
        : shape.name;
    const isTemplate = shape.name === "HtmlTemplate";
    if (isTemplate) {
      functions.set("evaluate", () =>
        call(target, "evaluate", [
          tools.render(String(call(target, "getCode", [])), extras, evaluate),
        ]),
      );
    }
    const methodOf = (member: string): unknown => {
      let known = functions.get(member);
      if (known === undefined) {
        known = (...args: unknown[]) => call(target, member, args);
        functions.set(member, known);
      }
      return known;
    };
    const object = new Proxy(Object.create(null), {
      get(_holder, member) {
        if (member === Symbol.toPrimitive) return text;
        if (typeof member === "symbol") return undefined;
        if (Object.hasOwn(extras, member)) return extras[member];
        if (shape.members.has(member)) return methodOf(member);
        return languageMember(shape.name, member, text);
      },
      has: (_holder, member) =>
        typeof member === "string" &&
        (shape.members.has(member) || Object.hasOwn(extras, member)),
      set(_holder, member, value) {
        if (isTemplate && typeof member === "string") {
          extras[member] = value;
          return true;
        }
        return tools.raise(
          "TypeError",
          `${shape.name}.${String(member)} cannot be set`,
        );
      },
    });
    refs.set(object, target);
    return object;
  }

  function makeEnum(type: string, names: readonly string[]): object {
    const members: Record<string, object> = Object.create(null);
    names.forEach((name, ordinal) => {
      const member = Object.freeze({
        toString: () => name,
        name: () => name,
        toJSON: () => name,
        ordinal: () => ordinal,
        compareTo: (other: { ordinal: () => number }) =>
          ordinal - other.ordinal(),
      });
      refs.set(member, { $: "enum", t: type, n: name });
      enumMembers.set(`${type}.${name}`, member);
      members[name] = member;
    });
    return new Proxy(members, {
      get(holder, member) {
        if (typeof member === "symbol") return undefined;
        if (member in holder) return holder[member];
        return languageMember(type, member, () => type);
      },
      set: (_holder, member) =>
        tools.raise("TypeError", `${type}.${String(member)} cannot be set`),
    });
  }

  /** Enum members and service objects, which only this realm knows. */
  function revive(tagged: Tagged): unknown {
    return tagged.$ === "enum"
      ? enumMembers.get(`${tagged["t"]}.${tagged["n"]}`)
      : objectFor(tagged["t"], tagged["c"] as string);
  }

  function objectFor(target: unknown, className: string): object {
    const known = objects.get(target);
    if (known !== undefined) return known;
    const object = makeObject(target, shapeOf(className));
    objects.set(target, object);
    return object;
  }

  function isService(value: object): boolean {
    return refs.has(value);
  }

  function installServices(): void {
    for (const service of setup.globals) {
      const namespaces: Record<string, unknown> = {};
      for (const [name, space] of Object.entries(service.namespaces)) {
        namespaces[name] = makeObject(
          `${service.name}.${name}`,
          shapeOf(space.className, space),
        );
      }
      const shape = shapeOf(service.className, service);
      defineGlobal(service.name, makeObject(service.name, shape, namespaces));
    }
  }

  function finish(value: unknown, strict: boolean): string {
    try {
      if (strict) checkLegal(value, "result");
      return stringify({ value: stringify(value) });
    } catch (thrown) {
      return describe(thrown);
    }
  }

  let later = "";
  function wait(promise: Promise<unknown>, strict: boolean): string {
    later = stringify({
      error: { name: "Error", message: "The promise was never settled." },
    });
    promise.then(
      (value) => {
        later = finish(value, strict);
      },
      (reason: unknown) => {
        later = describe(reason);
      },
    );
    return stringify({ pending: true });
  }

  const { standsAt, shiftMs } = setup;
  const realNow = Date.now;
  if (standsAt !== null) tools.setClock(() => standsAt);
  else if (shiftMs !== 0) tools.setClock(() => realNow() + shiftMs);
  tools.installConsole(
    (level, line) => void ask({ log: line, level }),
    isService,
  );
  installServices();

  return {
    invoke(target, argsJson, strict) {
      try {
        const given: {
          readonly args: unknown;
          readonly classes: Readonly<Record<string, RealmClass>>;
        } = parse(argsJson);
        learn(given.classes);
        const result = target(decode(given.args) as unknown[]);
        return result instanceof Promise
          ? wait(result, strict)
          : finish(result, strict);
      } catch (thrown) {
        return describe(thrown);
      }
    },
    settled: () => later,
    describe,
  };
}
