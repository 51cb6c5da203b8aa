/** Number formats. */
import { expect, test } from "vitest";
import { displayText, isDatePattern, isTextPattern } from "./number-format";

test.each([
  ["dd.MM.yyyy", true],
  ['d mmmm yyyy "г."', true],
  ["h:mm", true],
  ["hh:mm:ss.000", true],
  ["[h]:mm", true],
  ["General", false],
  ["0.00", false],
  ['#,##0 "дней"', false],
  ["0\\d", false],
  ["@", false],
  ["[Red]0", false],
])("%s is a date format: %s", (pattern, expected) => {
  expect(isDatePattern(pattern)).toBe(expected);
});

test("only @ keeps text exactly", () => {
  expect(["@", " @ ", "General", "0@"].map(isTextPattern)).toStrictEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("values are shown as the locale writes them", () => {
  const shown = [1.5, 46270, true, "текст", null, 0.125].map((value, index) =>
    displayText(
      value,
      ["General", "dd.mm.yyyy", "General", "0", "General", "0.0%"][index] ??
        "General",
      "ru_RU",
    ),
  );

  expect(shown).toStrictEqual([
    "1,5",
    "05.09.2026",
    "ИСТИНА",
    "текст",
    "",
    "12,5%",
  ]);
});
