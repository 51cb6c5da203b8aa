/** What the page shows of what the server computed, and what it works out for itself: formats by formula, marks of wrong choices, heights of rows. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
} from "../support/browser";
import { type Drawn, drawnIn } from "../support/drawn";

const SOON = { timeout: 20_000, interval: 50 };
const SHEET = "const sheet = SpreadsheetApp.getActiveSheet();";

const title =
  NO_BROWSER === null ? "computed" : `computed (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let snippets: SnippetHost;
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    snippets = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" });
    await snippets.run(`${SHEET}
      sheet.getRange("A1:A3").setValues([[1], [2], [3]]);
      sheet.getRange("C1").setFormula("=ARRAYFORMULA(A1:A3*10)");
      sheet.getRange("B1").setFormula("=A1*2");
      sheet.setConditionalFormatRules([
        SpreadsheetApp.newConditionalFormatRule()
          .whenFormulaSatisfied("=$B$1>10").setBackground("#ff0000")
          .setRanges([sheet.getRange("D1:D2")]).build(),
      ]);
      sheet.getRange("F1:F900").setDataValidation(
        SpreadsheetApp.newDataValidation()
          .requireValueInList(["да", "нет"]).setAllowInvalid(true).build());
      sheet.getRange("G1:G900").setDataValidation(
        SpreadsheetApp.newDataValidation()
          .requireNumberBetween(1, 5).setAllowInvalid(true).build());
      for (const [place, value] of [["F2", "может быть"], ["F3", "да"], ["G899", 7], ["G898", 3]])
        sheet.getRange(place).setValue(value);
      sheet.getRange("E10:E12").setWrap(true).setNumberFormat("@");
      sheet.getRange("E10").setValue("длинный текст ".repeat(12));
      sheet.getRange("E11").setValue("коротко");
      sheet.getRange("E13").setFontSize(30).setValue("крупно");
      sheet.getRange("E14").setValue("в одну строку ".repeat(12));`);
    browser = await launchBrowser();
    opened = await openPage(browser, snippets.host);
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
    await snippets?.close();
  });

  /** The cell as it is drawn: columns are 100 pixels wide, rows 21 high. */
  async function pictureOfC3(): Promise<Buffer> {
    const canvases = await page.locator(".book canvas").all();
    const boxes = await Promise.all(canvases.map((one) => one.boundingBox()));
    const grid = boxes.find((box) => box !== null && box.height > 300);
    if (!grid) throw new Error("pictureOfC3: no grid");
    const clip = { x: grid.x + 254, y: grid.y + 65, width: 78, height: 16 };
    return page.screenshot({ clip });
  }

  const shows = (place: string, text: string) =>
    vi.waitFor(async () => expect(await shownIn(page, place)).toBe(text), SOON);
  const draws = (row: number, column: number, drawn: Partial<Drawn>) =>
    vi.waitFor(
      async () => expect(await drawnIn(page, row, column)).toMatchObject(drawn),
      SOON,
    );

  test("values beside their formula show in a window that opens later", async () => {
    await shows("C1", "10");
    await shows("C3", "30");
    const before = await pictureOfC3();
    await snippets.run(`${SHEET} sheet.getRange("A3").setValue(7);`);
    await shows("C3", "70");
    await vi.waitFor(
      async () => expect((await pictureOfC3()).equals(before)).toBe(false),
      SOON,
    );
    await snippets.run(`${SHEET} sheet.getRange("C1").setValue("нет");`);
    await shows("C3", "");
  });

  test("a format by formula follows a value that the server computed", async () => {
    await draws(0, 3, { background: null });
    await snippets.run(`${SHEET} sheet.getRange("A1").setValue(6);`);
    await shows("B1", "12");
    await draws(0, 3, { background: "#ff0000" });
    await snippets.run(`${SHEET} sheet.getRange("A1").setValue(1);`);
    await draws(0, 3, { background: null });
  });

  test("a wrong choice is marked, also far below and in a long column", async () => {
    await draws(1, 5, { isMarked: true });
    await draws(2, 5, { isMarked: false });
    await draws(898, 6, { isMarked: true });
    await draws(897, 6, { isMarked: false });
  });

  test("a row is as high as its text, and no higher", async () => {
    const height = async (row: number) =>
      (await drawnIn(page, row - 1, 4)).rowHeight;
    const plain = await height(30);
    await vi.waitFor(
      async () => expect(await height(10)).toBeGreaterThan(3 * plain),
      SOON,
    );
    expect(await height(11)).toBe(plain);
    expect(await height(13)).toBeGreaterThan(plain);
    expect(await height(14)).toBe(plain);

    await snippets.run(`${SHEET} sheet.getRange("E10").setValue("короче");`);
    await vi.waitFor(async () => expect(await height(10)).toBe(plain), SOON);
  });

  test("no error and no failed request happened on the way", () => {
    expect(opened.faults).toStrictEqual([]);
  });
});
