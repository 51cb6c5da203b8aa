/** Formulas in the page of a ru_RU book: typed, shown, edited again, wrong ones, links. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { OpenHost } from "../../host/host";
import { openSnippetHost } from "../contract/snippet-host";
import {
  formulaBarText,
  goTo,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
  typeInto,
} from "../support/browser";

const SOON = { timeout: 10_000, interval: 50 };

const title =
  NO_BROWSER === null
    ? "formulas in the page"
    : `formulas in the page (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: OpenHost;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    ({ host } = await openSnippetHost({ now: "2026-09-05T12:00:00+03:00" }));
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    page = opened.page;
    await typeInto(page, "A1", "2,5");
    await typeInto(page, "A2", "7");
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const shows = (place: string, text: string) =>
    vi.waitFor(
      async () => expect((await shownIn(page, place)).trim()).toBe(text),
      SOON,
    );

  /** Opens the cell's editor, changes nothing, leaves it. */
  async function editAgain(place: string): Promise<void> {
    await goTo(page, place);
    await page.keyboard.press("F2");
    await page.keyboard.press("Enter");
  }

  test.each([
    ["B1", '=IF(A1>1,5;"да";"нет")', "да"],
    ["B2", "=SUM(A1:A)", "9,5"],
    ["B7", "=SUM(A1,A2)", "#ERROR!"],
    ["B9", '=HYPERLINK("https://example.org";"Анкета")', "Анкета"],
  ])("%s: %s shows %s, and stays as typed", async (place, text, shown) => {
    await typeInto(page, place, text);
    await shows(place, shown);

    expect(await formulaBarText(page, place)).toBe(text);

    await editAgain(place);
    await shows(place, shown);

    expect(await formulaBarText(page, place)).toBe(text);
  });

  test("an unreadable formula can be mended, and nothing of it is left", async () => {
    await typeInto(page, "D1", "=SUM(A1,A2)");
    await shows("D1", "#ERROR!");
    await typeInto(page, "D1", "=SUM(A1;A2)");
    await shows("D1", "9,5");
    await typeInto(page, "D2", "=A1,A2");
    await shows("D2", "#ERROR!");
    await typeInto(page, "D2", "слово");
    await shows("D2", "слово");

    expect(await formulaBarText(page, "D1")).toBe("=SUM(A1;A2)");
    expect(await formulaBarText(page, "D2")).toBe("слово");
  });

  test("the server keeps the same texts for scripts", async () => {
    const { sheets } = host.book.snapshot() as {
      sheets: Record<string, { cellData: Record<number, unknown[]> }>;
    };
    const cells = sheets["0"]?.cellData;

    expect(cells?.[0]).toMatchObject({ 1: { f: '=IF(A1>1.5,"да","нет")' } });
    expect(cells?.[6]).toMatchObject({
      1: { v: "#ERROR!", custom: { formula: "=SUM(A1,A2)" } },
    });
  });

  test("the editor suggests Google's own functions", async () => {
    await goTo(page, "F1");
    await page.keyboard.type("=COUNTUNI");
    await page.getByText("COUNTUNIQUEIFS").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");

    expect(opened.faults).toStrictEqual([]);
  });
});
