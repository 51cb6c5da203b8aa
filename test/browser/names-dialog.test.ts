/** «Вписать имена» as a curator does it: documents by codes in, names out, nothing over the network. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callAddOn, runAction } from "../../host/add-on";
import type { OpenHost } from "../../host/host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";
import { openAfter } from "../support/prepared-book";
import { SETUP } from "../support/steps";

/** NAMES_SHOTS=folder keeps pictures and the filled documents. */
const SHOTS = process.env["NAMES_SHOTS"];

const PEOPLE = [
  "Роль;ФИО;Должность;Форма наставничества;Согласие;Стаж",
  "наставник;Верескунова Лукерья Евстигнеевна;учитель математики;педагог – педагог;получено;20",
  "наставляемый;Хлебородов Ян Петрович;учитель физики;педагог – педагог;получено;1",
  "наставляемый;Ткач Агриппина Львовна;учитель химии;педагог – педагог;получено;2",
].join("\n");

const NAMES = /Верескун|Хлебород|Ткач/;

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "names-"));
/** Addresses asked for since the dialog stands. */
const asked: string[] = [];
let key = "";

async function done(
  action: string,
  input: Readonly<Record<string, unknown>> = {},
) {
  expect((await runAction(host, action, input)).state, action).toBe("done");
}

async function shot(name: string): Promise<void> {
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
}

function textOf(path: string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(path)));
  return strFromU8(parts["word/document.xml"] ?? new Uint8Array())
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "");
}

/** Presses a button of the dialog and keeps what it saves. */
async function saved(
  dialog: FrameLocator,
  button: string | RegExp,
): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: button }).first().click(),
  ]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

describe.skipIf(NO_BROWSER !== null)(
  `names into documents${NO_BROWSER === null ? "" : ` (skipped: ${NO_BROWSER})`}`,
  { retry: 0 },
  () => {
    beforeAll(async () => {
      host = await openAfter([["setup", { ...SETUP[1], mode: "По кодам" }]]);
      const preview = (await callAddOn(host, "preview", {
        action: "import",
        input: { text: PEOPLE, into: "auto" },
      })) as { readonly download: { readonly text: string } };
      key = preview.download.text;
      await done("import", { text: PEOPLE, into: "auto" });
      await done("pair");
      await done("approve");
      await done("order", { date: "2026-09-07", number: "1-ОД" });
      await done("consents", { kind: "mentoring" });
      for (const file of host.files.list().filter(({ trashed }) => !trashed)) {
        const name = file.name.startsWith("Приказ")
          ? "приказ.docx"
          : "согласия.docx";
        writeFileSync(join(folder, name), host.files.bytes(file.id));
      }
      browser = await launchBrowser();
      open = await openPage(browser, host);
      page = open.page;
      page.setDefaultTimeout(30_000);
    });

    afterAll(async () => {
      await open?.close();
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    async function openDialog(): Promise<FrameLocator> {
      await page.getByRole("menuitem", { name: "Наставничество" }).click();
      await page.getByRole("menuitem", { name: "Персональные данные" }).click();
      await page
        .getByRole("menuitem", { name: "Вписать имена в документы…" })
        .click();
      const dialog = page.frameLocator("iframe").last();
      await dialog
        .getByRole("heading", { name: "Вписать имена в документы" })
        .waitFor();
      return dialog;
    }

    test("a key and two documents in, the same documents with names out", async () => {
      const dialog = await openDialog();
      page.on("request", (request) => asked.push(request.url()));
      await shot("names-1-empty");
      const cp1251 = join(folder, "ключ.csv");
      writeFileSync(
        cp1251,
        Buffer.from(
          new Uint8Array(toCp1251(`${key}НСТ-099;Лишний Пров Саввич;;;;;\r\n`)),
        ),
      );
      await dialog.locator("#key").setInputFiles(cp1251);
      await dialog.getByText("4 имени").waitFor();
      await dialog
        .locator("#documents")
        .setInputFiles([
          join(folder, "приказ.docx"),
          join(folder, "согласия.docx"),
        ]);
      await dialog.getByRole("button", { name: "Вписать имена" }).click();
      await dialog.getByRole("heading", { name: "Готово" }).waitFor();
      await dialog.getByText("НСТ-099").waitFor();
      await shot("names-2-done");
      const order = await saved(dialog, /приказ/);
      const consents = await saved(dialog, /согласия/);
      if (SHOTS !== undefined) {
        writeFileSync(join(SHOTS, "order.docx"), readFileSync(order));
        writeFileSync(join(SHOTS, "consents.docx"), readFileSync(consents));
      }

      expect(order).toMatch(/приказ – с именами\.docx$/);
      expect(textOf(order)).toMatch(/Верескунова Лукерья Евстигнеевна/);
      expect(textOf(order)).toMatch(/Л\.Е\. Верескунова/);
      expect(textOf(consents)).toMatch(/Верескуновой Л\.Е\./);
      expect(textOf(consents)).toMatch(/Хлебородова Я\.П\.|Ткач А\.Л\./);
      expect(textOf(order) + textOf(consents)).not.toContain("{{");
    });

    test("an .xlsx key with too few names: the marks that stay are told, all files come in one archive", async () => {
      const dialog = page.frameLocator("iframe").last();
      await dialog.getByRole("button", { name: "Начать заново" }).click();
      const book = new ExcelJS.Workbook();
      book.addWorksheet("Ключ").addRows([
        ["Код", "Фамилия", "Имя"],
        ["НМ-001", "Верескунова", "Лукерья"],
      ]);
      const path = join(folder, "ключ.xlsx");
      await book.xlsx.writeFile(path);
      await dialog.locator("#key").setInputFiles(path);
      await dialog.getByText("1 имя").waitFor();
      const broken = join(folder, "сломан.docx");
      writeFileSync(broken, "не документ");
      await dialog
        .locator("#documents")
        .setInputFiles([
          join(folder, "приказ.docx"),
          join(folder, "согласия.docx"),
          broken,
        ]);
      await dialog.getByRole("button", { name: "Вписать имена" }).click();
      await dialog.getByText("Пометки без имени").waitFor();
      await dialog
        .getByText(/НСТ-00[12]/)
        .first()
        .waitFor();
      await dialog.getByText(/сломан.*Это не документ Word/).waitFor();
      await shot("names-3-missing");
      const archive = await saved(dialog, "Скачать всё одним архивом");

      expect(
        Object.keys(unzipSync(new Uint8Array(readFileSync(archive)))).sort(),
      ).toStrictEqual(["приказ – с именами.docx", "согласия – с именами.docx"]);
    });

    test("nothing went over the network, nothing came to the book", async () => {
      await host.book.settled();

      expect(asked.filter((url) => !/^(?:blob|data):/.test(url))).toStrictEqual(
        [],
      );
      expect(JSON.stringify(host.book.snapshot())).not.toMatch(NAMES);
      expect(open.faults).toStrictEqual([]);
    });

    /** The panel on an action, its dialog closed. */
    async function openPanelOn(
      ...items: readonly string[]
    ): Promise<FrameLocator> {
      await page.keyboard.press("Escape");
      await page.getByRole("menuitem", { name: "Наставничество" }).click();
      for (const item of items) {
        await page.getByRole("menuitem", { name: item }).click();
      }
      const panel = page.frameLocator("iframe").last();
      await panel.getByRole("button", { name: "Предпросмотр" }).waitFor();
      return panel;
    }

    test("an import by codes is confirmed only after its key was saved", async () => {
      await page
        .getByRole("dialog")
        .getByRole("button", { name: "Закрыть" })
        .click();
      const panel = await openPanelOn("Загрузить людей…");
      await panel
        .getByLabel("Или вставьте таблицу сюда")
        .fill("ФИО наставляемого\tКласс\nСмородинкин Аверьян Лукич\t7 «А»");
      await panel.getByRole("button", { name: "Предпросмотр" }).click();
      const confirm = panel.getByRole("button", { name: /^Записать 1/ });
      await confirm.waitFor();
      expect(await confirm.isDisabled()).toBe(true);
      await shot("panel-1-key");
      const file = await saved(panel, "Скачать файл ключа");
      await shot("panel-2-saved");
      await confirm.click();
      await panel.getByRole("heading", { name: /Готово/ }).waitFor();

      expect(readFileSync(file, "utf8")).toContain(
        "НСТ-003;Смородинкин Аверьян Лукич;",
      );
    });

    test("set-up and the way back to names show the law before the choice", async () => {
      const setup = await openPanelOn("Настроить программу…");
      await setup.getByText("Что говорит закон (на 01.07.2025)").click();
      await setup
        .getByText(/ч\. 5 ст\. 18/)
        .first()
        .waitFor();
      await shot("panel-3-setup");
      const back = await openPanelOn("Персональные данные", "Вернуть имена…");
      const file = join(folder, "назад.csv");
      writeFileSync(file, key);
      await back.locator("input[type=file]").setInputFiles(file);
      await back.getByRole("button", { name: "Предпросмотр" }).click();
      await back.getByRole("button", { name: /^Вернуть имена: 3/ }).waitFor();
      await shot("panel-4-names");
      await back.getByRole("button", { name: /^Вернуть имена: 3/ }).click();
      await back.getByRole("heading", { name: /Готово/ }).waitFor();
      const codes = await openPanelOn(
        "Персональные данные",
        "Перейти на коды…",
      );
      await codes.getByRole("button", { name: "Предпросмотр" }).click();
      const confirm = codes.getByRole("button", { name: /^Убрать имена: 3/ });
      await confirm.waitFor();
      await shot("panel-5-codes");
      await saved(codes, "Скачать файл ключа");
      await confirm.click();
      await codes.getByRole("heading", { name: /Готово/ }).waitFor();
      await host.book.settled();

      expect(JSON.stringify(host.book.snapshot())).not.toMatch(NAMES);
    });
  },
);

/** The Russian part of Windows-1251. */
function toCp1251(text: string): number[] {
  return [...text.replace("\ufeff", "")].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x410 && code <= 0x44f) {
      return code - 0x410 + 0xc0;
    }
    return letter === "ё"
      ? 0xb8
      : letter === "Ё"
        ? 0xa8
        : letter === "–"
          ? 0x96
          : code;
  });
}
