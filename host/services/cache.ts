/** CacheService: texts that live for a while, by the host's clock. */
import { type Execution, perWorkspace, type ServiceModule } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { mismatch, needInteger, needText } from "./sheets-context";

/** @see https://developers.google.com/apps-script/reference/cache/cache */
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;
const MAX_KEY_CHARACTERS = 250;
const MAX_VALUE_BYTES = 100 * 1024;
const MAX_ITEMS = 1_000;
const KEPT_ITEMS = 900;

type Item = { readonly value: string; readonly expires: number };

/** Cache name → key → item; lost when the host stops, as caches may be. */
const cachesOf = perWorkspace(() => new Map<string, Map<string, Item>>());

class Cache extends ServiceObject {
  readonly #execution: Execution;
  readonly #items: Map<string, Item>;

  constructor(execution: Execution, name: string) {
    super();
    this.#execution = execution;
    const caches = cachesOf(execution.workspace);
    const items = caches.get(name) ?? new Map<string, Item>();
    caches.set(name, items);
    this.#items = items;
  }

  #now(): number {
    return this.#execution.workspace.now().getTime();
  }

  get(key: unknown): string | null {
    const item = this.#items.get(checkedKey(key));
    return item !== undefined && item.expires > this.#now() ? item.value : null;
  }

  getAll(keys: unknown): Record<string, string> {
    if (!Array.isArray(keys)) throw mismatch("Cache.getAll", keys);
    const found: Record<string, string> = {};
    for (const key of keys) {
      const value = this.get(key);
      if (value !== null) found[String(key)] = value;
    }
    return found;
  }

  /** @throws ServiceError when key or value is too long. */
  put(key: unknown, value: unknown, seconds: unknown = DEFAULT_SECONDS): void {
    const name = checkedKey(key);
    if (value === null || value === undefined) {
      throw new ServiceError("Argument cannot be null: value");
    }
    const text = String(value);
    if (Buffer.byteLength(text) > MAX_VALUE_BYTES) {
      throw new ServiceError("Argument too large: value");
    }
    const life = Math.min(needInteger("Cache.put", seconds), MAX_SECONDS);
    this.#items.delete(name);
    this.#items.set(name, {
      value: text,
      expires: this.#now() + life * 1_000,
    });
    this.#shrink();
  }

  putAll(values: unknown, seconds: unknown = DEFAULT_SECONDS): void {
    if (typeof values !== "object" || values === null) {
      throw mismatch("Cache.putAll", values);
    }
    for (const [key, value] of Object.entries(values)) {
      this.put(key, value, seconds);
    }
  }

  remove(key: unknown): void {
    this.#items.delete(checkedKey(key));
  }

  removeAll(keys: unknown): void {
    if (!Array.isArray(keys)) throw mismatch("Cache.removeAll", keys);
    for (const key of keys) this.remove(key);
  }

  /** Beyond 1,000 items Google keeps the 900 that live longest. */
  #shrink(): void {
    if (this.#items.size <= MAX_ITEMS) return;
    const kept = [...this.#items]
      .sort(([, left], [, right]) => right.expires - left.expires)
      .slice(0, KEPT_ITEMS);
    this.#items.clear();
    for (const [key, item] of kept) this.#items.set(key, item);
  }
}

function checkedKey(key: unknown): string {
  const name = needText("Cache.get", key);
  if (name.length > MAX_KEY_CHARACTERS) {
    throw new ServiceError("Argument too large: key");
  }
  return name;
}

class CacheService extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getDocumentCache",
    "getScriptCache",
    "getUserCache",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getDocumentCache(): Cache {
    return new Cache(this.#execution, "document");
  }

  getScriptCache(): Cache {
    return new Cache(this.#execution, "script");
  }

  getUserCache(): Cache {
    return new Cache(this.#execution, `user:${this.#execution.user}`);
  }
}

export const cacheModule: ServiceModule = {
  globals: [
    {
      name: "CacheService",
      type: CacheService,
      create: (execution) => new CacheService(execution),
    },
  ],
};
