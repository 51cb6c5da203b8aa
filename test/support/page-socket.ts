/** A window of the page without the page: its socket, and what came over it. */
import { expect, vi } from "vitest";
import { WebSocket } from "ws";
import { type RunningServer, startServer } from "../../host/server";
import type { ClientMessage, ServerMessage } from "../../host/server/protocol";
import type { BookMutation } from "../../host/types";
import type { MemoryHost } from "./memory-host";

export type TestWindow = {
  readonly received: readonly ServerMessage[];
  readonly send: (message: ClientMessage) => void;
  readonly close: () => void;
  /** Messages of one type so far. */
  readonly of: <Type extends ServerMessage["type"]>(
    type: Type,
  ) => Extract<ServerMessage, { readonly type: Type }>[];
  /** Every change told so far, in order. */
  readonly changes: () => Extract<
    ServerMessage,
    { readonly type: "mutations" }
  >["list"];
};

export type ServedHost = {
  readonly server: RunningServer;
  /** Opens a window that holds the first state of the book. */
  readonly open: (query?: Record<string, string>) => Promise<TestWindow>;
  readonly close: () => Promise<void>;
};

export async function serveHost(host: MemoryHost): Promise<ServedHost> {
  const server = await startServer(host, { port: 0 });
  const response = await fetch(`${server.origin}/api/snapshot`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  const { run } = (await response.json()) as { readonly run: string };
  return {
    server,
    open: (query = {}) =>
      openWindow(server, { token: server.token, run, number: "0", ...query }),
    async close() {
      await server.close();
      await host.close();
    },
  };
}

async function openWindow(
  server: RunningServer,
  query: Record<string, string>,
): Promise<TestWindow> {
  const search = new URLSearchParams(query);
  const socket = new WebSocket(
    `ws://127.0.0.1:${server.port}/api/socket?${search}`,
  );
  const received: ServerMessage[] = [];
  socket.on("message", (data) =>
    received.push(JSON.parse(String(data)) as ServerMessage),
  );
  await vi.waitFor(() => expect(received.length).toBeGreaterThan(0));
  const of: TestWindow["of"] = (type) =>
    received.filter((message) => message.type === type) as never;
  return {
    received,
    of,
    send: (message) => socket.send(JSON.stringify(message)),
    close: () => socket.close(),
    changes: () => of("mutations").flatMap((message) => message.list),
  };
}

/** A write of one cell, 0-based. */
export function cell(
  row: number,
  column: number,
  value: unknown,
): BookMutation {
  return {
    id: "sheet.mutation.set-range-values",
    params: {
      unitId: "book",
      subUnitId: "s1",
      cellValue: { [row]: { [column]: value } },
    },
  };
}

/** @param base - Last change the window had applied. */
export function edit(
  batch: number,
  base: number,
  ...mutations: BookMutation[]
): ClientMessage {
  return { type: "edit", batch, base, mutations };
}
