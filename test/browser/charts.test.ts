/** Charts over the grid: where they stand, what they show, how two windows see them. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  typeInto,
} from "../support/browser";

const SETUP = `
  const book = SpreadsheetApp.getActive();
  const sheet = book.getActiveSheet();
  sheet.getRange("A1:D4").setValues([
    ["Школа", "Пары", "План", "Доля"],
    ["Лицей № 1", 12, 15, "=B2/C2"],
    ["Школа № 17", 4.5, 10, "=B3/C3"],
    ["Всего", "=SUM(B2:B3)", "", ""],
  ]);
  sheet.getRange("D2:D3").setNumberFormat("0%");
  sheet.setFrozenRows(1);
  const add = (builder, row, column) => sheet.insertChart(
    builder.setPosition(row, column, 5, 7).setOption("width", 420).setOption("height", 260).build());
  add(sheet.newChart().asColumnChart().addRange(sheet.getRange("A1:B4")).setTitle("Пары по школам").setYAxisTitle("Пары"), 3, 6);
  add(sheet.newChart().asPieChart().addRange(sheet.getRange("A1:A3")).addRange(sheet.getRange("D1:D3")).setTitle("Доля плана"), 18, 2);
  const other = book.insertSheet("Другая");
  other.insertChart(other.newChart().asTableChart().addRange(sheet.getRange("A1:C3")).setPosition(2, 2, 0, 0).build());`;

/** The page is loaded, drawn and computed in another process. */
const SOON = { timeout: 10_000, interval: 50 };

const chart = (page: Page, name: string) =>
  page.getByRole("group", { name: new RegExp(`^${name}`) });

/** Distance of a chart's corner from the top left corner of the grid, pixels. */
async function cornerOf(page: Page, name: string): Promise<[number, number]> {
  const box = await chart(page, name).boundingBox();
  const grid = await page.locator(".charts").boundingBox();
  if (box === null || grid === null) throw new Error("cornerOf: no chart");
  return [Math.round(box.x - grid.x), Math.round(box.y - grid.y)];
}

const wordsOf = (page: Page, name: string) =>
  chart(page, name).locator(".chart-words").textContent();

/** Colours on a chart's picture: how many points of it are painted so. */
const paintedIn = (page: Page, name: string, color: readonly number[]) =>
  chart(page, name)
    .locator("canvas")
    .evaluate((canvas, [red, green, blue]) => {
      const drawing = canvas as HTMLCanvasElement;
      const pixels = drawing
        .getContext("2d")
        ?.getImageData(0, 0, drawing.width, drawing.height).data;
      let found = 0;
      for (let at = 0; pixels !== undefined && at < pixels.length; at += 4) {
        if (
          pixels[at] === red &&
          pixels[at + 1] === green &&
          pixels[at + 2] === blue
        ) {
          found += 1;
        }
      }
      return found;
    }, color);

const title =
  NO_BROWSER === null ? "charts" : `charts (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let script: SnippetHost;
  let opened: OpenPage;
  let page: Page;
  let other: Page;

  beforeAll(async () => {
    script = await openSnippetHost();
    await script.run(SETUP);
    browser = await launchBrowser();
    opened = await openPage(browser, script.host);
    page = opened.page;
    other = await opened.openWindow();
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const says = (window: Page, name: string, words: string) =>
    vi.waitFor(
      async () => expect(await wordsOf(window, name)).toBe(words),
      SOON,
    );
  const standsAt = (corner: readonly number[]) =>
    vi.waitFor(
      async () => expect(await cornerOf(page, "Пары")).toStrictEqual(corner),
      SOON,
    );

  test("a chart is drawn at its cell and says its data", async () => {
    await says(
      page,
      "Пары по школам, столбчатая диаграмма",
      "Лицей № 1: Пары 12; Школа № 17: Пары 4,5; Всего: Пары 16,5.",
    );
    await says(
      page,
      "Доля плана, круговая диаграмма",
      "Лицей № 1: Доля 80\u00a0%; Школа № 17: Доля 45\u00a0%.",
    );
    const [x, y] = await cornerOf(page, "Пары");
    // Row headers and five columns; column headers and two rows.
    expect(x).toBe(46 + 5 * 100 + 5);
    expect(y).toBeGreaterThan(20 + 2 * 20);
    expect(await paintedIn(page, "Пары", [0x3b, 0x78, 0xe7])).toBeGreaterThan(
      1_000,
    );
    expect(await page.locator(".chart").count()).toBe(2);
  });

  test("it follows edits of another window and formulas", async () => {
    await typeInto(other, "B2", "20");
    const words = "Лицей № 1: Пары 20; Школа № 17: Пары 4,5; Всего: Пары 24,5.";
    await says(other, "Пары", words);
    await says(page, "Пары", words);
  });

  test("it moves with columns and row heights, and under the frozen row", async () => {
    const [x, y] = await cornerOf(page, "Пары");
    await script.run(`
      const sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.insertColumnBefore(5);
      sheet.setRowHeight(2, sheet.getRowHeight(2) + 40);
      sheet.insertRowBefore(5);
      sheet.setRowHeight(1, 60);
      const [chart] = sheet.getCharts();
      sheet.updateChart(chart.modify().setOption("colors", ["#00ff00"]).build());`);
    await vi.waitFor(async () => {
      const [left, top] = await cornerOf(page, "Пары");
      expect(left).toBe(x + 100);
      expect(top).toBeGreaterThan(y + 60);
    }, SOON);
    expect(await paintedIn(page, "Пары", [0, 255, 0])).toBeGreaterThan(1_000);

    const [left, top] = await cornerOf(page, "Пары");
    await chart(page, "Пары").hover();
    await page.mouse.wheel(0, 120);
    await standsAt([left, top - 120]);
    expect(
      await chart(page, "Пары").evaluate(
        (one) => getComputedStyle(one).clipPath,
      ),
    ).toContain("inset");
    await page.mouse.wheel(0, -120);
    await standsAt([left, top]);
  });

  test("only the active tab's charts are there", async () => {
    const activate = (index: number) =>
      page.evaluate((at) => {
        const { univerAPI } = window as unknown as {
          readonly univerAPI: {
            readonly getActiveWorkbook: () => {
              readonly getSheets: () => readonly unknown[];
              readonly setActiveSheet: (sheet: unknown) => void;
            };
          };
        };
        const workbook = univerAPI.getActiveWorkbook();
        workbook.setActiveSheet(workbook.getSheets()[at]);
      }, index);
    await activate(1);
    await chart(page, "таблица").waitFor();

    expect(await page.locator(".chart").count()).toBe(1);
    expect(await page.locator(".chart-table").innerText()).toContain("20");
    await activate(0);
    await chart(page, "Доля").waitFor();
    expect(await page.locator(".chart").count()).toBe(2);
  });

  test("a person drags a chart and deletes it", async () => {
    const [x, y] = await cornerOf(page, "Пары");
    await chart(page, "Пары").hover();
    await page.mouse.down();
    await page.mouse.move(700, 420);
    await page.mouse.up();
    await vi.waitFor(async () => {
      const corner = await cornerOf(page, "Пары");
      expect(corner).not.toStrictEqual([x, y]);
      expect(await cornerOf(other, "Пары")).toStrictEqual(corner);
    }, SOON);
    const [left, top] = await cornerOf(page, "Пары");
    await chart(page, "Пары").focus();
    await page.keyboard.press("ArrowRight");
    await standsAt([left + 20, top]);
    page.on("dialog", (dialog) => void dialog.accept());
    await chart(page, "Доля").getByRole("button").click();
    await chart(other, "Доля").waitFor({ state: "detached" });
    const seen = await script.run(`
      const charts = SpreadsheetApp.getActive().getSheets()[0].getCharts();
      return charts.map((chart) => chart.getOptions().get("title"));`);

    expect(seen).toStrictEqual(["Пары по школам"]);
    expect(opened.faults).toStrictEqual([]);
  });
});
