/** Worker threads, kept warm between executions, so that each starts at once. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { WorkerCode, WorkerEnd, WorkerSetup, WorkerStart } from "./worker";

/** A worker that waits for an execution. */
export type Thread = {
  /** Compiles the bundle, so that `run` need not. */
  readonly prepare: (code: WorkerCode) => void;
  /**
   * Runs the execution.
   *
   * @param onCall - Answers one service call; null leaves the thread waiting.
   * @returns How the bundle ended, or null when the thread was terminated.
   * @throws Error when the thread itself broke (out of memory, for one).
   */
  readonly run: (
    start: WorkerStart,
    onCall: (json: string) => Promise<string | null>,
  ) => Promise<WorkerEnd | null>;
  readonly terminate: () => Promise<void>;
  /** Whether it has ended, of itself or not. */
  readonly isGone: () => boolean;
};

export type Pool = {
  /** A thread with this code; another is warm behind it, or starts to warm. */
  readonly take: (code: string) => Promise<Thread>;
  /** Starts warming a spare with this code. */
  readonly warm: (code: string) => void;
  readonly close: () => Promise<void>;
};

/** A thread and the code it has compiled. */
type Spare = { readonly code: string; readonly thread: Promise<Thread> };

/** So many threads wait at most: for an execution, and for one beside it. */
const MOST_SPARES = 2;

/** @param workerPath - The built worker.js; null finds it in the package. */
export function openPool(workerPath: string | null): Pool {
  /** The last is the one used last, whose caches are warmest. */
  const spares: Spare[] = [];
  let closed = false;
  /** The bundle as V8 compiled it in an earlier execution. */
  let known: { readonly code: string; readonly compiled: Uint8Array } | null =
    null;

  const message = (code: string): WorkerCode => ({
    code,
    compiled: known?.code === code ? known.compiled : null,
  });

  function remember(code: string, compiled: Uint8Array): void {
    known = { code, compiled };
    for (const spare of spares.filter((one) => one.code === code)) {
      // It compiled the text in full; the cache makes it quicker still.
      void spare.thread.then(
        (thread) => thread.prepare(message(code)),
        () => undefined,
      );
    }
  }

  function start(code: string): Spare {
    const thread = startThread(workerPath ?? findWorker()).then((ready) => {
      ready.prepare(message(code));
      return ready;
    });
    // Whoever takes the thread hears of the failure.
    thread.catch(() => undefined);
    return { code, thread };
  }

  async function nextThread(
    code: string,
  ): Promise<{ readonly thread: Thread; readonly knows: boolean }> {
    const spare = spares.pop() ?? start(code);
    const thread = await spare.thread;
    return thread.isGone()
      ? nextThread(code)
      : { thread, knows: spare.code === code };
  }

  function giveBack(code: string, thread: Thread): void {
    if (closed || spares.length >= MOST_SPARES) void thread.terminate();
    else spares.push({ code, thread: Promise.resolve(thread) });
  }

  function warm(code: string): void {
    if (!closed && spares.length === 0) spares.push(start(code));
  }

  return {
    async take(code) {
      if (closed) throw new Error("openPool: the pool is closed");
      const { thread, knows } = await nextThread(code);
      if (!knows) thread.prepare(message(code));
      warm(code);
      let isStopped = false;
      return {
        ...thread,
        async run(begin, onCall) {
          let end: WorkerEnd | null = null;
          try {
            end = await thread.run(begin, onCall);
            if (end?.compiled !== undefined) remember(code, end.compiled);
            return end;
          } finally {
            if (end === null || isStopped) void thread.terminate();
            else giveBack(code, thread);
          }
        },
        terminate() {
          isStopped = true;
          return thread.terminate();
        },
      };
    },
    warm,
    async close() {
      closed = true;
      const threads = spares.splice(0).map(({ thread }) =>
        thread.then(
          (one) => one.terminate(),
          () => undefined,
        ),
      );
      await Promise.all(threads);
    },
  };
}

function findWorker(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const beside = join(folder, "worker.js");
  if (existsSync(beside)) return beside;
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("findWorker: no package.json above");
    folder = parent;
  }
  return join(folder, "out", "host", "worker.js");
}

async function startThread(path: string): Promise<Thread> {
  if (!existsSync(path)) {
    throw new Error(`startThread: ${path} is not built yet`);
  }
  const { port1: here, port2: there } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const setup: WorkerSetup = { calls: there, signal };
  const worker = new Worker(path, {
    workerData: setup,
    transferList: [there],
    stdout: false,
    stderr: false,
  });
  worker.unref();
  here.unref();
  await new Promise<void>((resolve, reject) => {
    worker.once("message", () => resolve());
    worker.once("error", reject);
    // A spare that nobody waits for any more may be stopped while warming.
    worker.once("exit", () => reject(new Error("startThread: stopped early")));
  });
  worker.removeAllListeners("error").removeAllListeners("exit");
  worker.on("error", () => undefined);
  let isGone = false;
  worker.once("exit", () => {
    isGone = true;
  });
  return {
    isGone: () => isGone,
    prepare: (code) => worker.postMessage(code),
    run: (start, onCall) => runThread(worker, here, signal, start, onCall),
    terminate: async () => void (await worker.terminate()),
  };
}

function runThread(
  worker: Worker,
  calls: MessagePort,
  signal: SharedArrayBuffer,
  start: WorkerStart,
  onCall: (json: string) => Promise<string | null>,
): Promise<WorkerEnd | null> {
  const flag = new Int32Array(signal);
  worker.ref();
  return new Promise<WorkerEnd | null>((resolve, reject) => {
    const answer = (json: string): void => {
      onCall(json).then((reply) => {
        if (reply === null) return;
        calls.postMessage(reply);
        Atomics.store(flag, 0, 1);
        Atomics.notify(flag, 0);
      }, finish(reject));
    };
    const exited = () => leave(null);
    const finish =
      <T>(settle: (value: T) => void) =>
      (value: T): void => {
        calls.off("message", answer);
        worker.off("message", leave).off("error", broke).off("exit", exited);
        worker.unref();
        settle(value);
      };
    const leave = finish(resolve);
    const broke = finish(reject);
    calls.on("message", answer);
    worker.on("message", leave).on("error", broke).on("exit", exited);
    worker.postMessage(start);
  });
}
