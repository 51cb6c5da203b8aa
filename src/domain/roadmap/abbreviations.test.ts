import { expect, test } from "vitest";
import { twoSpellings } from "./abbreviations";

test("tells the odd spelling by frequency", () => {
  expect(
    twoSpellings(["Руководитель РМЦ, РМЦ и РЦМ", "куратор РМЦ"]),
  ).toStrictEqual([{ usual: "РМЦ", odd: "РЦМ" }]);
});

test("takes the explained spelling as the usual one, however rare", () => {
  expect(twoSpellings(["центр (далее- МЦН)", "МНЦ, МНЦ", "МНЦ"])).toStrictEqual(
    [{ usual: "МЦН", odd: "МНЦ" }],
  );
});

test.each([
  ["ЦМН и МЦН"],
  ["ФГОС, ФГБОУ"],
  ["Наставник и нАставник"],
  ["ОО, УО"],
  ["МНЦ и МБОУ ДПО «НМЦ»"],
])("finds nothing in «%s»", (text) => {
  expect(twoSpellings([text])).toStrictEqual([]);
});
