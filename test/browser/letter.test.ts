/** The weekly letter as a mail program and the panel show it, with long and hostile texts. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hours, stage, world } from "../support/digest-book";
import { launchChromium, SKIP_REASON } from "./sidebar-page";

const SHOTS = process.env["PANEL_SHOTS"];

const HOSTILE = `<img src=x onerror="window.run=1"></li></ul><script>window.run=1</script> & "кавычки"`;

const STAGES: readonly Readonly<Record<string, unknown>>[] = [
  {
    number: "1",
    stage: "Педсовет: выбор форм наставничества",
    start: "2026-09-09",
    end: "2026-09-09",
    responsible: "Заместитель директора по учебно-воспитательной работе",
  },
  {
    number: "2.1",
    stage: `Анкетирование ${"очень подробное и длинное ".repeat(30)}`,
    start: "2026-09-10",
    end: "2026-10-30",
    responsible: "Куратор",
  },
  { number: "2.2", stage: "Ж".repeat(300), end: "2026-09-13" },
  {
    number: HOSTILE,
    stage: HOSTILE,
    start: "2026-09-08",
    responsible: HOSTILE,
  },
  {
    number: "3",
    stage: "Сбор согласий",
    start: "2026-08-20",
    end: "2026-09-01",
  },
  { number: "4", stage: "Приказ о внедрении", end: "2026-08-31" },
];

/** The HTML of a Monday's letter that is two days late. */
function letterHtml(rows: typeof STAGES): string {
  const book = world();
  rows.forEach((row, at) => {
    const cells = Object.entries(row).map(([key, value]) => [
      key,
      ["start", "end"].includes(key) ? { date: value } : value,
    ]);
    stage(book, { id: `Э-${at + 1}`, ...Object.fromEntries(cells) });
  });
  hours(book, "2026-09-07 12:00", 1);
  return book.letters[0]?.html ?? "";
}

describe.skipIf(SKIP_REASON !== null)("the letter in Chromium", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test.each([
    ["desktop", 1280],
    ["phone", 375],
  ] as const)("is readable on a %s", async (name, width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.setContent(letterHtml(STAGES));
    const seen = await page.evaluate(() => ({
      ran: "run" in window,
      images: document.images.length,
      isWide: document.documentElement.scrollWidth > window.innerWidth,
      headings: [...document.querySelectorAll("h2")].map(
        (one) => one.textContent,
      ),
      links: [...document.links].map(({ textContent, hostname }) => [
        textContent,
        hostname,
      ]),
    }));
    if (SHOTS !== undefined) {
      mkdirSync(SHOTS, { recursive: true });
      const path = join(SHOTS, `letter-${name}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    await page.close();

    expect(seen).toMatchObject({ ran: false, images: 0, isWide: false });
    expect(seen.headings).toStrictEqual([
      "Что сделать",
      "Дорожная карта: 07.09.2026 – 13.09.2026",
      "Просрочено",
    ]);
    expect(seen.links).toStrictEqual([
      ...Array(4).fill(["В календарь", "calendar.google.com"]),
      ["Открыть таблицу", "sheets.example"],
    ]);
  });
});
