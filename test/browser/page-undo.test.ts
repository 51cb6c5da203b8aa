/** Ctrl+Z and Ctrl+Y on the page, alone and beside another person: only what is still one's own is taken back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  goTo,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  pasteInto,
  shownIn,
  typeInto,
} from "../support/browser";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { FUNCTIONS } from "./page-fixtures";

const SOON = { timeout: 10_000, interval: 50 };

type Undo = {
  readonly univerAPI: {
    readonly undo: () => Promise<boolean>;
    readonly getActiveWorkbook: () => {
      readonly getActiveSheet: () => {
        readonly insertRowBefore: (row: number) => unknown;
      };
    };
  };
};

const title = NO_BROWSER === null ? "undo" : `undo (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: MemoryHost;
  let opened: OpenPage;
  let anna: Page;
  let boris: Page;

  beforeAll(async () => {
    host = memoryHost({ functions: FUNCTIONS });
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    anna = opened.page;
    boris = await opened.openWindow("&user=boris@example.org");
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const cellIs = (row: number, column: number, value: unknown) =>
    vi.waitFor(
      () => expect(host.cell(row, column)?.v ?? null).toBe(value),
      SOON,
    );
  const shows = (window: Page, place: string, text: string) =>
    vi.waitFor(
      async () => expect(await shownIn(window, place)).toBe(text),
      SOON,
    );
  const undoIn = (window: Page) =>
    window.evaluate(() => (window as unknown as Undo).univerAPI.undo());

  test("steps are taken back and made again, for the other window too", async () => {
    await typeInto(anna, "A1", "раз");
    await pasteInto(anna, "B1", "1\t2\n3\t4");
    await shows(boris, "C2", "4");
    await anna.keyboard.press("Control+z");
    await cellIs(1, 2, null);
    await shows(boris, "C2", "");
    await anna.keyboard.press("Control+y");
    await cellIs(1, 2, 4);
    await anna.keyboard.press("Control+z");
    await anna.keyboard.press("Control+z");
    await cellIs(0, 0, null);
    await shows(boris, "A1", "");
  });

  test("another's word in the same cell is not overwritten", async () => {
    await typeInto(anna, "D1", "моё");
    await typeInto(anna, "D2", "моё второе");
    await shows(boris, "D2", "моё второе");
    await typeInto(boris, "D1", "чужое");
    await shows(anna, "D1", "чужое");
    await goTo(anna, "D5");
    await anna.keyboard.press("Control+z");
    await cellIs(1, 3, null);
    await undoIn(anna);
    await shows(boris, "D2", "");
    expect(host.cell(0, 3)?.v).toBe("чужое");
    expect(await shownIn(anna, "D1")).toBe("чужое");
  });

  test("after another's new row nothing is put into a wrong place", async () => {
    await typeInto(anna, "F3", "до строки");
    await shows(boris, "F3", "до строки");
    await boris.evaluate(() =>
      (window as unknown as Undo).univerAPI
        .getActiveWorkbook()
        .getActiveSheet()
        .insertRowBefore(0),
    );
    await shows(anna, "F4", "до строки");
    await undoIn(anna);
    await typeInto(anna, "H1", "конец");
    await shows(boris, "H1", "конец");
    expect(host.cell(3, 5)?.v).toBe("до строки");
    expect(host.cell(2, 5)?.v ?? null).toBeNull();
  });

  test("what the add-on wrote stays", async () => {
    await typeInto(anna, "H3", "рядом");
    await cellIs(2, 7, "рядом");
    await typeInto(anna, "H1", "сначала");
    await cellIs(0, 7, "сначала");
    await anna.getByRole("menuitem", { name: "Наставничество" }).click();
    await anna.getByRole("menuitem", { name: "Записать" }).click();
    await shows(anna, "H1", "записано");
    await undoIn(anna);
    await typeInto(anna, "K1", "конец");
    await cellIs(0, 10, "конец");
    expect(host.cell(0, 7)?.v).toBe("записано");
    expect(host.cell(2, 7)?.v).toBe("рядом");
    expect(opened.faults).toEqual([]);
  });
});
