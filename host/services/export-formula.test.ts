/** Formulas are spelled as Excel files want them. */
import { expect, test } from "vitest";
import { columnLetters, toExcelFormula } from "./export-formula";

const titles = new Map([
  ["Лист1", "Лист1"],
  ["Очень длинное название листа, больше тридцати", "Очень длинное (2)"],
]);

const excel = (formula: string) => toExcelFormula(formula, { titles });

test("new functions get their prefix, old ones and names do not", () => {
  expect(excel('=TEXTJOIN(", ",TRUE,A1:A3)&IFNA(B1,0)')).toBe(
    '_xlfn.TEXTJOIN(", ",TRUE,A1:A3)&_xlfn.IFNA(B1,0)',
  );
  expect(excel("=COUNTIFS(mentees_status,1)+DAYS")).toBe(
    "COUNTIFS(mentees_status,1)+DAYS",
  );
  expect(excel("=FILTER(A1:A3,B1:B3)")).toBe("_xlfn._xlws.FILTER(A1:A3,B1:B3)");
});

test("text and errors inside a formula are left alone", () => {
  expect(excel('="TEXTJOIN(Лист1!A1)"&"a""b"')).toBe(
    '"TEXTJOIN(Лист1!A1)"&"a""b"',
  );
  expect(excel("=IF(A1=#N/A,#REF!,#DIV/0!)")).toBe("IF(A1=#N/A,#REF!,#DIV/0!)");
});

test("tabs are quoted and named as in the file", () => {
  expect(excel("=Лист1!$A$1:B2+'Чужой ''лист'!A1")).toBe(
    "'Лист1'!$A$1:B2+'Чужой ''лист'!A1",
  );
  expect(excel("='Очень длинное название листа, больше тридцати'!A1")).toBe(
    "'Очень длинное (2)'!A1",
  );
});

test("an open range is closed at the last row of the format", () => {
  expect(excel("=SUM(A3:A)+SUM(Лист1!$B$2:$B)")).toBe(
    "SUM(A3:A1048576)+SUM('Лист1'!$B$2:$B1048576)",
  );
});

test("Google's own spellings become Excel's", () => {
  expect(excel("=SUM(A2:A$1048579)")).toBe("SUM(A2:A$1048576)");
  expect(excel("=ARRAYFORMULA(POW(A1:A3,2))")).toBe("(POWER(A1:A3,2))");
  expect(excel("=ARRAY.ROWS(ARRAY.ROW(A1,B1),ARRAY.ROW(A2,B2))")).toBe(
    "_xlfn.VSTACK(_xlfn.HSTACK(A1,B1),_xlfn.HSTACK(A2,B2))",
  );
  expect(excel('=IFERROR(IF(A1,{1,2},"),")) & IFERROR(A1,IFERROR(B1))')).toBe(
    'IFERROR(IF(A1,{1,2},"),"),"") & IFERROR(A1,IFERROR(B1,""))',
  );
});

test("a shared formula moves its relative references only", () => {
  const shift = { rows: 2, columns: 1 };

  expect(toExcelFormula("=A1+$B$2+C$3+LOG10(D4)", { titles, shift })).toBe(
    "B3+$B$2+D$3+LOG10(E6)",
  );
  expect(
    toExcelFormula("=A1", { titles, shift: { rows: -1, columns: 0 } }),
  ).toBe("#REF!");
});

test("columns are lettered as in a sheet", () => {
  expect([1, 26, 27, 702, 703].map(columnLetters)).toStrictEqual([
    "A",
    "Z",
    "AA",
    "ZZ",
    "AAA",
  ]);
});
