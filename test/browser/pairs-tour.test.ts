/** The panel before the real add-on: choosing pairs, «Разбор», criteria and variants at 300 px. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AddOnError, callAddOn } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import { openAfter } from "../support/prepared-book";
import { IMPORT, SETUP } from "../support/steps";
import { type Handlers, hasSidewaysScroll, paleTexts } from "./sidebar-page";
import { button, heading, panelSuite, withPanel } from "./sidebar-suite";

/** PANEL_SHOTS=folder keeps pictures of the screens. */
const SHOTS = process.env["PANEL_SHOTS"];

let host: OpenHost;
/** The row that the curator has selected. */
let selected = { tab: "Пары", row: 2 };

beforeAll(async () => {
  host = await openAfter([SETUP, IMPORT]);
});

afterAll(() => host?.close());

/** Every call goes to the add-on; the page has no spreadsheet, so the row is told. */
function served(): Handlers {
  const methods = ["panel", "describe", "preview", "apply", "explain"] as const;
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
    methods.map((method) => [
      method,
      (input: object) =>
        answer(method, method === "explain" ? selected : input),
    ]),
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

async function open(page: Page, title: string): Promise<void> {
  await button(page, new RegExp(title)).first().click();
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

panelSuite("pairs in the panel", () => {
  test("chooses pairs with an aim in plain words", () =>
    withPanel(served(), async ({ page }) => {
      await open(page, "Подобрать пары");
      await page.getByLabel(/Поднять слабых/).check();
      await page.getByLabel("Наименьший балл пары").fill("100");
      await shot(page, "pair-form");
      await previewed(page);
      await page.getByRole("heading", { name: /^Правила/ }).waitFor();
      await shot(page, "pair-preview");
      await confirmed(page, /^Записать \d+ пар/);
      await shot(page, "pair-result");
    }));

  test("explains the selected pair, and takes a change by hand to its preview", () =>
    withPanel(served(), async ({ page, calls }) => {
      selected = { tab: "Пары", row: 2 };
      await button(page, "Разбор строки").click();
      await page.getByText("Пары, строка 2", { exact: true }).waitFor();
      await page
        .getByRole("heading", { name: "Из чего сложился балл" })
        .waitFor();
      await shot(page, "explain-pair");
      expect(await page.getByRole("status").last().textContent()).toMatch(
        /^Разбор: .*Пары, строка 2/,
      );
      await button(page, "Назначить другого наставника…").click();
      await heading(page, "Сменить наставника").waitFor();
      expect(await page.getByLabel(/Кто с кем/).inputValue()).toMatch(
        /^НСТ-\d+ $/,
      );
      await shot(page, "rematch-form");
      expect(calls.at(-1)).toMatchObject({
        method: "describe",
        input: { action: "rematch" },
      });
    }));

  test("explains a person without a pair, by the keyboard alone", () =>
    withPanel(served(), async ({ page }) => {
      const { problems } = (await callAddOn(host, "preview", {
        action: "pair",
        input: {},
      })) as { readonly problems: readonly { tab?: string; row?: number }[] };
      const left = problems.find(({ tab }) => tab === "Наставляемые");
      selected = { tab: "Наставляемые", row: left?.row ?? 0 };
      await button(page, "Разбор строки").focus();
      await page.keyboard.press("Enter");
      await page
        .getByText(`Наставляемые, строка ${left?.row}`, { exact: true })
        .waitFor();
      await page.getByRole("heading", { name: "Кто отсеялся" }).waitFor();
      await shot(page, "explain-unmatched");
      selected = { tab: "Наставники", row: 2 };
      await button(page, "Разобрать выбранную строку").focus();
      await page.keyboard.press("Enter");
      await page.getByText("Наставники, строка 2", { exact: true }).waitFor();
      await shot(page, "explain-mentor");
    }));

  test("says what to select when nothing useful is", () =>
    withPanel(served(), async ({ page }) => {
      selected = { tab: "Настройки", row: 2 };
      await button(page, "Разбор строки").click();
      await page.getByText(/Выберите ячейку в строке вкладки «Пары»/).waitFor();
      await shot(page, "explain-nothing");
    }));

  test("shows other weights on two people before they are saved", () =>
    withPanel(served(), async ({ page }) => {
      await open(page, "Критерии подбора");
      await page
        .getByLabel("Темы: запрос и компетенции")
        .selectOption("неважно");
      await page.getByLabel("Наставник опытнее").selectOption("важно");
      await shot(page, "criteria-form");
      await previewed(page);
      await page.getByRole("heading", { name: /^Пример/ }).waitFor();
      await page
        .getByRole("heading", { name: /Что изменится при новом подборе/ })
        .waitFor();
      await shot(page, "criteria-preview");
      await confirmed(page, /^Сохранить 2 критерия/);
    }));

  test("saves a variant and compares it with what stands now", () =>
    withPanel(served(), async ({ page }) => {
      await open(page, "Сохранить вариант");
      await page.getByLabel("Название варианта").fill("Первый подбор");
      await previewed(page);
      await confirmed(page, /Сохранить 1 вариант/);
      await button(page, "К списку шагов").click();
      await open(page, "Подобрать пары");
      await previewed(page);
      await confirmed(page, /^Записать/);
      await button(page, "К списку шагов").click();
      await open(page, "Сравнить варианты");
      await shot(page, "variants-form");
      await previewed(page);
      await page.getByRole("heading", { name: /^Пара за парой/ }).waitFor();
      await shot(page, "variants-compare");
    }));
});
