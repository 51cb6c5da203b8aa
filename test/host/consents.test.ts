/** Consents on the real bundle: documents with a sheet per person, dates, the gate before pairs. */
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import { openAfter } from "../support/prepared-book";
import { SETUP } from "../support/steps";

const PEOPLE = [
  "Роль;Год рождения;Класс;Должность;Форма наставничества;Согласие",
  "наставляемый;2010;8 «А»;;ученик – ученик;нет",
  "наставляемый;2015;4 «Б»;;ученик – ученик;нет",
  "наставник;2008;11 «А»;;ученик – ученик;нет",
].join("\n");

let host: OpenHost;

beforeAll(async () => {
  host = await openAfter([["setup", { ...SETUP[1], mode: "По кодам" }]]);
  await done("import", { text: PEOPLE, into: "auto" });
});

afterAll(() => host.close());

type Cells = Readonly<Record<string, unknown>>;

async function done(action: string, input: Cells = {}) {
  const answer = await runAction(host, action, input);
  expect(answer.state).toBe("done");
  return answer;
}

async function table(id: string): Promise<readonly Cells[]> {
  const { rows } = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly { readonly values: Cells }[];
  };
  return rows.map(({ values }) => values);
}

test("prints one document per kind, a sheet per person with the mark", async () => {
  await done("consents");
  const documents = await table("documents");
  const register = await table("consents");

  expect(documents.map(({ title }) => title)).toStrictEqual([
    "Согласие: обработка персональных данных – 3 листа",
    "Согласие: участие ребёнка в программе – 3 листа",
  ]);
  // 2010: both; 2015: the parent; 2008, 17 or 18 today: both.
  expect(register).toHaveLength(5 + 3);
  const zip = new PizZip(host.files.bytes(String(documents[0]?.["file"])));
  const text = zip.file("word/document.xml")?.asText() ?? "";

  expect(text.match(/\{\{(НСТ|НМ)-\d+\}\}/g)).toStrictEqual([
    "{{НСТ-001}}",
    "{{НСТ-002}}",
    "{{НМ-001}}",
  ]);
  expect(text.match(/w:pageBreakBefore/g)).toHaveLength(3);
  await done("consents");

  expect(await table("documents")).toHaveLength(2);
});

test("opens the gate when the dates are there, and not before", async () => {
  const before = await callAddOn(host, "preview", {
    action: "pair",
    input: {},
  });

  expect(JSON.stringify(before)).toContain('"verb":null');
  await done("consentsReceived", { kind: "processing", signed: "2026-09-04" });

  expect((await table("mentees")).map(({ consent }) => consent)).toStrictEqual([
    "получено",
    "получено",
  ]);
  await done("pair");

  expect((await table("pairs")).length).toBeGreaterThan(0);
});
