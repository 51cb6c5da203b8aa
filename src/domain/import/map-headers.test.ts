import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  MENTEE_COLUMNS,
  MENTOR_COLUMNS,
} from "../../../test/fixtures/import/columns";
import { mapHeaders, mapPeopleHeaders } from "./map-headers";

const COLUMNS = [
  { key: "fio", header: "ФИО наставляемого", synonyms: ["ФИО"] },
  { key: "entered", header: "Дата вхождения в программу" },
  { key: "finished", header: "Дата завершения программы" },
  { key: "form", header: "Форма наставничества", synonyms: ["Форма"] },
  { key: "phone", header: "Телефон" },
];

function mappingOf(...headers: string[]) {
  return mapHeaders([headers], COLUMNS).mapping;
}

describe("mapHeaders", () => {
  test("finds the header below title rows and says what is left", () => {
    const found = mapHeaders(
      [
        ["База наставляемых школы, 2026/27 учебный год"],
        [],
        ["№", "Ф.И.О. наставляемого", "Класс", "форма  НАСТАВНИЧЕСТВА"],
        ["1", "Иванов Иван", "5", "ученик – ученик"],
      ],
      [...COLUMNS, { key: "initials", header: "Ф И О наставляемого" }],
    );

    expect(found.headerRow).toBe(2);
    expect(found.headerRows).toBe(1);
    expect(found.mapping).toStrictEqual({ initials: 1, form: 3 });
    expect(found.unknown).toStrictEqual([
      { index: 0, header: "№" },
      { index: 2, header: "Класс" },
    ]);
    expect(found.missing).toStrictEqual([
      "fio",
      "entered",
      "finished",
      "phone",
    ]);
  });

  test("compares without case, yo, punctuation and line breaks", () => {
    expect(
      mappingOf("«фио»  Наставляемого:", "дата\nвхождения в\u00a0программу"),
    ).toStrictEqual({ fio: 0, entered: 1 });
  });

  test("prefers the own header to a synonym and a synonym to common words", () => {
    expect(mappingOf("ФИО", "ФИО наставляемого")).toStrictEqual({ fio: 1 });
    expect(mappingOf("Контактный телефон", "Телефон")).toStrictEqual({
      phone: 1,
    });
  });

  test("guesses from common words", () => {
    expect(
      mappingOf("ФИО", "Дата завершения", "Контактный телефон"),
    ).toStrictEqual({ fio: 0, finished: 1, phone: 2 });
  });

  test("takes neither of two equally good guesses", () => {
    expect(mappingOf("ФИО", "Дата")).toStrictEqual({ fio: 0 });
    expect(
      mappingOf("ФИО", "Рабочий телефон", "Домашний телефон"),
    ).toStrictEqual({ fio: 0 });
  });

  test("takes the left of two columns with one header", () => {
    expect(mappingOf("Телефон", "ФИО", "Телефон")).toStrictEqual({
      phone: 0,
      fio: 1,
    });
  });

  test("leaves headers about somebody or something else", () => {
    expect(mappingOf("ФИО", "Телефон мамы", "Форма обучения")).toStrictEqual({
      fio: 0,
    });
    expect(mappingOf("ФИО наставника", "Телефон")).toStrictEqual({ phone: 1 });
  });

  test("ignores what stands in brackets", () => {
    expect(mappingOf("ФИО (полностью)", "Форма (из списка)")).toStrictEqual({
      fio: 0,
      form: 1,
    });
  });

  test("reads a header of two rows", () => {
    const found = mapHeaders(
      [
        ["ФИО", "Даты участия", ""],
        ["", "Дата вхождения в программу", "Дата завершения программы"],
        ["Иванов Иван", "01.09.2026", ""],
      ],
      COLUMNS,
    );

    expect(found.headerRow).toBe(0);
    expect(found.headerRows).toBe(2);
    expect(found.mapping).toStrictEqual({ fio: 0, entered: 1, finished: 2 });
  });

  test("takes the first of repeated headers", () => {
    expect(
      mapHeaders(
        [
          ["ФИО", "Телефон"],
          ["Иванов Иван", ""],
          ["ФИО", "Телефон"],
        ],
        COLUMNS,
      ).headerRow,
    ).toBe(0);
  });

  test("finds no header in data alone and in nothing", () => {
    const none = mapHeaders(
      [["Иванов Иван", "5 «А»", "ivan@example.org", "8 900 000-00-01"]],
      COLUMNS,
    );

    expect(none.headerRow).toBe(-1);
    expect(none.mapping).toStrictEqual({});
    expect(none.missing).toHaveLength(COLUMNS.length);
    expect(mapHeaders([], COLUMNS).headerRow).toBe(-1);
  });

  test("never maps one column twice or two columns to one key", () => {
    const words = fc.constantFrom(
      ..."ФИО Дата Форма Телефон вхождения завершения программу мамы = @ 12345".split(
        " ",
      ),
      "наставляемого",
      "наставничества",
      "",
    );
    const cell = fc
      .array(words, { maxLength: 4 })
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 5 }),
        (rows) => {
          const found = mapHeaders(rows, COLUMNS);
          const indexes = Object.values(found.mapping);

          expect(new Set(indexes).size).toBe(indexes.length);
          expect(
            [...Object.keys(found.mapping), ...found.missing].sort(),
          ).toStrictEqual(COLUMNS.map(({ key }) => key).sort());
        },
      ),
    );
  });
});

describe("mapPeopleHeaders", () => {
  test("finds the parts of a name and of the contacts", () => {
    const found = mapPeopleHeaders(
      [["Фамилия", "Имя", "Отчество", "Тел.", "E-mail", "Класс"]],
      MENTEE_COLUMNS,
    );

    expect(found.mapping).toStrictEqual({
      "#surname": 0,
      "#given": 1,
      "#patronymic": 2,
      "#phone": 3,
      "#email": 4,
      grade: 5,
    });
    expect(found.missing).not.toContain("fio");
    expect(found.missing).not.toContain("contacts");
  });

  test("takes a parent's telephone where the bank keeps parents' data", () => {
    const rows = [["ФИО ребёнка", "Телефон мамы"]];

    expect(mapPeopleHeaders(rows, MENTEE_COLUMNS).mapping).toStrictEqual({
      fio: 0,
      contacts: 1,
    });
    expect(
      mapPeopleHeaders([["ФИО наставника", "Телефон мамы"]], MENTOR_COLUMNS)
        .mapping,
    ).toStrictEqual({ fio: 0 });
  });

  test("keeps the telephones of child and parent", () => {
    expect(
      mapPeopleHeaders(
        [["ФИО ученика", "Телефон ученика", "Телефон родителя"]],
        MENTEE_COLUMNS,
      ).mapping,
    ).toStrictEqual({ fio: 0, "#phone": 1, contacts: 2 });
  });

  test("asks when a pupil and a teacher are both named", () => {
    const found = mapPeopleHeaders(
      [["ФИО ученика", "ФИО учителя", "Класс"]],
      MENTEE_COLUMNS,
    );

    expect(found.mapping).toStrictEqual({ grade: 2 });
    expect(found.missing).toContain("fio");
  });

  test("does not take a mentor's name for a mentee's", () => {
    expect(
      mapPeopleHeaders([["ФИО наставника", "Класс"]], MENTEE_COLUMNS).missing,
    ).toContain("fio");
  });

  test("maps every own header of both official banks", () => {
    for (const columns of [MENTEE_COLUMNS, MENTOR_COLUMNS]) {
      const headers = columns.map(({ header }) => header);

      expect(mapPeopleHeaders([headers], columns).mapping).toStrictEqual(
        Object.fromEntries(columns.map(({ key }, index) => [key, index])),
      );
    }
  });
});
