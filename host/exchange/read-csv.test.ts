import { expect, test } from "vitest";
import { csvText, guarded, unguarded } from "./csv-text";
import { guessDelimiter, readCsv, readRows } from "./read-csv";

const utf8 = (text: string) => new TextEncoder().encode(text);
const cp1251 = (hex: string) => Uint8Array.from(Buffer.from(hex, "hex"));

test("quotes keep delimiters, breaks and quotes; rows may be ragged", () => {
  expect(readRows('a;"b;""c""\r\nd";\r\n;x y"z\n', ";")).toStrictEqual([
    ["a", 'b;"c"\r\nd', ""],
    ["", 'x y"z'],
  ]);
});

test("a quote never closed takes the rest", () => {
  expect(readRows('a,"b\nc', ",")).toStrictEqual([["a", "b\nc"]]);
});

test.each([
  ["ФИО;Часы\nИванов, Иван;3,5\nПетров, Пётр;4,5", ";"],
  ['ФИО,Часы\n"Иванов; Иван",3.5', ","],
  ["ФИО\tЧасы, всего\nИванов\t3,5", "\t"],
  ["один столбец\nещё строка", ","],
])("the delimiter of %j is %j", (text, delimiter) => {
  expect(guessDelimiter(text)).toBe(delimiter);
});

test("windows-1251 and UTF-8 with a mark are both read", () => {
  const fromExcel = readCsv(cp1251("d4c8ce3bd7e0f1fb0d0ac83b33"), "Л");
  const fromGoogle = readCsv(utf8("\uFEFFФИО,Часы\r\nИ,3"), "Л");

  expect(fromExcel.tabs[0]?.cells.map(({ value }) => value)).toStrictEqual([
    "ФИО",
    "Часы",
    "И",
    "3",
  ]);
  expect(fromGoogle.tabs[0]?.cells).toStrictEqual(fromExcel.tabs[0]?.cells);
});

test("codes, phones and long numbers stay texts, formulas are told apart", () => {
  const { tabs } = readCsv(utf8("007,+7 900,=1+1,12,40817810099910004312"), "");

  expect(
    tabs[0]?.cells.map(({ value, typed, formula }) => [value, typed, formula]),
  ).toStrictEqual([
    ["007", undefined, undefined],
    ["+7 900", undefined, undefined],
    ["=1+1", true, "=1+1"],
    ["12", true, undefined],
    ["40817810099910004312", undefined, undefined],
  ]);
});

test("an empty file is refused", () => {
  expect(() => readCsv(utf8("\r\n,,\r\n"), "Л")).toThrow("нет данных");
});

test("a .csv is written as Google writes it", () => {
  expect(
    csvText([
      ["а", "б, в", 'г"'],
      ["1\n2", "", " x"],
    ]),
  ).toBe('а,"б, в","г"""\r\n"1\n2",," x"');
});

test.each([
  ["=1+1", "'=1+1"],
  ["@sum", "'@sum"],
  ["-A1", "'-A1"],
  ["+7 (900) 000-00-00", "+7 (900) 000-00-00"],
  ["-", "-"],
  ["-3,5", "-3,5"],
  ["'x", "'x"],
])("%s goes out as %s and comes back", (text, written) => {
  expect(guarded(text)).toBe(written);
  expect(unguarded(written)).toBe(text);
});
