/** The page's line to the server: one WebSocket that mends itself. */

import type {
  BookSnapshot,
  ClientMessage,
  DrawerState,
  ExecutionOutcome,
  Journal,
  PageRequest,
  ServerMessage,
} from "../server/protocol";
import { type PackedBook, unpackBook } from "../services/packed-book";
import type { FormResults, Instruments } from "../types";

/** Messages that are not answers to a call. */
export type Push = Exclude<ServerMessage, { readonly type: "executed" }>;

export type Connection = {
  readonly send: (message: ClientMessage) => void;
  /**
   * Runs a function of the add-on. Never rejects: a lost line is an outcome
   * with an error.
   */
  readonly execute: (request: PageRequest) => Promise<ExecutionOutcome>;
};

type Listeners = {
  readonly onPush: (message: Push) => void;
  /** @param isRefused - Another run of the program answers: its address has another key. */
  readonly onState: (isConnected: boolean, isRefused: boolean) => void;
  /** Snapshot the page holds now; asked at every new socket. */
  readonly held: () => { readonly run: string; readonly number: number };
};

const RETRY_MS = 1_000;
const FORBIDDEN = 403;
const LOST: ExecutionOutcome = {
  outcome: "failed",
  error: {
    name: "ConnectionError",
    message:
      "Связь с программой прервалась, результат неизвестен. Проверьте, что программа работает, и обновите страницу.",
  },
};

/** `?user=` of the page's address, null for the host's own user. */
export function pageUser(): string | null {
  return new URLSearchParams(location.search).get("user");
}

export function connect(listeners: Listeners): Connection {
  const waiting = new Map<number, (outcome: ExecutionOutcome) => void>();
  let calls = 0;
  let socket = open();

  function open(): WebSocket {
    const { run, number } = listeners.held();
    const query = new URLSearchParams({ run, number: String(number) });
    const user = pageUser();
    if (user !== null) query.set("user", user);
    const made = new WebSocket(`ws://${location.host}/api/socket?${query}`);
    made.addEventListener("open", () => listeners.onState(true, false));
    made.addEventListener("message", (event) =>
      receive(JSON.parse(String(event.data)) as ServerMessage),
    );
    made.addEventListener("close", () => {
      listeners.onState(false, false);
      void isRefused().then((refused) => {
        if (refused) listeners.onState(false, true);
      });
      for (const resolve of waiting.values()) resolve(LOST);
      waiting.clear();
      setTimeout(() => {
        socket = open();
      }, RETRY_MS);
    });
    return made;
  }

  function receive(message: ServerMessage): void {
    if (message.type !== "executed") {
      listeners.onPush(message);
      return;
    }
    waiting.get(message.call)?.(message.result);
    waiting.delete(message.call);
  }

  const send = (message: ClientMessage) => {
    socket.send(JSON.stringify(message));
  };

  return {
    send,
    execute(request) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(LOST);
      calls += 1;
      const call = calls;
      return new Promise((resolve) => {
        waiting.set(call, resolve);
        send({ type: "execute", call, request });
      });
    },
  };
}

/**
 * The whole book. The first one is asked for by the page's HTML, so that it
 * travels while the script is still being read.
 *
 * @throws Error when the server does not give it.
 */
export async function fetchSnapshot(): Promise<BookSnapshot> {
  const holder = window as unknown as { firstSnapshot?: Promise<Response> };
  const first = holder.firstSnapshot;
  delete holder.firstSnapshot;
  const { workbook, ...snapshot } = await readJson<BookSnapshot>(
    await (first ?? fetch("/api/snapshot")),
  );
  return { ...snapshot, workbook: unpackBook(workbook as PackedBook) };
}

/** Whether the server is there and does not know this page's key. */
async function isRefused(): Promise<boolean> {
  try {
    return (await fetch("/api/forms")).status === FORBIDDEN;
  } catch {
    return false;
  }
}

export async function fetchDrawer(): Promise<DrawerState> {
  return readJson(await fetch("/api/drawer"));
}

/** The answers given to a form. */
export async function fetchFormResults(id: string): Promise<FormResults> {
  return readJson(
    await fetch(`/api/forms/${encodeURIComponent(id)}/responses`),
  );
}

/** @param after - Id of the newest entry known, null for all of them. */
export async function fetchJournal(after: string | null): Promise<Journal> {
  const query = after === null ? "" : `?${new URLSearchParams({ after })}`;
  return readJson(await fetch(`/api/journal${query}`));
}

/** @throws Error with the server's sentence when it refuses them. */
export async function putInstruments(next: Instruments): Promise<void> {
  const body = JSON.stringify(next);
  const response = await fetch("/api/instruments", { method: "PUT", body });
  if (response.status === 422) {
    const { message } = (await response.json()) as { readonly message: string };
    throw new Error(message);
  }
  await readJson(response);
}

/** @throws Error with the server's own sentence where it gave one. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: "POST",
    body: JSON.stringify(body),
  });
  if (response.ok) return (await response.json()) as T;
  const told = (await response.json().catch(() => ({}))) as {
    readonly message?: string;
  };
  throw new Error(told.message ?? `Сервер ответил ${response.status}.`);
}

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) {
    throw new Error(`Сервер ответил ${response.status}.`);
  }
  return (await response.json()) as T;
}
