/** The one way from the panel to the server: typed methods, JSON text both ways. */
import type { Reply, RpcMethod, RpcMethods } from "../../shared/rpc";
import {
  explainFailure,
  type Failure,
  refusal,
  SILENCE,
  unreadable,
} from "./failure";

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export type CallServer = <Method extends RpcMethod>(
  method: Method,
  input: RpcMethods[Method]["input"],
) => Promise<Outcome<RpcMethods[Method]["output"]>>;

/** The part of `google.script.run` the panel uses; chained calls return runners. */
export type ServerRunner = {
  readonly withSuccessHandler: (
    handler: (value: unknown) => void,
  ) => ServerRunner;
  readonly withFailureHandler: (
    handler: (error: unknown) => void,
  ) => ServerRunner;
  readonly rpc: (method: string, json: string) => void;
};

declare const google:
  | { readonly script?: { readonly run?: ServerRunner } }
  | undefined;

/** An execution is ended by Google after 6 minutes; half a minute for the way. */
const PATIENCE_MS = 390_000;

/** `google.script.run` of this page, or null where there is none. */
export function pageRunner(): ServerRunner | null {
  return typeof google === "undefined" ? null : (google.script?.run ?? null);
}

function readReply<T>(text: unknown): Outcome<T> {
  if (typeof text !== "string") {
    return { ok: false, failure: unreadable(String(text)) };
  }
  try {
    // The server's `rpc` is typed by the same RpcMethods; only the envelope is looked at here.
    const reply = JSON.parse(text) as Reply<T> | null;
    if (reply?.ok === true) {
      return { ok: true, value: reply.value };
    }
    if (reply?.ok === false) {
      return { ok: false, failure: refusal(reply.message) };
    }
    return { ok: false, failure: unreadable(text) };
  } catch {
    return { ok: false, failure: unreadable(text) };
  }
}

/**
 * A caller that never rejects: whatever goes wrong comes back as a `Failure`
 * ready to be shown. An answer after the wait is over is dropped.
 *
 * @param findRunner - Asked at each call; null means there is no server.
 * @param patienceMs - How long to wait for an answer, milliseconds.
 */
export function serverCaller(
  findRunner: () => ServerRunner | null = pageRunner,
  patienceMs: number = PATIENCE_MS,
): CallServer {
  return <Method extends RpcMethod>(
    method: Method,
    input: RpcMethods[Method]["input"],
  ) =>
    new Promise<Outcome<RpcMethods[Method]["output"]>>((resolve) => {
      const fail = (error: unknown) =>
        resolve({ ok: false, failure: explainFailure(error) });
      const timer = setTimeout(
        () => resolve({ ok: false, failure: SILENCE }),
        patienceMs,
      );
      const runner = findRunner();
      if (runner === null) {
        clearTimeout(timer);
        fail(new Error("google.script.run is absent"));
        return;
      }
      try {
        runner
          .withSuccessHandler((text) => {
            clearTimeout(timer);
            resolve(readReply(text));
          })
          .withFailureHandler((error) => {
            clearTimeout(timer);
            fail(error);
          })
          .rpc(method, JSON.stringify(input));
      } catch (error) {
        clearTimeout(timer);
        fail(error);
      }
    });
}
