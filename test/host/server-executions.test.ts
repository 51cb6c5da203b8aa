/** Executions that windows start, and where their dialogs appear. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { cell, edit, type ServedHost, serveHost } from "../support/page-socket";

let host: MemoryHost;
let served: ServedHost;
let finish: (() => void) | null = null;

beforeEach(async () => {
  finish = null;
  host = memoryHost({
    functions: {
      toast: ({ show }, message) =>
        show({ kind: "toast", title: "", message: String(message) }),
      slow: () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
      ask: ({ ask }) => ask("Вопрос", "Продолжить?"),
      write: ({ write }, row, column, value) =>
        write(Number(row), Number(column), value as string),
      fail: () => {
        throw new TypeError("сломалось");
      },
    },
  });
  served = await serveHost(host);
});
afterEach(() => served.close());

test("a message that is not understood ends the line, not the server", async () => {
  const window = await served.open();
  window.send({ type: "execute" } as never);
  const next = await served.open();
  next.send(edit(1, 0, cell(0, 0, { v: 1, t: 2 })));
  await vi.waitFor(() => expect(next.of("accepted")).toHaveLength(1));
});

test("a toast appears in the window that asked, not in its neighbour", async () => {
  const one = await served.open();
  const other = await served.open();
  one.send({
    type: "execute",
    call: 5,
    request: { functionName: "toast", kind: "menu", args: ["готово"] },
  });
  await vi.waitFor(() => expect(one.of("executed")).toHaveLength(1));
  expect(one.of("ui").map(({ event }) => event)).toEqual([
    { kind: "toast", title: "", message: "готово" },
  ]);
  expect(other.of("ui")).toEqual([]);
  expect(other.of("changed").length).toBeGreaterThan(0);
});

test("what an execution wrote is told before its answer", async () => {
  const window = await served.open();
  window.send({
    type: "execute",
    call: 1,
    request: { functionName: "write", kind: "menu", args: [2, 2, "x"] },
  });
  await vi.waitFor(() => expect(window.of("executed")).toHaveLength(1));
  const order = window.received.map((message) => message.type);
  expect(order.indexOf("mutations")).toBeLessThan(order.indexOf("executed"));
});

test("`?user=` is whose executions a window starts", async () => {
  const window = await served.open({ user: "second@example.org" });
  window.send({
    type: "execute",
    call: 1,
    request: { functionName: "toast", kind: "menu", args: ["x"] },
  });
  await vi.waitFor(() => expect(window.of("ui")).toHaveLength(1));
  expect(host.executions()[0]?.user).toBe("second@example.org");
});

test("a question waits for its button", async () => {
  const window = await served.open();
  window.send({
    type: "execute",
    call: 1,
    request: { functionName: "ask", kind: "menu" },
  });
  await vi.waitFor(() => expect(window.of("ui")).toHaveLength(1));
  const event = window.of("ui")[0]?.event;
  if (event?.kind !== "alert") throw new Error("no alert came");
  window.send({ type: "answer-alert", id: event.id, button: "NO" });
  await vi.waitFor(() => expect(window.of("executed")).toHaveLength(1));
  expect(window.of("executed")[0]?.result.value).toBe("NO");
});

test("a question that no window can show is closed unanswered", async () => {
  const result = await host.execute({ functionName: "ask", kind: "trigger" });
  expect(result.value).toBe("CLOSE");
});

test("an error comes back with its name and message", async () => {
  const window = await served.open();
  window.send({
    type: "execute",
    call: 9,
    request: { functionName: "fail", kind: "rpc" },
  });
  await vi.waitFor(() => expect(window.of("executed")).toHaveLength(1));
  expect(window.of("executed")[0]).toMatchObject({
    call: 9,
    result: {
      outcome: "failed",
      error: { name: "TypeError", message: "сломалось" },
    },
  });
});

test("a closed window does not stop its execution", async () => {
  const window = await served.open();
  window.send({
    type: "execute",
    call: 1,
    request: { functionName: "slow", kind: "rpc" },
  });
  await vi.waitFor(() => expect(finish).not.toBeNull());
  window.close();
  finish?.();
  await vi.waitFor(() =>
    expect(host.executions().map(({ outcome }) => outcome)).toEqual(["done"]),
  );
});

test.each(["", "wrong"])("a socket with token %j is refused", async (token) => {
  const socket = new WebSocket(
    `ws://127.0.0.1:${served.server.port}/api/socket?token=${token}`,
  );
  const status = await new Promise((resolve) => {
    socket.on("unexpected-response", (_, response) =>
      resolve(response.statusCode),
    );
    socket.on("error", () => undefined);
  });
  expect(status).toBe(403);
});

test("a socket from another site's page is refused", async () => {
  const socket = new WebSocket(
    `ws://127.0.0.1:${served.server.port}/api/socket?token=${served.server.token}`,
    { origin: "https://evil.example" },
  );
  const status = await new Promise((resolve) => {
    socket.on("unexpected-response", (_, response) =>
      resolve(response.statusCode),
    );
    socket.on("error", () => undefined);
  });
  expect(status).toBe(403);
});
