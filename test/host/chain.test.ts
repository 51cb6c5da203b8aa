/** The whole chain on the real bundle: what a newcomer does in the page, done by executions. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { IWorkbookData } from "@univerjs/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import {
  IMPORT,
  ORDER,
  ROADMAP_TABLE,
  ROADMAP_TEXT,
  SETUP,
} from "../support/steps";

let host: OpenHost;

const NOW = "2026-09-07T09:00:00+03:00";
const workspace = mkdtempSync(join(tmpdir(), "chain-"));

beforeAll(async () => {
  host = await openHost({ workspace, now: NOW });
});

afterAll(async () => {
  await host.close();
  rmSync(workspace, { recursive: true });
});

type Cells = Readonly<Record<string, unknown>>;

async function table(id: string): Promise<readonly Cells[]> {
  const { rows } = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly { readonly id: string; readonly values: Cells }[];
  };
  return rows.map((row) => row.values);
}

async function done(action: string, input: Cells = {}) {
  const answer = await runAction(host, action, input);
  expect(answer.state).toBe("done");
  return answer;
}

const indicator = async (key: string) =>
  (await table("indicators")).find((row) => row["id"] === key);

test("sets up an empty book and changes nothing the second time", async () => {
  await done(...SETUP);
  const before = await host.book.grids();
  const again = await done(...SETUP);

  expect(again.state === "done" && again.summary[0]).toMatch(
    /Всё уже настроено/,
  );
  expect(await host.book.grids()).toStrictEqual(before);
});

test("imports 30 mentees and 12 mentors and keeps their texts as written", async () => {
  await done(...IMPORT);
  const mentors = await table("mentors");

  expect(await table("mentees")).toHaveLength(30);
  expect(mentors).toHaveLength(12);
  expect(mentors[3]?.["contacts"]).toBe("+79000000004");
});

test("pairs and approves people of one form with consent, within their places", async () => {
  await done("pair");
  await done("approve");
  const pairs = await table("pairs");
  const people = new Map(
    [...(await table("mentors")), ...(await table("mentees"))].map((row) => [
      row["id"],
      row,
    ]),
  );
  const loads = new Map<unknown, number>();
  for (const pair of pairs) {
    const [mentor, mentee] = [
      people.get(pair["mentorId"]),
      people.get(pair["menteeId"]),
    ];
    expect([
      mentor?.["consent"],
      mentee?.["consent"],
      mentor?.["form"],
    ]).toStrictEqual(["получено", "получено", mentee?.["form"]]);
    loads.set(mentor?.["id"], (loads.get(mentor?.["id"]) ?? 0) + 1);
  }

  expect(pairs).toHaveLength(23);
  expect(
    [...loads].filter(
      ([id, load]) => load > Number(people.get(id)?.["capacity"]),
    ),
  ).toStrictEqual([]);
  expect(people.get(pairs[0]?.["menteeId"])?.["mentor"]).toBe(
    people.get(pairs[0]?.["mentorId"])?.["fio"],
  );
});

test("makes the order once, as a document with its register row", async () => {
  await done(...ORDER);
  const [document] = await table("documents");
  const file = host.files.list().find((one) => one.id === document?.["file"]);

  expect(document).toMatchObject({
    number: "42-ОД",
    date: "2026-09-07",
    status: "черновик",
  });
  expect(file?.name).toMatch(/^Приказ № 42-ОД О закреплении/);
  await expect(runAction(host, "order", {})).resolves.toMatchObject({
    state: "done",
    summary: ["Нет пар, которые можно включить в приказ."],
  });
  expect(host.files.list().filter((one) => !one.trashed)).toHaveLength(1);
});

test("reads both roadmaps with dates and keeps the wording", async () => {
  await done("roadmap", { text: ROADMAP_TABLE });
  await done("roadmap", { text: ROADMAP_TEXT });
  const stages = await table("roadmap");

  expect(stages).toHaveLength(17);
  expect(stages[0]).toMatchObject({
    dateText: "Август 2022 г.",
    start: "2022-08-01",
    end: "2022-08-31",
  });
  expect(stages[14]).toMatchObject({
    start: "2024-09-05",
    end: "2025-05-31",
    responsible: "Администрация школы, куратор, наставники",
  });
  expect(String(stages[14]?.["dateText"]).replace(/\s+/g, "")).toBe(
    "05.09.2024г.–31.05.2025г.",
  );
});

test("loads an answer by personal link into the bank, never executes it, never twice", async () => {
  await done("forms", { questionnaire: "mentor-profile" });
  const [mentor] = await table("mentors");
  const link = new URL(String(mentor?.["link"]), "http://localhost");
  const [form] = host.forms.list();
  const answers: Record<string, string | string[]> = {};
  for (const item of form?.items ?? []) {
    const prefilled = link.searchParams.get(`entry.${item.id}`);
    if (prefilled !== null) {
      answers[item.id] = prefilled;
    } else if (item.title.startsWith("Чем Вы увлекаетесь")) {
      answers[item.id] = '=IMPORTXML("http://example.org";"//a")';
    } else if (item.required) {
      answers[item.id] =
        item.type === "CHECKBOX"
          ? ["Цифровые инструменты", "Профориентация"]
          : (item.choices?.[0] ?? "3");
    }
  }
  await host.forms.submit(form?.id ?? "", answers);
  await done("intake");
  await done("intake");
  const [after] = await table("mentors");

  expect(await table("answers")).toHaveLength(1);
  expect(after).toMatchObject({
    topics: "Цифровые инструменты; Профориентация",
    capacity: 3,
    interests: '=IMPORTXML("http://example.org";"//a")',
  });
});

test("keeps an answer without a valid key as «неразобран»", async () => {
  const [form] = host.forms.list();
  const answers = Object.fromEntries(
    (form?.items ?? [])
      .filter((item) => item.required)
      .map((item) => [
        item.id,
        item.type === "CHECKBOX"
          ? ["Профориентация"]
          : (item.choices?.[0] ?? "2"),
      ]),
  );
  await host.forms.submit(form?.id ?? "", answers);
  await done("intake");
  const rows = await table("answers");

  expect(rows[rows.length - 1]).toMatchObject({
    state: "неразобран",
    person: null,
  });
});

test("shows indicators that change when a cell changes", async () => {
  const before = await indicator("young-mentees");
  await done("setup", { youngTotal: 14 });

  expect(before).toMatchObject({
    whole: 10,
    value: (100 * Number(before?.["part"])) / 10,
  });
  expect(await indicator("young-mentees")).toMatchObject({
    whole: 14,
    value: Math.round((1000 * Number(before?.["part"])) / 14) / 10,
  });
});

test("takes the last action back", async () => {
  await done("undo");

  expect(await indicator("young-mentees")).toMatchObject({ whole: 10 });
});

test("leaves a journal without personal data", async () => {
  const journal = JSON.stringify(await table("journal"));
  const people = [...(await table("mentors")), ...(await table("mentees"))];

  expect(
    people.filter((row) => journal.includes(String(row["fio"]))),
  ).toStrictEqual([]);
  expect(journal).toContain("выполнено");
});

test("comes back the same from a folder that was never closed", async () => {
  const copy = mkdtempSync(join(tmpdir(), "chain-"));
  cpSync(workspace, copy, { recursive: true });
  const again = await openHost({ workspace: copy, now: NOW });
  const [before, after] = [await wholeBook(host), await wholeBook(again)];
  await again.close();
  const closed = await openHost({ workspace: copy, now: NOW });
  const afterClose = await wholeBook(closed);
  await closed.close();
  rmSync(copy, { recursive: true });

  expect(after).toStrictEqual(before);
  expect(afterClose).toStrictEqual(before);
});

/** The book as stored: styles in place of the engine's keys of them, no empty lists, no random keys of links. */
async function wholeBook({ book }: OpenHost): Promise<unknown> {
  await book.settled();
  const { styles, ...rest } = book.snapshot() as IWorkbookData;
  const resources = rest.resources?.map(({ name, data }) => [
    name,
    JSON.parse(data || "null"),
  ]);
  return JSON.parse(
    JSON.stringify({ ...rest, resources }, (key, value) => {
      if (Array.isArray(value) && value.length === 0) return undefined;
      if (key === "rangeId") return undefined;
      const isStyle = key === "s" && typeof value === "string";
      return isStyle ? styles[value] : value;
    }),
  );
}
