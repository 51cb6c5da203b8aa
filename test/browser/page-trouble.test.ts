/** When the server does not take an edit, or cannot be reached: the page shows the server's book again. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
  typeInto,
} from "../support/browser";
import { type MemoryHost, memoryHost } from "../support/memory-host";

const SOON = { timeout: 30_000, interval: 50 };
const REFUSED = "нельзя";

/** The window's connections, newest last, and whether new ones fail. */
type Line = { readonly sockets: WebSocket[]; isCut: boolean };

const title =
  NO_BROWSER === null ? "trouble" : `trouble (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: MemoryHost;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    host = memoryHost({
      refuses: (mutation) => JSON.stringify(mutation).includes(REFUSED),
      functions: {
        write: ({ write }, row, column, value) =>
          write(Number(row), Number(column), value as string),
      },
    });
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    // A window whose line the test can cut.
    page = await opened.openWindow("", () => {
      const Real = WebSocket;
      const line: Line = { sockets: [], isCut: false };
      Object.assign(window, {
        line,
        WebSocket: class extends Real {
          constructor(url: string) {
            super(url);
            line.sockets.push(this);
            if (line.isCut) this.close();
          }
        },
      });
    });
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  /** Cut, it stays so however long the typing takes: the page tries again and again. */
  const cutLine = (isCut: boolean) =>
    page.evaluate((cut) => {
      const { line } = window as unknown as { readonly line: Line };
      line.isCut = cut;
      if (cut) line.sockets[line.sockets.length - 1]?.close();
    }, isCut);

  const shows = (place: string, text: string) =>
    vi.waitFor(async () => expect(await shownIn(page, place)).toBe(text), SOON);

  test("a refused edit disappears and says why", async () => {
    await typeInto(page, "A1", "прежнее");
    await vi.waitFor(() => expect(host.cell(0, 0)?.v).toBe("прежнее"), SOON);
    await typeInto(page, "A1", REFUSED);
    await page.getByRole("alert").getByText("Правка не записана").waitFor();
    await shows("A1", "прежнее");
    expect(host.cell(0, 0)?.v).toBe("прежнее");
  });

  test("after that the window goes on editing", async () => {
    await typeInto(page, "A2", "дальше");
    await vi.waitFor(() => expect(host.cell(1, 0)?.v).toBe("дальше"), SOON);
  });

  test("a line that broke is mended, and what was missed appears", async () => {
    await cutLine(true);
    await page.locator(".header .status").getByText("Нет связи").waitFor();
    await typeInto(page, "A3", "потеряно");
    await host.execute({
      functionName: "write",
      kind: "menu",
      args: [3, 0, "пока не было связи"],
    });
    await cutLine(false);
    await shows("A4", "пока не было связи");
    await shows("A3", "");
    expect(host.cell(2, 0)?.v ?? null).toBeNull();
    await typeInto(page, "A5", "снова");
    await vi.waitFor(() => expect(host.cell(4, 0)?.v).toBe("снова"), SOON);
  });
});
