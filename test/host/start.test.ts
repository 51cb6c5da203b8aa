/** «Начало» and the way to a remark's cell, on the real bundle. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, previewAction, runAction } from "../../host/add-on";
import type { UiEvent } from "../../host/types";
import type { SnippetHost } from "../contract/snippet-host";
import { CODE, doByHand } from "../support/by-hand";
import { compareFormulas, needsLibreOffice } from "../support/libreoffice";
import { openSnippetsAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let snippets: SnippetHost;

beforeAll(async () => {
  // LibreOffice counts by the machine's own day, so the host does too.
  snippets = await openSnippetsAfter([SETUP, IMPORT], new Date().toISOString());
});

afterAll(() => snippets.close());

const byHand = (body: string) => doByHand(snippets, body);

/** Row key → what its columns show. */
async function shown(): Promise<Readonly<Record<string, unknown[]>>> {
  const grid = (await snippets.host.book.grids())["Начало"] ?? [];
  return Object.fromEntries(grid.slice(1).map((row) => [row[6], row]));
}

async function counts(...keys: readonly string[]): Promise<unknown[]> {
  const rows = await shown();
  return keys.map((key) => rows[`count-${key}`]?.[3]);
}

/** The selection that the panel's `show` asks the window for. */
async function jump(input: Readonly<Record<string, unknown>>) {
  const events: UiEvent[] = [];
  const stop = snippets.host.onUi((event) => events.push(event));
  await callAddOn(snippets.host, "show", input);
  stop();
  return events.flatMap((event) =>
    event.kind === "activate" ? [event.a1] : [],
  );
}

test("is the first tab, and its steps follow the data", async () => {
  const rows = await shown();

  expect(Object.keys(await snippets.host.book.grids())[0]).toBe("Начало");
  expect(rows["step-setup"]?.[2]).toBe("готово");
  expect(rows["step-import"]?.slice(2, 4)).toStrictEqual(["готово", 42]);
  expect(rows["step-consents"]?.slice(2, 5)).toStrictEqual([
    "сейчас",
    6,
    "Нет согласия: 6.",
  ]);
  expect(rows["step-approve"]?.[2]).toBe("ждёт");
});

test("counts at once what the curator writes into the tabs", async () => {
  await byHand(`
    const today = new Date();
    const day = (after) => new Date(today.getFullYear(), today.getMonth(), today.getDate() + after);
    const put = (title, row, values) => {
      const s = book.getSheetByName(title);
      const notes = s.getRange(1, 1, 1, s.getLastColumn()).getNotes()[0];
      for (const key in values) s.getRange(row, notes.findIndex((n) => n.endsWith('ключ: ' + key)) + 1).setValue(values[key]);
    };
    put('Наставляемые', 2, { status: 'выбыл' });
    put('Наставляемые', 3, { consent: '' });
    put('Пары', 2, { id: 'П-001', status: 'активна' });
    put('Пары', 3, { id: 'П-002', status: 'утверждена', documentId: 'Д-001' });
    put('Пары', 4, { id: 'П-003', status: 'черновик' });
    put('Дорожная карта', 2, { id: 'Э-01', end: day(-1), status: 'не начато' });
    put('Дорожная карта', 3, { id: 'Э-02', end: day(-1), status: 'выполнено' });
    put('Дорожная карта', 4, { id: 'Э-03', end: day(0), status: '' });
    put('Дорожная карта', 5, { id: 'Э-04', end: day(7), status: 'в работе' });
    put('Дорожная карта', 6, { id: 'Э-05', end: day(8), status: 'в работе' });
    put('Согласия', 2, { until: day(30), state: 'действует' });
    put('Согласия', 3, { until: day(31), state: 'действует' });
    put('Документы', 2, { id: 'Д-001', status: 'на подписи' });
  `);

  expect(await counts("mentees", "lackMentees")).toStrictEqual([29, 5]);
  expect(await counts("pairs", "drafts", "unordered")).toStrictEqual([3, 1, 1]);
  expect(await counts("overdue", "due", "expiring")).toStrictEqual([1, 2, 1]);
  expect(await counts("documents", "toSign")).toStrictEqual([1, 1]);
  expect((await shown())["step-roadmap"]?.[4]).toBe(
    "Просрочено этапов: 1. Срок на этой неделе: 2.",
  );
});

test("LibreOffice counts the same", async (context) => {
  needsLibreOffice(context);
  const { formulas, differences } = await compareFormulas(
    await snippets.host.book.exportXlsx(),
  );

  expect(differences).toStrictEqual([]);
  expect(formulas).toBeGreaterThan(60);
});

test("links lead to the tabs, also to one that was made anew", async () => {
  const broken = `
    const at = book.getSheetByName('Начало');
    const links = at.getRange(2, 6, at.getLastRow() - 1, 1).getFormulas().map(([f]) => f).filter(Boolean);
    const ids = book.getSheets().map((s) => '#gid=' + s.getSheetId() + '"');
    return links.filter((link) => !ids.some((id) => link.includes(id))).length;`;

  expect(await byHand(broken)).toBe(0);
  await byHand("book.deleteSheet(book.getSheetByName('Анкеты'));");
  expect(await byHand(broken)).toBeGreaterThan(0);
  snippets.setCode(CODE);
  await runAction(snippets.host, "repair");
  expect(await byHand(broken)).toBe(0);
});

test("names that were lost are found by the check and come back by the repair", async () => {
  await byHand(
    "book.getNamedRanges().filter((n) => n.getName() === 'pairs_status').forEach((n) => n.remove());",
  );
  snippets.setCode(CODE);
  const lost = async () =>
    (await previewAction(snippets.host, "check", {})).problems.filter(
      ({ message }) => message.includes("Формулы не находят"),
    );

  expect((await lost()).map(({ tab }) => tab)).toStrictEqual(["Пары"]);
  await runAction(snippets.host, "repair");
  expect(await lost()).toStrictEqual([]);
  for (const action of ["repair", "setup"]) {
    expect((await previewAction(snippets.host, action, {})).verb).toBeNull();
  }
  expect(await counts("pairs")).toStrictEqual([3]);
});

test("a remark leads to its cell, under the header it has now", async () => {
  const tab = "Наставники";
  await byHand(`
    const s = book.getSheetByName('Наставники');
    s.moveColumns(s.getRange('E:E'), 2);
    s.getRange(1, 3).setValue('Кто это');`);
  snippets.setCode(CODE);

  expect(
    await jump({ tab, row: 4, column: "Основные компетенции наставника" }),
  ).toStrictEqual(["B4"]);
  expect(await jump({ tab, row: 4, column: "Кто это" })).toStrictEqual(["C4"]);
  expect(await jump({ tab, row: 4, column: "ФИО наставника" })).toStrictEqual([
    "C4",
  ]);
  expect(await jump({ tab, row: 9, column: "такой нет" })).toStrictEqual([
    "A9",
  ]);
  expect(await jump({ tab })).toHaveLength(1);
});
