/** What the panel's browser tests share: one browser per file, a panel per test. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { DONE, PANEL, PLAIN_CARD, PREVIEW } from "./sidebar-fixtures";
import {
  buildPanelPage,
  type Handlers,
  launchChromium,
  type OpenPanel,
  openPanel,
  SKIP_REASON,
} from "./sidebar-page";

/** A server on which everything goes well at once. */
const ANSWERS: Handlers = {
  panel: () => PANEL,
  describe: () => PLAIN_CARD,
  preview: () => PREVIEW,
  apply: () => DONE,
  show: () => null,
};

let browser: Browser;
let html = "";

/** The built page; empty before the suite has started. */
export function panelHtml(): string {
  return html;
}

/** A suite with a browser, or the same suite skipped with the reason in its name. */
export function panelSuite(name: string, tests: () => void): void {
  const title = SKIP_REASON === null ? name : `${name} (${SKIP_REASON})`;
  describe.skipIf(SKIP_REASON !== null)(title, () => {
    beforeAll(async () => {
      [browser, html] = await Promise.all([launchChromium(), buildPanelPage()]);
    });
    afterAll(() => browser.close());
    tests();
  });
}

/**
 * Opens a panel, looks, and in the end insists on a page without errors.
 *
 * @param handlers - What differs from a server on which everything goes well.
 */
export async function withPanel(
  handlers: Handlers,
  look: (panel: OpenPanel) => Promise<void>,
  size?: { width: number; height: number },
): Promise<void> {
  const panel = await openPanel(
    browser,
    html,
    { ...ANSWERS, ...handlers },
    size,
  );
  try {
    await look(panel);
    expect(panel.errors).toStrictEqual([]);
  } finally {
    await panel.close();
  }
}

export function button(page: Page, name: string | RegExp): Locator {
  return page.getByRole("button", { name });
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole("heading", { level: 1, name });
}

export function methodsOf({ calls }: OpenPanel): readonly string[] {
  return calls.map(({ method }) => method);
}

/** From home to the preview of the current step. */
export async function openPreview(page: Page): Promise<void> {
  await button(page, "Открыть шаг").click();
  await button(page, "Предпросмотр").click();
  await heading(page, "Предпросмотр").waitFor();
}
