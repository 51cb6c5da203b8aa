/** The built add-on itself on the page: menu, panel, an action from the panel to the book. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OpenHost, openHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";

const title =
  NO_BROWSER === null ? "the add-on" : `the add-on (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: OpenHost;
  let opened: OpenPage;

  beforeAll(async () => {
    host = await openHost({ workspace: "", persist: false });
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    host.setOrigin(opened.server.origin);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test("the panel opens from the menu and sets the book up", async () => {
    const { page } = opened;
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.locator(".menu-list [role=menuitem]").first().click();
    const panel = page.frameLocator(".sidebar iframe");
    await panel.getByRole("heading").first().waitFor();
    await panel.getByRole("button", { name: "Открыть шаг" }).click();
    await panel.getByRole("button", { name: "Предпросмотр" }).waitFor();
    expect(
      await panel
        .locator("html")
        .evaluate((html) => html.scrollWidth <= html.clientWidth),
    ).toBe(true);
    const failed = host
      .executions()
      .filter((execution) => execution.outcome !== "done");
    expect(failed).toEqual([]);
  });

  test("tabs that an action makes appear at once", async () => {
    const before = Object.keys(await host.book.grids());
    expect(before).not.toContain("Наставляемые");
    const { runAction } = await import("../../host/add-on");
    await runAction(host, "setup", {
      organization: "Школа № 3",
      organizationShort: "Школа № 3",
      schoolYear: 2026,
      mode: "С именами",
    });
    await vi.waitFor(
      async () =>
        expect(
          await opened.page.getByRole("tab", { name: "Наставляемые" }).count(),
        ).toBe(1),
      { timeout: 10_000, interval: 100 },
    );
    expect(opened.faults).toEqual([]);
  });
});
