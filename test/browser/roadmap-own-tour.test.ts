/** The panel before the real add-on: a curator's own roadmap as text and as a Word document, columns corrected, at 300 px. */
import { readFileSync } from "node:fs";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { SETUP } from "../support/steps";
import { served, shot } from "./served-panel";
import { hasSidewaysScroll } from "./sidebar-page";
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

const other = (name: string) =>
  readFileSync(
    new URL(`../fixtures/roadmap/others/${name}.txt`, import.meta.url),
    "utf8",
  );

async function open(page: Page): Promise<void> {
  const title = "Дорожная карта";
  await page.getByText(title, { exact: true }).first().waitFor();
  const own = button(page, new RegExp(title)).first();
  await ((await own.count()) > 0 ? own : button(page, "Открыть шаг")).click();
  await heading(page, title).waitFor();
}

async function previewed(page: Page): Promise<void> {
  await button(page, "Предпросмотр").click();
  await heading(page, "Предпросмотр").waitFor();
}

async function document(text: string): Promise<Buffer> {
  const rows = text.split("\n").map(
    (line) =>
      new TableRow({
        children: line
          .split("\t")
          .map((cell) => new TableCell({ children: [new Paragraph(cell)] })),
      }),
  );
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Table({ rows })] }] }),
  );
}

panelSuite("the curator's own roadmap in the panel", () => {
  test("an outline and a table with a cut beginning, as text", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page);
      await page
        .getByLabel("Или вставьте карту сюда")
        .fill(other("17-cut-both"));
      await previewed(page);
      await page.getByText("Начало этапа 2 обрезано").first().waitFor();
      await shot(page, "roadmap-own-cut");
      expect(await hasSidewaysScroll(page)).toBe(false);

      await button(page, /Назад|Изменить/)
        .first()
        .click();
      await page
        .getByLabel("Или вставьте карту сюда")
        .fill(other("21-outline"));
      await previewed(page);
      await page.getByText("прочитана из текста без таблицы").waitFor();
      await shot(page, "roadmap-own-outline");
      expect(await hasSidewaysScroll(page)).toBe(false);
    }));

  test("a Word document whose columns have strange names", () =>
    withPanel(served(host), async ({ page }) => {
      await open(page);
      const buffer = await document(
        "Код\tДело\tМомент\tЛюди\n1\tПриказ о кураторе\tавгуст\tдиректор\n2\tОпрос\tсентябрь\tкуратор, психолог\n3\tВстречи пар\tоктябрь\tнаставники",
      );
      await page.locator("input[type=file]").setInputFiles({
        name: "карта.docx",
        mimeType:
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        buffer,
      });
      await page.getByText("карта.docx").first().waitFor();
      await previewed(page);
      await page.getByText("Как поняты графы").click();
      await page.getByLabel("«Люди»").selectOption({ label: "Участники" });
      await shot(page, "roadmap-own-columns");
      await button(page, "Показать заново").click();
      await page.getByText("нет графы ответственных").first().waitFor();
      expect(await page.getByLabel("«Люди»").inputValue()).toBe("participants");
      await button(page, /^Добавить 3 этапа/).click();
      await heading(page, /Готово|Сделано/).waitFor();
      await shot(page, "roadmap-own-done");
    }));
});
