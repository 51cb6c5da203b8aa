/** The drawer's forms and documents in a real browser, by keyboard alone. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSnippetHost } from "../contract/snippet-host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
} from "../support/browser";

describe.skipIf(NO_BROWSER !== null)("forms in the drawer", () => {
  let browser: Browser;
  let opened: OpenPage;

  beforeAll(async () => {
    const snippet = await openSnippetHost();
    await snippet.run(`
      const form = FormApp.create("Анкета", true).setTitle("Анкета").setCollectEmail(true);
      const who = form.addMultipleChoiceItem().setTitle("Кто вы")
        .setChoiceValues(["Школьник", "Наставник"]).showOtherOption(true);
      const about = form.addTextItem().setTitle("О себе");
      const days = form.addGridItem().setTitle("Дни").setRows(["утро", "вечер"]).setColumns(["пн", "вт"]);
      for (const one of ["Школьник", "Родитель", "Школьник"]) {
        form.createResponse().withItemResponse(who.createResponse(one))
          .withItemResponse(about.createResponse("<b>Я</b>"))
          .withItemResponse(days.createResponse([null, "вт"])).submit();
      }
      Drive.Files.create({ name: "Приказ", mimeType: "application/vnd.google-apps.document" });`);
    browser = await launchBrowser();
    opened = await openPage(browser, snippet.host);
    await opened.page
      .getByRole("button", { name: "Формы, документы, журнал" })
      .click();
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  test("answers are counted by choice and shown one by one", async () => {
    const { page } = opened;
    const show = page.getByRole("button", { name: "Показать ответы: Анкета" });
    await show.press("Enter");

    const results = page.getByRole("region", { name: "Ответы: Анкета" });
    await results.getByText("Ответов: 3").waitFor();
    const rows = await results.locator("tbody tr").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toStrictEqual([
      "Школьник 2 (67 %)",
      "Наставник 0 (0 %)",
      "Родитель 1 (33 %)",
      "пн 0",
      "вт 0",
      "пн 0 (0 %)",
      "вт 3 (100 %)",
    ]);

    // The way back has the focus; the second kind of view is two further.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const first = results.locator("details").first();
    expect(await first.locator("summary").innerText()).toContain(
      "kurator@example.org",
    );
    expect(await first.locator("dt").allInnerTexts()).toStrictEqual([
      "Кто вы",
      "О себе",
      "Дни [утро]",
      "Дни [вечер]",
    ]);
    expect(await first.locator("dd").allInnerTexts()).toStrictEqual([
      "Школьник",
      "<b>Я</b>",
      "нет ответа",
      "вт",
    ]);

    await results.getByRole("button", { name: "Все формы" }).press("Enter");
    await show.waitFor();
    expect(
      await show.evaluate((button) => button === document.activeElement),
    ).toBe(true);
    expect(opened.faults).toStrictEqual([]);
  });

  test("no PDF is offered where there is no LibreOffice", async () => {
    const { page } = opened;
    await page.getByRole("tab", { name: "Документы" }).click();

    const drawer = page.locator(".drawer");
    await drawer.getByText("нет LibreOffice, поэтому PDF").waitFor();
    expect(await drawer.getByRole("link", { name: ".docx" }).count()).toBe(1);
    expect(await drawer.getByRole("link", { name: "PDF" }).count()).toBe(0);
  });
});
