/** What names a person in a text, and what does not. */
import { expect, test } from "vitest";
import { masked, traceSeeker } from "./traces";

const ANNA = {
  mark: "НСТ-014",
  name: "Вересова Анна Сергеевна",
  contacts: "8 (900) 111-22-33, anna.veresova@example.org",
};

function maskedFor(
  text: string,
  others: readonly string[] = [],
  people = [ANNA],
): string {
  return masked(text, traceSeeker(people, others)(text));
}

test.each([
  ["Ответственная Вересова Анна Сергеевна.", "Ответственная НСТ-014."],
  ["поручить Вересовой А. С. встречу", "поручить НСТ-014 встречу"],
  ["вместе с А.С. Вересовой", "вместе с НСТ-014"],
  ["ВЕРЕСОВА АННА, 7 класс", "НСТ-014, 7 класс"],
  ["благодарим Анну Сергеевну", "благодарим НСТ-014"],
  ["Анна Вересова и другие", "НСТ-014 и другие"],
  ["урок у Вересовой", "урок у НСТ-014"],
  ["Вересова\u00a0А.\u00a0С.", "НСТ-014"],
  ["Сергеевна Анна не она", "Сергеевна Анна не она"],
  ["Bересова Анна", "НСТ-014 "],
])("masks the name: %s", (text, expected) => {
  expect(maskedFor(text).trim()).toBe(expected.trim());
});

test.each([
  "тел. +7 900 111 22 33",
  "тел. 89001112233",
  "тел. 900.111.22.33",
  "05.09.2026 8-900-111-22-33",
  "почта Anna.Veresova@Example.org",
])("masks contacts however they are written: %s", (text) => {
  const result = maskedFor(text);

  expect(result).toContain("(удалено)");
  expect(result.replace(/\D/g, "")).not.toContain("9001112233");
  expect(result.toLowerCase()).not.toContain("veresova");
});

test("leaves other people of the surname alone", () => {
  const others = ["Вересов Павел Олегович"];

  expect(maskedFor("Вересов П.О. и Вересова А.С.", others)).toBe(
    "Вересов П.О. и НСТ-014",
  );
  expect(maskedFor("урок у Вересовой", others)).toBe("урок у Вересовой");
  expect(
    traceSeeker(
      [ANNA],
      others,
    )("урок у Вересовой").map(({ isDoubtful }) => isDoubtful),
  ).toStrictEqual([true]);
});

test("leaves words, codes and numbers that are nobody's", () => {
  const text = "Анна, 2026 год, НСТ-014, 9001112234, верес, школа № 7";

  expect(maskedFor(text)).toBe(text);
});

test("finds names that are no Russian full names", () => {
  const lone = { mark: "НМ-001", name: "John Smith", contacts: "" };
  const group = { mark: "НСТ-002", name: "7 «Б» класс", contacts: "" };

  expect(maskedFor("with JOHN SMITH", [], [lone])).toBe("with НМ-001");
  expect(maskedFor("для 7 «Б» класс", [], [group])).toBe("для 7 «Б» класс");
});

test("finds surnames of two words and given names without patronymic", () => {
  const person = {
    mark: "НМ-002",
    name: "Римская-Корсакова Ольга",
    contacts: "2-34-56",
  };

  expect(
    maskedFor("с Ольгой Римской-Корсаковой по тел. 2-34-56", [], [person]),
  ).toBe("с НМ-002 по тел. (удалено)");
});

test("a single word is a name only with a capital, and no proof where others bear it", () => {
  const person = { mark: "НМ-003", name: "Заря", contacts: "" };

  expect(maskedFor("Заря помогла, заря взошла", [], [person])).toBe(
    "НМ-003 помогла, заря взошла",
  );
  expect(maskedFor("Заря помогла", ["Заря Ольга Львовна"], [person])).toBe(
    "Заря помогла",
  );
});

test("finds nothing for a person without a name", () => {
  const person = { mark: "НМ-002", name: "", contacts: "" };

  expect(maskedFor("любой текст 12345", [], [person])).toBe(
    "любой текст 12345",
  );
});
