/** Worker threads, one of them always warm, so that an execution starts at once. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import type { WorkerCode, WorkerEnd, WorkerSetup, WorkerStart } from "./worker";

/** A worker that waits for its one execution. */
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
};

export type Pool = {
  /** A thread with this code; a fresh spare starts warming behind it. */
  readonly take: (code: string) => Promise<Thread>;
  /** Starts warming a spare with this code. */
  readonly warm: (code: string) => void;
  readonly close: () => Promise<void>;
};

/** A thread and the code it has compiled. */
type Spare = { readonly code: string; readonly thread: Promise<Thread> };

/** @param workerPath - The built worker.js; null finds it in the package. */
export function openPool(workerPath: string | null): Pool {
  let spare: Spare | null = null;
  let closed = false;
  /** The bundle as V8 compiled it in the last execution. */
  let known: { readonly code: string; readonly compiled: Uint8Array } | null =
    null;

  const message = (code: string): WorkerCode => ({
    code,
    compiled: known?.code === code ? known.compiled : null,
  });

  function remember(code: string, compiled: Uint8Array): void {
    known = { code, compiled };
    if (spare?.code !== code) return;
    // The spare compiled the text in full; the cache makes it quicker still.
    void spare.thread.then(
      (thread) => thread.prepare(message(code)),
      () => undefined,
    );
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

  return {
    async take(code) {
      if (closed) throw new Error("openPool: the pool is closed");
      const taken = spare ?? start(code);
      spare = null;
      const thread = await taken.thread;
      if (taken.code !== code) thread.prepare(message(code));
      if (!closed) spare ??= start(code);
      return {
        ...thread,
        async run(begin, onCall) {
          const end = await thread.run(begin, onCall);
          if (end?.compiled !== undefined) remember(code, end.compiled);
          return end;
        },
      };
    },
    warm(code) {
      if (!closed) spare ??= start(code);
    },
    async close() {
      closed = true;
      const thread = await spare?.thread.catch(() => null);
      await thread?.terminate();
      spare = null;
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
  worker.removeAllListeners("error");
  worker.on("error", () => undefined);
  return {
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
  return new Promise((resolve, reject) => {
    calls.on("message", (json: string) => {
      onCall(json).then((reply) => {
        if (reply === null) return;
        calls.postMessage(reply);
        Atomics.store(flag, 0, 1);
        Atomics.notify(flag, 0);
      }, reject);
    });
    worker.removeAllListeners("error");
    worker.once("error", reject);
    worker.once("exit", () => resolve(null));
    worker.once("message", (end: WorkerEnd) => {
      resolve(end);
      calls.close();
      void worker.terminate();
    });
    worker.postMessage(start);
  });
}
