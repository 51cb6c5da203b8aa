/** One worker thread: runs the bundle in a bare realm, a new one for each execution. */
import vm from "node:vm";
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from "node:worker_threads";
import { bootRealm, type Realm } from "./realm";
import { realmCodec } from "./realm-codec";
import { realmTools } from "./realm-tools";

/** Given to the worker when it is made; it may wait as a spare afterwards. */
export type WorkerSetup = {
  /** Service calls and their replies, as JSON text. */
  readonly calls: MessagePort;
  /** One 32-bit flag: 1 when a reply lies in `calls`. */
  readonly signal: SharedArrayBuffer;
};

/** A message before the start: compile this text of dist/Code.js. */
export type WorkerCode = {
  readonly code: string;
  /** V8's compiled form of it, from an earlier execution. */
  readonly compiled: Uint8Array | null;
};

/** The message that starts the execution. */
export type WorkerStart = {
  readonly setupJson: string;
  readonly functionName: string;
  readonly argsJson: string;
  readonly kind: string;
};

/** The message that ends it. */
export type WorkerEnd = {
  /** JSON text of the result, absent for undefined. */
  readonly value?: string;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly stack?: string;
  };
  /** V8's compiled form of the bundle, when the thread was given none. */
  readonly compiled?: Uint8Array;
};

/** Dotted path of identifiers; anything else is no function name. */
const FUNCTION_PATH =
  /^[\p{L}$_][\p{L}\p{N}$_]*(\.[\p{L}$_][\p{L}\p{N}$_]*)*$/u;

const { calls, signal } = workerData as WorkerSetup;
const flag = new Int32Array(signal);

/** A realm that nothing has run in, and its boot function. */
type Fresh = {
  readonly context: vm.Context;
  readonly boot: (
    callHost: (json: string) => string,
    setupJson: string,
    evaluate: (code: string) => unknown,
  ) => Realm;
};

// Bundlers that keep function names call __name; the realm has its own.
const bootScript = new vm.Script(
  `(() => {
    "use strict";
    const __name = (named) => named;
    const tools = (${realmTools.toString()})();
    const codec = (${realmCodec.toString()});
    const boot = (${bootRealm.toString()});
    return (callHost, setupJson, evaluate) =>
      boot(callHost, setupJson, tools, codec, evaluate);
  })()`,
  { filename: "realm.js" },
);

function freshRealm(): Fresh {
  const context = vm.createContext(Object.create(null), {
    name: "add-on",
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: "afterEvaluate",
  });
  return { context, boot: bootScript.runInContext(context) };
}

let fresh = freshRealm();
let compiled: vm.Script | Error = new Error("there is no code");

let isCached = false;

function compile(message: WorkerCode): vm.Script | Error {
  try {
    const { code, compiled: known } = message;
    isCached = known !== null;
    return new vm.Script(code, {
      filename: "Code.js",
      ...(known === null ? {} : { cachedData: Buffer.from(known) }),
    });
  } catch (cause) {
    return cause as Error;
  }
}

function callHost(json: string): string {
  calls.postMessage(json);
  for (;;) {
    Atomics.wait(flag, 0, 0);
    Atomics.store(flag, 0, 0);
    const reply = receiveMessageOnPort(calls);
    if (reply !== undefined) return reply.message as string;
  }
}

function run(start: WorkerStart, { context, boot }: Fresh): WorkerEnd {
  if (!(compiled instanceof vm.Script)) {
    const { name, message } = compiled;
    return { error: { name, message: `Code.js: ${message}` } };
  }
  let isOver = false;
  const realm = boot(
    (json) => {
      // What an ended execution left behind must not speak for the next one.
      if (isOver) throw new Error("callHost: the execution is over");
      return callHost(json);
    },
    start.setupJson,
    (code) => evaluate(code, context),
  );
  try {
    return (
      load(compiled, realm, context) ?? callFunction(realm, start, context)
    );
  } finally {
    isOver = true;
  }
}

/** Runs the bundle's top level; what it threw, or null. */
function load(
  script: vm.Script,
  realm: Realm,
  context: vm.Context,
): WorkerEnd | null {
  try {
    script.runInContext(context);
    return null;
  } catch (thrown) {
    return JSON.parse(realm.describe(thrown));
  }
}

/** A value of the realm, or the text of the error that the code has. */
function evaluate(code: string, context: vm.Context): unknown {
  try {
    return vm.runInContext(code, context, { filename: "template.js" });
  } catch (cause) {
    return String((cause as Error).message);
  }
}

function callFunction(
  realm: Realm,
  start: WorkerStart,
  context: vm.Context,
): WorkerEnd {
  const { functionName, kind } = start;
  const hidden = kind === "rpc" && functionName.endsWith("_");
  if (
    hidden ||
    !FUNCTION_PATH.test(functionName) ||
    !exists(functionName, context)
  ) {
    return {
      error: {
        name: "ReferenceError",
        message: `Script function not found: ${functionName}`,
      },
    };
  }
  const target = vm.runInContext(
    `((args) => ${functionName}(...args))`,
    context,
  ) as (args: readonly unknown[]) => unknown;
  const first = realm.invoke(target, start.argsJson, kind === "rpc");
  if (first !== '{"pending":true}') return JSON.parse(first);
  // Evaluating anything runs the realm's microtasks to their end.
  vm.runInContext("undefined", context);
  return JSON.parse(realm.settled());
}

function exists(functionName: string, context: vm.Context): boolean {
  try {
    return vm.runInContext(`typeof ${functionName}`, context) === "function";
  } catch {
    return false;
  }
}

parentPort?.on("message", (message: WorkerCode | WorkerStart) => {
  if ("code" in message) {
    compiled = compile(message);
  } else {
    const end = run(message, fresh);
    parentPort?.postMessage(
      compiled instanceof vm.Script && !isCached
        ? { ...end, compiled: compiled.createCachedData() }
        : end,
    );
    isCached = true;
    fresh = freshRealm();
  }
});
// An answered execution may leave a rejected promise behind.
process.on("unhandledRejection", () => undefined);
parentPort?.postMessage("ready");
