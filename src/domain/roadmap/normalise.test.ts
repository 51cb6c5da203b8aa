import { expect, test } from "vitest";
import { cleanCharacters, plainText } from "./normalise";

test.each([
  ["<b>Подготовка</b>&nbsp;<span style='x'>этапа</span>", "Подготовка этапа"],
  ["Подготовка<br/>этапа", "Подготовка\nэтапа"],
  ["<o:p>Подготовка</o:p><!-- Word -->", "Подготовка"],
  // Not a mark of looks: what somebody wrote stays to be seen.
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["класс <А> и <тьютор>", "класс <А> и <тьютор>"],
])("takes marks of looks out of %j and nothing else", (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test("leaves no character that a cell cannot hold", () => {
  expect(cleanCharacters("а\u0000б\u0007в\ud800г")).toBe("абв\ufffdг");
});
