/** Curators' own tabs on the real bundle: read, made a bank in place, given back; hostile lists kept as they are. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { callAddOn, previewAction, runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { doByHand } from "../support/by-hand";
import { openSnippetsAfter } from "../support/prepared-book";
import { SETUP } from "../support/steps";

let snippets: SnippetHost;

beforeEach(async () => {
  snippets = await openSnippetsAfter([SETUP]);
});

afterEach(() => snippets.close());

const byHand = (body: string) => doByHand(snippets, body);

/** A tab of mentors with a formula, a colour, a date, a number and a note. */
const OWN_TAB = `
  const s = book.insertSheet('Мои наставники');
  s.getRange('A1:F1').setValues([['№', 'ФИО наставника', 'Телефон', 'Дата вхождения', 'Мест', 'Всего мест']]);
  s.getRange('A2:E3').setValues([
    [1, 'Вересова Людмила Аркадьевна', 79000000001, new Date(2026, 8, 1), 2],
    [2, 'Сорокопуд Игорь Валентинович', '8 900 000 00 02', '', 1],
  ]);
  s.getRange('F2').setFormula('=SUM(E2:E3)');
  s.getRange('B2').setBackground('#ffeeaa');
  s.getRange('F1:F3').setBackground('#aabbcc');
  s.getRange('F2:F9').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['1', '2']).build());
  s.getRange('B1').setNote('спросить Метелеву');
`;

/** Everything of a tab that must come back. */
const SNAPSHOT = `
  const s = book.getSheetByName('Мои наставники');
  const r = s.getDataRange();
  return JSON.stringify([r.getA1Notation(), r.getValues(), r.getFormulas(), r.getNotes(), r.getBackgrounds(), r.getNumberFormats(), r.getDataValidations().flat().filter(Boolean).length,
    s.getMaxColumns(), s.getMaxRows(), s.getRange(1, 1, 1, s.getMaxColumns()).getBackgrounds(), [1, 5, 7, 12].map((at) => s.getColumnWidth(at))]);
`;

const ADOPT = { tab: "Мои наставники", adopt: true };

type Answer = {
  readonly rows: readonly {
    readonly id: string;
    readonly values: Readonly<Record<string, unknown>>;
  }[];
};

async function mentors(): Promise<Answer["rows"]> {
  const answer = await callAddOn(snippets.host, "table", { id: "mentors" });
  return (answer as Answer).rows;
}

test("people come from a tab as they are written there, merged cells included", async () => {
  await byHand(`${OWN_TAB}
    s.getRange('E2:E3').merge();
    s.getRange('D3').setValue('5 сентября 2026 г.');
  `);
  await runAction(snippets.host, "import", { tab: "Мои наставники" });
  const people = await mentors();

  expect(people.map(({ values }) => values["contacts"])).toStrictEqual([
    "79000000001",
    "8 900 000 00 02",
  ]);
  expect(people.map(({ values }) => values["entered"])).toStrictEqual([
    "2026-09-01",
    "2026-09-05",
  ]);
  expect(people.map(({ values }) => values["capacity"])).toStrictEqual([2, 2]);
});

test("a tab becomes the bank, works as one, and undo gives it back untouched", async () => {
  await byHand(OWN_TAB);
  const before = await byHand(SNAPSHOT);
  await runAction(snippets.host, "import", ADOPT);
  const people = await mentors();
  const mend = await previewAction(snippets.host, "repair", {});
  const [titles, total, name, color, coloured] = JSON.parse(
    String(
      await byHand(`
        const s = book.getSheetByName('Мои наставники');
        return JSON.stringify([
          book.getSheets().map((t) => t.getName()),
          s.getRange('F2').getFormula(),
          book.getRangeByName('mentors_consent').getSheet().getName(),
          s.getRange('B2').getBackground(),
          s.getRange('G2:AD3').getBackgrounds().flat().filter((color) => color !== '#ffffff').length,
        ]);
      `),
    ),
  );

  // Its own columns keep the looks they had.
  expect(mend.verb).toBeNull();
  expect(people.map(({ id }) => id)).toStrictEqual(["НМ-001", "НМ-002"]);
  expect(people.map(({ values }) => values["fio"])).toStrictEqual([
    "Вересова Людмила Аркадьевна",
    "Сорокопуд Игорь Валентинович",
  ]);
  expect(people.map(({ values }) => values["consent"])).toStrictEqual([
    "нет",
    "нет",
  ]);
  expect(titles).toContain("Мои наставники");
  expect(titles).not.toContain("Наставники");
  expect(total).toBe("=SUM(E2:E3)");
  expect(name).toBe("Мои наставники");
  expect(color).toBe("#ffeeaa");
  expect(coloured).toBe(0);

  await runAction(snippets.host, "undo");

  expect(await byHand(SNAPSHOT)).toBe(before);
  expect(await mentors()).toStrictEqual([]);
  expect(
    await byHand(
      "return book.getRangeByName('mentors_consent').getSheet().getName();",
    ),
  ).toBe("Наставники");
});

test("choices of mentors on other tabs follow the bank", async () => {
  await byHand(OWN_TAB);
  const chosenFrom = () =>
    byHand(`
      const s = book.getSheetByName('Пары');
      const notes = s.getRange(1, 1, 1, s.getLastColumn()).getNotes()[0];
      const at = notes.findIndex((note) => /ключ: mentorId$/.test(note)) + 1;
      const rule = s.getRange(2, at).getDataValidation();
      return rule.getCriteriaValues()[0].getSheet().getName();
    `);
  const before = await chosenFrom();
  await runAction(snippets.host, "import", ADOPT);
  const during = await chosenFrom();
  await runAction(snippets.host, "undo");

  expect([before, during, await chosenFrom()]).toStrictEqual([
    "Наставники",
    "Мои наставники",
    "Наставники",
  ]);
});

test("number of service calls does not depend on rows", async () => {
  const callsFor = async (count: number) => {
    await byHand(`
      const s = book.getSheetByName('Много') || book.insertSheet('Много');
      s.clear();
      const rows = [['ФИО наставника', 'Мест']];
      for (let i = 0; i < ${count}; i++) rows.push(['Ласточкина' + String.fromCharCode(1072 + i % 30, 1072 + Math.floor(i / 30)) + ' Вера Никитична', 1]);
      s.getRange(1, 1, rows.length, 2).setValues(rows);
    `);
    const counted = async (action: string, input: object) => {
      const from = snippets.host.executions().length;
      await runAction(snippets.host, action, { ...input });
      return snippets.host
        .executions()
        .slice(from)
        .map(({ meter }) => meter.counted);
    };
    return [
      await counted("import", { tab: "Много", adopt: true }),
      await counted("undo", {}),
      await counted("import", { tab: "Много" }),
      await counted("undo", {}),
    ];
  };
  // The first run makes the journal.
  await callsFor(3);

  expect(await callsFor(400)).toStrictEqual(await callsFor(20));
});

const HOSTILE = [
  '=HYPERLINK("http://example.org";"x")',
  "\u200b=1+1",
  "\ufeff=1+1",
  "\u202e=1+1",
  "＝1+1",
  "＋1",
  "﹣1",
  "＠SUM(1)",
  "+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "'=1+1",
  "<img src=x onerror=alert(1)>",
  "{{НСТ-001}} {#each} {/each}",
  "$& $1 \\u0000",
  "bell\u0007 esc\u001b nul-free",
  "half \ud83d pair",
  "other half \ude00 pair",
  "😀 whole",
  "z".repeat(49_000),
] as const;

test("hostile text comes through file, tab and bank letter by letter, without effect", async () => {
  const rows = HOSTILE.map((text, index) => [
    `Ласточкина${String.fromCharCode(1072 + index)} Вера Никитична`,
    text,
  ]);
  const grid = {
    sheet: "Л",
    rows: [["ФИО наставника", "Достижения"], ...rows],
    merges: [],
  };
  await runAction(snippets.host, "import", { file: JSON.stringify(grid) });
  const written = (await mentors()).map(({ values }) => values["achievements"]);
  const formulas = await byHand(
    "return book.getSheetByName('Наставники').getDataRange().getFormulas().flat().join('');",
  );

  expect(written).toStrictEqual([...HOSTILE]);
  expect(formulas).toBe("");

  await byHand(
    "book.getSheetByName('Наставники').copyTo(book).setName('Копия');",
  );
  await byHand(
    "const s = book.getSheetByName('Копия'); s.getRange(1, 1, 1, s.getLastColumn()).clearNote();",
  );
  await runAction(snippets.host, "undo");
  await runAction(snippets.host, "import", { tab: "Копия", into: "mentors" });

  expect(
    (await mentors()).map(({ values }) => values["achievements"]),
  ).toStrictEqual([...HOSTILE]);
});

test("a tab that cannot be a bank is refused in words, nothing is written", async () => {
  await byHand(
    `${OWN_TAB} s.insertRowsBefore(1, 1); s.getRange('A1').setValue('Список');`,
  );
  const seen = await previewAction(snippets.host, "import", ADOPT);

  expect(seen.verb).toBeNull();
  expect(seen.problems[0]?.message).toMatch(/строке 1/);
});
