/** A run is confirmed as previewed, stopped, resumed, taken back, never repeated unasked. */
import { expect, test } from "vitest";
import type { Preview, RunResult } from "../../src/shared/rpc";
import {
  DONE,
  PANEL,
  PLAIN_CARD,
  PREVIEW,
  UNFINISHED,
} from "./sidebar-fixtures";
import { later, TransportError } from "./sidebar-page";
import {
  button,
  heading,
  methodsOf,
  openPreview,
  panelSuite,
  withPanel,
} from "./sidebar-suite";

panelSuite("panel runs", () => {
  test("confirms exactly the preview that was shown", async () => {
    const changed: Preview = {
      ...PREVIEW,
      fingerprint: "f-2",
      today: "2025-09-13",
      seed: "s-2",
      verb: "Записать 27 пар",
    };
    await withPanel(
      {
        apply: ({ fingerprint }) =>
          fingerprint === "f-2" ? DONE : { state: "changed", preview: changed },
      },
      async (panel) => {
        const { page } = panel;
        await openPreview(page);
        await button(page, "Записать 28 пар").click();
        await page.getByText("Данные в таблице изменились").waitFor();
        await button(page, "Записать 27 пар").click();
        await heading(page, /Сделано/).waitFor();

        const applied = panel.calls.filter(({ method }) => method === "apply");
        expect(applied.map(({ input }) => input)).toStrictEqual([
          {
            action: "consents",
            input: {},
            fingerprint: "f-1",
            today: "2025-09-12",
            seed: "s-1",
          },
          {
            action: "consents",
            input: {},
            fingerprint: "f-2",
            today: "2025-09-13",
            seed: "s-2",
          },
        ]);
      },
    );
  });

  test("stops between slices, offers to go on, and goes on", async () => {
    const slice = later<RunResult>();
    let isCut = false;
    await withPanel(
      {
        panel: () => (isCut ? UNFINISHED : PANEL),
        apply: () => {
          isCut = true;
          return slice.promise;
        },
        resume: () => {
          isCut = false;
          return DONE;
        },
      },
      async (panel) => {
        const { page } = panel;
        await openPreview(page);
        await button(page, "Записать 28 пар").click();
        await button(page, "Отмена").click();
        await button(page, "Останавливаем…").waitFor();
        slice.resolve({ state: "more", done: 12, total: 41 });
        await page.getByText("было прервано").waitFor();
        expect(methodsOf(panel)).not.toContain("resume");

        await button(page, "Продолжить").click();
        await heading(page, /Сделано/).waitFor();
        await button(page, "К списку шагов").click();
        await heading(page, PANEL.title).waitFor();
        expect(await page.getByText("было прервано").count()).toBe(0);
      },
    );
  });

  test("takes back what a cut-off run had written", async () => {
    await withPanel(
      { panel: () => UNFINISHED, abandon: () => DONE },
      async (panel) => {
        await button(panel.page, "Отменить начатое").click();
        await heading(panel.page, /Сделано/).waitFor();

        expect(methodsOf(panel)).toStrictEqual(["panel", "abandon"]);
      },
    );
  });

  test("opens the form again when a cut-off run has been outrun", async () => {
    await withPanel(
      {
        panel: () => UNFINISHED,
        resume: () => ({ state: "changed", preview: PREVIEW }),
      },
      async (panel) => {
        await button(panel.page, "Продолжить").click();
        await heading(panel.page, PLAIN_CARD.title).waitFor();

        expect(
          await panel.page.getByText("Посмотрите предпросмотр заново").count(),
        ).toBe(1);
        expect(panel.calls.at(-1)).toStrictEqual({
          method: "describe",
          input: { action: "orders" },
        });
      },
    );
  });

  test("keeps the preview when the server refuses to carry it out", async () => {
    await withPanel(
      {
        apply: () => ({
          ok: false,
          code: "BUSY",
          message: "Сейчас с таблицей работает другой куратор.",
        }),
      },
      async ({ page }) => {
        await openPreview(page);
        await button(page, "Записать 28 пар").click();
        const alert = page.getByRole("alert");
        await alert.getByText("работает другой куратор").waitFor();

        expect(await button(page, "Записать 28 пар").isEnabled()).toBe(true);
        expect(
          await alert.evaluate((node) => node === document.activeElement),
        ).toBe(true);
      },
    );
  });

  test("explains lost permissions at any step and lets the step be repeated", async () => {
    let attempts = 0;
    await withPanel(
      {
        describe: () => {
          attempts += 1;
          if (attempts === 1) {
            throw new TransportError(
              "Authorization is required to perform that action.",
            );
          }
          return PLAIN_CARD;
        },
      },
      async ({ page }) => {
        await button(page, "Открыть шаг").click();
        await page.getByText("Не хватает разрешения").waitFor();
        expect(await page.getByText("Отметьте все галочки").count()).toBe(1);

        await button(page, "Открыть шаг").click();
        await heading(page, PLAIN_CARD.title).waitFor();
        expect(await page.getByText("Не хватает разрешения").count()).toBe(0);
      },
    );
  });

  test("never repeats a run whose end is unknown by itself", async () => {
    await withPanel(
      {
        apply: () => {
          throw new TransportError("NetworkError: Connection failure");
        },
      },
      async (panel) => {
        const { page } = panel;
        await openPreview(page);
        await button(page, "Записать 28 пар").click();
        await page.getByText("Неизвестно, успело ли действие").waitFor();
        await button(page, "К списку шагов").click();
        await heading(page, PANEL.title).waitFor();

        expect(
          methodsOf(panel).filter((method) => method === "apply"),
        ).toHaveLength(1);
      },
    );
  });
});
