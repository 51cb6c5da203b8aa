import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDelimited } from "./read-delimited";

describe("readDelimited", () => {
  test.each([";", ",", "\t", "|"])("finds the delimiter %j", (delimiter) => {
    const text = [
      ["ФИО", "Класс", "Темы"].join(delimiter),
      ["Иванов Иван", "5 «А»", "Спорт"].join(delimiter),
    ].join("\n");

    expect(readDelimited(text)).toStrictEqual({
      rows: [
        ["ФИО", "Класс", "Темы"],
        ["Иванов Иван", "5 «А»", "Спорт"],
      ],
      delimiter,
    });
  });

  test("does not take commas inside cells for delimiters", () => {
    const { rows, delimiter } = readDelimited(
      "ФИО;Темы\nИванов Иван;спорт, кино\nПетров Пётр;чтение, музыка\n",
    );

    expect(delimiter).toBe(";");
    expect(rows[1]).toStrictEqual(["Иванов Иван", "спорт, кино"]);
  });

  test("reads quoted delimiters, quotes and line breaks", () => {
    const { rows } = readDelimited(
      'ФИО;Запрос\r\n"Иванов ""Ваня"" Иван";"первая; строка\r\nвторая"\r\n',
    );

    expect(rows).toStrictEqual([
      ["ФИО", "Запрос"],
      ['Иванов "Ваня" Иван', "первая; строка\nвторая"],
    ]);
  });

  test("drops a byte order mark and obeys «sep=»", () => {
    expect(readDelimited("\ufeffsep=|\r\nа;б|в\r\n")).toStrictEqual({
      rows: [["а;б", "в"]],
      delimiter: "|",
    });
  });

  test("keeps blank lines and ragged rows where they stand", () => {
    const { rows } = readDelimited("а;б;в\n\nг\nд;е;ж;з;и\nк;л;м\n");

    expect(rows).toStrictEqual([
      ["а", "б", "в"],
      [""],
      ["г"],
      ["д", "е", "ж", "з", "и"],
      ["к", "л", "м"],
    ]);
  });

  test("reads a list of one column, commas and all", () => {
    expect(
      readDelimited("ФИО\nИванов Иван\nПетров Пётр, завуч\nЛугов Лев\n").rows,
    ).toStrictEqual([
      ["ФИО"],
      ["Иванов Иван"],
      ["Петров Пётр, завуч"],
      ["Лугов Лев"],
    ]);
  });

  test("reads old Mac line ends and gives no rows for no text", () => {
    expect(readDelimited("а;б\rв;г").rows).toHaveLength(2);
    expect(readDelimited("").rows).toStrictEqual([]);
    expect(readDelimited("\ufeff").rows).toStrictEqual([]);
  });

  test("keeps a stray quotation mark in its own cell", () => {
    const { rows } = readDelimited(
      'ФИО;Место\nИванов;"Ромашка" сад\nПетров;"Школа\nЛугов;"Лицей; 3"\n',
    );

    expect(rows).toStrictEqual([
      ["ФИО", "Место"],
      ["Иванов", '"Ромашка" сад'],
      ["Петров", '"Школа'],
      ["Лугов", "Лицей; 3"],
    ]);
  });

  test("gets back what was written with any delimiter", () => {
    const cell = fc.string({
      unit: fc.constantFrom("а", "Я", '"', ";", ",", "\t", "|", "\n", "=", " "),
      maxLength: 8,
    });
    const grid = fc.integer({ min: 3, max: 6 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 2,
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(
        grid,
        fc.constantFrom(";", ",", "\t", "|"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, lineEnd) => {
          const text = rows
            .map((row) =>
              row
                .map((value) => `"${value.replace(/"/g, '""')}"`)
                .join(delimiter),
            )
            .join(lineEnd);

          expect(
            readDelimited(`sep=${delimiter}\n${text}${lineEnd}`).rows,
          ).toStrictEqual(rows);
        },
      ),
    );
  });

  test("never throws and loses no letter of any text", () => {
    const letters = (text: string) => text.replace(/[^а-я]/g, "");
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom("а", "б", "в", '"', ";", ",", "\t", "\n", " "),
          maxLength: 60,
        }),
        (text) => {
          const { rows } = readDelimited(text);

          expect(letters(rows.flat().join(""))).toBe(letters(text));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
