import { describe, expect, test } from "vitest";
import {
  fixtureText,
  MENTEE_COLUMNS,
} from "../../../test/fixtures/import/columns";
import {
  BANKS,
  outline,
  planText,
} from "../../../test/fixtures/import/plan-text";
import type { FilePlan } from "./file-plan";
import { planFile } from "./import-file";

function namesAdded(plan: FilePlan): unknown[] {
  return plan.results
    .filter(({ action }) => action === "add")
    .map(({ values }) => values["fio"]);
}

describe("planFile", () => {
  test("reads the school's file whole", () => {
    const plan = planText(fixtureText("../people-school.csv"));
    const count = (action: string, bank: string) =>
      plan.results.filter(
        (result) => result.action === action && result.bank === bank,
      ).length;

    expect(count("add", "mentor")).toBe(12);
    expect(count("add", "mentee")).toBe(30);
    expect(plan.results).toHaveLength(44);
    expect(
      plan.results.filter(({ action }) => action === "doubtful"),
    ).toMatchObject([{ sourceRow: 44, sameAs: 27, bank: "mentee" }]);
    expect(plan.problems.map(({ sourceRow }) => sourceRow)).toStrictEqual([
      32, 37,
    ]);
    expect(plan.results[42]?.values).toMatchObject({
      fio: "5 «А» класс",
      kind: "класс",
      headcount: 24,
    });
    expect(plan.results[4]?.values["entered"]).toBe("2026-09-05");
  });

  test("keeps both contacts of two columns and whole names of three", () => {
    const contacts = planText(fixtureText("10-two-row-header.csv"));
    const names = planText(fixtureText("05-split-names.csv"));

    expect(contacts.results[4]?.values["contacts"]).toBe(
      "8 900 000 01 13, osincev@example.org",
    );
    expect(namesAdded(names)).toStrictEqual([
      "Полынов Гордей Максимович",
      "Камышова Ульяна Сергеевна",
      "Дубравин Матвей",
      "Злата",
      "Барвинкова Агата Львовна",
      "Мамин-Лесной Ян",
    ]);
  });

  test("reads dates of every kind in one column", () => {
    const plan = planText(fixtureText("06-mixed-dates.csv"), "mentee");

    expect(
      plan.results.slice(1).map(({ values }) => values["entered"]),
    ).toStrictEqual([
      "2026-09-05",
      "2026-09-05",
      "2026-09-05",
      "2026-09-05",
      "2026-09-05",
      "2026-09-05",
      null,
      null,
      "2026-09-05",
      null,
    ]);
  });

  test("keeps formulas and markup as text", () => {
    const plan = planText(fixtureText("07-hostile.csv"), "mentor");

    expect(plan.results[1]?.values["fio"]).toBe(
      '=HYPERLINK("http://example.org";"Иванов")',
    );
    expect(plan.results[3]?.values).toMatchObject({
      contacts: "'8 900 000 00 10",
      interests: "@SUM(A1:A9)",
    });
  });

  test("deals rows by the column «Роль» and refuses the unclear ones", () => {
    const plan = planText(
      "Роль;ФИО\nНаставник;Иванов Иван\nподопечный;Петров Пётр\n;Лугов Лев\nнаставник и наставляемый;Ольхин Ян\nгость;Соснов Егор\n",
    );

    expect(outline(plan)).toBe(
      "1 skip, 2 mentor add, 3 mentee add, 4 refused, 5 refused, 6 refused",
    );
    expect(plan.results[4]?.reason).toContain("двумя строками");
  });

  test("takes one person in both roles for two rows of two banks", () => {
    const plan = planText(
      "Роль;ФИО\nнаставник;Иванов Иван\nнаставляемый;Иванов Иван\n",
    );

    expect(outline(plan)).toBe("1 skip, 2 mentor add, 3 mentee add");
  });

  test("leaves rows of the other role when one bank is asked for", () => {
    const plan = planText(
      "Роль;ФИО\nнаставник;Иванов Иван\nнаставляемый;Петров Пётр\n;Лугов Лев\n",
      "mentee",
    );

    expect(outline(plan)).toBe("1 skip, 2 skip, 3 mentee add, 4 mentee add");
    expect(plan.results[1]?.reason).toBe(
      "Это наставник: строка для другого банка.",
    );
  });

  test("takes the role of the file from the header of the name", () => {
    expect(outline(planText("ФИО наставника;Телефон\nИванов Иван;\n"))).toBe(
      "1 skip, 2 mentor add",
    );
  });

  test("does not change the bank at a heading that names one mentor", () => {
    const plan = planText(
      "ФИО наставляемого;Класс\nНаставник: Иванова А. А.;\nПетров Пётр;5\n",
    );

    expect(outline(plan)).toBe("1 skip, 2 skip, 3 mentee add");
  });

  test("reads a plain list of names", () => {
    expect(
      namesAdded(planText("ФИО\nИванов Иван\n\nПетров Пётр\n", "mentee")),
    ).toStrictEqual(["Иванов Иван", "Петров Пётр"]);
  });

  test("asks for a header where there is none", () => {
    const plan = planText("Иванов Иван;5\n\nПетров Пётр;6\n", "mentee");

    expect(outline(plan)).toBe("1 refused, 2 skip, 3 refused");
    expect(plan.results[0]?.reason).toContain("Не найдена шапка");
  });

  test("reads three thousand rows against three thousand people in time", () => {
    const people = Array.from({ length: 3000 }, (_, index) => ({
      id: `НСТ-${index}`,
      name: `Лес${String.fromCharCode(1072 + (index % 32)).repeat(1 + (index % 7))}нов ${"Лев Ян Марк Егор".split(" ")[index % 4]} ${"Ильич Янович Маркович".split(" ")[index % 3]}`,
      email: null,
      phone: `8 900 ${1_000_000 + index}`,
      birthYear: 1990 + (index % 25),
    }));
    const start = process.cpuUsage();
    const plan = planFile({
      rows: [
        ["ФИО", "Телефон", "Год рождения"],
        ...people.map(({ name, phone, birthYear }) => [
          name.toUpperCase(),
          phone,
          String(birthYear),
        ]),
      ],
      into: "mentee",
      banks: {
        ...BANKS,
        mentee: { columns: MENTEE_COLUMNS, existing: people },
      },
    });

    expect(plan.results).toHaveLength(3001);
    // About 1 s here; ten times that would mean everyone against everyone.
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(10_000);
  }, 30_000);
});
