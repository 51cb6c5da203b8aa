import * as fc from "fast-check";
import { expect, test } from "vitest";
import { actions, known, plan } from "../../../test/fixtures/import/small-bank";

test("gives one result for every row, in order, on any text", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "Иванов Иван",
      "иван ИВАНОВ",
      "Итого",
      "5 «А» класс",
      "=1+1",
      "НСТ-001",
      "a@example.org",
      "2011",
    ),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 12 }),
      (rows) => {
        const { results, problems } = plan(rows, [
          known("НСТ-001", "Иванов Иван"),
        ]);

        expect(results.map(({ sourceRow }) => sourceRow)).toStrictEqual(
          rows.map((_, index) => index + 2),
        );
        const written = results.filter(({ action }) => action === "update");
        expect(written.length).toBeLessThanOrEqual(1);
        for (const { sourceRow } of problems) {
          expect(results[sourceRow - 2]?.action).not.toMatch(/skip|refused/);
        }
      },
    ),
  );
});

test("finds everybody again when the same list comes twice", () => {
  const names = fc.uniqueArray(
    fc.tuple(
      fc.constantFrom("Иванов", "Лугов", "Петров", "Ольхин", "Соснов"),
      fc.constantFrom("Лев", "Марк", "Ян", "Егор"),
    ),
    { selector: (name) => name.join(" ") },
  );
  fc.assert(
    fc.property(names, (people) => {
      const bank = people.map((name, index) =>
        known(`НСТ-${index}`, name.join(" ")),
      );
      const rows = people.map(([surname, given]) => [
        "",
        `${given}  ${surname.toUpperCase()}`,
      ]);

      expect(actions(rows, bank)).toStrictEqual(bank.map(({ id }) => id));
    }),
  );
});
