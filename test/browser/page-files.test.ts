/** The menu «Файл»: a file comes in through its dialog, tabs and everything go out. */
import { readFileSync } from "node:fs";
import PizZip from "pizzip";
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

const SOON = { timeout: 10_000, interval: 50 };
const title =
  NO_BROWSER === null
    ? "the menu «Файл»"
    : `the menu «Файл» (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let snippet: SnippetHost;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    snippet = await openSnippetHost();
    await snippet.run(
      "SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1').setValue('Было')",
    );
    browser = await launchBrowser();
    opened = await openPage(browser, snippet.host, {
      exchange: snippet.host.exchange,
    });
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const choose = async (...captions: readonly string[]) => {
    for (const name of ["Файл", ...captions]) {
      await page.getByRole("menuitem", { name, exact: true }).click();
    }
  };
  const dialog = () => page.getByRole("dialog", { name: "Импорт файла" });
  const give = async (name: string, text: string | Uint8Array) => {
    await choose("Импортировать…");
    await dialog()
      .getByLabel("Файл таблицы")
      .setInputFiles({ name, mimeType: "", buffer: Buffer.from(text) });
  };
  const downloaded = async (...captions: readonly string[]) => {
    const waiting = page.waitForEvent("download");
    await choose("Скачать", ...captions);
    const download = await waiting;
    const path = await download.path();
    return { name: download.suggestedFilename(), bytes: readFileSync(path) };
  };

  test("a list is shown first and comes in as a new tab", async () => {
    await give("Наставники.csv", "ФИО;Часы\nИванова;3,5\nИтого;=B2*2");
    await dialog().getByText("Оставить формулы формулами (1)").click();
    expect(await dialog().getByRole("cell").allTextContents()).toStrictEqual([
      "Наставники",
      "3",
      "2",
      "1",
    ]);
    const shots = process.env["SCREENSHOTS"];
    if (shots !== undefined) {
      await page.screenshot({ path: `${shots}/import.png` });
    }
    await dialog().getByRole("button", { name: "Импортировать" }).click();
    await page.getByText("Новых листов: 1.").waitFor();
    await page.getByText("Наставники", { exact: true }).first().click();
    await vi.waitFor(
      async () => expect(await shownIn(page, "B3")).toBe("7"),
      SOON,
    );
  });

  test("the shown tab goes out as .csv", async () => {
    const { name, bytes } = await downloaded("Этот лист (.csv)");

    expect(name).toBe("Новая таблица - Наставники.csv");
    expect(bytes.toString("utf8")).toBe('ФИО,Часы\r\nИванова,"3,5"\r\nИтого,7');
  });

  test("a book replaces all tabs only after a tick", async () => {
    const { bytes } = await downloaded("Таблица (.xlsx)");
    await give("Книга.xlsx", bytes);
    await dialog().getByText("вместо всех листов").click();
    const button = dialog().getByRole("button", { name: "Импортировать" });
    expect(await button.isDisabled()).toBe(true);
    await dialog().getByText("Заменить все листы").click();
    await button.click();
    await page.getByText("Новых листов: 2.").waitFor();
    expect(Object.keys(await snippet.host.book.grids())).toStrictEqual([
      "Лист1",
      "Наставники",
    ]);
    expect(await shownIn(page, "A1")).toBe("Было");
  });

  test("everything goes out as .zip", async () => {
    const { name, bytes } = await downloaded("Все файлы (.zip)");

    expect(name).toBe("Новая таблица.zip");
    expect(Object.keys(new PizZip(bytes).files)).toStrictEqual([
      "Новая таблица.xlsx",
    ]);
  });

  test("what is no spreadsheet is refused in the dialog", async () => {
    await give("x.xlsx", "%PDF-1.7");
    await dialog().getByText("Это не таблица.").waitFor();
    await dialog().getByRole("button", { name: "Отмена" }).click();

    expect(opened.faults).toStrictEqual([]);
  });
});
