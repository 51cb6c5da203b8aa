import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nameWords, normalizeName } from "./normalize-name";

describe("normalizeName", () => {
  test.each([
    ["Королёва Алёна Дмитриевна", "  королева   Алена дмитриевна "],
    ["Королёва Алёна Дмитриевна", "Алёна Дмитриевна КОРОЛЁВА"],
    ["Королёва Алёна Дмитриевна", "Королёва\u00a0Алёна\nДмитриевна"],
    ["Мамин-Лесной Ян", "Мамин - Лесной, Ян"],
    ["Иванов И. И.", "иванов и.и."],
    ["Смородин Платон", "Cмopoдин Платон"],
    ["Смородин Платон", "Смородин Платон\u0301"],
    ["Д'Артов Лев", "д’артов лев"],
    ["5 «А»", "5а"],
  ])("gives «%s» and «%s» one key", (a, b) => {
    expect(normalizeName(a)).toBe(normalizeName(b));
  });

  test.each([
    ["Иванов Иван", "Иванова Иван"],
    ["Войнов Лев", "Воинов Лев"],
    ["5 «А»", "5 «Б»"],
  ])("keeps «%s» and «%s» apart", (a, b) => {
    expect(normalizeName(a)).not.toBe(normalizeName(b));
  });

  test("leaves Latin names alone", () => {
    expect(nameWords("Anna O'Hara")).toStrictEqual(["anna", "ohara"]);
  });

  test("gives no words for text without letters and digits", () => {
    expect(normalizeName(" — . ")).toBe("");
  });

  test("is idempotent on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const key = normalizeName(text);

        expect(normalizeName(key)).toBe(key);
      }),
    );
  });

  test("ignores letter case, order and spaces of Russian words", () => {
    const word = fc.stringMatching(/^[а-яё]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const mixed = [...words].reverse().join("\u00a0 ").toUpperCase();

        expect(normalizeName(mixed)).toBe(normalizeName(words.join(" ")));
      }),
    );
  });
});
