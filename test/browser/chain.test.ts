/** Two curators' first hour in the page: every step of the chain by menu, panel and answer link, one book in two windows. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { callAddOn } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
  typeInto,
} from "../support/browser";
import { ROADMAP_TABLE, ROADMAP_TEXT, SETUP } from "../support/steps";

/** GUIDE_SHOTS=docs/guide renews the pictures of the user guide. */
const SHOTS = process.env["GUIDE_SHOTS"];

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;
/** The second curator's window. */
let second: Page;

const SECOND_CURATOR = "vtoroy@example.org";
/** The name the first curator gives to a mentee while the second looks at pairs. */
const RENAMED = "Яснова Мария Петровна";

async function shot(name: string, window = page): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await window.waitForTimeout(700);
    await window.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

/** Opens the panel on an action by its menu item. */
async function choose(item: string, window = page): Promise<FrameLocator> {
  await window.getByRole("menuitem", { name: "Наставничество" }).click();
  await window.getByRole("menuitem", { name: item }).click();
  const opened = window.frameLocator("iframe").last();
  await opened.getByRole("button", { name: "Предпросмотр" }).waitFor();
  return opened;
}

/** Preview, then the button with verb and number, then the result. */
async function confirm(opened: FrameLocator, verb: RegExp): Promise<void> {
  await opened.getByRole("button", { name: "Предпросмотр" }).click();
  await opened.getByRole("button", { name: verb }).click();
  await opened.getByRole("heading", { name: /Готово|Выполнено/ }).waitFor();
}

/** What a window shows of the first indicator. */
function indicatorsIn(window: Page): Promise<string[]> {
  return Promise.all(
    ["A2", "B2", "C2", "D2", "E2"].map((place) => shownIn(window, place)),
  );
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
      second = await open.openWindow(`&user=${SECOND_CURATOR}`);
      page.setDefaultTimeout(60_000);
      second.setDefaultTimeout(60_000);
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
      await confirm(opened, /^Создать \d+ вкладок/);
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

      const mentees = await rows("mentees");
      expect(mentees).toHaveLength(30);
      await second.getByText("Наставляемые", { exact: true }).first().click();
      await vi.waitFor(
        async () =>
          expect(await shownIn(second, "B2")).toBe(mentees[0]?.["fio"]),
        { timeout: 10_000, interval: 100 },
      );
    });

    test("pairs with a preview; what another curator changed since is shown before it is applied", async () => {
      const opened = await choose("Подобрать пары…", second);
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      const apply = opened.getByRole("button", { name: /как черновики/ });
      await apply.waitFor();
      await page.getByText("Наставляемые", { exact: true }).first().click();
      await typeInto(page, "B2", RENAMED);
      await vi.waitFor(
        async () => expect((await rows("mentees"))[0]?.["fio"]).toBe(RENAMED),
        { timeout: 10_000, interval: 100 },
      );
      await shot("04-pairs", second);
      await apply.dblclick();
      await opened.getByText("Данные в таблице изменились").waitFor();
      expect(await rows("pairs")).toHaveLength(0);
      await apply.click();
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
      await opened
        .getByLabel("Какую анкету создать")
        .selectOption({ label: "Анкета наставника" });
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
      const place = (await rows("settings")).findIndex(
        (row) => row["id"] === "youngTotal",
      );
      await typeInto(page, `B${place + 2}`, "14");
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
      expect(new Set((await rows("journal")).map((row) => row["who"]))).toEqual(
        new Set(["kurator@example.org", SECOND_CURATOR]),
      );
      for (const window of [page, second]) {
        await window.getByText("Показатели", { exact: true }).first().click();
      }
      await vi.waitFor(
        async () =>
          expect(await indicatorsIn(second)).toEqual(await indicatorsIn(page)),
        { timeout: 10_000, interval: 100 },
      );
      expect(open.faults).toStrictEqual([]);
    });
  },
);
