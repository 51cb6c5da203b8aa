import fc from "fast-check";
import { expect, test } from "vitest";
import { readDelimited } from "../import/read-delimited";
import { readKeyFile, writeKeyFile } from "./key-file";
import { personCode } from "./person-code";

const entry = (code: string, name: string, contacts = "", birthDate = "") => ({
  code,
  name,
  contacts,
  birthDate,
});

test("what was written is read back, and no cell computes", () => {
  const entries = [
    entry(
      "НСТ-014",
      "Вересова Кира Андреевна",
      "+7 900 000-00-14",
      "05.09.2011",
    ),
    entry("НМ-003", '=HYPERLINK("http://example.org")', '@a; "b"\nc'),
  ];
  const text = writeKeyFile(entries, [
    { code: "П-001", tab: "Пары", column: "Тема", text: "с Кирой" },
  ]);

  expect(text.startsWith("\ufeffКод;ФИО;")).toBe(true);
  expect(
    readDelimited(text)
      .rows.flat()
      .filter((cell) => /^[=+@-]/.test(cell)),
  ).toStrictEqual([]);
  expect(readKeyFile(readDelimited(text).rows)).toStrictEqual({
    entries,
    problems: [],
  });
});

test("any texts come back as they were, but for spaces around", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 }),
      (names) => {
        const entries = names
          .map((name, index) =>
            entry(`НСТ-${100 + index}`, name.replace(/[\r\u0000]/g, "").trim()),
          )
          .filter(({ name }) => name !== "" && !name.startsWith("'"));
        const read = readKeyFile(readDelimited(writeKeyFile(entries)).rows);

        expect(read.entries).toStrictEqual(entries);
      },
    ),
  );
});

test("reads a key as people keep it: other headers, parts of the name, no header, other dashes", () => {
  expect(
    readKeyFile([
      ["Список участников", "", "", ""],
      ["№", "Фамилия", "Имя", "Код участника"],
      ["1", "Полынов", "Гордей", "нст–7"],
      ["2", "Швец", "Роза", "HCT-008"],
      ["", "Итого", "", ""],
    ]).entries,
  ).toStrictEqual([
    entry("НСТ-007", "Полынов Гордей"),
    entry("НСТ-008", "Швец Роза"),
  ]);
  expect(readKeyFile([["НМ-1", "Сомова Анна"]]).entries).toStrictEqual([
    entry("НМ-001", "Сомова Анна"),
  ]);
});

test("tells of a code with two names and of a file without codes", () => {
  expect(
    readKeyFile([
      ["Код", "ФИО"],
      ["НМ-001", "Сомова Анна"],
      ["НМ-001", "Сомов Лев"],
    ]),
  ).toMatchObject({
    entries: [{ name: "Сомова Анна" }],
    problems: [/НМ-001.*дважды/].map((text) => expect.stringMatching(text)),
  });
  expect(readKeyFile([["Сомова Анна", "8 класс"]]).problems).toHaveLength(1);
});

test("a code has one spelling", () => {
  expect(
    ["НСТ-014", "hct-14", " НСТ‑0014 ", "НСТ-1000", "14", "П"].map(personCode),
  ).toStrictEqual(["НСТ-014", "НСТ-014", "НСТ-014", "НСТ-1000", null, null]);
});
