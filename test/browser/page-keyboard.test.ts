/** The page without a mouse and for weak eyes: keys, names for screen readers, contrast, twice the size, Russian words in the grid's panels. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  goTo,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";
import { memoryHost } from "../support/memory-host";
import {
  foreignWords,
  namelessControls,
  paleTexts,
} from "../support/page-audit";
import { FORM, FUNCTIONS } from "./page-fixtures";

const SOON = { timeout: 10_000, interval: 50 };
/** Fonts, people, Univer's key for its messages: no words to translate. */
const NAMES = /^(?:Arial|\S+@example\.org|Сообщения alt\+T)$/;

const title =
  NO_BROWSER === null ? "keyboard" : `keyboard (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    const host = memoryHost({ functions: FUNCTIONS, forms: [FORM] });
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const isReadable = async () => {
    expect(await paleTexts(page)).toEqual([]);
    expect(await namelessControls(page)).toEqual([]);
  };
  /** Region that has the focus now. */
  const isIn = (selector: string) =>
    vi.waitFor(
      async () =>
        expect(
          await page.evaluate(
            (part) => document.activeElement?.closest(part) !== null,
            selector,
          ),
        ).toBe(true),
      SOON,
    );

  test("F6 goes through the parts of the page and back, out of a panel too", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Открыть панель" }).click();
    await page.locator(".sidebar iframe").waitFor();
    await page
      .getByRole("button", { name: "Формы, документы, журнал" })
      .click();
    await page.getByRole("tab", { name: "Формы" }).waitFor();
    for (const part of [
      "[data-u-comp=ribbon-toolbar]",
      ".book",
      "[data-u-comp=slide-tab-bar]",
      ".sidebar",
      ".drawer",
      ".header",
    ]) {
      await page.keyboard.press("F6");
      await isIn(part);
    }
    await page.keyboard.press("Shift+F6");
    await isIn(".drawer");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      "Документы",
    );
  });

  test("own texts have contrast and own controls a name, in every tab of the drawer", async () => {
    const drawer = page.locator(".drawer");
    for (const name of await drawer.getByRole("tab").allTextContents()) {
      await drawer.getByRole("tab", { name, exact: true }).click();
      await isReadable();
    }
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await isReadable();
    await page.getByRole("menuitem", { name: "Окно" }).click();
    await page.getByRole("dialog", { name: "Справка" }).waitFor();
    await isReadable();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("buttons of the toolbar have names and lists by keyboard", async () => {
    const toolbar = page.locator("[data-u-comp=ribbon-toolbar]");
    for (const name of ["Жирный", "Курсив", "Цвет текста", "Цвет заливки"]) {
      const button = toolbar.getByRole("button", { name, exact: false });
      expect(await button.first().count()).toBe(1);
    }
    await toolbar.getByRole("button", { name: "Цвет заливки" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Больше цветов").waitFor();
    await page.keyboard.press("Escape");
  });

  test.each([
    "sheet.operation.open.numfmt.panel",
    "data-validation.operation.open-validation-panel",
    "sheet.operation.open.conditional.formatting.panel",
    "ui.operation.open-find-dialog",
    "ui.operation.open-replace-dialog",
  ])("%s speaks Russian", async (id) => {
    await goTo(page, "B2:C4");
    await page.evaluate(
      ([command]) =>
        (
          window as unknown as {
            readonly univerAPI: {
              readonly executeCommand: (
                id: string | undefined,
                params: object,
              ) => Promise<boolean>;
            };
          }
        ).univerAPI.executeCommand(command, { value: 1 }),
      [id],
    );
    await page
      .locator("[data-u-comp=sidebar] header, [role=dialog]")
      .first()
      .waitFor();
    const words = await foreignWords(page);
    expect(words.filter((word) => !NAMES.test(word))).toEqual([]);
  });

  test("at twice the size everything is within reach", async () => {
    await page.setViewportSize({ width: 640, height: 360 });
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    const last = page.locator(".menu-list").getByText("Ещё");
    await last.scrollIntoViewIfNeeded();
    const box = await last.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(360);
    await page.keyboard.press("Escape");
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector(".header")?.scrollWidth,
    ]);
    expect(widths).toEqual([640, 640]);
    expect(opened.faults).toEqual([]);
  });
});
