/** Formula text between Google's dialect and the engine's. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromEngine, toEngine } from "./formula-dialect";

test.each([
  ["=SUM(A1;B2)", "=SUM(A1,B2)"],
  ["=IF(A1>1,5;2;3)", "=IF(A1>1.5,2,3)"],
  ['=A1&"a;b,c"', '=A1&"a;b,c"'],
  ['=IF(A1="""";1;2)', '=IF(A1="""",1,2)'],
  ["='Лист;1'!A1+'О''Нил, 1'!B$2", "='Лист;1'!A1+'О''Нил, 1'!B$2"],
  ["=IF(ИСТИНА;1;ложь)", "=IF(TRUE,1,FALSE)"],
  ["={1\\2;3\\4}", "={1,2;3,4}"],
  ["=SUM({1,5\\2};3)", "=SUM({1.5,2},3)"],
  ['=COUNTIF(люди;">0")', '=COUNTIF(люди,">0")'],
  ["=1,5E-3+,5", "=1.5E-3+.5"],
  ["=A1:A5", "=A1:A5"],
  ["=SUM( A1 ;\n B1 )", "=SUM( A1 ,\n B1 )"],
  ["=LOG10(100;10)", "=LOG10(100,10)"],
  ["=ИСТИНА_2", "=ИСТИНА_2"],
  ["=SUM(A2:A;B$2:$C)", "=SUM(A2:A$1048576,B$2:$C$1048576)"],
  ["='Лист 1'!A2:A5+SUM(2:2)", "='Лист 1'!A2:A5+SUM(2:2)"],
  ["=SUM('Лист 1'!B3:3)", "=SUM('Лист 1'!B3:$XFD3)"],
  ["=SUM(A2:ABS(1))", "=SUM(A2:ABS(1))"],
  ["={A2:A3\\B2:B3}", "=ARRAY.ROWS(ARRAY.ROW(A2:A3,B2:B3))"],
  [
    '={A2:A;SUM({1\\2};B2)\\"а;б"}',
    '=ARRAY.ROWS(ARRAY.ROW(A2:A$1048576),ARRAY.ROW(SUM({1,2},B2),"а;б"))',
  ],
])("a ru_RU formula %s reaches the engine as %s", (google, engine) => {
  expect(toEngine(google, "ru_RU")).toBe(engine);
});

test.each([
  ["=SUM(A1,B2)", "a comma between arguments"],
  ["=SUM(A1;B2", "an open bracket"],
  ["=SUM(A1;B2))", "a bracket too many"],
  ['="abc', "an open quote"],
  ["='Лист 1!A1", "an open sheet name"],
  ['={"a","b"}', "a comma between columns"],
])("ru_RU cannot read %s: %s", (formula) => {
  expect(toEngine(formula, "ru_RU")).toBe(null);
});

test.each([
  ["=SUM(A3:A$1048577)", "=SUM(A3:A)"],
  ["=SUM(B2:$XFE2)", "=SUM(B2:2)"],
  ["=SUM(A1:A999999)", "=SUM(A1:A999999)"],
])(
  "rows and columns inserted before the end leave %s open",
  (engine, google) => {
    expect(fromEngine(engine, "ru_RU")).toBe(google);
  },
);

test("en_US takes commas and semicolons between arguments", () => {
  expect(toEngine("=SUM(A1,B2;1.5)", "en_US")).toBe("=SUM(A1,B2,1.5)");
  expect(toEngine("={1,2;3,4}", "en_US")).toBe("={1,2;3,4}");
});

test("getFormula writes what ru_RU reads", () => {
  expect(fromEngine('=IF(A1>1.5,{1,2;3,4},"a,b.c")', "ru_RU")).toBe(
    '=IF(A1>1,5;{1\\2;3\\4};"a,b.c")',
  );
});

test("a formula survives the way there and back", () => {
  const part = fc.constantFrom(
    "A1",
    "$B$2:C10",
    "'Лист;1'!A1",
    '"a;b"',
    "1,5",
    "люди",
    "TODAY()",
    "SUM(A1;2)",
    "$C3:C",
    "B2:2",
    "{1\\2,5;3\\4}",
    '{A2:A\\"x";SUM(B1;{C1;D1})\\ИМЯ}',
  );
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      const formula = `=F(${parts.join(";")})`;
      const engine = toEngine(formula, "ru_RU");

      expect(engine === null ? null : fromEngine(engine, "ru_RU")).toBe(
        formula,
      );
    }),
  );
});

test("any text is translated or refused, never thrown at", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const engine = toEngine(`=${text}`, "ru_RU");

      expect(engine === null || engine.startsWith("=")).toBe(true);
    }),
  );
});
