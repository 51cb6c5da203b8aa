/** Keyboard, screen reader, large letters and contrast. */
import { expect, test } from "vitest";
import { CARD, PANEL } from "./sidebar-fixtures";
import { hasSidewaysScroll } from "./sidebar-page";
import {
  button,
  heading,
  methodsOf,
  panelSuite,
  withPanel,
} from "./sidebar-suite";

panelSuite("panel access", () => {
  test("can be worked through by keyboard alone", async () => {
    await withPanel({ describe: () => CARD }, async (panel) => {
      const { page } = panel;
      const keyboard = page.keyboard;
      const focused = () =>
        page.evaluate(() => document.activeElement?.textContent ?? "");
      const tabTo = async (text: string) => {
        for (let step = 0; step < 30; step += 1) {
          await keyboard.press("Tab");
          if ((await focused()).includes(text)) {
            return;
          }
        }
        throw new Error(`Tab does not reach «${text}»`);
      };
      await heading(page, PANEL.title).waitFor();
      expect(await focused()).toBe(PANEL.title);

      await tabTo("Открыть шаг");
      await keyboard.press("Enter");
      await heading(page, CARD.title).waitFor();
      expect(await focused()).toBe(CARD.title);

      await tabTo("Предпросмотр");
      await keyboard.press("Enter");
      await page.getByText("Выберите один из вариантов.").waitFor();
      expect(
        await page.evaluate(() => document.activeElement?.getAttribute("type")),
      ).toBe("radio");

      await keyboard.press("Space");
      await page.getByLabel("Начало работы пар").focus();
      // The same in every order of day and month, which the browser chooses.
      await keyboard.type("09092025");
      await tabTo("Предпросмотр");
      await keyboard.press("Enter");
      await heading(page, "Предпросмотр").waitFor();
      expect(await focused()).toBe("Предпросмотр");

      await tabTo("Записать 28 пар");
      await keyboard.press("Enter");
      await heading(page, /Сделано/).waitFor();
      await tabTo("Вкладка «Пары»");
      await keyboard.press("Enter");
      await page
        .getByRole("status")
        .filter({ hasText: "Открыта вкладка «Пары»." })
        .waitFor();
      expect(await focused()).toContain("Вкладка «Пары»");

      await tabTo("К списку шагов");
      await keyboard.press("Enter");
      await heading(page, PANEL.title).waitFor();
      expect(panel.calls[2]?.input).toMatchObject({
        input: { from: "2025-09-09", form: "teacher" },
      });
      expect(methodsOf(panel)).toStrictEqual([
        "panel",
        "describe",
        "preview",
        "apply",
        "show",
        "panel",
      ]);
    });
  });

  test("names every control and marks what is focused", async () => {
    await withPanel({ describe: () => CARD }, async ({ page }) => {
      await button(page, "Открыть шаг").click();
      await heading(page, CARD.title).waitFor();
      for (const field of CARD.fields) {
        const group =
          field.kind === "choice" && field.required === true
            ? page.getByRole("radiogroup", { name: field.label })
            : page.getByLabel(field.label);
        expect(await group.count(), field.label).toBe(1);
      }
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => {
        const focused = document.activeElement;
        return focused === null ? "" : getComputedStyle(focused).outlineStyle;
      });

      expect(outline).toBe("solid");
    });
  });

  test("fits at twice the letter size and on a low panel", async () => {
    await withPanel(
      { describe: () => CARD },
      async ({ page }) => {
        await page.addStyleTag({ content: "html{font-size:200%}" });
        await heading(page, PANEL.title).waitFor();
        expect(await hasSidewaysScroll(page)).toBe(false);
        await button(page, "Открыть шаг").click();
        await heading(page, CARD.title).waitFor();
        expect(await hasSidewaysScroll(page)).toBe(false);
        expect(
          await page
            .locator(".footer")
            .evaluate((node) => getComputedStyle(node).position),
        ).toBe("static");
      },
      { width: 300, height: 360 },
    );
  });
});
