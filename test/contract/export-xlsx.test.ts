/** The exported .xlsx holds what the book holds, and LibreOffice agrees. */
import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import type { BookSnapshot } from "../../host/services/export-snapshot";
import { exportXlsx } from "../../host/services/export-xlsx";
import {
  compareFormulas,
  needsLibreOffice,
  readXlsx,
  recalculate,
} from "../support/libreoffice";
import { HOSTILE, snapshot } from "./export-book";

let bytes = new Uint8Array();
let problems: readonly string[] = [];
const workbook = new ExcelJS.Workbook();

beforeAll(async () => {
  const file = await exportXlsx(snapshot, new Date("2026-09-01T09:00:00Z"));
  bytes = new Uint8Array(file.bytes);
  problems = file.problems;
  await workbook.xlsx.load(
    Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0],
  );
});

const sheet = (title: string) => {
  const found = workbook.getWorksheet(title);
  if (found === undefined) {
    throw new Error(`no tab ${title}`);
  }
  return found;
};

/** exceljs keeps them in a member its types do not name. */
const conditionalFormats = (from: ExcelJS.Worksheet): readonly unknown[] =>
  (from as unknown as { readonly conditionalFormattings: unknown[] })
    .conditionalFormattings;

describe("the exported file", () => {
  test("keeps every text exactly and as text", async () => {
    const rows = (await readXlsx(bytes))["Данные"] ?? [];

    expect(rows.slice(1, 14).map((row) => row[0])).toStrictEqual(HOSTILE);
    expect(sheet("Данные").getCell("A2").numFmt).toBe("@");
    expect(sheet("Данные").getCell("A2").formula).toBeUndefined();
  });

  test("prints on landscape A4, the frozen header on every page", () => {
    const { pageSetup } = sheet("Данные");

    expect(pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(pageSetup.printTitlesRow).toBe("1:1");
    expect(pageSetup.printArea).toMatch(/^A1:[A-Z]+\d+$/);
  });

  test("keeps numbers, booleans and dates as what they are", async () => {
    const rows = (await readXlsx(bytes))["Данные"] ?? [];

    expect(rows[2]?.slice(1, 4)).toStrictEqual([
      2,
      "2026-08-31T21:00:00.000Z",
      true,
    ]);
    expect(sheet("Данные").getCell("C2").numFmt).toBe("dd.mm.yyyy");
  });

  test("renames tabs Excel refuses, says so, and formulas follow", () => {
    const titles = workbook.worksheets.map((one) => one.name);

    expect(titles).toStrictEqual([
      "Данные",
      "Наставники и наставляемые_ очен",
      "А_Б_",
      "Списки для выбора",
    ]);
    expect(problems).toHaveLength(2);
    expect(sheet("А_Б_").getCell("A1").formula).toBe(
      "'Наставники и наставляемые_ очен'!A1",
    );
  });

  test("keeps layout: frozen, hidden, widths, colours, bold, merged", () => {
    const data = sheet("Данные");

    expect(data.views[0]).toMatchObject({
      state: "frozen",
      xSplit: 1,
      ySplit: 1,
    });
    expect(data.getColumn(1).width).toBe(35);
    expect(data.getColumn(3).hidden).toBe(true);
    expect(data.getCell("A1").font).toMatchObject({ bold: true });
    expect(data.getCell("A1").alignment).toMatchObject({ wrapText: true });
    expect(data.getCell("A1").fill).toMatchObject({
      fgColor: { argb: "FFFFEE00" },
    });
    expect(data.getCell("B21").isMerged).toBe(true);
    expect(sheet("Наставники и наставляемые_ очен").state).toBe("hidden");
    expect(sheet("А_Б_").properties.tabColor).toMatchObject({
      argb: "FFFF0000",
    });
  });

  test("keeps notes, names, choices and rules of formatting", () => {
    const data = sheet("Данные");
    const names = workbook.definedNames.model.map((one) => one.name);

    expect(data.getCell("A1").note).toBe("Кто заполняет <куратор>\nключ: fio");
    expect(names.sort()).toStrictEqual(["hours", "names"]);
    expect(data.getCell("D5").dataValidation).toMatchObject({
      type: "list",
      formulae: ['"да,не""т"'],
      errorStyle: "stop",
    });
    expect(data.getCell("E5").dataValidation).toMatchObject({
      formulae: ["'Списки для выбора'!$A$1:$A$2"],
      errorStyle: "warning",
    });
    expect(data.getCell("C5").dataValidation).toMatchObject({
      type: "date",
      operator: "greaterThanOrEqual",
      formulae: [new Date("2026-09-01T00:00:00Z")],
    });
    expect(conditionalFormats(data)[0]).toMatchObject({
      ref: "A2:D14",
      rules: [{ type: "expression", formulae: ["$B2>10"] }],
    });
  });

  test("says which text was cut", async () => {
    const long: BookSnapshot = {
      name: "",
      sheetOrder: ["a"],
      sheets: {
        a: {
          id: "a",
          name: "Л",
          cellData: { 0: { 0: { v: "я".repeat(50_000), t: 1 } } },
        },
      },
    };

    const file = await exportXlsx(long, new Date(0));

    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]).toContain("ячейка A1");
  });
});

describe("LibreOffice", () => {
  test("computes the same values from the file", async (context) => {
    needsLibreOffice(context);

    const { formulas, differences } = await compareFormulas(bytes);

    expect(formulas).toBe(10);
    expect(differences).toStrictEqual([]);
  }, 120_000);

  test("tells a wrong value in the file", async (context) => {
    needsLibreOffice(context);
    const wrong: BookSnapshot = {
      name: "",
      sheetOrder: ["a"],
      sheets: {
        a: {
          id: "a",
          name: "Л",
          cellData: { 0: { 0: { f: "=1+1", v: 3, t: 2 } } },
        },
      },
    };

    const file = await exportXlsx(wrong, new Date(0));

    expect(await compareFormulas(file.bytes)).toStrictEqual({
      formulas: 1,
      differences: [
        { tab: "Л", address: "A1", formula: "1+1", inFile: 3, computed: 2 },
      ],
    });
  }, 120_000);

  test("reads the texts as they are", async (context) => {
    needsLibreOffice(context);

    const rows = (await recalculate(bytes))["Данные"] ?? [];

    expect(rows.slice(1, 14).map((row) => row[0])).toStrictEqual(HOSTILE);
  }, 120_000);
});
