/** Books as curators leave them, on the real bundle: nothing of theirs is written over. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, previewAction, runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { doByHand } from "../support/by-hand";
import { openSnippetsAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let snippets: SnippetHost;

beforeAll(async () => {
  snippets = await openSnippetsAfter([SETUP, IMPORT]);
});

afterAll(() => snippets.close());

const byHand = (body: string) => doByHand(snippets, body);

async function rows(id: string) {
  const answer = (await callAddOn(snippets.host, "table", { id })) as {
    readonly rows: readonly {
      readonly id: string;
      readonly row: number;
      readonly values: Readonly<Record<string, unknown>>;
    }[];
  };
  return answer.rows;
}

const ONE_MORE = {
  into: "mentees",
  text: "ФИО;Форма наставничества;Категория;Согласие\nНовиков Пётр Ильич;педагог – педагог;молодой специалист;получено",
};

test("a tab without a free row grows, and nobody in it is lost", async () => {
  await byHand(
    "const s = book.getSheetByName('Наставляемые'); s.deleteRows(32, s.getMaxRows() - 31);",
  );
  await runAction(snippets.host, "import", ONE_MORE);
  const after = await rows("mentees");

  expect(after.map(({ row }) => row)).toStrictEqual(
    Array.from({ length: 31 }, (_, index) => index + 2),
  );
  expect(after[29]?.values["fio"]).toBe("5 «А» класс");
});

test("cells between changed ones keep value, formula and format", async () => {
  await byHand(`
    const s = book.getSheetByName('Наставники');
    const at = s.getRange(1, 1, 1, s.getLastColumn()).getValues()[0].indexOf('Мест') + 1;
    s.getRange(4, at).setNumberFormat('@').setValue('1-2');
    s.getRange(5, at).setNumberFormat('@').setValue('=1+1');
    s.getRange(6, at).setNumberFormat('0.00').setFormula('=1+2');
    s.getRange(7, at).setNumberFormat('0" мест"').setValue(3);
    s.getRange(2, at).clearContent();
    s.getRange(9, at).clearContent();
  `);
  const people = await rows("mentors");
  const names = [people[0], people[7]].map((row) => row?.values["fio"]);
  await runAction(snippets.host, "import", {
    into: "mentors",
    text: `ФИО;Мест;Согласие\n${names.map((name) => `${name};2;получено`).join("\n")}`,
  });
  const cells = await byHand(`
    const s = book.getSheetByName('Наставники');
    const at = s.getRange(1, 1, 1, s.getLastColumn()).getValues()[0].indexOf('Мест') + 1;
    const r = s.getRange(2, at, 8, 1);
    return JSON.stringify([r.getValues(), r.getFormulas(), r.getNumberFormats()]);
  `);
  const [values, formulas, formats] = JSON.parse(String(cells));

  expect(values.flat()).toStrictEqual([2, 3, "1-2", "=1+1", 3, 3, 3, 2]);
  expect(formulas.flat()).toStrictEqual(["", "", "", "", "=1+2", "", "", ""]);
  expect(formats.flat().slice(2, 6)).toStrictEqual([
    "@",
    "@",
    "0.00",
    '0" мест"',
  ]);
});

test("formulas see rows that were added at the bottom by hand, after a repair", async () => {
  const reach = () =>
    byHand(
      "return book.getSheetByName('Наставляемые').getMaxRows() - book.getRangeByName('mentees_paired').getLastRow();",
    );
  await byHand(
    "const s = book.getSheetByName('Наставляемые'); s.insertRowsAfter(s.getMaxRows(), 200);",
  );
  const before = await reach();
  const preview = await previewAction(snippets.host, "check", {});
  await runAction(snippets.host, "repair");

  expect(before).toBe(200);
  expect(
    preview.problems.some(({ message }) => message.includes("ещё не видят")),
  ).toBe(true);
  expect(await reach()).toBe(0);
});
