import { expect, test } from "vitest";
import { participants } from "./participants";
import { aBook } from "./testing/a-book";

const SETTINGS = [{ id: "schoolYear", name: "Год", value: 2026 }];

test("reads what is compared: columns of the bank and the curator's own", () => {
  const book = aBook({
    settings: SETTINGS,
    mentees: [
      {
        id: "НСТ-001",
        fio: "Лугов Пётр",
        contacts: "+7 900",
        birthYear: 2014,
        form: "ученик – ученик",
        topics: "Математика: 3; Хор",
        wanted: 2,
        kind: "группа",
        headcount: 5,
        consent: "получено",
        household: "С1",
        "Любимый предмет": "труд",
        "Баллов за тест": 17,
        "Дата тестирования": { date: "2026-09-03" },
        "Был в лагере": true,
        constructor: "нет",
        "  ": "лишнее",
      },
    ],
  });

  expect(
    participants(book, "mentee").map(({ answers, ...person }) => ({
      ...person,
      answers: { ...answers },
    })),
  ).toStrictEqual([
    {
      id: "НСТ-001",
      role: "mentee",
      form: "ученик – ученик",
      capacity: 2,
      headcount: 5,
      consent: "yes",
      active: true,
      personKey: expect.stringContaining("лугов"),
      answers: {
        birthYear: 2014,
        age: 12,
        form: "ученик – ученик",
        topics: ["Математика: 3", "Хор"],
        kind: "группа",
        headcount: 5,
        wanted: 2,
        consent: "получено",
        household: "С1",
        "Любимый предмет": "труд",
        "Баллов за тест": 17,
        "Дата тестирования": "03.09.2026",
        "Был в лагере": "да",
        constructor: "нет",
      },
    },
  ]);
});

test("gives a row without places one, and nobody an age without a year", () => {
  const book = aBook({
    mentors: [{ fio: "Ветров Олег", birthYear: 1980, capacity: -2 }],
    mentees: [{ fio: "Горин Лев" }],
  });

  expect(participants(book, "mentor")[0]).toMatchObject({
    id: "НМ-001",
    capacity: 0,
    consent: "no",
    answers: { birthYear: 1980 },
  });
  expect(participants(book, "mentor")[0]?.answers).not.toHaveProperty("age");
  expect(participants(book, "mentee")[0]).toMatchObject({
    capacity: 1,
    headcount: 1,
    answers: {},
  });
});

test.each([
  ["завершил", "НСТ"],
  ["выбыл", "НСТ"],
])("leaves out whoever has the status «%s»", (status) => {
  const book = aBook({ mentees: [{ fio: "Горин Лев", status }] });

  expect(participants(book, "mentee")[0]?.active).toBe(false);
});
