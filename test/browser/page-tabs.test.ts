/** Tabs changed from their menu on the page: the server, a second window, a reload and the script's onChange trigger see it. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { NO_BROWSER, ready } from "../support/browser";
import { openScriptPage, type ScriptPage } from "./script-page";

const SOON = { timeout: 10_000, interval: 50 };

const CODE = `
function install() { ScriptApp.newTrigger("seen").forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
function seen(e) { console.log(e.changeType); }
function tabs() {
  return SpreadsheetApp.getActive().getSheets().map((sheet) =>
    (sheet.isSheetHidden() ? "-" : "") + sheet.getName() + (sheet.getTabColor() ? " " + sheet.getTabColor() : ""));
}
function found() {
  const book = SpreadsheetApp.getActive();
  return book.getSheets().every((sheet) => Number.isInteger(sheet.getSheetId())
    && book.getSheetById(sheet.getSheetId()).getName() === sheet.getName());
}
`;

const title = NO_BROWSER === null ? "tabs" : `tabs (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let script: ScriptPage;
  let anna: Page;
  let boris: Page;

  const call: ScriptPage["call"] = (...given) => script.call(...given);
  const shown = (page: Page) => page.getByRole("tab").allTextContents();
  const tab = (name: string) => anna.getByRole("tab", { name, exact: true });
  const openMenu = async (name: string) => {
    const item = anna.getByText("Переименовать", { exact: true });
    await tab(name).click();
    await vi.waitFor(async () => {
      await tab(name).click({ button: "right" });
      expect(await item.isVisible()).toBe(true);
    }, SOON);
  };
  const choose = async (name: string, item: string) => {
    await openMenu(name);
    await anna.getByText(item, { exact: true }).click();
  };
  const hasTabs = async (names: readonly string[]) => {
    await vi.waitFor(
      async () => expect(await call("tabs")).toEqual(names),
      SOON,
    );
    const visible = names
      .filter((name) => !name.startsWith("-"))
      .map((name) => name.replace(/ #\w+$/, ""));
    for (const window of [anna, boris]) {
      await vi.waitFor(
        async () => expect(await shown(window)).toEqual(visible),
        SOON,
      );
    }
  };
  const wasTold = (type: string) =>
    vi.waitFor(
      () =>
        expect(script.snippet.host.executions().at(-1)?.log.join()).toContain(
          type,
        ),
      SOON,
    );

  beforeAll(async () => {
    script = await openScriptPage(CODE);
    await call("install");
    ({ anna, boris } = script);
  });
  afterAll(() => script?.close());

  test("a tab is added, renamed and copied", async () => {
    await anna.locator("[data-u-comp=sheet-bar-append-button]").first().click();
    await wasTold("INSERT_GRID");
    await hasTabs(["Лист1", "Лист2"]);
    await choose("Лист2", "Переименовать");
    await anna.keyboard.press("Control+a");
    await anna.keyboard.type("Свод «А»");
    await anna.keyboard.press("Enter");
    await wasTold("OTHER");
    await hasTabs(["Лист1", "Свод «А»"]);
    await choose("Свод «А»", "Создать копию");
    await wasTold("INSERT_GRID");
    await hasTabs(["Лист1", "Свод «А»", "Свод «А» (Копия)"]);
    expect(await call("found")).toBe(true);
  });

  test("a tab is hidden, shown again and coloured", async () => {
    await choose("Лист1", "Скрыть");
    await wasTold("OTHER");
    await hasTabs(["-Лист1", "Свод «А»", "Свод «А» (Копия)"]);
    await choose("Свод «А»", "Показать скрытые листы");
    await anna.getByText("Лист1", { exact: true }).click();
    await hasTabs(["Лист1", "Свод «А»", "Свод «А» (Копия)"]);
    await openMenu("Лист1");
    await anna.getByText("Изменить цвет", { exact: true }).hover();
    await anna
      .locator("[data-u-comp=color-picker-presets] button")
      .nth(19)
      .click();
    await vi.waitFor(
      async () =>
        expect((await call("tabs")) as string[]).toContainEqual(
          expect.stringMatching(/^Лист1 #[0-9a-f]{6}$/),
        ),
      SOON,
    );
  });

  test("a tab is moved by its menu and by dragging", async () => {
    const names = (await call("tabs")) as readonly string[];
    const [first = "", second = "", third = ""] = names;
    await choose("Лист1", "Переместить вправо");
    await hasTabs([second, first, third]);
    await choose("Лист1", "Переместить влево");
    await hasTabs([first, second, third]);
    const from = await tab("Лист1").boundingBox();
    const to = await tab("Свод «А» (Копия)").boundingBox();
    const y = (from?.y ?? 0) + 10;
    await anna.mouse.move((from?.x ?? 0) + 20, y);
    await anna.mouse.down();
    await vi.waitFor(
      async () =>
        expect(await tab("Лист1").evaluate((item) => item.style.cursor)).toBe(
          "move",
        ),
      SOON,
    );
    await anna.mouse.move((to?.x ?? 0) + (to?.width ?? 0), y, { steps: 10 });
    await anna.mouse.up();
    await hasTabs([second, third, first]);
  });

  test("a tab is deleted after a question, and a reload shows the same", async () => {
    await choose("Свод «А» (Копия)", "Удалить");
    const question = anna
      .getByRole("dialog")
      .filter({ hasText: "Удалить лист" });
    await question.getByText("Отмена").click();
    await question.waitFor({ state: "detached" });
    await choose("Свод «А» (Копия)", "Удалить");
    await question.getByText("ОК", { exact: true }).click();
    await wasTold("REMOVE_GRID");
    const names = (await call("tabs")) as readonly string[];
    expect(names).toHaveLength(2);
    await hasTabs(names);
    await anna.reload();
    await ready(anna);
    await hasTabs(names);
    expect(script.opened.faults).toEqual([]);
  });
});
