/** Two people on one book: protected cells, lines in cells, links, edits that cross, windows over the book. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  goTo,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
  typeInto,
} from "../support/browser";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { FUNCTIONS } from "./page-fixtures";

const SOON = { timeout: 10_000, interval: 50 };

const title =
  NO_BROWSER === null ? "two people" : `two people (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: MemoryHost;
  let opened: OpenPage;
  let anna: Page;
  let boris: Page;

  beforeAll(async () => {
    host = memoryHost({
      functions: FUNCTIONS,
      protections: [
        {
          sheetId: "s1",
          area: { startRow: 19, endRow: 20, startColumn: 0, endColumn: 1 },
          description: "Итоги года",
        },
      ],
    });
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

  test("a protected cell is changed only after a warning", async () => {
    const warning = anna.getByRole("dialog", { name: "Защищённый диапазон" });
    await typeInto(anna, "B20", "не надо");
    await warning.getByText("Итоги года").waitFor();
    await warning.getByRole("button", { name: "Отмена" }).click();
    await shows(anna, "B20", "");
    expect(host.cell(19, 1)?.v ?? null).toBeNull();

    await typeInto(anna, "B20", "надо");
    await warning.getByRole("button", { name: "Изменить" }).click();
    await cellIs(19, 1, "надо");
    await typeInto(anna, "C20", "рядом");
    await cellIs(19, 2, "рядом");
    await shows(boris, "B20", "надо");
  });

  test("lines of a cell stay apart when it is edited and copied", async () => {
    await goTo(anna, "A1");
    await anna.keyboard.type("раз");
    await anna.keyboard.press("Alt+Enter");
    await anna.keyboard.type("два");
    await anna.keyboard.press("Enter");
    await cellIs(0, 0, "раз\nдва");
    await goTo(anna, "A1");
    await anna.keyboard.press("F2");
    await anna.keyboard.type("!");
    await anna.keyboard.press("Enter");
    await cellIs(0, 0, "раз\nдва!");

    await typeInto(anna, "B1", "ИСТИНА");
    await goTo(anna, "A1:B1");
    await anna.keyboard.press("Control+c");
    await vi.waitFor(
      async () =>
        expect(await anna.evaluate(() => navigator.clipboard.readText())).toBe(
          '"раз\nдва!"\tИСТИНА',
        ),
      SOON,
    );
  });

  test("an address in a cell opens in a tab of its own", async () => {
    await typeInto(anna, "A3", "см. https://example.org/order.");
    await goTo(anna, "A3");
    const link = anna.getByRole("link", { name: "https://example.org/order" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("https://example.org/order");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
    await goTo(anna, "A4");
    await link.waitFor({ state: "detached" });
  });

  test("what crossed another's edit is not lost without a word", async () => {
    await goTo(anna, "D5");
    await anna.keyboard.type("слово Анны");
    await typeInto(boris, "D5", "слово Бориса");
    await cellIs(4, 3, "слово Бориса");
    await anna.keyboard.press("Enter");
    const alert = anna.getByRole("alert");
    await alert.getByText("D5: «слово Анны»").waitFor();
    await alert.getByRole("button", { name: "Закрыть сообщение" }).click();
    await shows(anna, "D5", "слово Бориса");
    expect(host.cell(4, 3)?.v).toBe("слово Бориса");
  });

  test("windows without a frame around the page are moved, resized and closed", async () => {
    await boris.getByRole("menuitem", { name: "Наставничество" }).click();
    await boris.getByRole("menuitem", { name: "Подсказки" }).click();
    const first = boris.getByRole("dialog", { name: "Первая" });
    const second = boris.getByRole("dialog", { name: "Вторая" });
    await second.waitFor();
    await boris.getByText("Недолго").waitFor();
    await boris.getByText("Недолго").waitFor({ state: "detached" });
    const before = await second.boundingBox();
    const bar = await second.getByRole("heading").boundingBox();
    await boris.mouse.move((bar?.x ?? 0) + 5, (bar?.y ?? 0) + 5);
    await boris.mouse.down();
    await boris.mouse.move((bar?.x ?? 0) + 105, (bar?.y ?? 0) + 65);
    await boris.mouse.up();
    const after = await second.boundingBox();
    expect((after?.x ?? 0) - (before?.x ?? 0)).toBe(100);
    expect((after?.y ?? 0) - (before?.y ?? 0)).toBe(60);

    const inside = second.frameLocator("iframe");
    await inside.getByRole("button", { name: "Выше" }).click();
    await vi.waitFor(
      async () =>
        expect((await second.locator("iframe").boundingBox())?.height).toBe(
          150,
        ),
      SOON,
    );
    await inside.getByRole("button", { name: "Закрыть" }).click();
    await second.waitFor({ state: "detached" });
    await typeInto(boris, "E1", "пока открыто окно");
    await cellIs(0, 4, "пока открыто окно");
    await first.getByRole("button", { name: "Закрыть окно" }).click();
    await first.waitFor({ state: "detached" });
    expect(opened.faults).toEqual([]);
  });
});
