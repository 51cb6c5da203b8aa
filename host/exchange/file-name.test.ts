import { expect, test } from "vitest";
import { fileNamer, safeFileName } from "./file-name";

test.each([
  ["../../etc/passwd", "_.._etc_passwd"],
  ['Приказ № 42 "О парах"/итог', "Приказ № 42 _О парах__итог"],
  ["..", "Без названия"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["a\u202Excod.exe\u0000", "a_xcod.exe_"],
  ["  ", "Без названия"],
])("%j is saved as %j", (title, name) => {
  expect(safeFileName(title)).toBe(name);
});

test("files of one title stand side by side", () => {
  const name = fileNamer();

  expect([
    name("Документы", "Приказ.docx", "docx"),
    name("Документы", "приказ", "docx"),
    name("", "Приказ", "docx"),
  ]).toStrictEqual([
    "Документы/Приказ.docx",
    "Документы/приказ (2).docx",
    "Приказ.docx",
  ]);
});
