/** The server's routes for the clock, triggers and letters. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../host/server";
import { type MemoryHost, memoryHost } from "../support/memory-host";

let host: MemoryHost;
let server: RunningServer;

beforeAll(async () => {
  host = memoryHost();
  server = await startServer(host, { port: 0 });
});
afterAll(async () => {
  await server.close();
  await host.close();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${server.token}` },
  });

test("the clock is moved only by a request that says how", async () => {
  const post = async (body: string) =>
    (await ask("/api/clock", { method: "POST", body })).status;

  expect(await post('{"advanceMs":3600000}')).toBe(200);
  expect(await post('{"set":"2026-09-07T09:00:00+03:00"}')).toBe(200);
  for (const wrong of ["", "null", '{"set":"завтра"}', '{"advanceMs":0.5}']) {
    expect(await post(wrong)).toBe(400);
  }
  const run = await ask("/api/triggers/t1/run", { method: "POST" });
  expect([run.status, await run.json()]).toEqual([
    422,
    { message: "Триггера нет." },
  ]);
});

test("a letter may draw itself and nothing else", async () => {
  const response = await ask("/mail/letter1");
  const policy = response.headers.get("content-security-policy");

  expect(response.status).toBe(404);
  expect(policy).toContain("sandbox; default-src 'none'");
});
