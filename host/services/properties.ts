/** PropertiesService: small texts kept for the document, the user, the script. */
import { javaNumber } from "./java-format";
import { type Execution, perWorkspace, type ServiceModule } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch, needText } from "./sheets-context";

/** @see https://developers.google.com/apps-script/guides/services/quotas */
const MAX_VALUE_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;

type Store = Readonly<Record<string, string>>;
/** Store name → its properties; names are `document`, `script`, `user:<e-mail>`. */
type Stores = Readonly<Record<string, Store>>;

const documentOf = perWorkspace((workspace) =>
  workspace.storage.document<Stores>("properties", {}),
);

class Properties extends ServiceObject {
  readonly #document: ReturnType<typeof documentOf>;
  readonly #name: string;

  constructor(execution: Execution, name: string) {
    super();
    this.#document = documentOf(execution.workspace);
    this.#name = name;
  }

  get #store(): Store {
    return this.#document.get()[this.#name] ?? {};
  }

  #save(store: Store): this {
    checkSizes(store);
    this.#document.set({ ...this.#document.get(), [this.#name]: store });
    return this;
  }

  getProperty(key: unknown): string | null {
    const name = needText("Properties.getProperty", key);
    return Object.hasOwn(this.#store, name)
      ? (this.#store[name] ?? null)
      : null;
  }

  getProperties(): Store {
    return { ...this.#store };
  }

  getKeys(): string[] {
    return Object.keys(this.#store);
  }

  /** @throws ServiceError when the value or the store grows too big. */
  setProperty(key: unknown, value: unknown): this {
    const name = needText("Properties.setProperty", key);
    return this.#save({ ...this.#store, [name]: asText(value) });
  }

  setProperties(properties: unknown, deleteOthers: unknown = false): this {
    if (typeof properties !== "object" || properties === null) {
      throw mismatch("Properties.setProperties", properties);
    }
    const given = Object.entries(properties).map(([key, value]) => [
      key,
      asText(value),
    ]);
    const before = deleteOthers === true ? {} : this.#store;
    return this.#save({ ...before, ...Object.fromEntries(given) });
  }

  deleteProperty(key: unknown): this {
    const name = needText("Properties.deleteProperty", key);
    const { [name]: _gone, ...rest } = this.#store;
    return this.#save(rest);
  }

  deleteAllProperties(): this {
    return this.#save({});
  }
}

function asText(value: unknown): string {
  if (typeof value === "object" && value !== null) {
    throw mismatch("Properties.setProperty", value);
  }
  // Google keeps numbers as its Java backend prints them.
  return typeof value === "number" ? javaNumber(value) : String(value);
}

function checkSizes(store: Store): void {
  let total = 0;
  for (const [key, value] of Object.entries(store)) {
    const size = Buffer.byteLength(value);
    total += size + Buffer.byteLength(key);
    if (size > MAX_VALUE_BYTES) {
      throw new ServiceError("Argument too large: value");
    }
  }
  if (total > MAX_STORE_BYTES) {
    throw new ServiceError(
      "You have exceeded the property storage quota. Please remove some properties and try again.",
    );
  }
}

class PropertiesService extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getDocumentProperties",
    "getScriptProperties",
    "getUserProperties",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getDocumentProperties(): Properties {
    return new Properties(this.#execution, "document");
  }

  getScriptProperties(): Properties {
    return new Properties(this.#execution, "script");
  }

  getUserProperties(): Properties {
    return new Properties(this.#execution, `user:${this.#execution.user}`);
  }
}

export const propertiesModule: ServiceModule = {
  globals: [
    {
      name: "PropertiesService",
      type: PropertiesService,
      create: (execution) => new PropertiesService(execution),
    },
  ],
};
