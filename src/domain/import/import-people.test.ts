import { describe, expect, test } from "vitest";
import { actions, known, plan } from "../../../test/fixtures/import/small-bank";

describe("planLines", () => {
  test("adds people with values as the columns want them", () => {
    const { results, problems } = plan([
      [
        "",
        " Иванов,  Иван ",
        "8 900 000 00 01",
        "2011 г.р.",
        "5 сентября 2026 г.",
        "3 чел.",
        "да",
        "спорт, кино",
        "+",
      ],
    ]);

    expect(problems).toStrictEqual([]);
    expect(results).toStrictEqual([
      {
        sourceRow: 2,
        action: "add",
        values: {
          fio: "Иванов Иван",
          contacts: "8 900 000 00 01",
          birthYear: 2011,
          entered: "2026-09-05",
          capacity: 3,
          consent: "получено",
          topics: "Спорт; Кино",
          trained: "да",
        },
      },
    ]);
  });

  test("a bad cell costs only itself and is named with row and header", () => {
    const { results, problems } = plan([
      [
        "",
        "Иванов Иван",
        "",
        "давно",
        "31.02.2026",
        "21",
        "наверное",
        "Кино; Вязание",
        "иногда",
      ],
    ]);

    expect(results[0]).toStrictEqual({
      sourceRow: 2,
      action: "add",
      values: {
        fio: "Иванов Иван",
        contacts: null,
        birthYear: null,
        entered: null,
        capacity: null,
        consent: null,
        topics: "Кино",
        trained: null,
      },
    });
    expect(problems).toStrictEqual([
      {
        sourceRow: 2,
        header: "Год рождения",
        message:
          "Не похоже на год рождения: «давно». Запишите четыре цифры, например 2011.",
      },
      {
        sourceRow: 2,
        header: "Дата",
        message:
          "Не похоже на дату: «31.02.2026». Запишите, например, 05.09.2026.",
      },
      {
        sourceRow: 2,
        header: "Мест",
        message: "Нужно число не меньше 0 и не больше 20, а стоит «21».",
      },
      {
        sourceRow: 2,
        header: "Согласие",
        message:
          "Такого значения нет в списке: «наверное». Можно: получено, нет.",
      },
      {
        sourceRow: 2,
        header: "Темы",
        message: "Нет в списке и не загружено: «Вязание».",
      },
      {
        sourceRow: 2,
        header: "Обучен",
        message: "Нужно «да» или «нет», а стоит «иногда».",
      },
    ]);
  });

  test("updates a person of the bank found by name or by code", () => {
    const bank = [
      known("НСТ-001", "Королёва Алёна"),
      known("НСТ-002", "Лугов Лев"),
    ];

    expect(
      actions(
        [
          ["", "алена КОРОЛЕВА"],
          ["нст-002", "Лугов Л."],
        ],
        bank,
      ),
    ).toStrictEqual(["НСТ-001", "НСТ-002"]);
  });

  test("does not write over somebody else under a wrong code", () => {
    const { results } = plan(
      [["НСТ-002", "Петрова Анна"]],
      [known("НСТ-002", "Лугов Лев")],
    );

    expect(results[0]?.action).toBe("doubtful");
    expect(results[0]?.targetId).toBe("НСТ-002");
  });

  test("adds a person under a code the bank does not have", () => {
    const { results } = plan([["НСТ-999", "Петрова Анна"]]);

    expect(results[0]?.action).toBe("add");
    expect(results[0]?.values).not.toHaveProperty("id");
  });

  test("doubts who may be in the bank already, and namesakes there", () => {
    const bank = [
      known("НСТ-001", "Иванова Анна Сергеевна"),
      known("НСТ-002", "Лугов Лев"),
      known("НСТ-003", "Лев Лугов"),
    ];
    const { results } = plan(
      [
        ["", "Иванова Анна"],
        ["", "Лугов Лев"],
      ],
      bank,
    );

    expect(results.map(({ action }) => action)).toStrictEqual([
      "doubtful",
      "doubtful",
    ]);
    expect(results[0]?.reason).toBe(
      "Похоже на НСТ-001 «Иванова Анна Сергеевна», но есть расхождения. Проверьте, один ли это человек.",
    );
    expect(results[1]?.reason).toBe(
      "В банке несколько таких: НСТ-002, НСТ-003. Укажите код в строке.",
    );
  });

  test("finds a person twice in one list", () => {
    expect(
      actions([
        ["", "Королёва Алёна"],
        ["", "Петров Пётр"],
        ["", "Алена Королева"],
        ["", "Королёва А."],
      ]),
    ).toStrictEqual(["add", "add", 2, 2]);
  });

  test("lets one row of a list update a person, not two", () => {
    const { results } = plan(
      [
        ["НСТ-001", "Лугов Л."],
        ["НСТ-001", "Лугов Лев"],
      ],
      [known("НСТ-001", "Лугов Лев")],
    );

    expect(results.map(({ action }) => action)).toStrictEqual([
      "update",
      "doubtful",
    ]);
    expect(results[1]?.reason).toBe(
      "Строка 2 уже обновляет НСТ-001. Оставьте одну из строк.",
    );
  });

  test("makes nothing of an address that three people share", () => {
    expect(
      actions(
        ["Иванова Анна", "Петров Пётр", "Лугов Лев"].map((name) => [
          "",
          name,
          "school@example.org",
        ]),
      ),
    ).toStrictEqual(["add", "add", "add"]);
  });

  test("doubts a second name under one address", () => {
    expect(
      actions([
        ["", "Петрова Анна", "anna@example.org"],
        ["", "Лугов Лев", "anna@example.org"],
      ]),
    ).toStrictEqual(["add", 2]);
  });

  test("refuses a row without a name, unless people stand under codes", () => {
    const rows = [["", "", "8 900 000 00 01", "2011"]];

    expect(actions(rows)).toStrictEqual(["refused"]);
    expect(actions(rows, [], false)).toStrictEqual(["add"]);
  });

  test("takes a class for a participant and doubts what is no name", () => {
    expect(
      actions([
        ["", "5 «А» класс", "", "", "01.09.2026"],
        ["", "=HYPERLINK(1)", "", "", "01.09.2026"],
        ["", "12345", "", "", "01.09.2026"],
        ["", "Семёнова"],
      ]),
    ).toStrictEqual(["add", "doubtful", "doubtful", "doubtful"]);
  });

  test("does not take a class for its teacher by the telephone", () => {
    expect(
      actions([
        ["", "Петрова Анна", "anna@example.org"],
        ["", "5 «А» класс", "anna@example.org", "", "01.09.2026"],
      ]),
    ).toStrictEqual(["add", "add"]);
  });

  test("warns about a name of one word", () => {
    const { results, problems } = plan([["", "Злата", "", "2014"]]);

    expect(results[0]?.action).toBe("add");
    expect(problems).toStrictEqual([
      {
        sourceRow: 2,
        header: "ФИО",
        message: "В ФИО одно слово: «Злата». Допишите фамилию, имя и отчество.",
      },
    ]);
  });

  test("keeps hostile text as text", () => {
    const text = '=IMPORTXML("http://example.org") \'{{x}} $& <b>';
    const { results } = plan([["", "Иванов Иван", text]]);

    expect(results[0]?.values["contacts"]).toBe(text);
  });

  test("keeps a text that fills a cell, and the beginning of one that no cell can hold", () => {
    const { results, problems } = plan([
      ["", "Иванов Иван", "а".repeat(50_000)],
      ["", "Петров Иван", "б".repeat(50_001)],
    ]);

    expect(results[0]?.values["contacts"]).toBe("а".repeat(50_000));
    const kept = String(results[1]?.values["contacts"]);
    expect(kept).toMatch(/^б{49000}.*обрезан.*\]$/);
    expect(kept.length).toBe(50_000);
    expect(problems.map(({ sourceRow }) => sourceRow)).toStrictEqual([3]);
  });

  test("keeps invisible and control characters and halves of pairs", () => {
    const text = "\u200b=1+1\u0007 \u202eа\ud83d \uff1d2";
    const { results } = plan([["", "Иванов Иван", text]]);

    expect(results[0]?.values["contacts"]).toBe(text);
  });
});
