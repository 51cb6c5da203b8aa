/** The workplace in a real browser: the book, two windows, menus, panel, dialogs, drawer. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  formulaBarText,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  pasteInto,
  shownIn,
  typeInto,
} from "../support/browser";
import { type MemoryHost, memoryHost } from "../support/memory-host";
import { documentFile, FORM, FUNCTIONS } from "./page-fixtures";

/** The page is loaded, drawn and computed in another process. */
const SOON = { timeout: 10_000, interval: 50 };

const title =
  NO_BROWSER === null ? "the page" : `the page (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: MemoryHost;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    host = memoryHost({
      functions: FUNCTIONS,
      forms: [FORM],
      files: [await documentFile()],
    });
    browser = await launchBrowser();
    opened = await openPage(browser, host);
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const cellIs = (row: number, column: number, value: object) =>
    vi.waitFor(() => expect(host.cell(row, column)).toMatchObject(value), SOON);

  const shows = (window: Page, place: string, text: string) =>
    vi.waitFor(
      async () => expect(await shownIn(window, place)).toBe(text),
      SOON,
    );

  test("it has the book's name and the add-on's menu", async () => {
    expect(await page.title()).toBe("Пробная книга");
    await page.getByRole("menuitem", { name: "Наставничество" }).waitFor();
  });

  test.each([
    ["B2", 1, 1, "Иванова & <b>", { v: "Иванова & <b>", t: 1 }],
    ["B3", 2, 1, "3,5", { v: 3.5, t: 2 }],
    ["B4", 3, 1, "05.09.2026", { v: 46_270, t: 2 }],
    ["B5", 4, 1, "ИСТИНА", { v: 1, t: 3 }],
    ["B6", 5, 1, "'007", { v: "007", t: 4 }],
    ["B7", 6, 1, "=SUM(B3;0,5)*2", { f: "=SUM(B3,0.5)*2", v: 8 }],
    ["B8", 7, 1, '=IF(B3>3;"да;нет";"")', { v: "да;нет" }],
  ])("%s: a curator types %s", async (place, row, column, text, stored) => {
    await typeInto(page, place, text);
    await cellIs(row, column, stored);
  });

  test("editing shows a formula and a number as they were typed", async () => {
    const inBar = (place: string, text: string) =>
      vi.waitFor(
        async () => expect(await formulaBarText(page, place)).toBe(text),
        SOON,
      );
    await inBar("B7", "=SUM(B3;0,5)*2");
    await inBar("B3", "3,5");
    expect(await shownIn(page, "B3")).toBe("3,5");
    expect(await shownIn(page, "B4")).toBe("05.09.2026");
  });

  test("text pasted from another program is read as if it were typed", async () => {
    await pasteInto(
      page,
      "J1",
      "05.09.2026\t3,5\t=SUM(J5;2,5)\n'007\tИСТИНА\tтекст;  <b>\"",
    );
    await cellIs(0, 9, { v: 46_270, t: 2 });
    await cellIs(0, 10, { v: 3.5, t: 2 });
    await cellIs(0, 11, { f: "=SUM(J5,2.5)", v: 2.5 });
    await cellIs(1, 9, { v: "007", t: 4 });
    await cellIs(1, 10, { v: 1, t: 3 });
    await cellIs(1, 11, { v: 'текст;  <b>"', t: 1 });
    await pasteInto(page, "J3", "12,5");
    await cellIs(2, 9, { v: 12.5, t: 2 });
  });

  test("pasted text stays text in text cells", async () => {
    const text = { s: { n: { pattern: "@" } } };
    host.book.applyMutation(
      {
        id: "sheet.mutation.set-range-values",
        params: {
          unitId: "book",
          subUnitId: "s1",
          cellValue: { 9: { 0: text, 1: text }, 10: { 0: text, 1: text } },
        },
      },
      "test",
    );
    await pasteInto(page, "A10", "=1+1\t05.09\n007\tИСТИНА");
    await cellIs(9, 0, { v: "=1+1", t: 1 });
    await cellIs(9, 1, { v: "05.09", t: 1 });
    await cellIs(10, 0, { v: "007", t: 1 });
    await cellIs(10, 1, { v: "ИСТИНА", t: 1 });
    expect(host.cell(9, 0)?.f ?? null).toBeNull();
    await pasteInto(page, "A10", "=2+2");
    await cellIs(9, 0, { v: "=2+2", t: 1 });
    await typeInto(page, "A11", "=3+3");
    await cellIs(10, 0, { v: "=3+3", t: 1 });
  });

  test("a second window sees edits and computed values", async () => {
    const second = await opened.openWindow();
    await typeInto(page, "D1", "10");
    await typeInto(page, "D2", "=D1*4,2");
    await cellIs(1, 3, { v: 42 });
    await shows(second, "D2", "42");
    await typeInto(second, "D1", "20");
    await shows(page, "D2", "84");
    await second.context().close();
  });

  test("undo takes the edit back everywhere", async () => {
    await typeInto(page, "F1", "лишнее");
    await cellIs(0, 5, { v: "лишнее" });
    await page.keyboard.press("Control+z");
    await vi.waitFor(() => expect(host.cell(0, 5)?.v ?? null).toBeNull(), SOON);
  });

  test("a menu item runs and its writes appear at once", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Записать" }).click();
    await shows(page, "H1", "записано");
  });

  test("a menu works by keyboard alone", async () => {
    await page.getByRole("menuitem", { name: "Файл" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText("Продолжить, Мария?").waitFor();
    await page.getByRole("button", { name: "Нет", exact: true }).click();
    await page.getByText("Ответ: NO").waitFor();
  });

  test("an error of a menu item is shown with its text", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Сломать" }).click();
    const alert = page.getByRole("alert");
    await alert.getByText("вкладки «Пары» нет").waitFor();
    await alert.getByRole("button", { name: "Закрыть сообщение" }).click();
    await alert.waitFor({ state: "detached" });
  });

  test("the panel is 300 px wide and calls the server", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Открыть панель" }).click();
    const frame = page.frameLocator(".sidebar iframe");
    await frame.getByRole("button", { name: "Спросить сервер" }).click();
    await frame.getByText('Привет, {"имя":"<i>Анна</i>"}').waitFor();
    await frame.getByRole("button", { name: "Ошибка" }).click();
    await frame.getByText("TypeError: вкладки «Пары» нет").waitFor();
    expect(
      await page.locator(".sidebar iframe").evaluate((one) => one.clientWidth),
    ).toBe(300);
    await frame.getByRole("button", { name: "Закрыть" }).click();
    await page.locator(".sidebar").waitFor({ state: "detached" });
  });

  test("a modal dialog keeps the keyboard and closes by Escape", async () => {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Окно" }).click();
    const dialog = page.getByRole("dialog", { name: "Справка" });
    await dialog.waitFor();
    const box = await dialog.locator("iframe").boundingBox();
    expect([box?.width, box?.height]).toEqual([400, 200]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  test("the drawer lists forms, documents, mail, triggers and runs", async () => {
    await page
      .getByRole("button", { name: "Формы, документы, журнал" })
      .click();
    const drawer = page.locator(".drawer");
    for (const [tab, text] of [
      ["Почта", "mentor@example.org"],
      ["Триггеры", "при ответе на форму"],
      ["Журнал выполнения", "«Записать»"],
    ] as const) {
      await drawer.getByRole("tab", { name: tab }).click();
      await drawer.getByText(text).first().waitFor();
    }
  });

  test("a form is answered by its respondent", async () => {
    const drawer = page.locator(".drawer");
    await drawer.getByRole("tab", { name: "Формы" }).click();
    const [form] = await Promise.all([
      page.context().waitForEvent("page"),
      drawer.getByRole("link", { name: FORM.title }).click(),
    ]);
    await form.getByLabel("Ваш код").fill("НМ-001 =1+1");
    await form.getByRole("button", { name: "Отправить" }).click();
    await form.getByText("Спасибо за ответ").waitFor();
    expect(host.answers[host.answers.length - 1]).toEqual({
      7: "НМ-001 =1+1",
    });
    await form.close();
  });

  test("a document is shown as pages", async () => {
    const drawer = page.locator(".drawer");
    await drawer.getByRole("tab", { name: "Документы" }).click();
    const [shown] = await Promise.all([
      page.context().waitForEvent("page"),
      drawer.getByRole("link", { name: "Приказ № 1" }).click(),
    ]);
    await shown.locator("section.docx").getByText("ПРИКАЗЫВАЮ").waitFor();
    await shown.close();
  });

  test("nothing failed on the way", () => {
    expect(opened.faults).toEqual([]);
  });
});
