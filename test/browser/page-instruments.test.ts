/** The drawer's execution log and instruments in a real browser. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { FUNCTIONS } from "./page-fixtures";

const SOON = { timeout: 10_000, interval: 50 };
const EARLIER = 1_000;

const title =
  NO_BROWSER === null
    ? "the page's journal"
    : `the page's journal (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: MemoryHost;
  let opened: OpenPage;
  let page: Page;
  let drawer: Locator;

  beforeAll(async () => {
    host = memoryHost({ functions: FUNCTIONS });
    for (let run = 1; run <= EARLIER; run += 1) {
      await host.execute({
        kind: "rpc",
        functionName: "hello",
        args: [`run${run}`],
      });
    }
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    page = opened.page;
    drawer = page.locator(".drawer");
    await page
      .getByRole("button", { name: "Формы, документы, журнал" })
      .click();
    await drawer.getByRole("tab", { name: "Журнал выполнения" }).click();
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test("a thousand executions are at hand, a screen of them is made", async () => {
    // And onOpen of the page itself.
    await drawer.getByText(`Выполнений: ${EARLIER + 1}`).waitFor();
    const rows = drawer.locator("tbody tr");
    expect(await rows.count()).toBeLessThan(100);
    await drawer.locator(".journal-rows").evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });

    const oldest = drawer.getByRole("button", {
      name: "hello: run1",
      exact: true,
    });
    await oldest.waitFor();
    expect(await rows.count()).toBeLessThan(100);
    expect(await rows.last().getAttribute("aria-rowindex")).toBe("1002");
    await oldest.click();
    await drawer.getByText("Range.setValues × 3").waitFor();
  });

  test("errors alone are shown, by the menu item that was chosen", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Сломать" }).click();
    await drawer.getByText(`Выполнений: ${EARLIER}`).waitFor();
    await drawer.getByLabel("Только с ошибками").check();

    await vi.waitFor(
      async () =>
        expect(await drawer.locator("tbody tr").allInnerTexts()).toEqual([
          expect.stringMatching(/«Сломать».*curator@example\.org.*ошибка/s),
        ]),
      SOON,
    );
    await drawer.getByRole("button", { name: "«Сломать»" }).click();
    const details = drawer.getByRole("region", {
      name: "Подробности выполнения",
    });
    await details.getByText("TypeError: вкладки «Пары» нет").waitFor();
    await details.getByText("на Google заняли бы примерно 150 мс").waitFor();
  });

  test("instruments are switched on, seen in every window, switched off", async () => {
    const other = await opened.openWindow();
    const badge = other.getByRole("button", {
      name: "Включены инструменты проверки: 4",
    });
    await drawer.getByRole("tab", { name: "Инструменты" }).click();
    await drawer.getByText("Это для проверки, не для работы.").waitFor();
    await drawer.getByText("Сейчас всё выключено.").waitFor();
    await drawer.getByLabel("Задерживать вызовы служб").check();
    await drawer.getByLabel("Ошибка в методе").fill("Range.setValues");
    await drawer.getByLabel("на его вызове №").fill("3");
    await drawer.getByLabel("Обрыв через, мс").fill("900");
    await drawer.getByLabel("Адресатов писем в день").fill("0");
    await drawer.getByRole("button", { name: "Применить" }).click();

    await badge.waitFor();
    expect(host.instruments.get()).toEqual({
      latency: "published",
      failMethod: { method: "Range.setValues", at: 3 },
      killAfterMs: 900,
      mailQuota: 0,
    });
    expect(await drawer.getByLabel("Обрыв через, мс").inputValue()).toBe("900");

    await badge.click();
    await other.getByRole("button", { name: "Выключить всё" }).click();
    await badge.waitFor({ state: "detached" });
    await drawer.getByText("Сейчас всё выключено.").waitFor();
    expect(host.instruments.get()).toEqual({});
  });

  test("nothing failed on the way", () => {
    expect(opened.faults).toEqual([]);
  });
});
