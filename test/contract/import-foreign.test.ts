/** An .xlsx that another program wrote: what becomes of its oddities. */
import ExcelJS from "exceljs";
import PizZip from "pizzip";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FileBook } from "../../host/exchange/file-book";
import { parseFile } from "../../host/exchange/parse-file";
import { writeFileBook } from "../../host/exchange/write-book";
import { exportXlsx } from "../../host/services/export-xlsx";
import { openSnippetHost, type SnippetHost } from "./snippet-host";

let snippet: SnippetHost;
let file: FileBook;

/** The file with XML put into a part before its closing tag. */
function withXml(xlsx: Uint8Array, path: string, end: string, xml: string) {
  const zip = new PizZip(xlsx);
  const text = zip.file(path)?.asText() ?? "";
  zip.file(
    path,
    text.replace(end, () => xml + end),
  );
  return zip.generate({ type: "uint8array" });
}

async function foreignFile(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Лист A");
  sheet.getCell("A1").value = {
    text: "Сайт",
    hyperlink: "https://example.org/?a=1&b=2",
  };
  sheet.getCell("A2").value = {
    text: "Плохая",
    hyperlink: "javascript:alert(1)",
  };
  sheet.getCell("A3").value = {
    richText: [{ text: "Жир", font: { bold: true } }, { text: "ный" }],
  };
  for (const row of [1, 2, 3]) sheet.getCell(row, 2).value = row;
  sheet.getCell("C1").value = {
    formula: 'B1*2&"B1"',
    result: "2B1",
    shareType: "shared",
    ref: "C1:C3",
  } as ExcelJS.CellValue;
  sheet.getCell("C2").value = {
    sharedFormula: "C1",
    result: "4B1",
  } as ExcelJS.CellValue;
  sheet.getCell("C3").value = {
    sharedFormula: "C1",
    result: "6B1",
  } as ExcelJS.CellValue;
  sheet.getCell("D1").value = { formula: "CUBEVALUE(A1)", result: 5 };
  sheet.getCell("D2").value = { formula: "[1]Лист!A1+1", result: 6 };
  sheet.getCell("D3").value = new Date(Date.UTC(2026, 8, 1, 9, 30));
  sheet.getCell("D3").numFmt = "m/d/yy h:mm";
  sheet.getCell("E1").fill = {
    type: "pattern",
    pattern: "solid",
    fgColor: { theme: 4 },
  };
  sheet.getCell("E1").value = "тема";
  sheet.addConditionalFormatting({
    ref: "B1:B3",
    rules: [
      {
        type: "colorScale",
        priority: 1,
        cfvo: [{ type: "min" }, { type: "max" }],
        color: [{ argb: "FFFFFFFF" }, { argb: "FF00FF00" }],
      },
      {
        type: "cellIs",
        priority: 2,
        operator: "greaterThan",
        formulae: [2],
        style: { font: { bold: true } },
      },
      { type: "aboveAverage", priority: 3, aboveAverage: true, style: {} },
    ] as unknown as ExcelJS.ConditionalFormattingRule[],
  });
  const plain = new Uint8Array(await workbook.xlsx.writeBuffer());
  const names = `</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'Лист A'!$A$1</definedName><definedName name="Ставка">0.13</definedName><definedName name="Ломаное">#REF!</definedName><definedName name="Числа">'Лист A'!$B$1:$B$3</definedName></definedNames>`;
  const zip = new PizZip(plain);
  const book = zip.file("xl/workbook.xml")?.asText() ?? "";
  zip.file("xl/workbook.xml", book.replace("</sheets>", names));
  const rules = `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="urn:x14"><x14:dataValidations xmlns:xm="urn:xm" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>'Лист A'!$B$1:$B$3</xm:f></x14:formula1><xm:sqref>F1:F1048576</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
  return withXml(
    zip.generate({ type: "uint8array" }),
    "xl/worksheets/sheet1.xml",
    "</worksheet>",
    rules,
  );
}

beforeAll(async () => {
  snippet = await openSnippetHost();
  file = await parseFile(await foreignFile(), "Чужой.xlsx");
  await writeFileBook(snippet.host.workspace.book, file, {
    mode: "book",
    formulas: "keep",
  });
});
afterAll(() => snippet.close());

test("what cannot come along is said", () => {
  expect(file.problems).toStrictEqual([
    "Имя «Ломаное» ни на что не указывает, оно не загружено.",
    "Лист «Лист A»: правила оформления не загружены: 1.",
  ]);
});

test("shared formulas are expanded, unknown ones become texts, others' files values", async () => {
  expect(
    await snippet.run(`
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
      return [sheet.getRange('C1:D3').getFormulas(), sheet.getRange('C1:D2').getValues(),
        sheet.getRange('D3').getDisplayValue()];`),
  ).toStrictEqual([
    [
      ['=B1*2&"B1"', ""],
      ['=B2*2&"B1"', ""],
      ['=B3*2&"B1"', ""],
    ],
    [
      ["2B1", "=CUBEVALUE(A1)"],
      ["4B1", 6],
    ],
    "01.09.2026 9:30",
  ]);
});

test("looks, names and choices come along", async () => {
  expect(
    await snippet.run(`
      const ss = SpreadsheetApp.getActiveSpreadsheet();
      const sheet = ss.getSheets()[0];
      const rule = sheet.getRange('F900').getDataValidation();
      return [sheet.getRange('E1').getBackground(), sheet.getRange('A3').getValue(),
        ss.getRangeByName('Числа').getA1Notation(),
        rule.getCriteriaValues()[0].getA1Notation(),
        sheet.getConditionalFormatRules().length];`),
  ).toStrictEqual(["#4f81bd", "Жирный", "B1:B3", "B1:B3", 2]);
});

test("a link and a colour scale go out again, a script does not", async () => {
  const { book } = snippet.host.workspace;
  const { bytes } = await exportXlsx(book.snapshot(), new Date(0));
  const again = await parseFile(bytes, "Книга.xlsx");
  const links = again.tabs[0]?.cells.flatMap(({ value, link }) =>
    link === undefined ? [] : [[value, link]],
  );

  expect(links).toStrictEqual([["Сайт", "https://example.org/?a=1&b=2"]]);
  expect(again.tabs[0]?.conditionals).toStrictEqual(
    file.tabs[0]?.conditionals.map((rule) => ({
      ...rule,
      stopIfTrue: false,
    })),
  );
});
