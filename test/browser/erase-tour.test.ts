/** The panel before the real add-on: erasing a person from «Сегодня» to the protocol, the yearly look at the banks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { IMPORT, SETUP } from "../support/steps";
import { served, shot } from "./served-panel";
import { button, heading, panelSuite, withPanel } from "./sidebar-suite";

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

panelSuite("erasure in the panel", () => {
  test("leads from a withdrawn consent to the protocol", () =>
    withPanel(served(host), async ({ page }) => {
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
    withPanel(served(host), async ({ page }) => {
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
