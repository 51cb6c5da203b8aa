/** The workspace folder: what is kept, and comes back the same. */
import { cpSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSnippetHost } from "../contract/snippet-host";

const newFolder = (): string => mkdtempSync(join(tmpdir(), "workspace-"));

const FILL = `
  const book = SpreadsheetApp.getActive();
  book.rename("Программа");
  const sheet = book.insertSheet("Данные");
  sheet.getRange("A1:C1").setValues([["код", "дата", "балл"]]).setFontWeight("bold").setNotes([["ключ: id", "", ""]]);
  sheet.getRange("A2:A4").setNumberFormat("@").setValues([["007"], ["=1+1"], ["+7"]]);
  sheet.getRange("B2:B4").setValue(new Date(2026, 8, 5));
  sheet.getRange("C2:C4").setValues([[1], [2], [3]]);
  sheet.getRange("D2").setFormula("=SUM(marks)");
  book.setNamedRange("marks", sheet.getRange("C2:C4"));
  sheet.setFrozenRows(1);
  sheet.hideColumns(1);
  sheet.getRange("C2:C4").setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 10).setAllowInvalid(false).build());
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=$C2>2").setBackground("#ff0000").setRanges([sheet.getRange("A2:C4")]).build()]);
  sheet.protect().setDescription("лист").setWarningOnly(true);
  sheet.getRange("A1:C4").createFilter();
  PropertiesService.getDocumentProperties().setProperty("ключ", "значение");
  ScriptApp.newTrigger("onAnswer").forSpreadsheet(book).onFormSubmit().create();`;

const READ = `
  const book = SpreadsheetApp.getActive();
  const sheet = book.getSheetByName("Данные");
  const all = sheet.getRange("A1:D4");
  return JSON.stringify([
    book.getId(), book.getName(), all.getDisplayValues(), all.getFormulas(), all.getNotes(), all.getNumberFormats(), all.getFontWeights(),
    book.getNamedRanges().map((one) => one.getName() + one.getRange().getA1Notation()), sheet.getFrozenRows(), sheet.isColumnHiddenByUser(1),
    sheet.getRange("C3").getDataValidation().getCriteriaValues(), sheet.getConditionalFormatRules().map((one) => one.getBooleanCondition().getCriteriaValues()),
    sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).map((one) => one.getDescription()), sheet.getFilter().getRange().getA1Notation(),
    PropertiesService.getDocumentProperties().getProperties(), ScriptApp.getProjectTriggers().map((one) => one.getHandlerFunction()),
  ]);`;

test("a closed workspace opens again as the same book", async () => {
  const workspace = newFolder();
  const first = await openSnippetHost({ workspace, persist: true });
  await first.run(FILL);
  const before = await first.run(READ);
  const grids = await first.host.book.grids();
  await first.close();
  const second = await openSnippetHost({ workspace, persist: true });
  const after = await second.run(READ);

  expect(after).toBe(before);
  expect(await second.host.book.grids()).toStrictEqual(grids);
  expect(grids["Данные"]?.[1]).toStrictEqual([
    "007",
    new Date("2026-09-05T00:00:00+03:00").toISOString(),
    1,
    6,
  ]);
  await second.close();
});

test("everything is on disk when an execution is over", async () => {
  const workspace = newFolder();
  const open = await openSnippetHost({ workspace, persist: true });
  await open.run(FILL);
  const copy = newFolder();
  cpSync(workspace, copy, { recursive: true });
  await open.close();
  const again = await openSnippetHost({ workspace: copy, persist: true });
  const grids = await again.host.book.grids();
  await again.close();

  expect(Object.keys(grids)).toContain("Данные");
  expect(readdirSync(copy).sort()).toStrictEqual([
    "executions.jsonl",
    "journal-1.jsonl",
    "workspace.json",
  ]);
});

test("finished executions are remembered across openings", async () => {
  const workspace = newFolder();
  const first = await openSnippetHost({ workspace, persist: true });
  await first.attempt("return 1");
  await first.attempt('throw new Error("нет")');
  await first.close();
  const second = await openSnippetHost({ workspace, persist: true });
  const outcomes = second.host.executions().map(({ outcome }) => outcome);
  await second.close();

  expect(outcomes).toStrictEqual(["done", "failed"]);
});

test("an empty start makes a new book", async () => {
  const workspace = newFolder();
  const first = await openSnippetHost({ workspace, persist: true });
  await first.run(FILL);
  const oldId = first.host.book.id;
  await first.close();
  const second = await openSnippetHost({
    workspace,
    persist: true,
    empty: true,
  });
  const seen = [second.host.book.name(), second.host.triggers().length];
  const newId = second.host.book.id;
  await second.close();

  expect(seen).toStrictEqual(["Новая таблица", 0]);
  expect(newId).not.toBe(oldId);
});

test("nothing is written when the workspace is not kept", async () => {
  const workspace = join(newFolder(), "нет");
  const open = await openSnippetHost({ workspace });
  await open.run(FILL);
  await open.close();

  expect(() => readdirSync(workspace)).toThrow("ENOENT");
});

test("a page's edit enters the book, reaches other pages and is saved", async () => {
  const workspace = newFolder();
  const open = await openSnippetHost({ workspace, persist: true });
  await open.run(
    'SpreadsheetApp.getActive().getSheets()[0].getRange("B1").setFormula("=A1*2");',
  );
  const heard: [string, string][] = [];
  open.host.book.onMutation(({ id }, origin) => heard.push([id, origin]));
  open.host.book.applyMutation(
    {
      id: "sheet.mutation.set-range-values",
      params: {
        unitId: open.host.book.id,
        subUnitId: "0",
        cellValue: { 0: { 0: { v: 21, t: 2 } } },
      },
    },
    "page-1",
  );
  const grids = await open.host.book.grids();
  await open.close();
  const again = await openSnippetHost({ workspace, persist: true });

  expect(grids["Лист1"]).toStrictEqual([[21, 42]]);
  expect(heard).toContainEqual(["sheet.mutation.set-range-values", "page-1"]);
  expect((await again.host.book.grids())["Лист1"]).toStrictEqual([[21, 42]]);
  await again.close();
});

test("what an execution writes is told to the pages, computed values are not", async () => {
  const open = await openSnippetHost();
  const heard: string[] = [];
  open.host.book.onMutation(({ params }, origin) => {
    heard.push(`${origin}|${JSON.stringify(params)}`);
  });
  await open.run(
    'const sheet = SpreadsheetApp.getActive().getSheets()[0]; sheet.getRange("A1").setValue(20); return sheet.getRange("A2").setFormula("=A1+1").getValue();',
  );
  await open.close();

  expect(heard.every((line) => line.startsWith("|"))).toBe(true);
  expect(heard.join()).toContain('"v":20');
  expect(heard.join()).not.toContain('"v":21');
});

test("only mutations are taken from a page", async () => {
  const open = await openSnippetHost();

  expect(() =>
    open.host.book.applyMutation(
      { id: "sheet.command.remove-sheet", params: {} },
      "page-1",
    ),
  ).toThrow("no mutation");
  await open.close();
});

test("a form answer runs the submit trigger with the row it wrote", async () => {
  const open = await openSnippetHost();
  open.setCode(`
    function setUp() {
      const form = FormApp.create("Анкета", true);
      form.setTitle("Анкета").addTextItem().setTitle("Имя");
      form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActive().getId());
      ScriptApp.newTrigger("onAnswer").forSpreadsheet(SpreadsheetApp.getActive()).onFormSubmit().create();
      return form.getItems()[0].getId();
    }
    function onAnswer(event) {
      const values = event.range.getValues()[0];
      PropertiesService.getScriptProperties().setProperty("got", JSON.stringify([
        event.authMode === ScriptApp.AuthMode.FULL, event.range.getA1Notation(), values[0] instanceof Date, values[1], event.namedValues["Имя"], event.source.getName(), event.range.getSheet().getFormUrl().includes("/forms/d/"),
      ]));
    }
    function read() { return PropertiesService.getScriptProperties().getProperty("got"); }`);
  const itemId = (
    await open.host.execute({ functionName: "setUp", kind: "menu" })
  ).value;
  const [form] = open.host.forms.list();
  await open.host.forms.submit(form?.id ?? "", { [String(itemId)]: "=1+1" });
  const read = await open.host.execute({ functionName: "read", kind: "menu" });
  const kinds = open.host.executions().map(({ kind }) => kind);
  await open.close();

  expect(JSON.parse(String(read.value))).toStrictEqual([
    true,
    "A2:B2",
    true,
    "=1+1",
    ["=1+1"],
    "Новая таблица",
    true,
  ]);
  expect(kinds).toStrictEqual(["menu", "trigger", "menu"]);
});
