/** Filters, sorting, notes and spilling formulas made on the page: the same on the server, in another window and in one opened later. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { goTo, NO_BROWSER, pasteInto, typeInto } from "../support/browser";
import { openScriptPage, type ScriptPage } from "./script-page";

const SOON = { timeout: 10_000, interval: 50 };
const LATER = { timeout: 15_000, interval: 100 };

const CODE = `
function rows() {
  const sheet = SpreadsheetApp.getActive().getSheets()[0];
  return sheet.getRange("A1:C7").getDisplayValues().map((row, index) =>
    (sheet.isRowHiddenByFilter(index + 1) ? "~" : "") + row.join(" "));
}
function formulas() { return SpreadsheetApp.getActive().getSheets()[0].getRange("C2:C6").getFormulas().join(" "); }
function note() { return SpreadsheetApp.getActive().getSheets()[0].getRange("B3").getNote(); }
`;

type Cells = {
  readonly univerAPI: {
    readonly getActiveWorkbook: () => {
      readonly getActiveSheet: () => {
        readonly getRange: (place: string) => {
          readonly getDisplayValues: () => readonly (readonly string[])[];
        };
        readonly getSheet: () => {
          readonly isRowFiltered: (row: number) => boolean;
        };
      };
    };
  };
};

/** Rows of a range as the window shows them, those a filter hides marked «~». */
const rowsIn = (page: Page, place: string) =>
  page.evaluate((range) => {
    const { univerAPI } = window as unknown as Cells;
    const sheet = univerAPI.getActiveWorkbook().getActiveSheet();
    const grid = sheet.getSheet();
    return sheet
      .getRange(range)
      .getDisplayValues()
      .map(
        (row, index) =>
          `${grid.isRowFiltered(index) ? "~" : ""}${row.join(" ")}`,
      );
  }, place);

const title = NO_BROWSER === null ? "grid" : `grid (skipped: ${NO_BROWSER})`;

describe.skipIf(NO_BROWSER !== null)(title, () => {
  let script: ScriptPage;
  let anna: Page;
  let boris: Page;

  const call: ScriptPage["call"] = (...given) => script.call(...given);
  const areRows = async (rows: readonly string[]) => {
    await vi.waitFor(
      async () => expect(await call("rows")).toEqual(rows),
      SOON,
    );
    for (const window of [anna, boris]) {
      await vi.waitFor(
        async () => expect(await rowsIn(window, "A1:C7")).toEqual(rows),
        SOON,
      );
    }
  };
  /** The arrow in the header of column A opens the filter's panel. */
  const openFilter = async () => {
    await vi.waitFor(async () => {
      await anna.mouse.click(46 + 100 - 10, 136 + 10);
      await anna.getByText("По значениям").waitFor({ timeout: 1_000 });
    }, LATER);
  };

  beforeAll(async () => {
    script = await openScriptPage(CODE);
    ({ anna, boris } = script);
  });
  afterAll(() => script?.close());

  test("sorting follows Russian letters and takes formulas along", async () => {
    await pasteInto(
      anna,
      "A1",
      "Имя\tБалл\tИтог\nЯна\t3\t=B2*10\nЖанна\t5\t=B3*10\nёлка\t1\t=B4*10\nЕва\t4\t=B5*$B$2\n\t2\t",
    );
    await areRows([
      "Имя Балл Итог",
      "Яна 3 30",
      "Жанна 5 50",
      "ёлка 1 10",
      "Ева 4 12",
      " 2 ",
      "  ",
    ]);
    await goTo(anna, "A2:C6");
    await anna.mouse.click(46 + 40, 136 + 21 + 10, { button: "right" });
    await anna.getByText("Сортировка", { exact: true }).hover();
    await anna.getByText("По возрастанию", { exact: true }).click();
    await areRows([
      "Имя Балл Итог",
      "Ева 4 16",
      "ёлка 1 10",
      "Жанна 5 50",
      "Яна 3 30",
      " 2 ",
      "  ",
    ]);
    expect(await call("formulas")).toBe("=B2*$B$2 =B3*10 =B4*10 =B5*10 ");
    await anna.keyboard.press("Control+z");
    await areRows([
      "Имя Балл Итог",
      "Яна 3 30",
      "Жанна 5 50",
      "ёлка 1 10",
      "Ева 4 12",
      " 2 ",
      "  ",
    ]);
  });

  test("a filter hides the same rows everywhere", async () => {
    await goTo(anna, "A1:C6");
    await anna.keyboard.press("Control+Shift+l");
    await openFilter();
    const boxes = anna.locator("label[data-u-comp=checkbox]");
    await anna
      .getByText("Жанна", { exact: true })
      .locator("xpath=preceding::label[1]")
      .click();
    await anna.getByText("Подтвердить", { exact: true }).click();
    await boxes.first().waitFor({ state: "detached" });
    const rows = [
      "Имя Балл Итог",
      "Яна 3 30",
      "~Жанна 5 50",
      "ёлка 1 10",
      "Ева 4 12",
      " 2 ",
      "  ",
    ];
    await areRows(rows);
    const later = await script.opened.openWindow("&user=later@example.org");
    expect(await rowsIn(later, "A1:C7")).toEqual(rows);
    await later.context().close();

    await openFilter();
    await anna.getByText("Очистить фильтр", { exact: true }).click();
    await areRows(rows.map((row) => row.replace("~", "")));
    await goTo(anna, "A1");
    await anna.keyboard.press("Control+Shift+l");
  });

  test("a note reaches the script and the other window, and goes again", async () => {
    await goTo(anna, "B3");
    await anna.mouse.click(46 + 100 + 40, 136 + 21 * 2 + 10, {
      button: "right",
    });
    await anna.getByText("Добавить примечание", { exact: true }).click();
    const written = anna.getByPlaceholder("Введите текст здесь");
    await written.fill("Проверить\nсогласие");
    await vi.waitFor(
      async () => expect(await call("note")).toBe("Проверить\nсогласие"),
      SOON,
    );
    await anna.mouse.click(700, 500);
    await boris.mouse.move(46 + 100 + 40, 136 + 21 * 2 + 10);
    const seen = boris.getByPlaceholder("Введите текст здесь");
    await seen.waitFor();
    expect(await seen.inputValue()).toBe("Проверить\nсогласие");
    await boris.mouse.click(46 + 100 + 40, 136 + 21 * 2 + 10, {
      button: "right",
    });
    await boris.getByText("Удалить примечание", { exact: true }).click();
    await vi.waitFor(async () => expect(await call("note")).toBe(""), SOON);
  });

  test("spilled values are in a window opened later", async () => {
    await typeInto(anna, "E1", "=SORT(B2:B6)");
    await typeInto(anna, "F1", "=ARRAYFORMULA(B2:B6*2)");
    await typeInto(anna, "G1", "=UNIQUE(A2:A4)");
    const spilled = ["1 6 Яна", "2 10 Жанна", "3 2 ёлка", "4 8 ", "5 4 "];
    for (const window of [anna, boris]) {
      await vi.waitFor(
        async () => expect(await rowsIn(window, "E1:G5")).toEqual(spilled),
        SOON,
      );
    }
    const later = await script.opened.openWindow("&user=later@example.org");
    expect(await rowsIn(later, "E1:G5")).toEqual(spilled);
    await typeInto(later, "B2", "30");
    const changed = ["1 60 Яна", "2 10 Жанна", "4 2 ёлка", "5 8 ", "30 4 "];
    for (const window of [anna, boris, later]) {
      await vi.waitFor(
        async () => expect(await rowsIn(window, "E1:G5")).toEqual(changed),
        SOON,
      );
    }
    expect(script.opened.faults).toEqual([]);
  });
});
