import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { firstFilled, gridText } from "./file-grid";
import { parseFile } from "./parse-file";

async function book(fill: (file: ExcelJS.Workbook) => void) {
  const file = new ExcelJS.Workbook();
  fill(file);
  return parseFile(
    new Uint8Array(await file.xlsx.writeBuffer()),
    "список.xlsx",
  );
}

test("days, telephones, fractions, yes and merged cells come as people write them", async () => {
  const read = await book((file) => {
    const sheet = file.addWorksheet("Педагоги");
    sheet.addRow(["ФИО", "Дата", "Телефон", "Стаж", "Согласие"]);
    sheet.addRow([
      "Чиж Мила",
      new Date(Date.UTC(2012, 2, 5)),
      79000000001,
      2.5,
      true,
    ]);
    sheet.getCell("B2").numFmt = "dd.mm.yyyy";
    sheet.getCell("C2").numFmt = "0.00E+00";
    sheet.getCell("A5").value = "7 «Б»";
    sheet.mergeCells("A5:C6");
  });
  const tab = firstFilled(read);

  expect(JSON.parse(tab === null ? "" : gridText(read, tab))).toMatchObject({
    sheet: "Педагоги",
    rows: [
      ["ФИО", "Дата", "Телефон", "Стаж", "Согласие"],
      ["Чиж Мила", "05.03.2012", "79000000001", "2,5", "да"],
      [],
      [],
      ["7 «Б»"],
    ],
    merges: [[5, 1, 2, 3]],
  });
});

test("takes the first sheet that is shown and filled", async () => {
  const read = await book((file) => {
    file.addWorksheet("Пусто");
    file.addWorksheet("Скрыт", { state: "hidden" }).addRow(["x"]);
    file.addWorksheet("Список").addRow(["ФИО"]);
  });

  expect(firstFilled(read)?.title).toBe("Список");
});
