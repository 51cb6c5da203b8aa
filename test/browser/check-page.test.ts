/** «Проверить данные» and «Начало» in the page: a remark leads to its cell, a link to its tab. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";
import { openAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

/** GUIDE_SHOTS=docs/guide renews the pictures of the user guide. */
const SHOTS = process.env["GUIDE_SHOTS"];

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

describe.skipIf(NO_BROWSER !== null)(
  `the check in the page${NO_BROWSER === null ? "" : ` (skipped: ${NO_BROWSER})`}`,
  () => {
    beforeAll(async () => {
      host = await openAfter([SETUP, IMPORT, ["pair", {}]]);
      browser = await launchBrowser();
      open = await openPage(browser, host);
      page = open.page;
      page.setDefaultTimeout(30_000);
    });

    afterAll(async () => {
      await open?.close();
      await browser?.close();
      await host?.close();
    });

    test("leads from a remark to its cell and records the result", async () => {
      await page.getByRole("menuitem", { name: "Наставничество" }).click();
      await page.getByRole("menuitem", { name: "Проверить данные" }).click();
      const panel = page.frameLocator("iframe").last();
      await panel.getByRole("button", { name: "Предпросмотр" }).click();
      await panel
        .getByRole("heading", { name: "Результат проверки" })
        .waitFor();
      await shot("14-check");
      const remark = panel.getByRole("listitem").filter({
        hasText: "согласие не получено. В подбор",
      });
      const place = remark.first().getByRole("button");
      const row = /строка\s(\d+)/i.exec((await place.textContent()) ?? "")?.[1];
      await place.click();
      await page
        .locator(`input[value$="${row}"]`)
        .or(page.getByText(new RegExp(`^[A-Z]+${row}$`)))
        .first()
        .waitFor();
      await shot("15-check-cell");
      await panel
        .getByRole("button", { name: "Записать итог на вкладку «Начало»" })
        .click();
      await panel.getByRole("heading", { name: /^Готово|^Сделано/ }).waitFor();
      await page.getByText("Начало", { exact: true }).first().click();
      await shot("16-start");

      expect((await host.book.grids())["Начало"]?.at(-1)?.[2]).toBe(
        "проверено 07.09.2026",
      );
      expect(open.faults).toStrictEqual([]);
    });
  },
);
