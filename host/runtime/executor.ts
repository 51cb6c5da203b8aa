/** Runs one execution: a thread, its service calls, its limits, its record. */
import { randomUUID } from "node:crypto";
import type { ClockReading } from "../clock";
import { ALL_SERVICES } from "../services/catalog";
import type {
  Execution,
  GlobalService,
  Manifest,
  ServiceModule,
  Workspace,
} from "../services/registry";
import { classNameOf } from "../services/service-object";
import type { ExecutionRequest, ExecutionResult, UiEvent } from "../types";
import type { Bundle } from "./bundle";
import { answerCall, type CallContext } from "./calls";
import { type Deadline, newDeadline } from "./deadline";
import { nameOf } from "./execution-name";
import { newCounter } from "./meter";
import type { Pool, Thread } from "./pool";
import { modelledMs } from "./published-costs";
import type { RealmSetup } from "./realm";
import {
  describeClass,
  describeEnums,
  encodeArguments,
  membersOf,
  newHandles,
} from "./wire";
import type { WorkerEnd } from "./worker";

/** Six minutes for most executions, half a minute for simple triggers. */
const LIMIT_MS = 360_000;
const SIMPLE_TRIGGER_LIMIT_MS = 30_000;

/** What executions need from the host around them. */
export type ExecutorEnvironment = {
  readonly workspace: Workspace;
  readonly bundle: Bundle;
  readonly pool: Pool;
  /** What the realm's clock shows. */
  readonly clock: () => ClockReading;
  readonly defaultUser: string;
  readonly userLocale: string;
  readonly show: (event: UiEvent, user: string, window?: string) => void;
  /** Shows an alert and waits for its answer. */
  readonly ask: (
    alert: Question,
    user: string,
    window?: string,
  ) => ReturnType<Execution["ask"]>;
  /** For tests of the limits; both in milliseconds. */
  readonly limits?: { readonly full?: number; readonly simple?: number };
  /** Service modules; all of them by default. */
  readonly services?: readonly ServiceModule[];
};

type Question = Parameters<Execution["ask"]>[0];

/**
 * Runs a request to its end; never rejects for what the add-on does.
 *
 * @param makeArgs - Arguments that hold service objects (trigger events);
 *   without it the request's plain `args` are used.
 */
export async function runExecution(
  environment: ExecutorEnvironment,
  request: ExecutionRequest,
  makeArgs?: (execution: Execution) => readonly unknown[],
): Promise<ExecutionResult> {
  const { workspace, bundle, pool } = environment;
  const started = Date.now();
  const startedAt = workspace.now().toISOString();
  const log: string[] = [];
  const unknownFunctions = new Set<string>();
  const releases: (() => void)[] = [];
  const instruments = request.instruments ?? {};
  const counter = newCounter(instruments);
  const manifest = bundle.manifest();
  const globals = visibleGlobals(
    environment.services ?? ALL_SERVICES,
    manifest,
  );
  const clock = newDeadline(limitOf(environment, request));
  const execution = newExecution(environment, request, {
    log,
    unknownFunctions,
    releases,
    clock,
  });
  const context: CallContext = {
    execution,
    manifest,
    counter,
    globals,
    handles: newHandles(),
    isSlowed: instruments.latency === "published",
    isOver: () => isOver,
  };

  let thread: Thread | null = null;
  let end: WorkerEnd | null = null;
  let outcome: ExecutionResult["outcome"] = "done";
  let isOver = false;
  let killing: NodeJS.Timeout | undefined;
  const stop = (reason: "killed" | "timeout"): void => {
    outcome = reason;
    isOver = true;
    void thread?.terminate();
  };
  try {
    const args = makeArgs?.(execution) ?? request.args ?? [];
    thread = await pool.take(bundle.code());
    clock.start(() => stop("timeout"));
    if (instruments.killAfterMs !== undefined) {
      killing = setTimeout(() => stop("killed"), instruments.killAfterMs);
    }
    end = await thread.run(
      {
        setupJson: JSON.stringify(setupOf(environment, globals)),
        functionName: request.functionName,
        argsJson: encodeArguments(args, context.handles),
        kind: request.kind,
      },
      (json) => answerCall(context, json, () => stop("killed")),
    );
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    end = { error: { name: "InternalError", message } };
  } finally {
    isOver = true;
    clearTimeout(killing);
    clock.stop();
    for (const release of releases) release();
  }
  const meter = counter.read();
  return {
    id: execution.id,
    functionName: request.functionName,
    kind: request.kind,
    ...nameOf(request),
    user: execution.user,
    startedAt,
    durationMs: Date.now() - started,
    meter,
    modelledMs: modelledMs(meter),
    ...(Object.keys(instruments).length === 0 ? {} : { instruments }),
    log,
    ...ending(outcome, end),
    ...(unknownFunctions.size > 0
      ? { unknownFunctions: [...unknownFunctions] }
      : {}),
  };
}

type Ending = Pick<ExecutionResult, "outcome" | "value" | "error" | "stack">;

function ending(
  outcome: ExecutionResult["outcome"],
  end: WorkerEnd | null,
): Ending {
  if (outcome === "timeout") {
    const message = "Exceeded maximum execution time";
    return { outcome, error: { name: "Exception", message } };
  }
  if (outcome === "killed" || end === null) return { outcome: "killed" };
  if (end.error !== undefined) {
    const { name, message, stack } = end.error;
    const hasStack = stack !== undefined && stack !== "";
    return {
      outcome: "failed",
      error: { name, message },
      ...(hasStack ? { stack } : {}),
    };
  }
  if (end.value === undefined) return { outcome: "done" };
  return { outcome: "done", value: JSON.parse(end.value) };
}

function limitOf(
  environment: ExecutorEnvironment,
  request: ExecutionRequest,
): number {
  return request.kind === "simple-trigger"
    ? (environment.limits?.simple ?? SIMPLE_TRIGGER_LIMIT_MS)
    : (environment.limits?.full ?? LIMIT_MS);
}

function newExecution(
  environment: ExecutorEnvironment,
  request: ExecutionRequest,
  parts: {
    readonly log: string[];
    readonly unknownFunctions: Set<string>;
    readonly releases: (() => void)[];
    readonly clock: Deadline;
  },
): Execution {
  const user = request.user ?? environment.defaultUser;
  const simple = request.kind === "simple-trigger";
  return {
    id: randomUUID(),
    workspace: environment.workspace,
    functionName: request.functionName,
    kind: request.kind,
    user,
    userLocale: environment.userLocale,
    authMode: request.authMode ?? (simple ? "LIMITED" : "FULL"),
    selection: request.selection,
    mailQuota: request.instruments?.mailQuota,
    log: (line) => void parts.log.push(line),
    noteUnknownFunctions(names) {
      for (const name of names) parts.unknownFunctions.add(name);
    },
    show: (event) => environment.show(event, user, request.window),
    async ask(alert) {
      // A person reading a dialog does not use up the execution's time.
      parts.clock.pause();
      try {
        return await environment.ask(alert, user, request.window);
      } finally {
        parts.clock.resume();
      }
    },
    htmlFile: environment.bundle.html,
    atEnd: (release) => void parts.releases.push(release),
  };
}

/** Globals of the realm: advanced services only when the manifest enables them. */
function visibleGlobals(
  services: readonly ServiceModule[],
  manifest: Manifest,
): ReadonlyMap<string, GlobalService> {
  const visible = new Map<string, GlobalService>();
  for (const service of services.flatMap((module) => module.globals)) {
    if (service.advancedServiceId === undefined) {
      visible.set(service.name, service);
      continue;
    }
    const enabled = manifest.advancedServices.find(
      (advanced) => advanced.serviceId === service.advancedServiceId,
    );
    if (enabled !== undefined) visible.set(enabled.userSymbol, service);
  }
  return visible;
}

function setupOf(
  environment: ExecutorEnvironment,
  globals: ReadonlyMap<string, GlobalService>,
): RealmSetup {
  return {
    ...environment.clock(),
    globals: [...globals].map(([name, service]) => ({
      name,
      className: classNameOf(service.type),
      members: membersOf(service.type.prototype),
      enums: {
        ...describeEnums(service.type.enums),
        ...describeEnums(service.enums ?? {}),
      },
      namespaces: mapValues(service.namespaces ?? {}, ({ type }) => ({
        className: classNameOf(type),
        ...describeClass(type),
      })),
    })),
  };
}

function mapValues<In, Out>(
  record: Readonly<Record<string, In>>,
  change: (value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, change(value)]),
  );
}
