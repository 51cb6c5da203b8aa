/** A table pasted from the clipboard into the panel stays a table: merged cells, paragraphs, hostile markup. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
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

/** As a text processor writes it: paragraphs and lists in cells, a stage over two rows. */
const WORD = `<html><head><style>td{color:red}</style></head><body><!--StartFragment-->
<p class=MsoNormal><b>Дорожная карта школы на 2026/2027 учебный год</b></p>
<table border=1>
 <tr><th>№</th><th>Наименование
   этапа</th><th>Содержание</th><th>Сроки</th><th>Ответственные</th></tr>
 <tr><td rowspan=2><p>1.</p></td><td rowspan=2><p>Подготовка&nbsp;условий</p></td>
   <td><p>Приказ</p><ul><li>издать</li><li>ознакомить</li></ul></td><td>сентябрь<br>2026 г.</td><td>Директор</td></tr>
 <tr><td>Педсовет: <img src=x onerror="window.ran=1"> 5 &lt; 6</td><td>09.10.2026</td><td>Куратор</td></tr>
 <tr><td>2.</td><td>Отбор <script>window.ran=1</script></td><td>Анкеты</td><td>до 15.11.2026</td><td>Педагог&#8209;психолог</td></tr>
</table><!--EndFragment--></body></html>`;

async function openRoadmap(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByText("Дорожная карта", { exact: true }).first().waitFor();
  await button(page, /^\d?\s*Дорожная карта|Открыть шаг/)
    .first()
    .click();
  await heading(page, "Дорожная карта").waitFor();
}

/** Through the clipboard of the system and its keys. */
async function pasteInto(page: Page, html: string, text: string) {
  await page.evaluate(
    ([rich = "", plain = ""]) =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([rich], { type: "text/html" }),
          "text/plain": new Blob([plain], { type: "text/plain" }),
        }),
      ]),
    [html, text],
  );
  await page.getByLabel("Или вставьте карту сюда").focus();
  await page.keyboard.press("Control+v");
}

/** The event as a browser gives it, with the HTML unsanitised. */
async function pasteRaw(page: Page, html: string): Promise<void> {
  await page.getByLabel("Или вставьте карту сюда").evaluate((area, rich) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", rich);
    clipboardData.setData("text/plain", "№ 1 Подготовка");
    area.dispatchEvent(
      new ClipboardEvent("paste", {
        clipboardData,
        bubbles: true,
        cancelable: true,
      }),
    );
  }, html);
}

panelSuite("a table on the clipboard", () => {
  test.each([
    ["the system's clipboard", (page: Page) => pasteInto(page, WORD, "плоско")],
    ["a raw event", (page: Page) => pasteRaw(page, WORD)],
  ] as const)("from %s becomes rows of the roadmap", (_, paste) =>
    withPanel(served(host), async ({ page, calls }) => {
      await openRoadmap(page);
      await paste(page);
      await page.getByText("Вставлена таблица: 4 строки, 5 граф").waitFor();
      const remove = button(page, "Убрать таблицу");
      expect(
        await remove.evaluate((one) => one === document.activeElement),
      ).toBe(true);
      await shot(page, "paste-table");
      await button(page, "Предпросмотр").click();
      await heading(page, "Предпросмотр").waitFor();
      await shot(page, "paste-preview");
      const sent = calls.find(({ method }) => method === "preview")?.input as {
        readonly input: { readonly text: string };
      };
      const { rows, merges } = JSON.parse(sent.input.text);

      expect(rows).toStrictEqual([
        ["Дорожная карта школы на 2026/2027 учебный год"],
        ["№", "Наименование этапа", "Содержание", "Сроки", "Ответственные"],
        [
          "1.",
          "Подготовка условий",
          "Приказ\nиздать\nознакомить",
          "сентябрь\n2026 г.",
          "Директор",
        ],
        ["", "", "Педсовет: 5 < 6", "09.10.2026", "Куратор"],
        ["2.", "Отбор", "Анкеты", "до 15.11.2026", "Педагог‑психолог"],
      ]);
      expect(merges).toStrictEqual([
        [3, 1, 2, 1],
        [3, 2, 2, 1],
      ]);
      expect(await page.evaluate(() => "ran" in window)).toBe(false);
      await page.getByText("до 15.11.2026").first().waitFor();
    }),
  );

  test("can be taken out again; a single cell and what follows typed text stay plain", () =>
    withPanel(served(host), async ({ page }) => {
      await openRoadmap(page);
      const area = page.getByLabel("Или вставьте карту сюда");
      await pasteInto(page, WORD, "плоско");
      await button(page, "Убрать таблицу").click();
      expect(await area.inputValue()).toBe("");

      await pasteInto(page, "<table><tr><td>Одна</td></tr></table>", "Одна");
      expect(await area.inputValue()).toBe("Одна");
      await pasteInto(page, WORD, " и ещё");
      expect(await area.inputValue()).toBe("Одна и ещё");
    }));
});
