/** The execution log and the instruments over HTTP. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../host/server";
import type { Journal } from "../../host/server/protocol";
import { type MemoryHost, memoryHost } from "../support/memory-host";

let host: MemoryHost;
let server: RunningServer;

beforeAll(async () => {
  host = memoryHost({
    functions: {
      add: (_, a, b) => Number(a) + Number(b),
      refuse: () =>
        JSON.stringify({ ok: false, code: "X", message: "Сначала настройте." }),
    },
  });
  server = await startServer(host, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await host.close();
});

/** The page's own request: with the token in a header. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${server.token}`,
      ...(init.headers as Record<string, string> | undefined),
    },
  });

test("the journal tells new executions, newest first, without values", async () => {
  const journal = async (after: string) =>
    (await (await ask(`/api/journal?after=${after}`)).json()) as Journal;
  const first = await host.execute({ functionName: "add", kind: "menu" });
  await host.execute({ functionName: "nothing", kind: "menu", caption: "Нет" });
  await host.execute({
    functionName: "refuse",
    kind: "rpc",
    args: ["apply", JSON.stringify({ action: "pair" })],
  });

  const { isWhole, entries } = await journal(first.id);
  expect(isWhole).toBe(false);
  expect(entries).toMatchObject([
    { method: "apply pair", outcome: "done", refusal: "Сначала настройте." },
    { caption: "Нет", outcome: "failed", error: { name: "ReferenceError" } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('"value"');
  const all = await journal("unknown");
  expect(all.isWhole).toBe(true);
  expect(all.entries).toHaveLength(host.executions().length);
});

test("instruments are set for all, and only by those with the token", async () => {
  const put = (body: unknown, headers = {}) =>
    ask("/api/instruments", {
      method: "PUT",
      body: JSON.stringify(body),
      headers,
    });
  const on = { failAt: 3, latency: "published" };
  expect(await (await put(on)).json()).toEqual(on);
  expect(await (await ask("/api/instruments")).json()).toEqual(on);
  expect(host.instruments.get()).toEqual(on);

  const wrong = await put({ failAt: 0 });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    422,
    { message: expect.stringMatching(/failAt: ожидается/) },
  ]);
  const evil = await put({}, { origin: "https://evil.example" });
  const nobody = await fetch(`${server.origin}/api/instruments`, {
    method: "PUT",
    body: "{}",
  });
  expect([evil.status, nobody.status]).toEqual([403, 403]);
  expect(host.instruments.get()).toEqual(on);
  expect((await put({})).status).toBe(200);
});
