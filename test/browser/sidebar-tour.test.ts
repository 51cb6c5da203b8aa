/** Walks through all screens of the panel; SIDEBAR_SHOTS=folder keeps a picture of each. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Preview, RunResult } from "../../src/shared/rpc";
import {
  CARD,
  DONE,
  PANEL,
  PLAIN_CARD,
  PREVIEW,
  UNFINISHED,
} from "./sidebar-fixtures";
import {
  buildPanelPage,
  type Handlers,
  hasSidewaysScroll,
  later,
  launchChromium,
  openPanel,
  paleTexts,
  SKIP_REASON,
  TransportError,
} from "./sidebar-page";

const SHOTS = process.env["SIDEBAR_SHOTS"];

let browser: Browser;
let html = "";

/** Holds for every screen: fits 300 px, one primary button, no pale text. */
async function checkScreen(page: Page, name: string): Promise<void> {
  expect(await hasSidewaysScroll(page), `${name} scrolls sideways`).toBe(false);
  expect(await page.locator("button.primary").count()).toBeLessThanOrEqual(1);
  expect(await page.locator("h1").count()).toBe(1);
  expect(await paleTexts(page), `${name} has pale texts`).toStrictEqual([]);
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    await page.screenshot({
      path: join(SHOTS, `${name}-full.png`),
      fullPage: true,
    });
  }
}

describe.skipIf(SKIP_REASON !== null)(
  `panel screens${SKIP_REASON === null ? "" : ` (skipped: ${SKIP_REASON})`}`,
  () => {
    beforeAll(async () => {
      [browser, html] = await Promise.all([launchChromium(), buildPanelPage()]);
    });
    afterAll(() => browser.close());

    test("leads from home through form, preview and run to the result", async () => {
      const slice = later<RunResult>();
      const handlers: Handlers = {
        panel: () => PANEL,
        describe: () => CARD,
        preview: () => PREVIEW,
        apply: () => ({ state: "more", done: 12, total: 41 }),
        resume: () => slice.promise,
      };
      const { page, errors, close } = await openPanel(browser, html, handlers);
      await page.getByRole("heading", { name: PANEL.title }).waitFor();
      await checkScreen(page, "1-home");

      await page.getByRole("button", { name: /Подобрать пары/ }).click();
      await page.getByRole("heading", { name: CARD.title }).waitFor();
      await checkScreen(page, "2-action");
      await page.getByRole("button", { name: "Предпросмотр" }).click();
      await page.getByText("Выберите один из вариантов.").waitFor();
      await checkScreen(page, "2-action-errors");

      await page.getByLabel("Ученик — ученик").check();
      await page.getByLabel("Начало работы пар").fill("2025-09-15");
      await page.getByRole("button", { name: "Предпросмотр" }).click();
      await page.getByRole("heading", { name: "Предпросмотр" }).waitFor();
      await checkScreen(page, "3-preview");

      await page.getByRole("button", { name: "Записать 28 пар" }).click();
      await page.locator("label", { hasText: "12 из 41" }).waitFor();
      await checkScreen(page, "4-running");

      slice.resolve(DONE);
      await page.getByRole("heading", { name: "Сделано, но не всё" }).waitFor();
      await checkScreen(page, "5-result");

      expect(errors).toStrictEqual([]);
      await close();
    });

    test("shows loading, an unfinished run, a blocked action and an empty preview", async () => {
      const gate = later<typeof UNFINISHED>();
      const nothing: Preview = {
        ...PREVIEW,
        summary: ["Все пары уже записаны."],
        problems: [],
        details: [],
        verb: null,
      };
      const { page, errors, close } = await openPanel(browser, html, {
        panel: () => gate.promise,
        describe: ({ action }) =>
          action === "match"
            ? { ...CARD, blocked: "Сначала соберите согласия трёх участников." }
            : PLAIN_CARD,
        preview: () => nothing,
      });
      await page.getByText("Загружаем…").waitFor();
      await checkScreen(page, "0-loading");
      gate.resolve(UNFINISHED);
      await page.getByText("было прервано").waitFor();
      await checkScreen(page, "1-home-unfinished");
      await page.getByRole("button", { name: /Подобрать пары/ }).click();
      await page.getByText("Пока начать нельзя").waitFor();
      await checkScreen(page, "2-blocked");
      await page.getByRole("button", { name: "К списку шагов" }).click();
      await page.getByRole("button", { name: /Собрать согласия/ }).click();
      await page.getByRole("button", { name: "Предпросмотр" }).click();
      await page.getByText("Менять нечего").waitFor();
      await checkScreen(page, "3-preview-empty");

      expect(errors).toStrictEqual([]);
      await close();
    });

    test("shows failures and a changed preview", async () => {
      const failures = ["NetworkError: Connection failure due to HTTP 0"];
      const { page, close } = await openPanel(browser, html, {
        panel: () => {
          const failure = failures.pop();
          if (failure !== undefined) {
            throw new TransportError(failure);
          }
          return PANEL;
        },
        describe: () => PLAIN_CARD,
        preview: () => PREVIEW,
        apply: ({ fingerprint }) => {
          if (fingerprint === "f-2") {
            throw new TransportError(
              "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
            );
          }
          return {
            state: "changed",
            preview: {
              ...PREVIEW,
              fingerprint: "f-2",
              verb: "Записать 27 пар",
            },
          };
        },
      });
      await page.getByRole("heading", { name: "Нет связи с Google" }).waitFor();
      await checkScreen(page, "6-lost");
      await page.getByRole("button", { name: "Повторить" }).click();
      await page.getByRole("button", { name: "Открыть шаг" }).click();
      await page.getByRole("button", { name: "Предпросмотр" }).click();
      await page.getByRole("button", { name: "Записать 28 пар" }).click();
      await page.getByText("Данные в таблице изменились").waitFor();
      await checkScreen(page, "6-changed");
      await page.getByRole("button", { name: "Записать 27 пар" }).click();
      await page
        .getByRole("heading", { name: "Google не пустил панель к таблице" })
        .waitFor();
      await checkScreen(page, "6-lost-run");
      await close();
    });
  },
);
