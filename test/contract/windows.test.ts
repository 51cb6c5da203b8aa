/** Menus, the side panel, dialogs, the lock, the active tab. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { UiEvent } from "../../host/types";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let host: SnippetHost;
beforeAll(async () => {
  host = await openSnippetHost();
});
afterAll(() => host.close());

async function shownBy(body: string): Promise<readonly UiEvent[]> {
  const events: UiEvent[] = [];
  const stop = host.host.onUi((event) => events.push(event));
  await host.run(body);
  stop();
  return events;
}

test("menus with separators and submenus reach the page, a second of one caption replaces the first", async () => {
  const events = await shownBy(`
    const ui = SpreadsheetApp.getUi();
    ui.createMenu("Меню").addItem("Старое", "old").addToUi();
    ui.createMenu("Меню").addItem("Раз", "one").addSeparator().addSubMenu(ui.createMenu("Ещё").addItem("Два", "two")).addToUi();
    SpreadsheetApp.getActive().addMenu("Прежнее", [{ name: "Три", functionName: "three" }, null]);`);

  expect(events.at(-1)).toStrictEqual({
    kind: "menu",
    menus: [
      {
        caption: "Меню",
        items: [
          { caption: "Раз", functionName: "one" },
          { separator: true },
          {
            caption: "Ещё",
            items: [{ caption: "Два", functionName: "two" }],
          },
        ],
      },
      {
        caption: "Прежнее",
        items: [{ caption: "Три", functionName: "three" }, { separator: true }],
      },
    ],
  });
});

test("a panel, two kinds of dialog and a toast show what they were given", async () => {
  const events = await shownBy(`
    const ui = SpreadsheetApp.getUi();
    const page = HtmlService.createHtmlOutput("<p>");
    ui.showSidebar(page.setTitle("Панель"));
    ui.showModalDialog(page.setWidth(300).setHeight(200), "Окно");
    ui.showModelessDialog(page, "Рядом");
    SpreadsheetApp.getActiveSpreadsheet().toast("Готово", "Итог");`);

  const size = { width: 300, height: 200 };
  expect(events).toStrictEqual([
    { kind: "sidebar", title: "Панель", html: "<p>" },
    { kind: "dialog", modal: true, title: "Окно", html: "<p>", ...size },
    { kind: "dialog", modal: false, title: "Рядом", html: "<p>", ...size },
    { kind: "toast", title: "Итог", message: "Готово" },
  ]);
});

test("the document lock is taken, held and released", async () => {
  const seen = await host.run(`
    const lock = LockService.getDocumentLock();
    const seen = [lock.hasLock(), lock.tryLock(0), lock.hasLock(), lock.tryLock(0)];
    lock.releaseLock();
    Utilities.sleep(1);
    return [...seen, lock.hasLock()];`);

  expect(seen).toStrictEqual([false, true, true, true, false]);
});

test("the active tab is set for the script and shown to the person", async () => {
  const events: UiEvent[] = [];
  const stop = host.host.onUi((event) => events.push(event));
  const seen = await host.run(`
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const first = book.getActiveSheet();
    book.insertSheet("второй");
    book.setActiveSheet(first);
    SpreadsheetApp.flush();
    return [book.getActiveSheet().getName() === first.getName(), SpreadsheetApp.setActiveSheet(book.getSheetByName("второй")).getName()];`);
  stop();

  expect(seen).toStrictEqual([true, "второй"]);
  expect(events.map(({ kind }) => kind)).toStrictEqual([
    "activate",
    "activate",
  ]);
});
