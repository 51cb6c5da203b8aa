import { describe, expect, test } from "vitest";
import {
  canBeName,
  looksLikeGroup,
  looksLikeName,
  patronymicIndex,
} from "./looks-like-name";

describe("looksLikeName", () => {
  test.each([
    "Иванова Анна",
    "Королёва Алёна Дмитриевна",
    "иванова анна сергеевна",
    "Мамин-Лесной Ян Глебович",
    "Ласточкина В. Н.",
    "Ласточкина В.Н.",
    "Мамедов Рауф Али оглы",
    "Петрова (Лугова) Мария",
    "Школьников Иван",
    "Студентов Лев",
  ])("takes «%s»", (text) => {
    expect(looksLikeName(text)).toBe(true);
  });

  test.each([
    "",
    "Иванова",
    "Молодые специалисты",
    "Начальная Школа",
    "Итого Наставников",
    "5 «А» класс",
    "8 900 000-00-01",
    "anna@example.org",
    "=HYPERLINK(A1)",
    "-2+3",
    "Раздел Первый",
    "Обучающиеся Школы",
    "Молодые Педагоги",
    "прочие сотрудники",
  ])("refuses «%s»", (text) => {
    expect(looksLikeName(text)).toBe(false);
  });
});

describe("canBeName", () => {
  test("takes letters with the usual signs and nothing else", () => {
    expect(canBeName("Иванов-Лесной, И. (Петров)")).toBe(true);
    expect(canBeName("Иванов 2")).toBe(false);
    expect(canBeName("=A1")).toBe(false);
    expect(canBeName("И")).toBe(false);
    expect(canBeName("Иван\ufffdв")).toBe(false);
  });
});

describe("looksLikeGroup", () => {
  test.each(["5 «А» класс", "10Б", "11-а", "Группа «Ласточки»", "2 отряд"])(
    "takes «%s»",
    (text) => {
      expect(looksLikeGroup(text)).toBe(true);
    },
  );

  test.each(["Иванова Анна", "12 А", "5", "=класс", ""])(
    "refuses «%s»",
    (text) => {
      expect(looksLikeGroup(text)).toBe(false);
    },
  );
});

test("finds the patronymic wherever it stands", () => {
  expect(patronymicIndex(["иванов", "лев", "ильич"])).toBe(2);
  expect(patronymicIndex(["лев", "ильич", "иванов"])).toBe(1);
  expect(patronymicIndex(["иванов", "лев"])).toBe(-1);
});
