/** A curator's first hour in the page: every step of the chain by menu, panel and answer link. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callAddOn } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  typeInto,
} from "../support/browser";
import { ROADMAP_TABLE, ROADMAP_TEXT, SETUP } from "../support/steps";

/** GUIDE_SHOTS=docs/guide renews the pictures of the user guide. */
const SHOTS = process.env["GUIDE_SHOTS"];

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

function panel(): FrameLocator {
  return page.frameLocator("iframe").last();
}

/** Opens the panel on an action by its menu item. */
async function choose(item: string): Promise<FrameLocator> {
  await page.getByRole("menuitem", { name: "Наставничество" }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const opened = panel();
  await opened.getByRole("button", { name: "Предпросмотр" }).waitFor();
  return opened;
}

/** Preview, then the button with verb and number, then the result. */
async function confirm(opened: FrameLocator, verb: RegExp): Promise<void> {
  await opened.getByRole("button", { name: "Предпросмотр" }).click();
  await opened.getByRole("button", { name: verb }).click();
  await opened.getByRole("heading", { name: /Готово|Выполнено/ }).waitFor();
}

async function rows(table: string) {
  const answer = (await callAddOn(host, "table", { id: table })) as {
    readonly rows: readonly { readonly values: Record<string, unknown> }[];
  };
  return answer.rows.map((row) => row.values);
}

describe.skipIf(NO_BROWSER !== null)(
  `the chain in the page${NO_BROWSER === null ? "" : ` (skipped: ${NO_BROWSER})`}`,
  // Each step goes on from the one before: none can be repeated.
  { retry: 0 },
  () => {
    beforeAll(async () => {
      host = await openHost({
        workspace: "",
        persist: false,
        now: "2026-09-07T09:00:00+03:00",
      });
      browser = await launchBrowser();
      open = await openPage(browser, host);
      host.setOrigin(open.server.origin);
      page = open.page;
      page.setDefaultTimeout(60_000);
    });

    afterAll(async () => {
      await open?.close();
      await browser?.close();
      await host?.close();
    });

    test("sets up an empty book", async () => {
      const opened = await choose("Настроить программу…");
      const settings = SETUP[1];
      for (const [key, label] of [
        ["organization", "Полное наименование организации"],
        ["organizationShort", "Сокращённое наименование"],
        ["headName", "ФИО руководителя"],
        ["curatorName", "ФИО куратора"],
        ["curatorPosition", "Должность куратора"],
        ["city", "Населённый пункт"],
        ["youngTotal", "Молодых специалистов в организации"],
      ] as const) {
        await opened.getByLabel(label).fill(String(settings[key]));
      }
      await opened.getByLabel("С именами").check();
      await shot("01-setup");
      await confirm(opened, /^Создать 11 вкладок/);
      await shot("02-done");

      expect(
        (await rows("settings")).find((row) => row["id"] === "mode"),
      ).toMatchObject({ value: "С именами" });
      await page.getByText("Дорожная карта", { exact: true }).first().waitFor();
    });

    test("imports people from a file", async () => {
      const opened = await choose("Загрузить людей…");
      await opened
        .locator("input[type=file]")
        .setInputFiles("test/fixtures/people-school.csv");
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByRole("button", { name: /^Записать 42/ }).waitFor();
      await shot("03-import");
      await opened.getByRole("button", { name: /^Записать 42/ }).click();
      await opened.getByRole("heading", { name: /Готово|Выполнено/ }).waitFor();

      expect(await rows("mentees")).toHaveLength(30);
    });

    test("pairs with a preview, applies and approves", async () => {
      const opened = await choose("Подобрать пары…");
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByRole("button", { name: /как черновики/ }).waitFor();
      await shot("04-pairs");
      await opened.getByRole("button", { name: /как черновики/ }).dblclick();
      await opened.getByRole("heading", { name: /Готово|Выполнено/ }).waitFor();
      await confirm(await choose("Утвердить пары…"), /^Утвердить 23/);

      expect((await rows("pairs")).map((row) => row["status"])).toStrictEqual(
        Array.from({ length: 23 }, () => "утверждена"),
      );
    });

    test("makes the order and opens it", async () => {
      const opened = await choose("Приказы и документы…");
      await opened.getByLabel("Номер приказа").fill("42-ОД");
      await confirm(opened, /^Создать 1 приказ/);
      await shot("05-order");
      const link = await opened
        .getByRole("link", { name: /Приказ № 42-ОД/ })
        .getAttribute("href");
      const document = await page.context().newPage();
      await document.goto(link ?? "");

      await document.getByText("ПРИКАЗЫВАЮ").first().waitFor();
      if (SHOTS !== undefined) {
        await document.screenshot({ path: join(SHOTS, "06-document.png") });
      }
      await document.close();
    });

    test("reads two roadmaps pasted as text", async () => {
      for (const text of [ROADMAP_TABLE, ROADMAP_TEXT]) {
        const opened = await choose("Дорожная карта…");
        await opened.getByLabel(/вставьте карту/).fill(text);
        await confirm(opened, /^Добавить/);
      }
      await page.getByText("Дорожная карта", { exact: true }).first().click();
      await shot("07-roadmap");

      expect(
        (await rows("roadmap")).filter(
          (row) => row["start"] !== null || row["end"] !== null,
        ),
      ).toHaveLength(17);
    });

    test("makes a form, which a mentor answers by the personal link, and loads the answer", async () => {
      const opened = await choose("Анкеты…");
      await opened.getByLabel("Анкета наставника", { exact: true }).check();
      await confirm(opened, /^Создать 1 анкету/);
      const [mentor] = await rows("mentors");
      const form = await page.context().newPage();
      await form.goto(String(mentor?.["link"]));
      await form.getByLabel("Цифровые инструменты").check();
      await form.getByLabel(/Сколько времени/).fill("3 часа в неделю");
      await form.getByLabel(/Скольких наставляемых/).fill("4");
      await form.getByLabel("да", { exact: true }).first().check();
      if (SHOTS !== undefined) {
        await form.screenshot({ path: join(SHOTS, "08-form.png") });
      }
      await form.getByRole("button", { name: /Отправить/ }).click();
      await form.getByText("Спасибо!").waitFor();
      await form.close();
      await confirm(await choose("Загрузить ответы"), /^Загрузить 1 ответ/);

      expect((await rows("mentors"))[0]).toMatchObject({
        capacity: 4,
        timeBudget: "3 часа в неделю",
        topics: "Цифровые инструменты",
      });
    });

    test("shows an indicator that changes when a cell is edited in the page", async () => {
      await page.getByText("Настройки", { exact: true }).first().click();
      await typeInto(page, "B13", "14");
      await page.getByText("Показатели", { exact: true }).first().click();
      await expect
        .poll(async () => (await rows("indicators"))[0], { timeout: 10_000 })
        .toMatchObject({ part: 7, whole: 14, value: 50 });
      await shot("09-indicators");
    });

    test("takes the last action back", async () => {
      await confirm(
        await choose("Отменить последнее действие"),
        /^Отменить 1 действие/,
      );
      await shot("10-undo");

      expect(await rows("answers")).toHaveLength(0);
      expect(open.faults).toStrictEqual([]);
    });
  },
);
