/** «Проверить и исправить» on a book of an older version: choices, notes and formats come, the curator's own stays. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { previewAction, runAction } from "../../host/add-on";
import type { SnippetHost } from "../contract/snippet-host";
import { doByHand } from "../support/by-hand";
import { openSnippetsAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

let snippets: SnippetHost;

beforeAll(async () => {
  snippets = await openSnippetsAfter([SETUP, IMPORT]);
});

afterAll(() => snippets.close());

/** What a curator does by hand; `at(sheet, header)` is a column. */
async function byHand(body: string): Promise<unknown> {
  const value = await doByHand(
    snippets,
    `const at = (sheet, header) => sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0].indexOf(header) + 1;
    const below = (sheet, header) => sheet.getRange(2, at(sheet, header), sheet.getMaxRows() - 1, 1);
    const told = (rule) => rule === null ? null : rule.getCriteriaValues().map((one) => one.getA1Notation ? one.getSheet().getName() + "!" + one.getA1Notation() : one);
    ${body}`,
  );
  return value === undefined ? undefined : JSON.parse(String(value));
}

const mend = () => previewAction(snippets.host, "repair", {});

test("finds nothing to mend in a book that was just made", async () => {
  expect((await mend()).verb).toBeNull();
});

test("brings what an older book lacks, says so, and then has nothing left to do", async () => {
  await byHand(`
    const pairs = book.getSheetByName('Пары');
    const rules = book.getSheetByName('Правила пар');
    const mentees = book.getSheetByName('Наставляемые');
    pairs.getRange(1, at(pairs, 'Код наставника')).setValue('Кто ведёт').setBackground('#ff0000');
    pairs.moveColumns(pairs.getRange(1, at(pairs, 'Код наставляемого'), 1, 1), 1);
    below(pairs, 'Кто ведёт').clearDataValidations();
    below(pairs, 'Код наставляемого').clearDataValidations();
    below(rules, 'Правило').clearDataValidations();
    below(pairs, 'Статус').setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['черновик', 'утверждена'], true).build());
    below(mentees, 'Согласие').setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList(['да', 'нет'], true).build());
    pairs.getRange(5, at(pairs, 'Кто ведёт')).setDataValidation(
      SpreadsheetApp.newDataValidation().requireNumberGreaterThan(3).build());
    const own = pairs.getLastColumn() + 1;
    pairs.getRange(1, own).setValue('Моя графа').setNote('Моё примечание');
    pairs.getRange(2, own, 3, 1).setDataValidation(
      SpreadsheetApp.newDataValidation().requireCheckbox().build());
    pairs.getRange(1, at(pairs, 'Статус')).setNote('Как было раньше.\\nключ: status');
    const help = pairs.getRange(1, at(pairs, 'Балл'));
    help.setNote('Спросить у завуча.\\n' + help.getNote());
    below(mentees, 'Удобное время').setNumberFormat('General');
    mentees.getRange(3, at(mentees, 'Удобное время')).setValue(7);
    below(mentees, 'Дата вхождения в программу').setNumberFormat('d mmmm yyyy');
  `);
  const preview = await mend();
  const lines = preview.summary.join("\n");
  await runAction(snippets.host, "repair", {});
  const after = (await byHand(`
    const pairs = book.getSheetByName('Пары');
    const mentees = book.getSheetByName('Наставляемые');
    const ruleAt = (row, header) => told(pairs.getRange(row, at(pairs, header)).getDataValidation());
    const last = pairs.getMaxRows();
    return JSON.stringify({
      mentor: [ruleAt(2, 'Кто ведёт'), ruleAt(last, 'Кто ведёт')],
      mentee: ruleAt(2, 'Код наставляемого'),
      rule: told(book.getSheetByName('Правила пар').getRange(2, 2).getDataValidation()),
      status: ruleAt(4, 'Статус'),
      consent: told(mentees.getRange(2, at(mentees, 'Согласие')).getDataValidation()),
      ownCell: ruleAt(5, 'Кто ведёт'),
      ownColumn: [ruleAt(2, 'Моя графа'), ruleAt(9, 'Моя графа'), pairs.getRange(1, at(pairs, 'Моя графа')).getNote()],
      colour: pairs.getRange(1, at(pairs, 'Кто ведёт')).getBackground(),
      notes: [pairs.getRange(1, at(pairs, 'Статус')).getNote(), pairs.getRange(1, at(pairs, 'Балл')).getNote()],
      formats: [3, mentees.getMaxRows()].map((row) => mentees.getRange(row, at(mentees, 'Удобное время')).getNumberFormat()),
      date: mentees.getRange(mentees.getMaxRows(), at(mentees, 'Дата вхождения в программу')).getNumberFormat(),
    });
  `)) as Record<string, unknown>;

  expect(lines).toMatch(
    /«Пары»: списки выбора – «Кто ведёт», «Код наставляемого», «Статус»; примечания к заголовкам – «Статус»\./,
  );
  expect(lines).toMatch(/«Правила пар»: списки выбора – «Правило»\./);
  expect(lines).toMatch(
    /«Наставляемые»: формат пустых ячеек – «Удобное время»\./,
  );
  expect(lines).not.toMatch(/Моя графа|Согласие|Балл|Дата вхождения/);
  expect(after["mentor"]).toStrictEqual(
    Array(2).fill([expect.stringMatching(/^Наставники!A2:A\d+$/), true]),
  );
  expect(after["mentee"]).toStrictEqual([
    expect.stringMatching(/^Наставляемые!A2:A\d+$/),
    true,
  ]);
  expect(JSON.stringify(after["rule"])).toContain("закрепить");
  expect(JSON.stringify(after["status"])).toContain("прекращена досрочно");
  expect(after["consent"]).toStrictEqual([["да", "нет"], true]);
  expect(after["ownCell"]).toStrictEqual([3]);
  expect(after["ownColumn"]).toStrictEqual([[], null, "Моё примечание"]);
  expect(after["colour"]).toBe("#ff0000");
  expect(after["notes"]).toStrictEqual([
    expect.stringMatching(/^Черновик становится[\s\S]*ключ: status$/),
    expect.stringMatching(/^Спросить у завуча\.\nОт 0 до 1000/),
  ]);
  expect(after["formats"]).toStrictEqual(["General", "@"]);
  expect(after["date"]).toBe("d mmmm yyyy");
  expect((await mend()).verb).toBeNull();
});

test("leads the choices to a bank that was made anew", async () => {
  await byHand(
    "book.deleteSheet(book.getSheetByName('Наставники')); return '1';",
  );
  await runAction(snippets.host, "repair", {});
  const rule = await byHand(`
    const pairs = book.getSheetByName('Пары');
    return JSON.stringify(told(pairs.getRange(2, at(pairs, 'Кто ведёт')).getDataValidation()));
  `);

  expect(rule).toStrictEqual([
    expect.stringMatching(/^Наставники!A2:A\d+$/),
    true,
  ]);
});
