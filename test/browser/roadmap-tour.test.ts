/** The panel before the real add-on: templates, dates and years of a roadmap at 300 px. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import type { RpcMethods } from "../../src/shared/rpc";
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

  test("carries a roadmap of sections to the next year, without what is unticked", async () => {
    await runAction(host, "roadmap", { template: "town" });
    await withPanel(served(host), async ({ page }) => {
      await open(page, "Перенести на следующий год");
      await previewed(page);
      await page.getByText("Отмечено 23 из 23").waitFor();
      await shot(page, "next-year-folded");
      const first = page.locator("details.marks").first();
      await first.locator("summary").click();
      await first.getByRole("checkbox").nth(2).uncheck();
      await page.getByText("Отмечено 22 из 23").waitFor();
      const whole = first.getByLabel("Весь раздел");
      expect(
        await whole.evaluate((box) => (box as HTMLInputElement).indeterminate),
      ).toBe(true);
      await shot(page, "next-year-unticked");
      await button(page, "Снять все").click();
      await page.getByText("Отмечено 0 из 23").waitFor();
      await whole.check();
      await first.getByRole("checkbox").nth(2).uncheck();
      await button(page, "Показать заново").click();
      await button(page, /^Добавить \d+ мероприяти/).waitFor();
      expect(
        await page.getByText(/^Отмечено [1-9]\d? из 23/).textContent(),
      ).toBeTruthy();
      await shot(page, "next-year-preview");
    });
  });

  test("explains a selected row of the roadmap, on the way into the calendar", () =>
    withPanel(
      {
        ...served(host),
        explain: async () =>
          (await callAddOn(host, "explain", {
            tab: "Дорожная карта",
            row: 4,
          })) as RpcMethods["explain"]["output"],
      },
      async ({ page }) => {
        await page.getByText("Разбор строки", { exact: true }).click();
        await page
          .getByText("Дорожная карта, строка 4", { exact: true })
          .waitFor();
        await page.getByRole("link", { name: /В календарь/ }).waitFor();
        await shot(page, "explain-stage");
        await button(page, "Сдвинуть").click();
        await heading(page, "Сдвинуть этапы").waitFor();
        expect(await page.getByRole("combobox").first().inputValue()).toBe(
          "Э-03",
        );
      },
    ));

  test("shows the letter before it is switched on", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page, "Еженедельное письмо");
      await previewed(page);
      await page.getByText(/Письмо сегодня/).waitFor();
      await shot(page, "letter-preview");
    }));

  test("leads from «Сегодня» into the calendar", async () => {
    await runAction(host, "roadmap", {
      text: "№\tЭтап\tСрок\n1\tПедсовет\t09.09.2026",
    });
    await withPanel(served(host), async ({ page }) => {
      const link = page.getByRole("link", { name: /В календарь/ }).first();
      await link.waitFor();
      const address = new URL((await link.getAttribute("href")) ?? "");

      expect(address.host).toBe("calendar.google.com");
      expect(address.searchParams.get("dates")).toMatch(/^\d{8}\/\d{8}$/);
      await shot(page, "home-with-calendar");
    });
  });
});
