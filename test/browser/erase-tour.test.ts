/** The panel before the real add-on: erasing a person from «Сегодня» to the protocol, the yearly look at the banks. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AddOnError, callAddOn, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { IMPORT, SETUP } from "../support/steps";
import { type Handlers, hasSidewaysScroll, paleTexts } from "./sidebar-page";
import { button, heading, panelSuite, withPanel } from "./sidebar-suite";

/** PANEL_SHOTS=folder keeps pictures of the screens. */
const SHOTS = process.env["PANEL_SHOTS"];

let host: OpenHost;

beforeAll(async () => {
  host = await openHost({
    workspace: "",
    persist: false,
    now: "2026-09-07T09:00:00+03:00",
  });
  const [setup, answers] = SETUP;
  await runAction(host, setup, { ...answers, periodFrom: "2025-09-01" });
  // One of the list has taken the consent back.
  await runAction(host, ...IMPORT);
});

afterAll(() => host?.close());

function served(): Handlers {
  const methods = ["panel", "describe", "preview", "apply"] as const;
  const answer = async (method: string, input: object) => {
    try {
      return await callAddOn(host, method, { ...input });
    } catch (error) {
      if (!(error instanceof AddOnError)) {
        throw error;
      }
      return { ok: false, code: error.code, message: error.message };
    }
  };
  return Object.fromEntries(
    methods.map((method) => [method, (input: object) => answer(method, input)]),
    // The answers are the add-on's own.
  ) as Handlers;
}

async function shot(page: Page, name: string): Promise<void> {
  expect(await hasSidewaysScroll(page)).toBe(false);
  expect(await paleTexts(page)).toStrictEqual([]);
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
  }
}

panelSuite("erasure in the panel", () => {
  test("leads from a withdrawn consent to the protocol", () =>
    withPanel(served(), async ({ page }) => {
      await page.getByText("Согласие отозвано: 1 человек.").waitFor();
      await shot(page, "erase-today");
      await button(page, "Удалить данные").first().click();
      await heading(page, "Удалить данные человека").waitFor();
      expect(
        await page.getByLabel("Всех, кто отозвал согласие").isChecked(),
      ).toBe(true);
      await shot(page, "erase-form");
      await button(page, "Предпросмотр").click();
      await heading(page, "Предпросмотр").waitFor();
      await page
        .getByRole("heading", { name: "Куда надстройка не достаёт" })
        .waitFor();
      await shot(page, "erase-preview");
      await button(page, "Удалить данные 1 человека").click();
      await heading(page, /Готово|Сделано/).waitFor();
      await page
        .getByText(/Протокол удаления персональных данных/)
        .first()
        .waitFor();
      await shot(page, "erase-result");
    }));

  test("leads from «Сегодня» to the mark that the banks were gone through", () =>
    withPanel(served(), async ({ page }) => {
      await page.getByText("Банки не обновлялись год").waitFor();
      await button(page, "Обновить").first().click();
      await heading(page, "Банки обновлены").waitFor();
      await shot(page, "banks-form");
      await button(page, "Предпросмотр").click();
      await heading(page, "Предпросмотр").waitFor();
      await shot(page, "banks-preview");
      await button(page, "Отметить обновление").click();
      await heading(page, /Готово|Сделано/).waitFor();
    }));
});
