/** Forms send what was typed; the panel follows the menu and the curator coming back. */
import { expect, test } from "vitest";
import type { ActionCard, PanelState } from "../../src/shared/rpc";
import { CARD, PANEL } from "./sidebar-fixtures";
import {
  button,
  heading,
  methodsOf,
  panelSuite,
  withPanel,
} from "./sidebar-suite";

panelSuite("panel forms", () => {
  test("sends what was typed and keeps it for the way back", async () => {
    await withPanel({ describe: () => CARD }, async (panel) => {
      const { page } = panel;
      await button(page, "Открыть шаг").click();
      await page.getByLabel("Ученик — ученик").check();
      await page.getByLabel("Что важнее").selectOption("best");
      await page.getByLabel("Наставляемых у одного наставника").fill("1 200");
      await page.getByLabel("Начало работы пар").fill("2025-09-15");
      await page.getByLabel("Примечание").fill("=1+1\n'а");
      await page.getByLabel("Оставить уже утверждённые пары").uncheck();
      await page.getByLabel("Список запретов").setInputFiles({
        name: "запреты.csv",
        mimeType: "text/csv",
        // «Имя;Ёж» in Windows-1251.
        buffer: Buffer.from([0xc8, 0xec, 0xff, 0x3b, 0xa8, 0xe6]),
      });
      await page.getByText("запреты.csv").waitFor();
      await button(page, "Предпросмотр").click();
      await button(page, "Назад").click();
      await heading(page, CARD.title).waitFor();

      expect(panel.calls[2]).toStrictEqual({
        method: "preview",
        input: {
          action: "match",
          input: {
            form: "pupil",
            goal: "best",
            limit: 1200,
            from: "2025-09-15",
            name: "",
            remark: "=1+1\n'а",
            keep: false,
            file: "Имя;Ёж",
          },
        },
      });
      expect(await page.getByLabel("Ученик — ученик").isChecked()).toBe(true);
      expect(await page.getByLabel("Примечание").inputValue()).toBe("=1+1\n'а");
      expect(await page.getByText("запреты.csv").count()).toBe(1);
    });
  });

  test("refuses a file that is not text and sends nothing", async () => {
    const card: ActionCard = {
      ...CARD,
      fields: [{ key: "file", label: "Файл", kind: "file", required: true }],
    };
    await withPanel({ describe: () => card }, async (panel) => {
      const { page } = panel;
      await button(page, "Открыть шаг").click();
      await page.getByLabel("Файл").setInputFiles({
        name: "список.xlsx",
        mimeType: "application/octet-stream",
        buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      });
      await page.getByText("Это не книга Excel").waitFor();
      await button(page, "Предпросмотр").click();
      await page.getByText("Выберите файл.").waitFor();

      expect(methodsOf(panel)).toStrictEqual(["panel", "describe"]);
    });
  });

  test("opens the action the menu asked for", async () => {
    await withPanel(
      {
        panel: () => ({ ...PANEL, requested: "match" }),
        describe: () => CARD,
      },
      async (panel) => {
        await heading(panel.page, CARD.title).waitFor();

        expect(panel.calls).toStrictEqual([
          { method: "panel", input: {} },
          { method: "describe", input: { action: "match" } },
        ]);
      },
    );
  });

  test("reads the panel again when the curator comes back to it", async () => {
    const states: PanelState[] = [
      { ...PANEL, title: "Сентябрь" },
      { ...PANEL, title: "Октябрь" },
    ];
    await withPanel(
      { panel: () => states.shift() ?? PANEL },
      async ({ page }) => {
        await heading(page, "Сентябрь").waitFor();
        await page.evaluate(() => window.dispatchEvent(new Event("focus")));
        await heading(page, "Октябрь").waitFor();

        expect(await heading(page, "Сентябрь").count()).toBe(0);
      },
    );
  });

  test("leaves a half-filled form alone when the curator comes back to it", async () => {
    await withPanel({ describe: () => CARD }, async (panel) => {
      const { page } = panel;
      await button(page, "Открыть шаг").click();
      await page.getByLabel("Название варианта").fill("Осень");
      await page.evaluate(() => window.dispatchEvent(new Event("focus")));
      await page.waitForTimeout(200);

      expect(await page.getByLabel("Название варианта").inputValue()).toBe(
        "Осень",
      );
      expect(methodsOf(panel)).toStrictEqual(["panel", "describe"]);
    });
  });
});
