/** Files in and out of a running server: two-step import, downloads, refusals. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImportPreview, ImportResult } from "../../host/exchange/exchange";
import { readUpload } from "../../host/exchange/read-upload";
import { type RunningServer, startServer } from "../../host/server";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";

let snippet: SnippetHost;
let server: RunningServer;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "exchange-"));
  snippet = await openSnippetHost({
    workspace: join(folder, "workspace"),
    persist: true,
    now: "2026-09-01T09:00:00.000Z",
  });
  await snippet.run(`
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].setName('Пары');
    sheet.getRange('A1:A4').setNumberFormat('@');
    sheet.getRange('A1:C2').setValues([['ФИО', 'Часы', 'День'], ['Иванов, "И"', 1234.5, new Date(2026, 8, 1)]]);
    sheet.getRange('B2').setNumberFormat('#,##0.00');
    sheet.getRange('A3').setValue('=1+1');
    sheet.getRange('B3').setFormula('=B2*2');
  `);
  server = await startServer(snippet.host, {
    port: 0,
    exchange: snippet.host.exchange,
  });
});
afterAll(async () => {
  await server.close();
  await snippet.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${server.token}` },
  });
const post = (path: string, body: string | Uint8Array<ArrayBuffer>) =>
  ask(path, { method: "POST", body });
const messageOf = async (response: Response) =>
  ((await response.json()) as { readonly message: string }).message;

test("a tab comes as .csv with what its cells show", async () => {
  const response = await ask(`/tab.csv?tab=${encodeURIComponent("Пары")}`);

  expect(await response.text()).toBe(
    'ФИО,Часы,День\r\n"Иванов, ""И""","1\u00a0234,50",01.09.2026\r\n\'=1+1,2469,',
  );
  expect(response.headers.get("content-disposition")).toContain(
    `filename*=UTF-8''${encodeURIComponent("Новая таблица - Пары.csv")}`,
  );
  expect((await ask("/tab.csv?tab=../../book")).status).toBe(404);
});

test("everything comes as one .zip", async () => {
  await snippet.run(`
    const form = FormApp.create('Анкета: «после»', true);
    form.addTextItem().setTitle('Код');
    MailApp.sendEmail('a@example.org', 'Тема', '=текст');`);
  const [form] = snippet.host.forms.list();
  const item = form?.items[0]?.id ?? 0;
  await snippet.host.forms.submit(form?.id ?? "", { [item]: "=HYPERLINK(1)" });
  const zip = new PizZip(await (await ask("/everything.zip")).arrayBuffer());

  expect(
    Object.keys(zip.files).filter((name) => !name.endsWith("/")),
  ).toStrictEqual([
    "Новая таблица.xlsx",
    "Ответы/Анкета_ «после».csv",
    "Почта.csv",
  ]);
  const csv = zip.file("Ответы/Анкета_ «после».csv")?.asNodeBuffer();
  expect(csv?.toString("utf8")).toBe(
    "Отметка времени,Код\r\n2026-09-01T09:00:00.000Z,'=HYPERLINK(1)",
  );
});

test("a file is shown first and written when the person agrees", async () => {
  const looked = await post(
    `/api/import?name=${encodeURIComponent("../Список.csv")}`,
    new TextEncoder().encode("ФИО;Часы\nИванов;3,5\nИтого;=B2*2"),
  );
  const preview = (await looked.json()) as ImportPreview;
  expect(preview).toMatchObject({
    kind: "csv",
    formulas: 1,
    isBookEmpty: false,
    tabs: [{ title: "Список", rows: 3, columns: 2, formulas: 1 }],
  });
  expect(Object.keys(await snippet.host.book.grids())).not.toContain("Список");

  const written = await post(
    `/api/import/${preview.id}`,
    JSON.stringify({ mode: "tabs", formulas: "keep" }),
  );
  expect(await written.json()).toMatchObject({
    titles: ["Список"],
    backup: null,
  });
  expect(
    (await snippet.host.book.grids())["Список"]?.slice(0, 3),
  ).toMatchObject([
    ["ФИО", "Часы"],
    ["Иванов", 3.5],
    ["Итого", 7],
  ]);
});

test("a book instead of this one leaves the old workspace beside", async () => {
  const xlsx = await (await ask("/book.xlsx")).arrayBuffer();
  const { id } = (await (
    await post("/api/import?name=x.xlsx", new Uint8Array(xlsx))
  ).json()) as ImportPreview;
  const before = await snippet.host.book.grids();
  const result = (await (
    await post(
      `/api/import/${id}`,
      JSON.stringify({ mode: "book", formulas: "values" }),
    )
  ).json()) as ImportResult;

  expect(result.titles).toStrictEqual(Object.keys(before));
  expect(
    await snippet.run(`
    return SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Пары').getRange('B3').getFormula();`),
  ).toBe("");
  expect((await snippet.host.book.grids())["Пары"]?.[2]?.[1]).toBe(2469);
  const backup = result.backup ?? "";
  expect(backup).toBe(`${join(folder, "workspace")}.backup-20260901-090000`);
  expect(existsSync(join(backup, "host.lock.json"))).toBe(false);
  const kept = readdirSync(backup)
    .filter((name) => /\.jsonl?$/.test(name))
    .map((name) => readFileSync(join(backup, name), "utf8"));
  expect(kept.join()).toContain("Пары");
});

test("bad files and bad choices are refused in Russian", async () => {
  const png = await post(
    "/api/import?name=a.xlsx",
    Uint8Array.from([137, 80, 0]),
  );
  expect([png.status, await messageOf(png)]).toStrictEqual([
    422,
    "Это не таблица. Загружаются файлы .xlsx, .ods и .csv.",
  ]);
  const large = await post("/api/import", new Uint8Array(20_000_001));
  expect(large.status).toBe(413);
  expect(await messageOf(large)).toContain("до 20 МБ");
  const choice = JSON.stringify({ mode: "tabs", formulas: "keep" });
  expect((await post("/api/import/nothing", choice)).status).toBe(422);
  expect((await post("/api/import/nothing", `{"mode":"x"}`)).status).toBe(400);
});

test.each(["/everything.zip", "/tab.csv?tab=0"])(
  "%s needs the token",
  async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(403);
  },
);

test("import needs the token and this machine's own page", async () => {
  const init = { method: "POST", body: "a,b" };
  expect((await fetch(`${server.origin}/api/import`, init)).status).toBe(403);
  const foreign = await fetch(`${server.origin}/api/import`, {
    ...init,
    headers: {
      authorization: `Bearer ${server.token}`,
      origin: "https://evil.example",
    },
  });
  expect(foreign.status).toBe(403);
});

test.each([
  "/files/..%2f..%2fworkspace.json/download",
  "/api/files/..%2f..%2fetc%2fpasswd",
  "/api/files/%2e%2e%2fworkspace.json",
  "/..%2f..%2fpackage.json",
])("no path leads out of the workspace: %s", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("a file that takes too long is given up", async () => {
  const slow = new TextEncoder().encode("a,b\n".repeat(100_000));

  await expect(readUpload(slow, "a.csv", { timeLimitMs: 1 })).rejects.toThrow(
    "слишком долго",
  );
});
