import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readChoice, readMany } from "./choices";

const FORMS = ["педагог – педагог", "ученик – ученик", "студент – ученик"];
const TOPICS = [
  "Планирование урока",
  "Подготовка к ОГЭ, ЕГЭ и ВПР",
  "Проект или олимпиада",
  "Профориентация",
];

describe("readChoice", () => {
  test.each([
    ["педагог – педагог", "педагог – педагог"],
    ["Педагог-педагог", "педагог – педагог"],
    ["  ПЕДАГОГ —  педагог ", "педагог – педагог"],
    ["учен", "ученик – ученик"],
    ["студент", "студент – ученик"],
  ])("takes «%s» for «%s»", (text, value) => {
    expect(readChoice(text, FORMS)).toBe(value);
  });

  test.each(["", "—", "пед", "учитель – учитель", "ученик – ученик – ученик"])(
    "finds nothing for «%s»",
    (text) => {
      expect(readChoice(text, FORMS)).toBeNull();
    },
  );

  test("does not choose between two values with one beginning", () => {
    expect(readChoice("прое", ["Проект", "Проектирование"])).toBeNull();
    expect(readChoice("проект", ["Проект", "Проектирование"])).toBe("Проект");
  });

  test("tells values apart that differ in signs only", () => {
    expect(readChoice("C++", ["C++", "C#"])).toBe("C++");
    expect(readChoice("c", ["C++", "C#"])).toBeNull();
  });

  test("knows the Russian yo", () => {
    expect(readChoice("прошел", ["прошёл", "не прошёл"])).toBe("прошёл");
  });
});

describe("readMany", () => {
  test("splits at semicolons, commas, slashes and line breaks", () => {
    expect(readMany("пн; вт, ср/чт\nпт").values).toStrictEqual([
      "пн",
      "вт",
      "ср",
      "чт",
      "пт",
    ]);
  });

  test("keeps brackets whole and slashes between digits", () => {
    expect(
      readMany("спорт (бег, лыжи), шахматы 5/6 урок").values,
    ).toStrictEqual(["спорт (бег, лыжи)", "шахматы 5/6 урок"]);
    expect(readMany("спорт (бег, лыжи").values).toStrictEqual([
      "спорт (бег",
      "лыжи",
    ]);
  });

  test("gives each value once, without bullets and numbers", () => {
    expect(readMany("• Спорт\n2) спорт\n- кино\n—").values).toStrictEqual([
      "Спорт",
      "кино",
    ]);
  });

  test("finds a listed value that holds commas itself", () => {
    expect(
      readMany("подготовка к огэ, егэ и впр, профориентация", TOPICS),
    ).toStrictEqual({
      values: ["Подготовка к ОГЭ, ЕГЭ и ВПР", "Профориентация"],
      unknown: [],
    });
  });

  test("parts known values from unknown ones", () => {
    expect(readMany("Вязание; Планирование урока; =1+1", TOPICS)).toStrictEqual(
      {
        values: ["Планирование урока"],
        unknown: ["Вязание", "=1+1"],
      },
    );
  });

  test("finds every value of a list written in any usual way", () => {
    fc.assert(
      fc.property(
        fc.subarray(TOPICS),
        fc.constantFrom("; ", ",", " / ", "\n"),
        (chosen, separator) => {
          expect(
            readMany(chosen.join(separator).toUpperCase(), TOPICS),
          ).toStrictEqual({ values: chosen, unknown: [] });
        },
      ),
    );
  });
});
