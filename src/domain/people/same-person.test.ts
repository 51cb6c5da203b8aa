import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PersonFacts, samePerson } from "./same-person";

function person(name: string, facts: Partial<PersonFacts> = {}): PersonFacts {
  return { name, email: null, phone: null, birthYear: null, ...facts };
}

describe("samePerson", () => {
  test.each([
    [
      "spelling",
      person("Королёва Алёна Дмитриевна"),
      person("КОРОЛЕВА  алена дмитриевна"),
    ],
    ["order", person("Иванов Иван"), person("Иван Иванов")],
    [
      "a new telephone, the same year",
      person("Иванов Иван", { phone: "8 900 000 00 01", birthYear: 2011 }),
      person("Иванов Иван", { phone: "8 900 000 00 02", birthYear: 2011 }),
    ],
    [
      "initials with the same telephone",
      person("Ласточкина В. Н.", { phone: "8 900 000 00 05" }),
      person("Ласточкина Вера Никитична", { phone: "+7(900)0000005" }),
    ],
    [
      "a lone surname with the same address",
      person("Иванова", { email: "A@example.org" }),
      person("иванова", { email: "a@example.org" }),
    ],
  ])("is the same by %s", (_, a, b) => {
    expect(samePerson(a, b)).toBe("same");
  });

  test.each([
    [
      "another year of birth",
      person("Иванов Иван", { birthYear: 2011 }),
      person("Иванов Иван", { birthYear: 2012 }),
    ],
    [
      "another telephone",
      person("Иванов Иван", { phone: "8 900 000 00 01" }),
      person("Иванов Иван", { phone: "8 900 000 00 02" }),
    ],
    ["a lone surname", person("Иванова"), person("Иванова")],
    ["no patronymic", person("Иванова Анна"), person("Иванова Анна Сергеевна")],
    [
      "one wrong letter in the same year",
      person("Иванов Пётр Ильич", { birthYear: 2011 }),
      person("Ивонов Пётр Ильич", { birthYear: 2011 }),
    ],
    [
      "a new surname with the same telephone",
      person("Петрова Анна Ильинична", { phone: "8 900 000 00 01" }),
      person("Сидорова Анна Ильинична", { phone: "8 900 000 00 01" }),
    ],
    [
      "quite another name with the same address",
      person("Петрова Анна", { email: "anna@example.org" }),
      person("Лугов Пётр", { email: "anna@example.org" }),
    ],
  ])("is doubtful with %s", (_, a, b) => {
    expect(samePerson(a, b)).toBe("maybe");
  });

  test.each([
    ["names", person("Иванов Иван"), person("Петров Пётр")],
    [
      "given names of a family with one telephone",
      person("Иванов Пётр Сергеевич", { phone: "8 900 000 00 01" }),
      person("Иванов Павел Сергеевич", { phone: "8 900 000 00 01" }),
    ],
    [
      "given names of brother and sister with one address",
      person("Иванов Пётр", { email: "mama@example.org" }),
      person("Иванова Анна", { email: "mama@example.org" }),
    ],
    [
      "year and telephone of namesakes",
      person("Иванов Иван", { phone: "8 900 000 00 01", birthYear: 2011 }),
      person("Иванов Иван", { phone: "8 900 000 00 02", birthYear: 1980 }),
    ],
    [
      "year of a shortened name",
      person("Иванов И. И.", { birthYear: 2011 }),
      person("Иванов Иван Ильич", { birthYear: 1975 }),
    ],
    ["classes", person("5 «А» класс"), person("5 «Б» класс")],
    ["classes of two digits", person("10 «А» класс"), person("10 «Б» класс")],
    ["nothing known", person(""), person("")],
    ["one letter alone", person("Иванов Пётр"), person("Ивонов Пётр")],
  ])("is different by %s", (_, a, b) => {
    expect(samePerson(a, b)).toBe("different");
  });

  const anyone = fc.record({
    name: fc
      .array(
        fc.constantFrom(
          "Иванов",
          "Иванова",
          "Ивонов",
          "Анна",
          "Пётр",
          "П.",
          "А.",
          "Ильич",
          "Ильинична",
          "5",
          "класс",
        ),
        { maxLength: 4 },
      )
      .map((words) => words.join(" ")),
    email: fc.constantFrom(null, "a@example.org", "b@example.org"),
    phone: fc.constantFrom(null, "8 900 000 00 01", "8 900 000 00 02"),
    birthYear: fc.constantFrom(null, 2011, 2012),
  });

  test("does not depend on who comes first", () => {
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        expect(samePerson(a, b)).toBe(samePerson(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  test("knows everybody with a year of birth again", () => {
    fc.assert(
      fc.property(anyone, (a) => {
        fc.pre(a.name !== "" && a.birthYear !== null);

        expect(samePerson(a, { ...a, name: a.name.toUpperCase() })).toBe(
          "same",
        );
      }),
    );
  });
});
