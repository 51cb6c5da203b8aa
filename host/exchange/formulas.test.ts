import { describe, expect, test } from "vitest";
import { fromOpenFormula } from "./ods-formula";
import { fromExcelFormula, isExternal, shiftShared } from "./xlsx-formula";

describe("formulas of .xlsx", () => {
  test.each([
    ['_xlfn.TEXTJOIN("_xlfn.",TRUE,A1)', 'TEXTJOIN("_xlfn.",TRUE,A1)'],
    ["_xlfn._xlws.FILTER(A1:A2,B1:B2)", "FILTER(A1:A2,B1:B2)"],
    ["SUM(A3:A1048576)", "SUM(A3:A$1048576)"],
    ["SUM('Л_xlfn.1'!$B$2:$B$1048576)", "SUM('Л_xlfn.1'!$B$2:$B$1048576)"],
  ])("%s", (inFile, engine) => {
    expect(fromExcelFormula(inFile)).toBe(engine);
  });

  test("one that points into another file is known", () => {
    expect(isExternal("[1]Лист!A1+1")).toBe(true);
    expect(isExternal("'C:\\x\\[кн.xlsx]Лист'!A1")).toBe(true);
    expect(isExternal('SUM(A1)&"[1]"')).toBe(false);
  });

  test("a shared one is moved, but not its texts", () => {
    expect(shiftShared('A1&"A1"&$A$1&LOG10(B2)', 2, 1)).toBe(
      'B3&"A1"&$A$1&LOG10(C4)',
    );
  });
});

describe("formulas of .ods", () => {
  test.each([
    ["of:=SUM([.A1:.B2];1.5)", "=SUM(A1:B2,1.5)"],
    ["of:=[$'Л 1'.$A$1]&\";[.A1]\"", "='Л 1'!$A$1&\";[.A1]\""],
    ['of:=COUNTIF([$Данные.A2:.A9];">1")', "=COUNTIF('Данные'!A2:A9,\">1\")"],
    ['of:=COM.MICROSOFT.TEXTJOIN(", ";1;[.A1:.A2])', '=TEXTJOIN(", ",1,A1:A2)'],
    ["of:=имя+1", "=имя+1"],
  ])("%s", (inFile, engine) => {
    expect(fromOpenFormula(inFile)).toBe(engine);
  });

  test.each([
    "of:=SUM({1;2|3;4})",
    "of:=ORG.OPENOFFICE.EASTERSUNDAY(2026)",
    "of:=['file:///x.ods'#$Л.A1]",
    "of:=SUM([.A1]~[.B1])",
    "msoxl:=A1",
  ])("%s has no plain counterpart", (inFile) => {
    expect(fromOpenFormula(inFile)).toBeNull();
  });
});
