import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personIndex } from "./find-person";
import { type PersonFacts, samePerson } from "./same-person";

function person(name: string, facts: Partial<PersonFacts> = {}): PersonFacts {
  return { name, email: null, phone: null, birthYear: null, ...facts };
}

describe("personIndex", () => {
  test("finds nobody when empty", () => {
    expect(personIndex().find(person("Иванов Иван"))).toBeNull();
  });

  test("answers with everybody who is the same, first added first", () => {
    const index = personIndex<string>();
    index.add(person("Петров Пётр"), "НСТ-001");
    index.add(person("Иванов Иван"), "НСТ-002");
    index.add(person("Иван ИВАНОВ"), "НСТ-003");

    expect(index.find(person("иванов иван"))).toStrictEqual({
      verdict: "same",
      owners: ["НСТ-002", "НСТ-003"],
    });
  });

  test("prefers the same person to those who may be", () => {
    const index = personIndex<string>();
    index.add(person("Иванов Иван", { birthYear: 2010 }), "НСТ-001");
    index.add(person("Иванов Иван", { birthYear: 2011 }), "НСТ-002");

    expect(
      index.find(person("Иванов Иван", { birthYear: 2011 })),
    ).toStrictEqual({ verdict: "same", owners: ["НСТ-002"] });
  });

  test("makes nothing of an address that many share", () => {
    const index = personIndex<string>(new Set(["school@example.org"]));
    index.add(person("Петрова Анна", { email: "school@example.org" }), "1");

    expect(
      index.find(person("Лугов Лев", { email: "school@example.org" })),
    ).toBeNull();
  });

  test("finds whom comparing with everybody would find", () => {
    const someone = fc.record({
      name: fc
        .tuple(
          fc.constantFrom("Иванов", "Ивонов", "Петрова", "Лугов"),
          fc.constantFrom("Анна", "Пётр", "П."),
          fc.constantFrom("", "Ильич", "Ильинична", "И."),
        )
        .map((words) => words.join(" ").trim()),
      email: fc.constantFrom(null, "a@example.org", "b@example.org"),
      phone: fc.constantFrom(null, "8 900 000 00 01", "8 900 000 00 02"),
      birthYear: fc.constantFrom(null, 2011, 2012),
    });
    fc.assert(
      fc.property(
        fc.array(someone, { maxLength: 25 }),
        someone,
        (people, wanted) => {
          const index = personIndex<number>();
          for (const [at, known] of people.entries()) {
            index.add(known, at);
          }
          const verdicts = people.map((known) => samePerson(wanted, known));
          const best = verdicts.includes("same") ? "same" : "maybe";
          const expected = verdicts.flatMap((verdict, at) =>
            verdict === best ? [at] : [],
          );

          expect(index.find(wanted)?.owners ?? []).toStrictEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
