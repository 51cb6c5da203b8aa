/** LockService: locks that overlapping executions really wait for. */
import { type Execution, perWorkspace, type ServiceModule } from "./registry";
import { ServiceError, ServiceObject } from "./service-object";
import { needInteger } from "./sheets-context";

type Waiter = {
  readonly execution: Execution;
  readonly resolve: (got: boolean) => void;
};
type Held = { holder: Execution | null; readonly waiting: Waiter[] };

/** Lock name → who holds it and who waits, in order. */
const locksOf = perWorkspace(() => new Map<string, Held>());
/** Executions whose end already lets their locks go. */
const WATCHED = new WeakSet<Execution>();

function watch(execution: Execution): void {
  if (WATCHED.has(execution)) return;
  WATCHED.add(execution);
  execution.atEnd(() => {
    for (const lock of locksOf(execution.workspace).values()) {
      for (const waiter of [...lock.waiting]) {
        if (waiter.execution === execution) giveUp(lock, waiter);
      }
      if (lock.holder === execution) passOn(lock);
    }
  });
}

function giveUp(lock: Held, waiter: Waiter): void {
  const at = lock.waiting.indexOf(waiter);
  if (at < 0) return;
  lock.waiting.splice(at, 1);
  waiter.resolve(false);
}

function passOn(lock: Held): void {
  const next = lock.waiting.shift();
  lock.holder = next?.execution ?? null;
  next?.resolve(true);
}

class Lock extends ServiceObject {
  readonly #execution: Execution;
  readonly #lock: Held;

  constructor(execution: Execution, name: string) {
    super();
    this.#execution = execution;
    const locks = locksOf(execution.workspace);
    const lock = locks.get(name) ?? { holder: null, waiting: [] };
    locks.set(name, lock);
    this.#lock = lock;
  }

  hasLock(): boolean {
    return this.#lock.holder === this.#execution;
  }

  /** @param milliseconds - How long to wait; 0 asks once. */
  async tryLock(milliseconds: unknown): Promise<boolean> {
    const limit = needInteger("Lock.tryLock", milliseconds);
    const lock = this.#lock;
    const execution = this.#execution;
    watch(execution);
    if (this.hasLock()) return true;
    if (lock.holder === null) {
      lock.holder = execution;
      return true;
    }
    if (limit <= 0) return false;
    return new Promise((resolve) => {
      const waiter = {
        execution,
        resolve(got: boolean) {
          clearTimeout(timer);
          resolve(got);
        },
      };
      const timer = setTimeout(() => giveUp(lock, waiter), limit);
      lock.waiting.push(waiter);
    });
  }

  /** @throws ServiceError when the time is over. */
  async waitLock(milliseconds: unknown): Promise<void> {
    if (await this.tryLock(milliseconds)) return;
    throw new ServiceError(
      "Lock timeout: another process was holding the lock for too long.",
    );
  }

  releaseLock(): void {
    if (this.hasLock()) passOn(this.#lock);
  }
}

class LockService extends ServiceObject {
  static override readonly light: ReadonlySet<string> = new Set([
    "getDocumentLock",
    "getScriptLock",
    "getUserLock",
  ]);

  readonly #execution: Execution;

  constructor(execution: Execution) {
    super();
    this.#execution = execution;
  }

  getDocumentLock(): Lock {
    return new Lock(this.#execution, "document");
  }

  getScriptLock(): Lock {
    return new Lock(this.#execution, "script");
  }

  getUserLock(): Lock {
    return new Lock(this.#execution, `user:${this.#execution.user}`);
  }
}

export const lockModule: ServiceModule = {
  globals: [
    {
      name: "LockService",
      type: LockService,
      create: (execution) => new LockService(execution),
    },
  ],
};
