/** Answers one service call of an execution. */
import { setTimeout as pause } from "node:timers/promises";
import type { Execution, GlobalService, Manifest } from "../services/registry";
import {
  apiNameOf,
  ServiceError,
  type ServiceObject,
} from "../services/service-object";
import { checkAuthMode } from "./auth-mode";
import type { Counter } from "./meter";
import { publishedCostMs } from "./published-costs";
import { checkScopes } from "./scopes";
import {
  decodeValue,
  encodeReply,
  type Handles,
  membersOf,
  type Target,
} from "./wire";

/** All that one execution's calls share. */
export type CallContext = {
  readonly execution: Execution;
  readonly manifest: Manifest;
  readonly counter: Counter;
  /** Global name in the realm → service. */
  readonly globals: ReadonlyMap<string, GlobalService>;
  readonly handles: Handles;
  /** Every counted call takes as long as published figures say. */
  readonly isSlowed: boolean;
  /** Whether the thread is gone: a call it left behind takes no effect. */
  readonly isOver: () => boolean;
};

type CallRequest = {
  readonly t: Target;
  readonly m: string;
  readonly a: readonly unknown[];
};

type LogRequest = { readonly log: string; readonly level: string };

/**
 * @param json - What the realm sent: a call, or a line for the log.
 * @param kill - Ends the thread, when an instrument says so.
 * @returns The reply's JSON text, or null when there is none to give.
 */
export async function answerCall(
  context: CallContext,
  json: string,
  kill: () => void,
): Promise<string | null> {
  if (context.isOver()) return null;
  const request = JSON.parse(json) as CallRequest | LogRequest;
  if ("log" in request) {
    context.execution.log(request.log);
    return "{}";
  }
  try {
    return await perform(context, request, kill);
  } catch (error) {
    return JSON.stringify({ e: failureOf(error, request) });
  }
}

async function perform(
  context: CallContext,
  request: CallRequest,
  kill: () => void,
): Promise<string | null> {
  const { execution, manifest, counter, handles } = context;
  const object = objectAt(context, request.t);
  const call = `${apiNameOf(object)}.${request.m}`;
  if (!membersOf(Object.getPrototypeOf(object) as object).includes(request.m)) {
    throw new ServiceError(`${call} is not available on the local host`);
  }
  checkAuthMode(call, execution.authMode);
  checkScopes(call, manifest.oauthScopes);
  const { light } = object.constructor as typeof ServiceObject;
  const isLight = light.has(request.m);
  const verdict = counter.count(call, isLight);
  if (verdict === "kill-before") {
    kill();
    return null;
  }
  if (context.isSlowed && !isLight) {
    await pause(publishedCostMs(call));
    if (context.isOver()) return null;
  }
  if (verdict === "fail") {
    throw new ServiceError(
      `Service failed while accessing the document (fault on demand at ${call}).`,
    );
  }
  const method = (object as unknown as Record<string, unknown>)[request.m] as (
    ...args: unknown[]
  ) => unknown;
  const args = request.a.map((value) =>
    decodeValue(value, (target) => objectAt(context, target)),
  );
  const value = await method.apply(object, args);
  if (verdict === "kill-after") {
    kill();
    return null;
  }
  return encodeReply(value, handles);
}

function objectAt(context: CallContext, target: Target): ServiceObject {
  const known = context.handles.byTarget.get(target);
  if (known !== undefined) return known;
  const made = typeof target === "string" ? makeGlobal(context, target) : null;
  if (made === null) {
    throw new ServiceError(`There is no object ${target} in this execution`);
  }
  context.handles.byTarget.set(target, made);
  return made;
}

function makeGlobal(context: CallContext, path: string): ServiceObject | null {
  const [name = "", space] = path.split(".");
  const service = context.globals.get(name);
  if (service === undefined) return null;
  if (space === undefined) return service.create(context.execution);
  return service.namespaces?.[space]?.create(context.execution) ?? null;
}

function failureOf(
  error: unknown,
  request: CallRequest,
): { readonly name: string; readonly message: string } {
  if (error instanceof ServiceError) {
    return { name: error.name, message: error.message };
  }
  const message = error instanceof Error ? error.message : String(error);
  // Our own mistake: it must not look like an answer of Google's.
  return { name: "InternalError", message: `${request.m}: ${message}` };
}
