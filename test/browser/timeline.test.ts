/** «Лента…» in the page: built by the menu, bars follow a typed date and a typed row, months become weeks. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runAction } from "../../host/add-on";
import { type OpenHost, openHost } from "../../host/host";
import { COLOURS } from "../../src/book/timeline-rules";
import {
  goTo,
  launchBrowser,
  NO_BROWSER,
  type OpenPage,
  openPage,
  shownIn,
  typeInto,
} from "../support/browser";
import { drawnIn, isRowHidden } from "../support/drawn";
import { SETUP } from "../support/steps";

/** PANEL_SHOTS=folder keeps pictures of the page. */
const SHOTS = process.env["PANEL_SHOTS"];

const ROADMAP = [
  "№\tНаименование этапа\tСроки\tОтветственные",
  "Раздел 1. Подготовка",
  "1\tПриказ о наставничестве\t05.09.2026\tдиректор",
  "2\tБанк наставников\tоктябрь – декабрь 2026\tкуратор",
  "Раздел 2. Работа",
  "3\tОтчёты\tежеквартально\tкуратор",
  "4\tКруглые столы\t15.10.2026, 15.02.2027\tпсихолог",
  "5\tВстречи пар\tежемесячно, до 10 числа\tнаставники",
].join("\n");

const SOON = { timeout: 30_000, interval: 100 };
/** Between two keys: a person types into a page that is drawing bars. */
const PERSON_MS = 150;
/** 0-based column of the first month or week; «Окончание» is I, «Состояние» Z. */
const FIRST = 28;

const title =
  NO_BROWSER === null ? "timeline" : `timeline (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let browser: Browser;
  let host: OpenHost;
  let opened: OpenPage;
  let page: Page;

  beforeAll(async () => {
    host = await openHost({
      workspace: "",
      persist: false,
      now: "2026-11-17T09:00:00+03:00",
    });
    await runAction(host, ...SETUP);
    await runAction(host, "roadmap", { text: ROADMAP });
    browser = await launchBrowser();
    opened = await openPage(browser, host, { width: 1280, height: 800 });
    host.setOrigin(opened.server.origin);
    page = opened.page;
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  async function shot(name: string, window = page): Promise<void> {
    if (SHOTS !== undefined) {
      mkdirSync(SHOTS, { recursive: true });
      await window.waitForTimeout(1500);
      await window.screenshot({ path: join(SHOTS, `${name}.png`) });
    }
  }

  const roadmapTab = (window: Page) =>
    window.getByRole("tab", { name: "Дорожная карта" }).click();

  /** Opens «Лента…» by the menu, lets the fields be filled, previews and confirms. */
  async function draw(
    fill: (panel: FrameLocator) => Promise<unknown>,
    verb = /Показать ленту/,
  ): Promise<void> {
    await page.getByRole("menuitem", { name: "Наставничество" }).click();
    await page.getByRole("menuitem", { name: "Лента…" }).click();
    const panel = page.frameLocator("iframe").last();
    await panel.getByRole("button", { name: "Предпросмотр" }).waitFor();
    await fill(panel);
    await panel.getByRole("button", { name: "Предпросмотр" }).click();
    await panel.getByRole("button", { name: verb }).click();
    await panel.getByRole("heading", { name: /Готово|Сделано/ }).waitFor();
    await page.getByRole("button", { name: "Закрыть панель" }).click();
  }

  /** Colours of periods of a row, 1-based as in the sheet. */
  const colours = async (row: number, periods: number, window = page) => {
    const cells = Array.from({ length: periods }, (_, at) =>
      drawnIn(window, row - 1, FIRST + at),
    );
    return (await Promise.all(cells)).map(({ background }) => background);
  };
  const isBar = (colour: string | null) =>
    colour !== null &&
    ![COLOURS.field, COLOURS.holidays, COLOURS.today].includes(colour as never);
  const bars = async (row: number, periods = 9) =>
    (await colours(row, periods))
      .map(isBar)
      .flatMap((is, at) => (is ? [at] : []));
  const showsBars = (row: number, expected: readonly number[]) =>
    vi.waitFor(
      async () => expect(await bars(row)).toStrictEqual(expected),
      SOON,
    );

  const showsMark = (place: string) =>
    vi.waitFor(
      async () => expect(await shownIn(page, place)).toMatch(/TRUE|ИСТИНА|1/),
      SOON,
    );

  test("the menu builds months with bars, events and repeats where they are", async () => {
    await draw(async () => undefined);
    await roadmapTab(page);

    await vi.waitFor(
      async () => expect(await shownIn(page, "AC1")).toBe("сен 26"),
      SOON,
    );
    await showsBars(2, [0]);
    await showsBars(3, [1, 2, 3]);
    await showsBars(4, [0, 3, 6]);
    await showsBars(5, [1, 5]);
    await showsBars(6, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const [september, , november] = await colours(2, 3);
    expect(september).toBe(COLOURS.overdue);
    expect(november).toBe(COLOURS.today);
    await shot("timeline-months-1280");
  });

  test("a wide window shows the same", async () => {
    const wide = await opened.openWindow();
    await wide.setViewportSize({ width: 1920, height: 1080 });
    await roadmapTab(wide);
    await vi.waitFor(
      async () =>
        expect((await colours(3, 4, wide)).map(isBar)).toStrictEqual([
          false,
          true,
          true,
          true,
        ]),
      SOON,
    );
    await shot("timeline-months-1920", wide);
    await wide.context().close();
  });

  test("a date typed into the roadmap moves the bar, and no action is run", async () => {
    await draw((panel) =>
      panel.getByRole("radio", { name: "Все графы" }).check(),
    );
    const before = host.executions().length;
    await typeInto(page, "I3", "28.02.2027");
    await showsBars(3, [1, 2, 3, 4, 5]);
    // The trigger marks the row.
    await showsMark("L3");
    await goTo(page, "H4");
    await page.keyboard.type("12.11.2026", { delay: PERSON_MS });
    await page.keyboard.press("Enter");
    await showsMark("L4");
    expect(await shownIn(page, "H4")).toBe("12.11.2026");
    await showsBars(4, [2, 5, 8]);

    const after = host.executions().slice(before);
    expect(after.filter(({ kind }) => kind !== "simple-trigger")).toStrictEqual(
      [],
    );
  });

  test("a row typed below has its state and its bar at once", async () => {
    await typeInto(page, "D7", "Итоговая конференция");
    await typeInto(page, "G7", "апрель 2027");

    await vi.waitFor(
      async () => expect(await shownIn(page, "Z7")).toBe("не начато"),
      SOON,
    );
    await showsBars(7, [7]);
    expect(await shownIn(page, "I7")).toBe("30.04.2027");
  });

  test("weeks take the place of months, a section and a responsible are shown alone and undone", async () => {
    await draw(async (panel) => {
      await panel.getByRole("radio", { name: "По неделям" }).check();
      await panel
        .getByRole("radio", { name: "Названия рядом с полосами" })
        .check();
      await panel
        .getByLabel("Разделы")
        .selectOption({ label: "Свернуть: Раздел 2. Работа" });
    });
    await vi.waitFor(
      async () => expect(await shownIn(page, "AC1")).toBe("31.08.26"),
      SOON,
    );
    // One week of each of three months.
    await vi.waitFor(
      async () => expect(await bars(6, 12)).toStrictEqual([1, 5, 10]),
      SOON,
    );
    const isHidden = (row: number) => isRowHidden(page, row);
    expect(await Promise.all([3, 4, 5, 6].map(isHidden))).toStrictEqual([
      false,
      false,
      true,
      true,
    ]);
    await shot("timeline-weeks-collapsed");
    await draw(async (panel) => {
      await panel.getByLabel("Разделы").selectOption({ label: "Все открыты" });
      await panel
        .getByLabel("Ответственный")
        .selectOption({ label: "куратор" });
    });
    await vi.waitFor(
      async () =>
        expect(await Promise.all([2, 3, 4, 5, 6].map(isHidden))).toStrictEqual([
          true,
          false,
          false,
          true,
          true,
        ]),
      SOON,
    );
    await shot("timeline-weeks-responsible");
    await draw(
      (panel) => panel.getByRole("radio", { name: "Убрать ленту" }).check(),
      /Убрать ленту/,
    );
    // The columns themselves are gone, and the last one left is the table's.
    await vi.waitFor(
      async () =>
        expect(await Promise.all([2, 3, 4, 5, 6].map(isHidden))).toStrictEqual(
          Array.from({ length: 5 }, () => false),
        ),
      SOON,
    );
    await expect(shownIn(page, "AC1")).rejects.toThrow(/out of bounds/);
    await shot("timeline-gone");
  });

  test("no error and no failed request happened on the way", () => {
    expect(opened.faults).toStrictEqual([]);
  });
});
