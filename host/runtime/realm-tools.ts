/** Helpers inside the add-on's realm that know nothing of services. */

/** What the boot function uses; all of it made in the realm. */
export type RealmTools = {
  readonly raise: (name: string, message: string) => never;
  readonly decodeBytes: (text: string) => number[];
  readonly show: (
    value: unknown,
    isService: (value: object) => boolean,
  ) => string;
  readonly defineGlobal: (name: string, value: unknown) => void;
  /** Gives the realm its console; `write` logs one line. */
  readonly installConsole: (
    write: (level: string, line: string) => void,
    isService: (value: object) => boolean,
  ) => void;
  readonly setClock: (now: () => number) => void;
  readonly checkLegal: (value: unknown, path: string) => void;
  readonly describe: (thrown: unknown) => string;
  /** Text a template's code prints, with these names at hand. */
  readonly render: (
    code: string,
    names: Readonly<Record<string, unknown>>,
    evaluate: (code: string) => unknown,
  ) => string;
};

/** Must stay self-contained: its text is evaluated in the realm. */
export function realmTools(): RealmTools {
  const stringify = JSON.stringify;
  const RealDate = Date;

  function raise(name: string, message: string): never {
    const error = new Error(message);
    error.name = name;
    throw error;
  }

  /** Base64 → signed bytes, as Apps Script gives them. */
  function decodeBytes(text: string): number[] {
    const alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const bytes: number[] = [];
    let bits = 0;
    let held = 0;
    for (const letter of text) {
      const digit = alphabet.indexOf(letter);
      if (digit < 0) break;
      bits = ((bits << 6) | digit) & 0xffffff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        bytes.push((((bits >> held) & 0xff) << 24) >> 24);
      }
    }
    return bytes;
  }

  /** A value as the log shows it; `isService` tells proxies of services. */
  function show(value: unknown, isService: (value: object) => boolean): string {
    if (typeof value === "string") return value;
    if (value instanceof Error) return value.stack ?? String(value);
    try {
      const text = stringify(value);
      if (text !== undefined && !(isService(Object(value)) && text === "{}")) {
        return text;
      }
    } catch {
      // Circular values and the like: their plain text will do.
    }
    return String(value);
  }

  function defineGlobal(name: string, value: unknown): void {
    Object.defineProperty(globalThis, name, {
      value,
      writable: true,
      configurable: true,
      enumerable: false,
    });
  }

  function installConsole(
    write: (level: string, line: string) => void,
    isService: (value: object) => boolean,
  ): void {
    const methods: Record<string, unknown> = {};
    for (const level of ["log", "info", "warn", "error", "debug"]) {
      methods[level] = (...parts: unknown[]) =>
        write(level, parts.map((part) => show(part, isService)).join(" "));
    }
    const started = new Map<string, number>();
    methods["time"] = (label = "default") => {
      started.set(String(label), RealDate.now());
    };
    methods["timeEnd"] = (label = "default") => {
      const from = started.get(String(label));
      if (from === undefined) return;
      started.delete(String(label));
      write("info", `${label}: ${RealDate.now() - from} ms`);
    };
    defineGlobal("console", methods);
  }

  /** Makes `new Date()` and Date.now() tell this time. */
  function setClock(now: () => number): void {
    const moved: object = function (this: unknown, ...args: unknown[]) {
      if (new.target === undefined) return new RealDate(now()).toString();
      const given = args.length === 0 ? [now()] : args;
      // The prototype is shared, so instances are Dates in every respect.
      return Reflect.construct(RealDate, given, new.target);
    };
    Object.defineProperties(moved, {
      name: { value: "Date" },
      length: { value: 7 },
      prototype: { value: RealDate.prototype },
      now: { value: now },
      parse: { value: RealDate.parse },
      UTC: { value: RealDate.UTC },
    });
    RealDate.prototype.constructor = moved as DateConstructor;
    defineGlobal("Date", moved);
  }

  /** @throws Error when google.script.run could not carry the value. */
  function checkLegal(value: unknown, path: string): void {
    if (typeof value === "function" || typeof value === "symbol") {
      raise("Error", `The result has an illegal value at ${path}`);
    }
    if (typeof value !== "object" || value === null) return;
    if (Object.prototype.toString.call(value) === "[object Date]") {
      raise("Error", `The result has a Date at ${path}`);
    }
    for (const [key, item] of Object.entries(value)) {
      checkLegal(item, `${path}.${key}`);
    }
  }

  /** JSON { error } of anything thrown. */
  function describe(thrown: unknown): string {
    let name = "Error";
    let message: string;
    let stack = "";
    try {
      const error = thrown as { name?: unknown; message?: unknown };
      if (typeof error?.name === "string") name = error.name;
      message =
        typeof error?.message === "string" ? error.message : String(thrown);
      if (thrown instanceof Error) stack = thrown.stack ?? "";
    } catch {
      message = "The thrown value has no text.";
    }
    return stringify({ error: { name, message, stack } });
  }

  function render(
    code: string,
    names: Readonly<Record<string, unknown>>,
    evaluate: (code: string) => unknown,
  ): string {
    const parameters = Object.keys(names).filter((name) =>
      /^[\p{L}$_][\p{L}\p{N}$_]*$/u.test(name),
    );
    const made = evaluate(
      `(function (${parameters.join()}) { return ${code}; })`,
    );
    if (typeof made !== "function") return raise("SyntaxError", String(made));
    return String(made(...parameters.map((name) => names[name])));
  }

  return {
    installConsole,
    render,
    raise,
    decodeBytes,
    show,
    defineGlobal,
    setClock,
    checkLegal,
    describe,
  };
}
