/** A workspace as the commands see it: opened here, or through the server that has it open. */
import { setTimeout as pause } from "node:timers/promises";
import type { Exchange } from "../exchange/exchange";
import type { OpenHost } from "../host";
import { type ClockRequest, moveClock } from "../server/clock-routes";
import { DEFAULT_PORT } from "../server/listen";
import type {
  ClockMove,
  ExecutionResult,
  FileView,
  FormView,
  Host,
  Instruments,
  TriggerView,
} from "../types";
import { CommandError } from "./failure";
import { type Lock, type LockFile, takeLock } from "./lock";

export type Client = Pick<Host, "execute"> & {
  readonly exchange: Exchange;
  readonly executions: () => Promise<readonly ExecutionResult[]>;
  readonly forms: () => Promise<readonly FormView[]>;
  readonly submit: Host["forms"]["submit"];
  readonly files: () => Promise<readonly FileView[]>;
  readonly bytes: (id: string) => Promise<Uint8Array>;
  readonly bookXlsx: () => Promise<Uint8Array>;
  /** Sets the standing instruments of the host. */
  readonly instrument: (next: Instruments) => Promise<void>;
  readonly triggers: () => Promise<readonly TriggerView[]>;
  readonly runTrigger: Host["runTrigger"];
  /** Moves the clock; null only reads it. */
  readonly clock: (request: ClockRequest | null) => Promise<ClockMove>;
  readonly close: () => Promise<void>;
};

export type ClientOptions = {
  readonly workspace: string;
  /** Folder of the built add-on. */
  readonly distDir: string;
  /** ISO moment at which the clock stands; a running server keeps its own. */
  readonly now?: string;
};

/** Links written now are opened when the page is served. */
const LATER_ORIGIN = `http://127.0.0.1:${DEFAULT_PORT}`;

/** How long another command may take before this one gives up; chosen. */
const WAIT_MS = 60_000;
const WAIT_STEP_MS = 100;

/**
 * Opens the workspace, or attaches to the server that has it open; waits for
 * another command to finish.
 *
 * @throws CommandError when the workspace stays taken.
 */
export async function openClient(options: ClientOptions): Promise<Client> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const taken = takeLock(options.workspace);
    if ("lock" in taken) {
      return openLocally(options, taken.lock);
    }
    const server = await reachServer(taken.holder);
    if (server !== null) return server;
    if (Date.now() > deadline) {
      throw new CommandError(
        `Рабочую папку занял другой процесс (${taken.holder.pid}). Дождитесь его или завершите.`,
      );
    }
    await pause(WAIT_STEP_MS);
  }
}

async function openLocally(
  options: ClientOptions,
  lock: Lock,
): Promise<Client> {
  try {
    // The engine takes a second to load; an attached client needs none.
    const { openHost } = await import("../host");
    const host = await openHost({ ...options, origin: LATER_ORIGIN });
    return localClient(host, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function localClient(host: OpenHost, release: () => void): Client {
  return {
    execute: host.execute,
    exchange: host.exchange,
    executions: async () => host.executions(),
    forms: async () => host.forms.list(),
    submit: host.forms.submit,
    files: async () => host.files.list(),
    bytes: async (id) => host.files.bytes(id),
    bookXlsx: host.book.exportXlsx,
    instrument: async (next) => host.instruments.set(next),
    triggers: async () => host.triggers(),
    runTrigger: host.runTrigger,
    clock: (request) => moveClock(host.clock, request),
    async close() {
      await host.close();
      release();
    },
  };
}

/** Null when nobody serves there yet. */
export async function reachServer(holder: LockFile): Promise<Client | null> {
  const { port, token } = holder;
  if (port === undefined || token === undefined) return null;
  const client = httpClient(`http://127.0.0.1:${port}`, token);
  try {
    await client.forms();
    return client;
  } catch {
    return null;
  }
}

function httpClient(origin: string, token: string): Client {
  const headers = { authorization: `Bearer ${token}` };
  const ask = async (
    path: string,
    body?: unknown,
    method = "POST",
  ): Promise<Response> => {
    const response = await fetch(`${origin}${path}`, {
      headers,
      ...(body === undefined ? {} : { method, body: bodyOf(body) }),
    });
    if (!response.ok) throw await errorOf(response);
    return response;
  };
  const json = async <T>(path: string, body?: unknown): Promise<T> =>
    (await (await ask(path, body)).json()) as T;
  const bytes = async (path: string): Promise<Uint8Array> =>
    new Uint8Array(await (await ask(path)).arrayBuffer());
  const segment = encodeURIComponent;
  return {
    execute: (request) => json("/api/execute", request),
    exchange: {
      preview: (file, name) => json(`/api/import?name=${segment(name)}`, file),
      apply: (id, choice) => json(`/api/import/${segment(id)}`, choice),
      everything: () => bytes("/everything.zip"),
      tabCsv: async (tab) => {
        const response = await fetch(`${origin}/tab.csv?tab=${segment(tab)}`, {
          headers,
        });
        if (response.status === 404) return null;
        if (!response.ok) throw await errorOf(response);
        return { title: tab, text: await response.text() };
      },
    },
    executions: () => json("/api/executions"),
    forms: () => json("/api/forms"),
    submit: (id, answers) =>
      json(`/api/forms/${segment(id)}/responses`, answers),
    files: () => json("/api/files"),
    bytes: (id) => bytes(`/api/files/${segment(id)}`),
    bookXlsx: () => bytes("/book.xlsx"),
    instrument: async (next) =>
      void (await ask("/api/instruments", next, "PUT")),
    triggers: () => json("/api/triggers"),
    runTrigger: (id) => json(`/api/triggers/${segment(id)}/run`, {}),
    clock: (request) =>
      request === null ? json("/api/clock") : json("/api/clock", request),
    close: async () => undefined,
  };
}

/** A file goes as its bytes, everything else as JSON. */
function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array
    ? new Uint8Array(body)
    : JSON.stringify(body);
}

/** The server's own sentence where it gave one. */
async function errorOf(response: Response): Promise<CommandError> {
  try {
    const { message } = (await response.json()) as { message?: unknown };
    if (typeof message === "string") return new CommandError(message);
  } catch {
    // Not JSON: the status says enough.
  }
  return new CommandError(`Сервер ответил ${response.status}.`);
}
