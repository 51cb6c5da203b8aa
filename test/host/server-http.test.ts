/** What the server answers, to whom, and what it refuses. */
import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, startServer } from "../../host/server";
import type { FileView, FormView } from "../../host/types";
import { type MemoryHost, memoryHost } from "../support/memory-host";

const HOSTILE = `<img src=x onerror=alert(1)> "кавычки" & 'ещё'`;

const form: FormView = {
  id: "form1",
  title: HOSTILE,
  description: "",
  confirmation: `Записано ${HOSTILE}`,
  open: true,
  items: [
    { id: 7, type: "TEXT", title: "Код", help: "", required: true },
    {
      id: 8,
      type: "CHECKBOX",
      title: "Темы",
      help: "",
      required: false,
      choices: ["а", "б"],
    },
  ],
};
const documentFile: FileView & { content: Uint8Array } = {
  id: "doc1",
  name: 'Приказ № 42 "О парах"/итог',
  mimeType: "application/vnd.google-apps.document",
  trashed: false,
  createdTime: "2026-09-01T09:00:00.000Z",
  appProperties: {},
  content: new Uint8Array([80, 75, 1, 2]),
};

let host: MemoryHost;
let server: RunningServer;

beforeAll(async () => {
  host = memoryHost({
    forms: [form, { ...form, id: "closed", open: false }],
    files: [documentFile, { ...documentFile, id: "f1", mimeType: "text/csv" }],
    functions: { add: (_, a, b) => Number(a) + Number(b) },
  });
  server = await startServer(host, {
    port: 0,
    makePdf: async () => {
      throw new Error("LibreOffice не ответил.");
    },
  });
});
afterAll(async () => {
  await server.close();
  await host.close();
});

/** The page's own request: with the token in a header. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    redirect: "manual",
    ...init,
    headers: {
      authorization: `Bearer ${server.token}`,
      ...(init.headers as Record<string, string> | undefined),
    },
  });

/** Headers fetch does not let through, such as Host. */
function rawStatus(
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(
      { host: "127.0.0.1", port: server.port, path, headers },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    )
      .on("error", reject)
      .end();
  });
}

test("the address with the token opens the page and leaves a cookie", async () => {
  const response = await fetch(server.url);
  expect(response.status).toBe(200);
  const cookie = response.headers.get("set-cookie") ?? "";
  expect(cookie).toContain("SameSite=Strict");
  expect(cookie).toContain("HttpOnly");
  const pair = cookie.split(";")[0] ?? "";
  const again = await fetch(server.origin, { headers: { cookie: pair } });
  expect(again.status).toBe(200);
  expect(await again.text()).toContain("page.js");
});

test.each([
  "/",
  "/api/snapshot",
  "/api/drawer",
  "/api/clock",
  "/api/triggers",
  "/mail/letter1",
  "/mail/letter1/attachments/0",
  "/files/doc1",
  "/book.xlsx",
])("%s needs the token", async (path) => {
  expect((await fetch(`${server.origin}${path}`)).status).toBe(403);
  const wrong = await fetch(`${server.origin}${path}?token=x`);
  expect(wrong.status).toBe(403);
});

test("a name that is not this machine's is refused, token or not", async () => {
  const authorization = `Bearer ${server.token}`;
  const evil = { host: "evil.example", authorization };
  expect(await rawStatus("/api/snapshot", evil)).toBe(403);
  expect(await rawStatus("/forms/d/e/form1/viewform", evil)).toBe(403);
});

test("a post from another site's page is refused", async () => {
  const response = await ask("/api/execute", {
    method: "POST",
    headers: { origin: "https://evil.example" },
    body: JSON.stringify({ functionName: "add", kind: "rpc", args: [1, 2] }),
  });
  expect(response.status).toBe(403);
});

test.each([
  "/../package.json",
  "/%2e%2e/%2e%2e/package.json",
  "/files/..%2f..%2fpackage.json/download",
  "/files/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "/page.js/../../package.json",
])("%s is nothing of the server's", async (path) => {
  const authorization = `Bearer ${server.token}`;
  const status = await rawStatus(path, {
    host: `127.0.0.1:${server.port}`,
    authorization,
  });
  expect(status).toBe(404);
});

test("pages allow no script or address from elsewhere", async () => {
  const page = await ask("/");
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("unsafe-eval");
  expect(policy).not.toContain("http");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
});

test("an execution gives its value", async () => {
  const response = await ask("/api/execute", {
    method: "POST",
    body: JSON.stringify({ functionName: "add", kind: "rpc", args: [2, 40] }),
  });
  expect(await response.json()).toMatchObject({ outcome: "done", value: 42 });
});

test("the snapshot tells the book, its name and locale", async () => {
  expect(await (await ask("/api/snapshot")).json()).toMatchObject({
    name: "Пробная книга",
    locale: "ru_RU",
    number: expect.any(Number),
    run: expect.any(String),
    workbook: { id: "book" },
  });
});

test("the drawer lists what lies beside the book", async () => {
  const drawer = (await (await ask("/api/drawer")).json()) as {
    forms: unknown[];
  };
  expect(drawer.forms[0]).toEqual({
    id: "form1",
    title: HOSTILE,
    responses: 0,
    open: true,
    questions: 2,
  });
});

test("a respondent needs no token and sees texts, not markup", async () => {
  const response = await fetch(
    `${server.origin}/forms/d/e/form1/viewform?entry.7=${encodeURIComponent(HOSTILE)}`,
  );
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
});

test("an answer is recorded as it was given", async () => {
  const body = new URLSearchParams([
    ["entry.7", `=1+1 ${HOSTILE}`],
    ["entry.8", "а"],
    ["entry.8", "б"],
  ]);
  const response = await fetch(
    `${server.origin}/forms/d/e/form1/formResponse`,
    // A page without referrer sends its form with this origin.
    { method: "POST", body, headers: { origin: "null" } },
  );
  expect(response.status).toBe(200);
  expect(await response.text()).toContain("Записано &lt;img");
  expect(host.answers[host.answers.length - 1]).toEqual({
    7: `=1+1 ${HOSTILE}`,
    8: ["а", "б"],
  });
});

test("a closed form takes no answer", async () => {
  const before = host.answers.length;
  const response = await fetch(
    `${server.origin}/forms/d/e/closed/formResponse`,
    { method: "POST", body: new URLSearchParams({ "entry.7": "x" }) },
  );
  expect(response.status).toBe(409);
  expect(host.answers).toHaveLength(before);
});

test("the editor's address of a form leads to its page", async () => {
  const response = await fetch(`${server.origin}/forms/d/form1/viewform`, {
    redirect: "manual",
  });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/forms/d/e/form1/viewform");
});

test.each(["/forms/d/e/nothing/viewform", "/files/nothing", "/nothing"])(
  "%s is not there and says so in Russian",
  async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/[а-я]{4}/);
  },
);

test("a document downloads under its own name", async () => {
  const response = await ask("/files/doc1/download");
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("Приказ № 42 _О парах__итог.docx")}`,
  );
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(
    documentFile.content,
  );
});

test("a file that is no document is not offered as one", async () => {
  expect((await ask("/files/f1/download")).status).toBe(404);
});

test("a PDF that fails says why", async () => {
  const response = await ask("/files/doc1/pdf");
  expect(response.status).toBe(500);
  expect(await response.text()).toContain("LibreOffice не ответил.");
});

test("the book downloads as .xlsx", async () => {
  const response = await ask("/book.xlsx");
  expect(response.headers.get("content-type")).toContain("spreadsheetml");
  expect(response.headers.get("content-disposition")).toContain(
    encodeURIComponent("Пробная книга.xlsx"),
  );
});

test("a busy port is passed over", async () => {
  const other = memoryHost();
  const second = await startServer(other, { port: server.port });
  expect(second.port).toBeGreaterThan(server.port);
  await second.close();
  await other.close();
});
