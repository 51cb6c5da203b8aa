/** The page with triggers: edits that fire them, the clock of the drawer, letters, two people. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSnippetHost, type SnippetHost } from "../contract/snippet-host";
import {
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  ready,
  shownIn,
  typeInto,
} from "../support/browser";

const OTHER = "vtoroy@example.org";
const CODE = `
function onEdit(e) {
  if (e.range.getColumn() !== 1) return;
  e.range.offset(0, 1).setValue("было " + (e.oldValue || "пусто") + ", стало " + e.value);
}
function install() {
  ScriptApp.newTrigger("remind").timeBased().everyDays(1).atHour(10).nearMinute(0).create();
  ScriptApp.newTrigger("gone").timeBased().onMonthDay(1).atHour(9).create();
}
function remind() {
  MailApp.sendEmail({
    to: "mentor@example.org",
    subject: "Встреча " + new Date().toISOString().slice(0, 10),
    body: "Текст",
    htmlBody: "<h1>Здравствуйте!</h1><img alt='знак' src='cid:mark'><script>document.title='беда'</script>",
    attachments: [Utilities.newBlob("план встреч", "text/plain", "план.txt")],
    inlineImages: { mark: Utilities.newBlob(Utilities.base64Decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), "image/gif", "m.gif") },
  });
}`;

const title =
  NO_BROWSER === null ? "triggers" : `triggers (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let add: SnippetHost;
  let opened: OpenPage;

  beforeAll(async () => {
    add = await openSnippetHost({ now: "2026-09-07T09:00:00+03:00" });
    add.setCode(CODE);
    await add.host.execute({ functionName: "install", kind: "menu" });
    browser = await launchBrowser();
    opened = await openPage(browser, add.host);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  const shows = (place: string, text: string) =>
    vi.waitFor(
      async () => expect(await shownIn(opened.page, place)).toBe(text),
      { timeout: 20_000, interval: 100 },
    );

  test("what is typed reaches onEdit, and what it writes comes back", async () => {
    await typeInto(opened.page, "A1", "12");
    await shows("B1", "было пусто, стало 12");
    await typeInto(opened.page, "A1", "13");
    await shows("B1", "было 12, стало 13");
  });

  test("the clock of the drawer makes triggers fire", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: /Формы, документы/ }).click();
    await page.getByRole("tab", { name: "Триггеры" }).click();
    const row = page.getByRole("row", { name: /remind/ });
    expect(await row.textContent()).toContain(
      "каждый день, в 10:00kurator@example.orgещё не срабатывал07.09.2026 10:00",
    );
    await page.getByText("07.09.2026 09:00").waitFor();
    await page.getByRole("button", { name: "+1 день" }).click();
    await page.getByText("Часы переведены, срабатываний: 1.").waitFor();
    await page.getByText("08.09.2026 09:00").waitFor();
    await row.getByText("07.09.2026 10:00, выполнено").waitFor();
    await row.getByText("08.09.2026 10:00").waitFor();
  });

  test("a trigger runs now, and says when it failed", async () => {
    const { page } = opened;
    const row = page.getByRole("row", { name: /gone/ });
    await row.getByRole("button").click();
    await row.getByText("Script function not found: gone").waitFor();
    await row.getByText("08.09.2026 09:00, ошибка").waitFor();
  });

  test("a letter is shown as its reader sees it, and cannot run anything", async () => {
    const { page } = opened;
    await page.getByRole("tab", { name: "Почта" }).click();
    const shown = page.locator("details.letter");
    if (!(await shown.evaluate((one: HTMLDetailsElement) => one.open))) {
      await page.getByText("Встреча 2026-09-07").click();
    }
    const letter = page.frameLocator(".letter iframe");
    await letter.getByRole("heading", { name: "Здравствуйте!" }).waitFor();
    const isDrawn = await letter
      .getByAltText("знак")
      .evaluate((image: HTMLImageElement) => image.naturalWidth === 1);
    const download = page.waitForEvent("download");
    // By keyboard: a click just after scrolling may still meet the frame.
    await page.getByRole("link", { name: "план.txt" }).press("Enter");
    const name = (await download).suggestedFilename();

    expect([isDrawn, name]).toStrictEqual([true, "план.txt"]);
    expect(await page.title()).not.toBe("беда");
  });

  test("another person is chosen in the header and works as themselves", async () => {
    const { page } = opened;
    await page.getByLabel("Работает").selectOption(OTHER);
    await page.waitForURL(/user=vtoroy/);
    await ready(page);
    expect(await page.getByLabel("Работает").inputValue()).toBe(OTHER);
    await typeInto(page, "A3", "три");
    await shows("B3", "было пусто, стало три");

    // Its writing is seen before its record is.
    await vi.waitFor(() =>
      expect(
        add.host
          .executions()
          .filter(({ functionName }) => functionName === "onEdit")
          .map(({ user, kind }) => [user, kind]),
      ).toContainEqual([OTHER, "simple-trigger"]),
    );
    expect(opened.faults).toStrictEqual([]);
  });
});
