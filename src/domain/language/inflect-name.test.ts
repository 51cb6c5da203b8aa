/** Names people really have, checked against the grammar, not the library. */
import { describe, expect, test } from "vitest";
import type { GrammaticalCase } from "./grammatical-case";
import {
  inflectName,
  initialsWithSurname,
  surnameWithInitials,
} from "./inflect-name";

const CASES = ["genitive", "dative", "accusative", "instrumental"] as const;

/** Nominative, then genitive, dative, accusative, instrumental. */
type Row = readonly [string, string, string, string, string];

const FULL_NAMES: readonly Row[] = [
  [
    "Иванова Мария Петровна",
    "Ивановой Марии Петровны",
    "Ивановой Марии Петровне",
    "Иванову Марию Петровну",
    "Ивановой Марией Петровной",
  ],
  [
    "Петров Илья Сергеевич",
    "Петрова Ильи Сергеевича",
    "Петрову Илье Сергеевичу",
    "Петрова Илью Сергеевича",
    "Петровым Ильей Сергеевичем",
  ],
  [
    "Королёв Пётр Фёдорович",
    "Королёва Петра Фёдоровича",
    "Королёву Петру Фёдоровичу",
    "Королёва Петра Фёдоровича",
    "Королёвым Петром Фёдоровичем",
  ],
  [
    "Седых Лев Павлович",
    "Седых Льва Павловича",
    "Седых Льву Павловичу",
    "Седых Льва Павловича",
    "Седых Львом Павловичем",
  ],
  [
    "Погребняк Анна Юрьевна",
    "Погребняк Анны Юрьевны",
    "Погребняк Анне Юрьевне",
    "Погребняк Анну Юрьевну",
    "Погребняк Анной Юрьевной",
  ],
  [
    "Погребняк Юрий Ильич",
    "Погребняка Юрия Ильича",
    "Погребняку Юрию Ильичу",
    "Погребняка Юрия Ильича",
    "Погребняком Юрием Ильичом",
  ],
  [
    "Любовь Игоревна Кузнецова",
    "Любови Игоревны Кузнецовой",
    "Любови Игоревне Кузнецовой",
    "Любовь Игоревну Кузнецову",
    "Любовью Игоревной Кузнецовой",
  ],
  [
    "Петрова-Водкина Нина Кузьминична",
    "Петровой-Водкиной Нины Кузьминичны",
    "Петровой-Водкиной Нине Кузьминичне",
    "Петрову-Водкину Нину Кузьминичну",
    "Петровой-Водкиной Ниной Кузьминичной",
  ],
  [
    "Мамин-Сибиряк Дмитрий Наркисович",
    "Мамина-Сибиряка Дмитрия Наркисовича",
    "Мамину-Сибиряку Дмитрию Наркисовичу",
    "Мамина-Сибиряка Дмитрия Наркисовича",
    "Маминым-Сибиряком Дмитрием Наркисовичем",
  ],
  [
    "Алиев Расим Ахмед оглы",
    "Алиева Расима Ахмед оглы",
    "Алиеву Расиму Ахмед оглы",
    "Алиева Расима Ахмед оглы",
    "Алиевым Расимом Ахмед оглы",
  ],
  [
    "Мамедова Лейла Рашид-кызы",
    "Мамедовой Лейлы Рашид-кызы",
    "Мамедовой Лейле Рашид-кызы",
    "Мамедову Лейлу Рашид-кызы",
    "Мамедовой Лейлой Рашид-кызы",
  ],
  [
    "Роман Аркадьевич Абрамович",
    "Романа Аркадьевича Абрамовича",
    "Роману Аркадьевичу Абрамовичу",
    "Романа Аркадьевича Абрамовича",
    "Романом Аркадьевичем Абрамовичем",
  ],
  [
    "ТКАЧЕНКО-ИВАНОВА АННА-МАРИЯ ЛЬВОВНА",
    "ТКАЧЕНКО-ИВАНОВОЙ АННЫ-МАРИИ ЛЬВОВНЫ",
    "ТКАЧЕНКО-ИВАНОВОЙ АННЕ-МАРИИ ЛЬВОВНЕ",
    "ТКАЧЕНКО-ИВАНОВУ АННУ-МАРИЮ ЛЬВОВНУ",
    "ТКАЧЕНКО-ИВАНОВОЙ АННОЙ-МАРИЕЙ ЛЬВОВНОЙ",
  ],
  [
    "Мария Петровна",
    "Марии Петровны",
    "Марии Петровне",
    "Марию Петровну",
    "Марией Петровной",
  ],
  [
    "Лебедева Злата",
    "Лебедевой Златы",
    "Лебедевой Злате",
    "Лебедеву Злату",
    "Лебедевой Златой",
  ],
];

function forms(name: string): readonly string[] {
  return [
    name,
    ...CASES.map((grammaticalCase) => inflectName(name, grammaticalCase).text),
  ];
}

describe("inflectName", () => {
  test.each(FULL_NAMES)("declines «%s»", (...row) => {
    expect(forms(row[0])).toStrictEqual(row);
  });

  test.each([
    ["Воробей Олег Павлович", "dative", "Воробью Олегу Павловичу"],
    ["Орёл Олег Павлович", "dative", "Орлу Олегу Павловичу"],
    ["Лев Олег Павлович", "instrumental", "Львом Олегом Павловичем"],
    ["Стрелец Олег Павлович", "instrumental", "Стрельцом Олегом Павловичем"],
    ["Калина Ольга Павловна", "genitive", "Калины Ольги Павловны"],
    ["Груша Ольга Павловна", "instrumental", "Грушей Ольгой Павловной"],
    ["Иванов Мария Петровна", "dative", "Иванов Марии Петровне"],
    ["Иванова Пётр Петрович", "dative", "Иванове Петру Петровичу"],
  ] as const)("gives «%s» in %s for review", (name, to, text) => {
    expect(inflectName(name, to)).toStrictEqual({ text, sure: false });
  });

  test.each([
    "Ким Женя",
    "Ляйсан Хасанова",
    "Нгуен Ван Тхань",
    "Шмидт А.Б.",
    "Иванова",
    "Smith John",
    "Иванoва Мария Петровна",
    "Иванова Мария Петровна (мать)",
    "Салех Мухаммед Али Хасан",
    "",
    "—",
  ])("leaves «%s» in the nominative for review", (name) => {
    expect(inflectName(name, "dative")).toStrictEqual({
      text: name,
      sure: false,
    });
  });

  test("writes case and form into a mark", () => {
    expect(inflectName("{{НСТ-014}}", "nominative").text).toBe("{{НСТ-014}}");
    expect(inflectName("{{НСТ-014}}", "genitive")).toStrictEqual({
      text: "{{НСТ-014|род}}",
      sure: true,
    });
    expect(surnameWithInitials("{{НМ-004}}", "dative").text).toBe(
      "{{НМ-004|дат кратко}}",
    );
    expect(initialsWithSurname("{{НМ-004|род}}").text).toBe(
      "{{НМ-004|подпись}}",
    );
  });

  test.each(["НСТ-014", "П-001", "Ш12-НМ-7", "{{подпись}}"])(
    "leaves «%s» as it is",
    (mark) => {
      const results = [
        inflectName(mark, "genitive"),
        surnameWithInitials(mark, "dative"),
        initialsWithSurname(mark),
      ];

      expect(results).toStrictEqual(
        results.map(() => ({ text: mark, sure: true })),
      );
    },
  );

  test("drops extra spaces of every kind and keeps the order of words", () => {
    expect(inflectName("  Иванова\u00A0 Мария\nПетровна ", "dative").text).toBe(
      "Ивановой Марии Петровне",
    );
    expect(inflectName("Мария Иванова", "dative").text).toBe("Марии Ивановой");
    expect(inflectName("Иванова - Петрова Анна Ильинична", "dative").text).toBe(
      "Ивановой-Петровой Анне Ильиничне",
    );
  });

  test("needs no gender where both would read the same", () => {
    expect(surnameWithInitials("Шевченко И.П.", "dative")).toStrictEqual({
      text: "Шевченко И.П.",
      sure: true,
    });
  });

  test("is the tidied name itself in the nominative", () => {
    const nominative: GrammaticalCase = "nominative";

    expect(inflectName(" Ким  Женя", nominative)).toStrictEqual({
      text: "Ким Женя",
      sure: true,
    });
  });
});

describe("initials", () => {
  test.each([
    ["Иванова Мария Петровна", "Ивановой М.П.", "М.П. Иванова"],
    ["Мария Петровна Иванова", "Ивановой М.П.", "М.П. Иванова"],
    ["Иванова М. П.", "Ивановой М.П.", "М.П. Иванова"],
    ["М.П. Иванова", "Ивановой М.П.", "М.П. Иванова"],
    ["Иванова МП", "Ивановой М.П.", "М.П. Иванова"],
    ["Иванова М П", "Ивановой М.П.", "М.П. Иванова"],
    ["Иванова М.П", "Ивановой М.П.", "М.П. Иванова"],
    ["Иванова Мария", "Ивановой М.", "М. Иванова"],
    ["иванова мария петровна", "ивановой М.П.", "М.П. иванова"],
    ["Алиев Расим Ахмед оглы", "Алиеву Р.А.", "Р.А. Алиев"],
    ["Ким Анна-Мария Олеговна", "Ким А.-М.О.", "А.-М.О. Ким"],
  ])(
    "of «%s» follow the surname in the text: «%s», precede it in the signature: «%s»",
    (name, inText, inSignature) => {
      expect(surnameWithInitials(name, "dative").text).toBe(inText);
      expect(initialsWithSurname(name)).toStrictEqual({
        text: inSignature,
        sure: true,
      });
    },
  );

  test("cannot be made of a single word", () => {
    expect(initialsWithSurname("Иванова")).toStrictEqual({
      text: "Иванова",
      sure: false,
    });
  });
});
