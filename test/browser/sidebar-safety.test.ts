/** The panel sends nothing twice, executes nothing it shows and believes no answer. */
import { expect, test } from "vitest";
import type {
  ActionCard,
  PanelState,
  Preview,
  RunResult,
} from "../../src/shared/rpc";
import { DONE, PANEL, PLAIN_CARD, PREVIEW } from "./sidebar-fixtures";
import { type Handlers, hasSidewaysScroll, later } from "./sidebar-page";
import {
  button,
  heading,
  methodsOf,
  openPreview,
  panelHtml,
  panelSuite,
  withPanel,
} from "./sidebar-suite";

/** Markup, script, a template mark and a word that no line break helps. */
const HOSTILE = `<img src=x onerror="window.hacked=1"></script>{{x}}&lt;${"Ж".repeat(60)}`;

panelSuite("panel safety", () => {
  test("is smaller than its budget", () => {
    expect(new TextEncoder().encode(panelHtml()).length).toBeLessThan(
      150 * 1024,
    );
  });

  test("sends one request however often a button is pressed", async () => {
    const run = later<RunResult>();
    await withPanel({ apply: () => run.promise }, async (panel) => {
      const { page } = panel;
      const pressTwice = (name: string) =>
        button(page, name).evaluate((element: HTMLButtonElement) => {
          element.click();
          element.click();
          element.form?.requestSubmit();
        });
      await button(page, "Открыть шаг").dblclick();
      await button(page, "Предпросмотр").waitFor();
      await pressTwice("Предпросмотр");
      await button(page, "Записать 28 пар").waitFor();
      await pressTwice("Записать 28 пар");
      await page.getByText("Выполняется…").waitFor();
      run.resolve(DONE);
      await heading(page, "Сделано, но не всё").waitFor();

      expect(methodsOf(panel)).toStrictEqual([
        "panel",
        "describe",
        "preview",
        "apply",
      ]);
    });
  });

  test("turns its buttons off while it waits", async () => {
    const card = later<ActionCard>();
    await withPanel({ describe: () => card.promise }, async ({ page }) => {
      await button(page, "Открыть шаг").click();
      await page.locator(".wait-strip", { hasText: "Открываем" }).waitFor();

      expect(await page.locator("button:not(:disabled)").count()).toBe(0);
      card.resolve(PLAIN_CARD);
      await heading(page, PLAIN_CARD.title).waitFor();
    });
  });

  test("shows hostile texts literally on every screen and stays 300 px wide", async () => {
    const hostile: Handlers = {
      panel: () => ({
        title: HOSTILE,
        steps: [
          { action: "a", title: HOSTILE, state: "now", note: HOSTILE },
          { action: "b", title: HOSTILE, state: "waiting", note: HOSTILE },
        ],
        more: [{ action: "c", title: HOSTILE }],
        today: [{ text: HOSTILE, action: "d", verb: HOSTILE }],
        requested: null,
        unfinished: {
          action: "e",
          title: HOSTILE,
          started: HOSTILE,
          user: HOSTILE,
        },
      }),
      describe: () => ({
        id: "a",
        title: HOSTILE,
        intro: HOSTILE,
        fields: (
          [
            "text",
            "longtext",
            "integer",
            "date",
            "yesno",
            "file",
            "choice",
          ] as const
        ).map((kind) => ({
          key: kind,
          label: HOSTILE,
          hint: HOSTILE,
          kind,
          choices: [{ value: "v", label: HOSTILE }],
          ...(kind === "text" ? { value: HOSTILE } : {}),
        })),
      }),
      preview: () => ({
        ...PREVIEW,
        summary: [HOSTILE],
        verb: HOSTILE,
        problems: [
          {
            severity: "error",
            tab: HOSTILE,
            row: 3000,
            column: HOSTILE,
            message: HOSTILE,
          },
        ],
        details: [
          { title: HOSTILE, lines: [HOSTILE] },
          { headers: [HOSTILE], rows: [[HOSTILE]] },
        ],
      }),
      apply: () => ({
        state: "done",
        summary: [HOSTILE],
        problems: [{ severity: "warning", message: HOSTILE }],
        links: [
          { label: HOSTILE, tab: HOSTILE },
          { label: HOSTILE, url: "https://docs.example/1" },
          { label: "Опасная", url: "javascript:window.hacked=1" },
        ],
      }),
    };
    await withPanel(hostile, async (panel) => {
      const { page } = panel;
      const checkLiteral = async () => {
        expect(await hasSidewaysScroll(page)).toBe(false);
        expect(await page.locator("img").count()).toBe(0);
        expect(await page.locator("h1, h2, p").allInnerTexts()).toSatisfy(
          (texts: string[]) => texts.some((text) => text.includes(HOSTILE)),
        );
      };
      await heading(page, HOSTILE).waitFor();
      await checkLiteral();
      await page
        .locator(".step.waiting button, .step.now button")
        .first()
        .click();
      await button(page, "Предпросмотр").waitFor();
      await checkLiteral();
      await button(page, "Предпросмотр").click();
      await heading(page, "Предпросмотр").waitFor();
      await checkLiteral();
      await page.locator("button.primary").click();
      await heading(page, "Готово").waitFor();
      await checkLiteral();

      expect(await page.getByRole("link").count()).toBe(1);
      expect(await page.getByText("javascript:window.hacked=1").count()).toBe(
        1,
      );
      expect(await page.evaluate(() => "hacked" in window)).toBe(false);
      expect(panel.calls[2]?.input).toMatchObject({
        input: { text: HOSTILE },
      });
    });
  });

  test("says what a document link is and keeps the opener out of it", async () => {
    await withPanel({}, async ({ page }) => {
      await openPreview(page);
      await button(page, "Записать 28 пар").click();
      const link = page.getByRole("link", { name: /Приказ о закреплении/ });
      await link.waitFor();

      expect(await link.getAttribute("target")).toBe("_blank");
      expect(await link.getAttribute("rel")).toContain("noopener");
    });
  });

  test("draws 3,000 rows and problems in parts", async () => {
    const numbers = Array.from({ length: 3000 }, (_, index) => index + 2);
    const long: Preview = {
      ...PREVIEW,
      problems: numbers.map((row) => ({
        severity: "error",
        tab: row % 2 === 0 ? "Наставляемые" : "Наставники",
        row,
        message: "Нет согласия.",
      })),
      details: [
        {
          headers: ["Код", "Кто"],
          rows: numbers.map((row) => [`НСТ-${row}`, "Ж".repeat(80)]),
        },
      ],
    };
    await withPanel({ preview: () => long }, async ({ page }) => {
      await openPreview(page);
      expect(await page.locator("tbody tr").count()).toBe(200);
      expect(await page.getByText("Не показано ещё: 2800").count()).toBe(1);
      expect(await page.locator(".problems li").count()).toBe(50);
      expect(await page.getByText("Ошибки: 3000").count()).toBe(1);
      await button(page, /Показать ещё 50/).click();
      expect(await page.locator(".problems li").count()).toBe(100);
      expect(await hasSidewaysScroll(page)).toBe(false);

      const box = page.locator(".table-box");
      await box.evaluate((node) => {
        node.scrollTop = 900;
      });
      const top = await box.evaluate((node) => {
        const head = node.querySelector("th");
        return head === null
          ? 99
          : head.getBoundingClientRect().top - node.getBoundingClientRect().top;
      });
      expect(top).toBeLessThan(3);
    });
  });

  test("survives an answer it cannot draw and finds the way home", async () => {
    // What a server of another version might send: no lists at all.
    const states = [{ title: "?" } as PanelState, PANEL];
    await withPanel(
      { panel: () => states.shift() ?? PANEL },
      async ({ page }) => {
        await heading(page, "Экран не открылся").waitFor();
        await button(page, "К списку шагов").click();
        await heading(page, PANEL.title).waitFor();

        expect(await heading(page, "Экран не открылся").count()).toBe(0);
      },
    );
  });
});
