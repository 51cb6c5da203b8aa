import { expect, test } from "vitest";
import { aMentee, aMentor, criterion } from "../testing/people";
import type { UnmatchedExplanation } from "./explanation";
import { explained } from "./testing/explained";

const words = ({ changes }: UnmatchedExplanation) =>
  changes.map((change) => change.words);

test("offers a place out of the reserve before a new one", () => {
  const found = explained(
    {
      mentors: [aMentor({ capacity: 3 })],
      mentees: [
        aMentee(),
        aMentee({ id: "НСТ-002" }),
        aMentee({ id: "НСТ-003" }),
      ],
      rules: { reserve: [{ mentor: "НМ-001", places: 2 }] },
    },
    "НСТ-002",
  );
  const [first] = found.changes;

  expect(first).toMatchObject({
    kind: "reserve",
    mentorId: "НМ-001",
    amount: 1,
    gain: 1,
    helps: true,
  });
  expect(words(found)[0]).toBe(
    "Уменьшить резерв наставника – НМ-001 (останется 1): пара появится (всего пар: +1).",
  );
});

test("takes a reserve away where a part of it is not enough", () => {
  const found = explained({
    mentors: [aMentor({ capacity: 1 })],
    mentees: [aMentee()],
    rules: { reserve: [{ mentor: "НМ-001", places: 4 }] },
  });

  expect(words(found)[0]).toBe(
    "Снять резерв наставника – НМ-001: пара появится (всего пар: +1).",
  );
});

test("offers two changes together where no single one helps", () => {
  const never = [["НСТ-001", "НМ-001"]] as const;
  const found = explained({
    mentors: [aMentor({ consent: "no" })],
    mentees: [aMentee()],
    rules: { never },
  });

  expect(found.changes[0]).toMatchObject({
    kind: "two",
    mentorId: "НМ-001",
    gain: 1,
    helps: true,
  });
  expect(words(found)).toStrictEqual([
    "Получить согласие наставника – НМ-001 и снять запрет пары – НМ-001: пара появится (всего пар: +1).",
    "Новый наставник «педагог – педагог», 1 место: пара появится (всего пар: +1).",
  ]);
});

test("mends two things that lie with the mentee", () => {
  const found = explained({
    mentors: [aMentor()],
    mentees: [aMentee({ consent: "no", form: null })],
  });

  expect(found.changesWords).toMatch(/^Одного небольшого изменения мало/);
  expect(words(found)).toStrictEqual([
    "Получить согласие и указать форму наставничества «педагог – педагог»: пара появится (всего пар: +1).",
  ]);
});

test("a place at a mentor whose consent is missing, but no closed rule", () => {
  const mentors = [aMentor({ consent: "no", capacity: 0 })];
  const open = explained({ mentors, mentees: [aMentee()] });
  const closed = explained({
    mentors: [aMentor({ consent: "no", answers: { household: "5" } })],
    mentees: [aMentee({ answers: { household: "5" } })],
  });

  expect(words(open)[0]).toBe(
    "Получить согласие наставника – НМ-001 и добавить место – НМ-001 (станет 1): пара появится (всего пар: +1).",
  );
  expect(closed.changes.map(({ kind }) => kind)).toStrictEqual(["new-mentor"]);
});

test("softens two criteria that both keep the mentor away", () => {
  const found = explained({
    mentors: [
      aMentor({ answers: { topics: ["а"], time: ["вт 10:00–11:00"] } }),
    ],
    mentees: [
      aMentee({ answers: { topics: ["б"], time: ["чт 10:00–11:00"] } }),
    ],
    criteria: [criterion("topics", "must"), criterion("time", "must")],
  });

  expect(found.changes[0]?.kind).toBe("two");
  expect(found.changes[0]?.words).toMatch(
    /^Критерий «[^»]+»: сделать «важно» вместо «обязательно» и критерий «[^»]+»: сделать/,
  );
  expect(found.changes.filter(({ kind }) => kind === "two")).toHaveLength(1);
});

test("tries the form of the mentor with a free place, however rare it is", () => {
  const others = ["ученик – ученик", "студент – ученик", "без формы"];
  const full = [...others, ...others].map((form, index) =>
    aMentor({ id: `НМ-00${index + 2}`, form }),
  );
  const taken = full.map(({ form }, index) =>
    aMentee({ id: `НСТ-00${index + 2}`, form }),
  );
  const found = explained({
    mentors: [aMentor({ form: "руководитель – педагог" }), ...full],
    mentees: [aMentee({ form: null }), ...taken],
  });

  expect(words(found)[0]).toBe(
    "Указать форму наставничества «руководитель – педагог»: пара появится (всего пар: +1).",
  );
});
