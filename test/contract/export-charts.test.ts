/** Charts of the exported .xlsx: LibreOffice finds each with its title, kind and cells. */
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { convert } from "../../host/machine/libreoffice";
import type { BookSnapshot } from "../../host/services/export-snapshot";
import { exportXlsx } from "../../host/services/export-xlsx";
import { needsLibreOffice, readXlsx } from "../support/libreoffice";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

/** A tab whose title Excel refuses, notes that make a drawing of their own, six kinds of charts. */
const SETUP = `
  const book = SpreadsheetApp.getActive();
  const sheet = book.getActiveSheet().setName("Пары / план");
  sheet.getRange("A1:D5").setValues([
    ["Школа", "Пары", "План", "Доля"],
    ["Лицей № 1", 12, 15, "=B2/C2"],
    ["Школа <17>", 4.5, 10, "=B3/C3"],
    ["Гимназия & Ко", 7, 7, "=B4/C4"],
    ["", "", "", ""],
  ]);
  sheet.getRange("A1").setNote("ключ: school");
  const charts = book.insertSheet("Диаграммы");
  const add = (builder, row, column) => charts.insertChart(
    builder.setPosition(row, column, 5, 7).setOption("width", 420).setOption("height", 260).build());
  const start = () => charts.newChart().addRange(sheet.getRange("A1:C5"));
  add(start().asColumnChart().setTitle("Столбцы & <план>").setYAxisTitle("Пары").setColors(["#00796b", "#ffb300"]), 1, 1);
  add(start().asBarChart().setStacked().setTitle("Полосы"), 1, 7);
  add(start().asLineChart().setTitle("Линии").setLegendPosition(Charts.Position.NONE), 15, 1);
  add(charts.newChart().asPieChart().addRange(sheet.getRange("A1:A4")).addRange(sheet.getRange("D1:D4")).setTitle("Доли"), 15, 7);
  add(start().asAreaChart().setTitle("Области"), 29, 1);
  add(charts.newChart().asScatterChart().addRange(sheet.getRange("B1:C4")).setTitle("Точки"), 29, 7);
  sheet.insertChart(start().asComboChart().setTitle("Вместе").setPosition(8, 1, 0, 0).build());
  sheet.insertChart(start().asTableChart().setOption("title", "Список").setPosition(30, 1, 0, 0).build());`;

type Found = {
  readonly title: string;
  readonly kind: string;
  readonly values: readonly string[];
  readonly labels: string;
};

function plainText(xml: string): string {
  return xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}

/** The charts of an .ods file by their titles. */
function chartsOf(ods: Uint8Array): Record<string, Omit<Found, "title">> {
  const zip = new PizZip(ods);
  const parts = zip.file(/^Object [^/]+\/content\.xml$/);
  return Object.fromEntries(
    parts.map((part) => {
      const xml = part.asText();
      const all = (pattern: RegExp) =>
        [...xml.matchAll(pattern)].map((match) => plainText(match[1] ?? ""));
      const [title = ""] = all(
        /<chart:title [^>]*><text:p[^>]*>(?:<text:span[^>]*>)?([^<]*)/g,
      );
      const [kind = ""] = all(/<chart:chart [^>]*chart:class="chart:(\w+)"/g);
      const [labels = ""] = all(
        /<chart:categories [^>]*cell-range-address="([^"]*)"/g,
      );
      return [
        title,
        {
          kind,
          labels,
          values: all(/chart:values-cell-range-address="([^"]*)"/g),
        },
      ];
    }),
  );
}

describe("charts of the exported file", () => {
  let book: SnippetHost;
  let bytes: Uint8Array;
  let problems: readonly string[];

  beforeAll(async () => {
    book = await openSnippetHost();
    await book.run(SETUP);
    await book.host.book.settled();
    const snapshot = book.host.book.snapshot() as BookSnapshot;
    const file = await exportXlsx(snapshot, new Date("2026-09-01T09:00:00Z"));
    ({ bytes, problems } = file);
  });
  afterAll(() => book.close());

  test("the file says which chart it lacks", () => {
    expect(problems.at(-1)).toBe(
      "Диаграмма «Список» (таблица) в файл не попала: такого вида в нём нет.",
    );
  });

  test("LibreOffice reads every other one from the same cells", async (context) => {
    needsLibreOffice(context);
    const tab = (cells: string) => {
      const [from = "", to = ""] = cells.split(":");
      return `'Пары _ план'.${from}:'Пары _ план'.${to}`;
    };
    const both = [tab("B2:B4"), tab("C2:C4")];
    const labels = tab("A2:A4");

    expect(
      chartsOf(await convert(bytes, { from: "xlsx", to: "ods" })),
    ).toStrictEqual({
      "Столбцы & <план>": { kind: "bar", labels, values: both },
      Полосы: { kind: "bar", labels, values: both },
      Линии: { kind: "line", labels, values: both },
      Области: { kind: "area", labels, values: both },
      Вместе: { kind: "bar", labels, values: both },
      Доли: { kind: "circle", labels, values: [tab("D2:D4")] },
      Точки: { kind: "scatter", labels: "", values: [tab("C2:C4")] },
    });
  });

  test("the cells and notes beside them stay", async () => {
    const tabs = await readXlsx(bytes);
    const zip = new PizZip(bytes);

    expect(tabs["Пары _ план"]?.[2]).toStrictEqual([
      "Школа <17>",
      4.5,
      10,
      0.45,
    ]);
    expect(zip.file("xl/comments1.xml")?.asText()).toContain("ключ: school");
    expect(zip.file("xl/worksheets/sheet1.xml")?.asText()).toMatch(
      /<drawing [^>]*\/><legacyDrawing /,
    );
  });
});
