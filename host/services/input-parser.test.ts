/** What typed text becomes. */
import { expect, test } from "vitest";
import { parseInput } from "./input-parser";

const russian = (text: string) => parseInput(text, "ru_RU", 2026);
const american = (text: string) => parseInput(text, "en_US", 2026);

test.each([
  ["12", 12, null],
  ["-1,5", -1.5, null],
  ["1 234 567,5", 1234567.5, null],
  ["1\u00a0000", 1000, null],
  ["007", 7, null],
  ["+79001234567", 79001234567, null],
  ["1E3", 1000, null],
  ["12%", 0.12, "0%"],
  ["1 500 ₽", 1500, '#,##0.00" ₽"'],
  ["05.09.2026", 46270, "dd.mm.yyyy"],
  ["5.9.26", 46270, "dd.mm.yyyy"],
  ["05.09", 46270, "dd.mm.yyyy"],
  ["5/9/2026", 46270, "dd.mm.yyyy"],
  ["2026-09-05", 46270, "dd.mm.yyyy"],
  ["5 сентября 2026 г.", 46270, "dd.mm.yyyy"],
  ["05.09.2026 12:00", 46270.5, "dd.mm.yyyy h:mm:ss"],
  ["06:00", 0.25, "h:mm:ss"],
])("ru_RU reads %s as a number", (text, value, pattern) => {
  expect(russian(text)).toStrictEqual({ kind: "number", value, pattern });
});

test.each([
  "1.5.x",
  "31.02.2026",
  "5 мартобря 2026",
  "12:99",
  "НСТ-001",
  "a@b.ru",
  "1,2,3",
  "1 23",
  "-текст",
  "%",
  "2026-13-01",
  ".",
  ",",
])("ru_RU keeps %s as text", (text) => {
  expect(russian(text)).toStrictEqual({ kind: "text", text });
});

test("a truth value is read in Russian and English", () => {
  expect(russian("ИСТИНА")).toStrictEqual({ kind: "boolean", value: true });
  expect(russian("false")).toStrictEqual({ kind: "boolean", value: false });
});

test("a leading apostrophe makes text and goes away", () => {
  expect(russian("'007")).toStrictEqual({ kind: "text", text: "007" });
  expect(russian("'=1+1")).toStrictEqual({ kind: "text", text: "=1+1" });
});

test("an equals sign or a plus before no number starts a formula", () => {
  expect(russian("=1+1")).toStrictEqual({ kind: "formula", text: "=1+1" });
  expect(russian("+7 900 123-45-67")).toStrictEqual({
    kind: "formula",
    text: "=+7 900 123-45-67",
  });
  expect(russian("=")).toStrictEqual({ kind: "text", text: "=" });
});

test("en_US has the point, and the month before the day", () => {
  expect(american("1,234.5")).toStrictEqual({
    kind: "number",
    value: 1234.5,
    pattern: null,
  });
  expect(american("9/5/2026")).toStrictEqual({
    kind: "number",
    value: 46270,
    pattern: "m/d/yyyy",
  });
});
