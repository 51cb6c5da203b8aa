/** The panel before the real add-on: templates, dates and years of a roadmap at 300 px. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AddOnError, callAddOn, runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { SETUP } from "../support/steps";
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
  await runAction(host, ...SETUP);
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
    withPanel(served(), async ({ page }) => {
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
    withPanel(served(), async ({ page }) => {
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
    withPanel(served(), async ({ page }) => {
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
    withPanel(served(), async ({ page }) => {
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
