/** Cells of pasted text. */
import { expect, test } from "vitest";
import { cellsOfText, tableOfCells, textOfCells } from "./clipboard-text";

test.each([
  [
    "а\tб\nв\tг",
    [
      ["а", "б"],
      ["в", "г"],
    ],
  ],
  [
    "а\tб\r\nв\tг\r\n",
    [
      ["а", "б"],
      ["в", "г"],
    ],
  ],
  ["одна", [["одна"]]],
  ["", [[""]]],
  ["\t", [["", ""]]],
  ["\n", [[""]]],
  ["а\n\nб", [["а"], [""], ["б"]]],
  ['"две\nстроки"\tб', [["две\nстроки", "б"]]],
  ['"с ""кавычками"""\tб', [['с "кавычками"', "б"]]],
  ['"МБОУ" школа\tб', [['"МБОУ" школа', "б"]]],
  ['"не закрыта\tб\nв', [['"не закрыта', "б"], ["в"]]],
  ['5" труба\t"', [['5" труба', '"']]],
  ["  два  пробела \tб", [["  два  пробела ", "б"]]],
])("%j", (text, rows) => {
  expect(cellsOfText(text)).toEqual(rows);
});

test("markup in a cell stays text", () => {
  expect(tableOfCells([["<img src=x>", "a & b"]])).toBe(
    "<html><body><table><tr><td>&lt;img src=x&gt;</td><td>a &amp; b</td></tr></table></body></html>",
  );
});

test("cells with breaks, tabs and quotes come back from their text", () => {
  const rows = [
    ["раз\nдва", 'он сказал "да"', ""],
    ["а\tб", "просто", "3,5"],
  ];
  expect(textOfCells(rows)).toBe(
    '"раз\nдва"\t"он сказал ""да"""\t\n"а\tб"\tпросто\t3,5',
  );
  expect(cellsOfText(textOfCells(rows))).toEqual(rows);
});
