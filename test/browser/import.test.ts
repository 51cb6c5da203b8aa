/** People from .xlsx and from the curator's own tab, in the page: sheet, columns, bank in place, a big list. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { peopleCsv } from "../../bench/people";
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

/** IMPORT_SHOTS=dir keeps pictures to look at. */
const SHOTS = process.env["IMPORT_SHOTS"];

/** People of the big list. */
const MANY = 3000;

let browser: Browser;
let host: OpenHost;
let open: OpenPage;
let page: Page;

async function shot(name: string): Promise<void> {
  if (SHOTS === undefined) {
    return;
  }
  mkdirSync(SHOTS, { recursive: true });
  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
}

async function choose(): Promise<FrameLocator> {
  await page.getByRole("menuitem", { name: "Наставничество" }).click();
  await page.getByRole("menuitem", { name: "Загрузить людей…" }).click();
  const opened = page.frameLocator("iframe").last();
  await opened.getByRole("button", { name: "Предпросмотр" }).waitFor();
  return opened;
}

async function confirm(opened: FrameLocator, verb: RegExp): Promise<void> {
  await opened.getByRole("button", { name: verb }).click();
  await opened.getByRole("heading", { name: /Готово|Выполнено/ }).waitFor();
}

async function people(table: string) {
  const answer = (await callAddOn(host, "table", { id: table })) as {
    readonly rows: readonly { readonly values: Record<string, unknown> }[];
  };
  return answer.rows.map((row) => row.values);
}

/** Two sheets; on the second a title, a header of two rows and merged classes. */
async function workbook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("О списке").addRow(["Составлено в сентябре 2026 года"]);
  const sheet = book.addWorksheet("Наставляемые");
  sheet.addRows([
    ["Список наставляемых на 2026/2027 учебный год"],
    ["№", "ФИО", null, null, "Класс", "Увлечения"],
    [null, "Фамилия", "Имя", "Отчество", null, null],
    [1, "Королёва", "Алёна", "Дмитриевна", "7 «А»", "поёт"],
    [2, "Василькова", "Милана", "Павловна", null, "рисует"],
    [3, "Полынов", "Гордей", "Максимович", "8 «Б»", "плавает"],
    ["Итого", 3],
  ]);
  for (const area of ["A1:F1", "B2:D2", "E2:E3", "F2:F3", "E4:E5"]) {
    sheet.mergeCells(area);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe.skipIf(NO_BROWSER !== null)(
  `import in the page${NO_BROWSER === null ? "" : ` (skipped: ${NO_BROWSER})`}`,
  // Each step goes on from the one before: none can be repeated.
  { retry: 0 },
  () => {
    beforeAll(async () => {
      host = await openAfter([SETUP]);
      browser = await launchBrowser();
      open = await openPage(browser, host);
      host.setOrigin(open.server.origin);
      page = open.page;
      page.setDefaultTimeout(90_000);
    });

    afterAll(async () => {
      await open?.close();
      await browser?.close();
      await host?.close();
    });

    test("reads a sheet of a workbook and lets a column be corrected", async () => {
      const opened = await choose();
      await opened.locator("input[type=file]").setInputFiles({
        name: "список.xlsx",
        mimeType:
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: await workbook(),
      });
      await opened.getByLabel("Лист").selectOption("Наставляемые");
      await shot("1-form");
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByRole("button", { name: /^Записать 3/ }).waitFor();
      await shot("2-preview");
      await opened.getByLabel("«Увлечения»").selectOption({
        label: "Основной запрос наставляемого",
      });
      await shot("3-corrected");
      await opened.getByRole("button", { name: "Показать заново" }).click();
      await confirm(opened, /^Записать 3/);
      await shot("4-done");
      const mentees = await people("mentees");

      expect(
        mentees.map((one) => [one["fio"], one["grade"], one["request"]]),
      ).toStrictEqual([
        ["Королёва Алёна Дмитриевна", "7 «А»", "поёт"],
        ["Василькова Милана Павловна", "7 «А»", "рисует"],
        ["Полынов Гордей Максимович", "8 «Б»", "плавает"],
      ]);
    });

    test("shows what it remembers of the same header", async () => {
      const opened = await choose();
      await opened.locator("input[type=file]").setInputFiles({
        name: "список.xlsx",
        mimeType:
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: await workbook(),
      });
      await opened.getByLabel("Лист").selectOption("Наставляемые");
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByText("Графы списка: как в прошлый раз").click();
      await shot("5-remembered");

      expect(await opened.getByLabel("«Увлечения»").inputValue()).toBe(
        "request",
      );
      expect(await opened.getByText("Менять нечего.").isVisible()).toBe(true);
    });

    test("makes the curator's tab the bank and gives it back", async () => {
      const book = host.workspace.book.workbook;
      const first = book.getSheets().at(-1);
      const title = first?.getName() ?? "";
      const cellValue = {
        0: row(["ФИО наставника", "Мест", "Кабинет"]),
        1: row(["Вересова Людмила Аркадьевна", 2, "301"]),
        2: row(["Берестнев Роман Олегович", 1, "214"]),
      };
      host.book.applyMutation(
        {
          id: "sheet.mutation.set-range-values",
          params: {
            unitId: host.book.id,
            subUnitId: first?.getSheetId(),
            cellValue,
          },
        },
        "",
      );
      const opened = await choose();
      await opened.getByLabel("Или вкладка этой книги").selectOption(title);
      await opened.getByLabel("Сделать эту вкладку банком").check();
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByRole("button", { name: /^Сделать банком/ }).waitFor();
      await shot("6-adopt");
      await confirm(opened, /^Сделать банком/);
      await page.getByText(title, { exact: true }).first().click();
      await shot("7-adopted");

      expect((await people("mentors")).map((one) => one["fio"])).toStrictEqual([
        "Вересова Людмила Аркадьевна",
        "Берестнев Роман Олегович",
      ]);
      await runAction(host, "undo");
      expect(await people("mentors")).toStrictEqual([]);
      await shot("8-given-back");
    });

    test("writes three thousand people", async () => {
      const opened = await choose();
      const before = host.executions().length;
      await opened.locator("input[type=file]").setInputFiles({
        name: "район.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(peopleCsv(MANY - 750, 750)),
      });
      const start = performance.now();
      await opened.getByRole("button", { name: "Предпросмотр" }).click();
      await opened.getByRole("button", { name: /^Записать 3/ }).waitFor();
      const seen = performance.now();
      await confirm(opened, /^Записать 3/);
      const done = performance.now();
      await shot("9-many");
      if (SHOTS !== undefined) {
        const runs = host.executions().slice(before);
        process.stdout.write(
          `${MANY} people: preview ${Math.round(seen - start)} ms, writing ${Math.round(done - seen)} ms; executions ${runs.map(({ durationMs }) => durationMs).join(", ")} ms\n`,
        );
      }

      expect((await people("mentors")).length).toBe(750);
    });
  },
);

function row(cells: readonly (string | number)[]) {
  return Object.fromEntries(
    cells.map((cell, index) => [
      index,
      { v: cell, t: typeof cell === "number" ? 2 : 1 },
    ]),
  );
}
