/** The panel before the real add-on: templates, dates and years of a roadmap at 300 px. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { SETUP } from "../support/steps";
import { served, shot } from "./served-panel";
import { button, heading, panelSuite, withPanel } from "./sidebar-suite";

let host: OpenHost;

beforeAll(async () => {
  host = await openHost({
    workspace: "",
    persist: false,
    now: "2026-09-07T09:00:00+03:00",
  });
  await runAction(host, ...SETUP);
});

afterAll(() => host?.close());

/** The step of the moment has a button of its own. */
async function open(page: Page, title: string): Promise<void> {
  await page.getByText(title, { exact: true }).first().waitFor();
  const own = button(page, new RegExp(title)).first();
  await ((await own.count()) > 0 ? own : button(page, "Открыть шаг")).click();
  await heading(page, title).waitFor();
}

async function previewed(page: Page): Promise<void> {
  await button(page, "Предпросмотр").click();
  await heading(page, "Предпросмотр").waitFor();
}

async function confirmed(page: Page, verb: RegExp): Promise<void> {
  await button(page, verb).click();
  await heading(page, /Готово|Сделано/).waitFor();
}

panelSuite("roadmap in the panel", () => {
  test("takes a template of several years", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page, "Дорожная карта");
      await page
        .getByLabel("Откуда взять карту")
        .selectOption({ label: "Расширенная, 9 этапов на несколько лет" });
      await shot(page, "roadmap-form");
      await previewed(page);
      await page.getByText("Годы карты").click();
      await shot(page, "roadmap-preview-years");
      await confirmed(page, /^Добавить 30 этапов/);
      await shot(page, "roadmap-result");
    }));

  test("asks the kindergarten for the date of each stage", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page, "Дорожная карта");
      await page.getByLabel("Откуда взять карту").selectOption({
        label: "Детский сад, 7 этапов: сроки укажете сами",
      });
      await previewed(page);
      await page
        .getByLabel("Срок: Формирование банка наставляемых")
        .fill("до 15 сентября");
      await shot(page, "kindergarten-dates");
      await button(page, "Показать заново").click();
      await page.getByText("до 15.09.2026").first().waitFor();
      expect(
        await page
          .getByLabel("Срок: Формирование банка наставляемых")
          .inputValue(),
      ).toBe("до 15 сентября");
      await shot(page, "kindergarten-preview");
      await confirmed(page, /^Добавить 7 этапов/);
    }));

  test("gives dates where none are, and moves stages", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page, "Назначить сроки");
      await shot(page, "assign-form");
      await button(page, "К списку шагов").click();
      await open(page, "Сдвинуть этапы");
      await page.getByRole("combobox").first().selectOption({ index: 3 });
      await shot(page, "shift-form");
      await previewed(page);
      await page.getByRole("heading", { name: "Новые даты" }).waitFor();
      await shot(page, "shift-preview");
    }));

  test("offers what happens once to the next year", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page, "Перенести на следующий год");
      await previewed(page);
      await page.getByText("Разовые мероприятия", { exact: true }).waitFor();
      await page.getByLabel(/Отбор и обучение/).check();
      await button(page, "Показать заново").click();
      await button(page, "Добавить 1 мероприятие").waitFor();
      expect(await page.getByLabel(/Отбор и обучение/).isChecked()).toBe(true);
      await shot(page, "next-year-preview");
    }));
});
