/** «Пары» in the page: a code typed into a cell is scored at once, and the selected row is explained. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callAddOn } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  typeInto,
} from "../support/browser";
import { openAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";

/** GUIDE_SHOTS=docs/guide renews the picture of the user guide. */
const SHOTS = process.env["GUIDE_SHOTS"];

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;

type Row = { readonly values: Readonly<Record<string, unknown>> };

async function rows(id: string): Promise<readonly Row["values"][]> {
  const answer = (await callAddOn(host, "table", { id })) as {
    readonly rows: readonly Row[];
  };
  return answer.rows.map(({ values }) => values);
}

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

describe.skipIf(NO_BROWSER !== null)(
  `pairs in the page${NO_BROWSER === null ? "" : ` (skipped: ${NO_BROWSER})`}`,
  () => {
    beforeAll(async () => {
      host = await openAfter([SETUP, IMPORT, ["pair", {}]]);
      browser = await launchBrowser();
      open = await openPage(browser, host);
      page = open.page;
      page.setDefaultTimeout(60_000);
      await page.getByText("Пары", { exact: true }).first().click();
    });

    afterAll(async () => {
      await open?.close();
      await browser?.close();
      await host?.close();
    });

    test("scores the row of a typed code at once", async () => {
      const [pair] = await rows("pairs");
      const other = (await rows("mentors")).find(
        (mentor) =>
          mentor["id"] !== pair?.["mentorId"] &&
          mentor["form"] === pair?.["form"] &&
          mentor["consent"] === "получено",
      );
      await typeInto(page, "B2", String(other?.["id"]));

      await vi.waitFor(
        async () =>
          expect((await rows("pairs"))[0]).toMatchObject({
            mentorId: other?.["id"],
            mentor: other?.["fio"],
            source: "вручную",
          }),
        { timeout: 30_000, interval: 300 },
      );
    });

    test("explains the row that is selected in the grid", async () => {
      await page.getByRole("menuitem", { name: "Наставничество" }).click();
      await page.getByRole("menuitem", { name: "Разбор строки" }).click();
      const panel = page.frameLocator("iframe").last();
      await panel.getByText(/^Пары, строка [23]$/).waitFor();
      await panel
        .getByRole("heading", { name: "Нарушенные правила" })
        .or(panel.getByRole("heading", { name: "Из чего сложился балл" }))
        .first()
        .waitFor();
      await shot("11-explain");

      expect(open.faults).toStrictEqual([]);
    });

    test("has the variants in a submenu", async () => {
      await page.getByRole("menuitem", { name: "Наставничество" }).click();
      await page.getByRole("menuitem", { name: "Варианты" }).click();
      await page
        .getByRole("menuitem", { name: "Сохранить вариант…" })
        .waitFor();
      await page.getByRole("menuitem", { name: "Сохранить вариант…" }).click();
      const panel = page.frameLocator("iframe").last();

      await panel.getByRole("heading", { name: "Сохранить вариант" }).waitFor();
    });
  },
);
