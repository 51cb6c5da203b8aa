/** Cells copied in Excel and LibreOffice, pasted on the page; more of them than the tab has room for; lists chosen by keyboard. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { goTo, NO_BROWSER, pasteInto } from "../support/browser";
import { openScriptPage, type ScriptPage } from "./script-page";

const SOON = { timeout: 10_000, interval: 50 };

const CODE = `
function read(place) {
  const range = SpreadsheetApp.getActive().getSheets()[0].getRange(place);
  return range.getDisplayValues();
}
function looks(place) {
  const range = SpreadsheetApp.getActive().getSheets()[0].getRange(place);
  return [range.getFontWeight(), range.getBackground(), range.getFontColor()].join(" ");
}
function size() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  return [sheet.getMaxRows(), sheet.getMaxColumns()];
}
`;

const EXCEL = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style><!--td {mso-number-format:General;} .xl65 {mso-number-format:"Short Date";} .xl66 {font-weight:700; background:#FFC000;} .xl68 {mso-number-format:"\\@";}--></style></head>
<body><table><!--StartFragment--><tr><td class=xl66>Имя</td><td class=xl66>Дата</td><td class=xl66>Адрес</td></tr>
<tr><td>Анна &amp; Ко</td><td class=xl65 align=right>05.09.2026</td><td>ул. Лесная,<br>
    д. 5</td></tr>
<tr><td class=xl68>007</td><td align=right>1&nbsp;234,5</td><td>=1+2</td></tr><!--EndFragment--></table></body></html>`;

const LIBREOFFICE = `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 3.2//EN"><html><head><meta name="generator" content="LibreOffice 7.4"/></head>
<body><table cellspacing="0" border="0"><tr><td><b>Имя</b></td><td bgcolor="#FFFF00"><font color="#FF0000">Дата</font></td></tr>
<tr><td>Раз<br>два</td><td sdval="46270" sdnum="1049;0;DD.MM.YYYY">05.09.2026</td></tr>
<tr><td sdnum="1049;0;@">007</td><td sdval="3.5" sdnum="1049;">3,5</td></tr></table></body></html>`;

const title = NO_BROWSER === null ? "paste" : `paste (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let script: ScriptPage;
  let page: Page;

  const call: ScriptPage["call"] = (...given) => script.call(...given);
  const isRead = (place: string, rows: readonly (readonly string[])[]) =>
    vi.waitFor(
      async () => expect(await call("read", place)).toEqual(rows),
      SOON,
    );
  const pasteHtml = async (place: string, html: string) => {
    await page.evaluate(async (given) => {
      const types = { "text/html": given, "text/plain": "нет" };
      const parts = Object.entries(types).map(([type, text]) => [
        type,
        new Blob([text], { type }),
      ]);
      const item = new ClipboardItem(Object.fromEntries(parts));
      await navigator.clipboard.write([item]);
    }, html);
    await goTo(page, place);
    await page.keyboard.press("Control+v");
  };

  beforeAll(async () => {
    script = await openScriptPage(
      CODE,
      `
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      const list = SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет", "не знаю"], true).build();
      sheet.getRange("H2").setDataValidation(list);
      sheet.hideRows(13, 2);`,
    );
    page = script.anna;
  });
  afterAll(() => script?.close());

  test("cells of Excel keep text, dates, lines and looks", async () => {
    await pasteHtml("A1", EXCEL);
    await isRead("A1:C3", [
      ["Имя", "Дата", "Адрес"],
      ["Анна & Ко", "05.09.2026", "ул. Лесная,\nд. 5"],
      ["007", "1234,5", "3"],
    ]);
    expect(await call("looks", "A1")).toBe("bold #ffc000 #000000");
  });

  test("cells of LibreOffice keep text, dates, lines and looks", async () => {
    await pasteHtml("E1", LIBREOFFICE);
    await isRead("E1:F3", [
      ["Имя", "Дата"],
      ["Раз\nдва", "05.09.2026"],
      ["007", "3,5"],
    ]);
    expect(await call("looks", "E1")).toBe("bold #ffffff #000000");
    expect(await call("looks", "F1")).toBe("normal #ffff00 #ff0000");
  });

  test("a value of a list is chosen by keyboard", async () => {
    await goTo(page, "H2");
    const option = page.getByText("не знаю", { exact: true });
    await page.keyboard.press("Alt+ArrowDown");
    await option.waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await isRead("H2", [["нет"]]);
    await option.waitFor({ state: "detached" });
    await goTo(page, "H2");
    await page.keyboard.type("не");
    await option.waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await isRead("H2", [["не знаю"]]);
  });

  test("rows hidden by hand are pasted over as in Google", async () => {
    await pasteInto(page, "A12", "1\n2\n3\n4");
    await isRead("A12:A15", [["1"], ["2"], ["3"], ["4"]]);
  });

  test("what is larger than the tab makes the tab larger", async () => {
    const rows = Array.from({ length: 30 }, (_, row) =>
      ["а", "б", "в", "г"].map((letter) => `${letter}${row}`),
    );
    await pasteInto(page, "Y990", rows.map((row) => row.join("\t")).join("\n"));
    await vi.waitFor(
      async () => expect(await call("size")).toEqual([1019, 28]),
      SOON,
    );
    await isRead("Y990:AB1019", rows);
    expect(script.opened.faults).toEqual([]);
  });
});
