/** Rows of the roadmap that tick themselves off, on the real bundle and in LibreOffice. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { doByHand } from "../support/by-hand";
import { compareFormulas, needsLibreOffice } from "../support/libreoffice";
import { openSnippetsAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let snippets: SnippetHost;

beforeAll(async () => {
  // LibreOffice computes TODAY() by the machine's clock.
  snippets = await openSnippetsAfter([SETUP, IMPORT], new Date().toISOString());
  await runAction(snippets.host, "roadmap", {
    text: `№\tНаименование этапа\tСроки\n${CASES.map((_, index) => `${index + 1}\tЭтап ${index + 1}\t`).join("\n")}`,
  });
});

afterAll(() => snippets.close());

const byHand = (body: string) => doByHand(snippets, body);

/** [status, condition, goal, start, end in days from today] → [progress, state]. */
const CASES: readonly (readonly [
  given: readonly [string, string, number | "", number | null, number | null],
  shown: readonly [number | string, string],
])[] = [
  [
    ["", "", "", null, null],
    ["", "не начато"],
  ],
  [
    ["", "", "", -3, 10],
    ["", "в работе"],
  ],
  [
    ["", "", "", 3, 10],
    ["", "не начато"],
  ],
  [
    ["", "", "", -9, -1],
    ["", "просрочено"],
  ],
  [
    ["", "", "", -9, 0],
    ["", "в работе"],
  ],
  [
    ["не начато", "", "", -9, -1],
    ["", "просрочено"],
  ],
  [
    ["выполнено", "", "", -9, -1],
    [100, "выполнено (вручную)"],
  ],
  [
    [" Выполнено ", "", "", -9, -1],
    [100, "выполнено (вручную)"],
  ],
  // What this year's data reach is no success of an activity of a later year.
  [
    ["", "наставников в банке", 5, 800, 810],
    ["", "не начато"],
  ],
  [
    ["", "наставников в банке", 5, null, 810],
    ["", "не начато"],
  ],
  [
    ["отменено", "", "", -9, -1],
    ["", "отменено (вручную)"],
  ],
  [
    ["в работе", "", "", 3, 10],
    ["", "в работе (вручную)"],
  ],
  [
    ["в работе", "", "", -9, -1],
    ["", "просрочено"],
  ],
  // Twelve mentors and thirty mentees are in the banks.
  [
    ["", "наставников в банке", 12, -9, -1],
    [100, "выполнено"],
  ],
  [
    ["", "наставников в банке", 13, -9, -1],
    [92, "просрочено"],
  ],
  [
    ["", "наставников в банке", 13, 3, 10],
    [92, "в работе"],
  ],
  [
    ["", "наставников в банке", "", 3, 10],
    [100, "выполнено"],
  ],
  [
    ["не начато", "наставляемых в банке", 30, 3, 10],
    [100, "выполнено"],
  ],
  [
    ["в работе", "наставляемых в банке", 30, 3, 10],
    [100, "в работе (вручную)"],
  ],
  [
    ["отменено", "наставляемых в банке", 30, 3, 10],
    [100, "отменено (вручную)"],
  ],
  [
    ["", "согласия получены, %", "", -3, 10],
    [85, "в работе"],
  ],
  [
    ["", "согласия получены, %", 80, -3, 10],
    [100, "выполнено"],
  ],
  [
    ["", "пары утверждены, %", "", 3, 10],
    [0, "не начато"],
  ],
  [
    ["", "приказов подписано", "", -3, -1],
    [0, "просрочено"],
  ],
  [
    ["", "анкеты отвечены, %", "", 3, 10],
    [0, "не начато"],
  ],
  [
    ["", "полёт на Луну", "", 3, 10],
    ["условие не найдено", "не начато"],
  ],
  [
    ["выполнено", "полёт на Луну", "", 3, 10],
    ["условие не найдено", "выполнено (вручную)"],
  ],
];

type Shown = {
  readonly values: Readonly<Record<string, unknown>>;
};

async function rows(id: string): Promise<readonly Shown[]> {
  const answer = (await callAddOn(snippets.host, "table", { id })) as {
    readonly rows: readonly Shown[];
  };
  return answer.rows;
}

async function shown() {
  await snippets.host.book.settled();
  return (await rows("roadmap")).map(({ values }) => [
    values["progress"] ?? "",
    values["state"],
  ]);
}

/** A script that writes the cases into the columns with these keys. */
function writeCases(): string {
  return `
    const tab = book.getSheetByName("Дорожная карта");
    const notes = tab.getRange(1, 1, 1, tab.getLastColumn()).getNotes()[0];
    const at = (key) => notes.findIndex((note) => note.endsWith("ключ: " + key)) + 1;
    const day = (days) => {
      const now = new Date();
      return days === null ? "" : new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
    };
    const cases = ${JSON.stringify(CASES.map(([given]) => given))};
    const put = (key, values) => tab.getRange(2, at(key), cases.length, 1).setValues(values.map((value) => [value]));
    put("status", cases.map((one) => one[0]));
    put("condition", cases.map((one) => one[1]));
    put("goal", cases.map((one) => one[2]));
    put("start", cases.map((one) => day(one[3])));
    put("end", cases.map((one) => day(one[4])));
  `;
}

test("state and progress follow dates, conditions and the curator's status", async () => {
  await byHand(writeCases());

  expect(await shown()).toStrictEqual(CASES.map(([, expected]) => expected));
});

test("LibreOffice computes every state, progress and counter alike", async (context) => {
  needsLibreOffice(context);
  await byHand(writeCases());
  await snippets.host.book.settled();
  const { formulas, differences } = await compareFormulas(
    await snippets.host.book.exportXlsx(),
  );

  expect(differences).toStrictEqual([]);
  expect(formulas).toBeGreaterThanOrEqual(2 * CASES.length + 14);
});

test("rows sorted by the curator keep their own state", async () => {
  await byHand(writeCases());
  await byHand(`
    const tab = book.getSheetByName("Дорожная карта");
    tab.getRange(2, 1, ${CASES.length}, tab.getLastColumn()).sort({ column: 1, ascending: false });
  `);

  expect(await shown()).toStrictEqual(
    [...CASES].reverse().map(([, expected]) => expected),
  );
  await byHand(`
    const tab = book.getSheetByName("Дорожная карта");
    tab.getRange(2, 1, ${CASES.length}, tab.getLastColumn()).sort({ column: 1, ascending: true });
  `);
});

test("a counter of the curator's own can be chosen", async () => {
  await byHand(`
    ${writeCases()}
    const counters = book.getSheetByName("Счётчики");
    counters.getRange(counters.getLastRow() + 1, 1, 1, 2).setValues([["полёт на Луну", "=3+4"]]);
    tab.getRange(${CASES.length}, at("goal")).setValue(14);
  `);

  expect((await shown())[CASES.length - 2]).toStrictEqual([50, "в работе"]);
});

test("a row typed by hand gets its formulas with the next action, an own text stays", async () => {
  await byHand(`
    ${writeCases()}
    tab.getRange(${CASES.length + 2}, at("stage")).setValue("Вписано руками");
    tab.getRange(2, at("state")).setValue("моё слово");
  `);
  await runAction(snippets.host, "repair");

  const all = await shown();
  expect(all[0]?.[1]).toBe("моё слово");
  expect(all[CASES.length]).toStrictEqual(["", "не начато"]);
});
