/** What is selected in a window reaches the script that was started there, and what a script selects is shown in that window only. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { goTo, NO_BROWSER } from "../support/browser";
import { openScriptPage, type ScriptPage } from "./script-page";

const SOON = { timeout: 10_000, interval: 50 };

const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("Проба")
    .addItem("Где", "where").addItem("Выбрать", "choose")
    .addItem("Другой лист", "turn").addItem("Панель", "panel").addToUi();
}
function seen() {
  const book = SpreadsheetApp.getActive();
  const sheet = book.getActiveSheet();
  return [
    sheet.getName(),
    sheet.getActiveRange().getA1Notation(),
    book.getActiveCell().getA1Notation(),
    SpreadsheetApp.getCurrentCell().getA1Notation(),
    SpreadsheetApp.getSelection().getActiveRange().getA1Notation(),
    sheet.getActiveRangeList().getRanges().map((one) => one.getA1Notation()).join("+"),
  ].join(" ");
}
function where() { SpreadsheetApp.getActive().toast(seen()); }
function choose() { SpreadsheetApp.getActiveSheet().getRangeList(["B2:B3", "D4:E5"]).activate(); }
function turn() { SpreadsheetApp.getActive().getSheets()[1].activate(); }
function panel() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(
    "<p id=said></p><script>const ask = () => google.script.run.withSuccessHandler((text) => { said.textContent = text; setTimeout(ask, 50); }).seen(); ask();</script>"
  ).setTitle("Панель"));
}
function onEdit(e) {
  const active = SpreadsheetApp.getActiveSheet();
  active.getRange("Z1").setValue(active.getName() + " " + SpreadsheetApp.getActiveRange().getA1Notation());
}
`;

type Api = {
  readonly getActiveWorkbook: () => {
    readonly getActiveSheet: () => {
      readonly getSheetName: () => string;
      readonly getSelection: () => {
        readonly getActiveRangeList: () => readonly {
          readonly getA1Notation: () => string;
        }[];
      };
    };
  };
};

/** Tab and ranges selected in a window. */
const selectedIn = (page: Page) =>
  page.evaluate(() => {
    const { univerAPI } = window as unknown as { readonly univerAPI: Api };
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const ranges = sheet.getSelection().getActiveRangeList();
    return [
      sheet.getSheetName(),
      ...ranges.map((range) => range.getA1Notation()),
    ].join(" ");
  });

const title =
  NO_BROWSER === null ? "selection" : `selection (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let script: ScriptPage;
  let anna: Page;
  let boris: Page;

  beforeAll(async () => {
    script = await openScriptPage(
      CODE,
      `SpreadsheetApp.getActive().insertSheet("Второй");
      SpreadsheetApp.getActive().getSheets()[0].setName("Первый");`,
    );
    ({ anna, boris } = script);
  });
  afterAll(() => script?.close());

  const choose = async (page: Page, item: string) => {
    await page.getByRole("menuitem", { name: "Проба" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const said = (page: Page, text: string) =>
    page.locator(".notice").getByText(text, { exact: true }).first().waitFor();
  const isSelected = (page: Page, text: string) =>
    vi.waitFor(async () => expect(await selectedIn(page)).toBe(text), SOON);

  test("each window's script sees its own tab and ranges", async () => {
    await goTo(anna, "B2:C5");
    await boris.getByRole("tab", { name: "Второй" }).click();
    await goTo(boris, "D7");
    await choose(anna, "Где");
    await said(anna, "Первый B2:C5 B2 B2 B2:C5 B2:C5");
    await choose(boris, "Где");
    await said(boris, "Второй D7 D7 D7 D7 D7");
  });

  test("whole columns, rows and tabs are ranges too", async () => {
    await anna.mouse.click(46 + 100 + 40, 126);
    await choose(anna, "Где");
    await said(anna, "Первый B:B B1 B1 B:B B:B");
    await anna.mouse.click(20, 136 + 21 + 10);
    await choose(anna, "Где");
    await said(anna, "Первый 2:2 A2 A2 2:2 2:2");
    await anna.mouse.click(20, 126);
    await choose(anna, "Где");
    await said(anna, "Первый A1:Z1000 A1 A1 A1:Z1000 A1:Z1000");
  });

  test("a script selects in the window that started it", async () => {
    await choose(anna, "Выбрать");
    await isSelected(anna, "Первый B2:B3 D4:E5");
    expect(await selectedIn(boris)).toBe("Второй D7");
    await choose(anna, "Где");
    await said(anna, "Первый D4:E5 D4 D4 D4:E5 B2:B3+D4:E5");
    await choose(anna, "Другой лист");
    await isSelected(anna, "Второй A1");
    await anna.getByRole("tab", { name: "Первый" }).click();
    await isSelected(anna, "Первый B2:B3 D4:E5");
  });

  test("a panel follows the selection and leaves typing alone", async () => {
    await choose(anna, "Панель");
    const text = anna.frameLocator(".sidebar iframe").locator("#said");
    await goTo(anna, "C3");
    await text.getByText("Первый C3 C3 C3 C3 C3").waitFor();
    await goTo(anna, "C9");
    await text.getByText("Первый C9 C9 C9 C9 C9").waitFor();
    await anna.keyboard.type("полсл");
    await vi.waitFor(async () => {
      const before = script.snippet.host.executions().length;
      await vi.waitFor(() =>
        expect(script.snippet.host.executions().length).toBeGreaterThan(
          before + 2,
        ),
      );
    }, SOON);
    await anna.keyboard.type("ова");
    await anna.keyboard.press("Enter");
    await vi.waitFor(async () => {
      const grids = await script.snippet.host.book.grids();
      expect(grids["Первый"]?.[8]?.[2]).toBe("полслова");
      expect(grids["Первый"]?.[0]?.[25]).toBe("Первый C9");
    }, SOON);
    await anna.getByRole("button", { name: "Закрыть панель" }).click();
    expect(script.opened.faults).toEqual([]);
  });
});
