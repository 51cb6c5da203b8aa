/** Numbers of tabs. */
import { expect, test } from "vitest";
import { sheetNumber } from "./sheet-number";

test("a numeric id is the number, any other has one of its own", () => {
  expect(sheetNumber("0")).toBe(0);
  expect(sheetNumber("894577204")).toBe(894_577_204);
  const numbers = ["canaQJAP", "K2CgZTgk", "0-lb33S8"].map(sheetNumber);
  expect(new Set(numbers).size).toBe(3);
  for (const number of numbers) {
    expect(Number.isInteger(number) && number >= 0).toBe(true);
  }
});
