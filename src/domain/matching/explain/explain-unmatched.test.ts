import { expect, test } from "vitest";
import { aMentee, aMentor, criterion } from "../testing/people";
import type { UnmatchedExplanation } from "./explanation";
import { explained } from "./testing/explained";

const words = ({ changes }: UnmatchedExplanation) =>
  changes.map((change) => change.words);

const topics = (...values: string[]) => ({ answers: { topics: values } });

test("counts the mentors down, rule by rule", () => {
  const { funnel, funnelWords } = explained({
    mentors: [
      aMentor({ id: "НМ-001", consent: "no" }),
      aMentor({ id: "НМ-002", form: "ученик – ученик" }),
      aMentor({ id: "НМ-003", active: false, consent: "no" }),
      aMentor({ id: "НМ-004" }),
    ],
    mentees: [aMentee({ id: "НСТ-002" }), aMentee()],
    pairs: [["НСТ-002", "НМ-004"]],
  });

  expect(funnelWords).toBe(
    "4 наставника → 2 с согласием → 1 той же формы → 0 со свободным местом",
  );
  expect(funnel).toStrictEqual([
    { code: null, left: 4, words: "4 наставника" },
    { code: "CONSENT", left: 2, words: "2 с согласием" },
    { code: "FORM", left: 1, words: "1 той же формы" },
    { code: null, left: 0, words: "0 со свободным местом" },
  ]);
});

test("gathers the closed rules in one step without a code", () => {
  const { funnel } = explained({
    mentors: [
      aMentor({ id: "НМ-001", answers: { household: "5" } }),
      aMentor({ id: "НМ-002" }),
      aMentor({ id: "НМ-003" }),
    ],
    mentees: [
      aMentee({ answers: { household: "5" } }),
      aMentee({ id: "НСТ-002" }),
    ],
    rules: {
      past: [{ pair: ["НСТ-001", "НМ-002"], outcome: "banned" }],
      never: [["НСТ-001", "НМ-003"]],
    },
    pairs: [],
  });

  expect(funnel).toStrictEqual([
    { code: null, left: 3, words: "3 наставника" },
    { code: "NEVER_PAIR", left: 2, words: "2 без запрета" },
    { code: null, left: 0, words: "0 после закрытых правил" },
  ]);
});

test("offers a place at a mentor who fits, and somebody new", () => {
  const found = explained(
    {
      mentors: [aMentor(topics("а"))],
      mentees: [
        aMentee(topics("а")),
        aMentee({ id: "НСТ-002", ...topics("а") }),
      ],
    },
    "НСТ-002",
  );

  expect(found.changesWords).toBe(
    "Что поможет (каждое изменение проверено новым подбором).",
  );
  expect(found.changes).toStrictEqual([
    {
      kind: "place",
      mentorId: "НМ-001",
      criterion: null,
      amount: 1,
      gain: 1,
      helps: true,
      words:
        "Добавить место – НМ-001 (станет 2): пара появится (всего пар: +1).",
    },
    {
      kind: "new-mentor",
      mentorId: null,
      criterion: null,
      amount: 1,
      gain: 1,
      helps: true,
      words:
        "Новый наставник «педагог – педагог», темы – «а», 1 место: пара появится (всего пар: +1).",
    },
  ]);
});

test("asks for as many places as are wanted by better ones and one", () => {
  const found = explained(
    {
      mentors: [aMentor(topics("а", "б"))],
      mentees: [
        aMentee(topics("а", "б")),
        aMentee({ id: "НСТ-002", ...topics("а", "б") }),
        aMentee({ id: "НСТ-003", ...topics("а", "в") }),
      ],
    },
    "НСТ-003",
  );

  expect(words(found)[0]).toBe(
    "Добавить 2 места – НМ-001 (станет 3): пара появится (всего пар: +2).",
  );
});

test("names no change but choosing again when that is enough", () => {
  const found = explained({
    mentors: [aMentor()],
    mentees: [aMentee()],
    pairs: [],
  });

  expect(words(found)).toStrictEqual([
    "Повторить подбор: пара появится (всего пар: +1).",
  ]);
});

test("says when somebody else would lose the place", () => {
  const better = ["НСТ-002", "НСТ-003", "НСТ-004", "НСТ-005"].map((id) =>
    aMentee({ id, ...topics("а") }),
  );
  const found = explained({
    mentors: [aMentor(topics("а"))],
    mentees: [aMentee(topics("а", "б")), ...better],
    rules: { must: [{ mentee: "НСТ-001", mentors: ["НМ-001"] }] },
    pairs: [["НСТ-002", "НМ-001"]],
  });

  // A must is not optional: choosing again obeys it.
  expect(words(found)).toStrictEqual([
    "Повторить подбор: пара появится за счёт других (всего пар: +0).",
  ]);
});

test("says that nothing helps whoever has withdrawn the consent", () => {
  const found = explained({
    mentors: [aMentor()],
    mentees: [aMentee({ consent: "withdrawn" })],
  });

  expect(found).toMatchObject({
    changes: [],
    changesWords:
      "Ничего не поможет: ни одно небольшое изменение пары не даёт, и два ближайших вместе тоже.",
  });
});

test("promises nothing while the rules contradict each other", () => {
  const found = explained({
    mentors: [aMentor()],
    mentees: [aMentee()],
    rules: {
      must: [{ mentee: "НСТ-001", mentors: ["НМ-001"] }],
      never: [["НСТ-001", "НМ-001"]],
    },
  });

  expect(found).toMatchObject({
    changes: [],
    changesWords:
      "Правила пар противоречат друг другу, подбор невозможен. Сначала исправьте правила.",
  });
});

test("never puts a closed rule in question", () => {
  const found = explained({
    mentors: [aMentor({ answers: { household: "5" } })],
    mentees: [aMentee({ answers: { household: "5" } })],
  });

  expect(found.changes.map(({ kind }) => kind)).toStrictEqual(["new-mentor"]);
  expect(JSON.stringify(found)).not.toMatch(/сем|родств|household/i);
});

test("counts everybody whom a change helps", () => {
  const mentees = ["НСТ-001", "НСТ-002", "НСТ-003"].map((id) =>
    aMentee({ id, ...topics("физика") }),
  );
  const found = explained({
    mentors: [
      aMentor({ ...topics("физика"), consent: "no", capacity: 2 }),
      aMentor({ id: "НМ-002", ...topics("химия"), capacity: 3 }),
    ],
    mentees,
    criteria: [criterion("topics", "must")],
  });

  expect(words(found)).toStrictEqual([
    "Получить согласие наставника – НМ-001: пара появится (всего пар: +2).",
    "Критерий «Темы: запрос и компетенции»: сделать «важно» вместо «обязательно»: пара появится (всего пар: +3).",
    "Новый наставник «педагог – педагог», темы – «физика», 3 места: пара появится (всего пар: +3).",
  ]);
});

test("refuses a mentee who is not there", () => {
  expect(() => explained({ mentors: [], mentees: [] }, "НСТ-009")).toThrow(
    "explainUnmatched: no mentee НСТ-009",
  );
});

test("counts mentors as if what lies with the mentee were mended", () => {
  const { code, funnelWords } = explained({
    mentors: [aMentor(), aMentor({ id: "НМ-002", consent: "no" })],
    mentees: [aMentee({ consent: "no" })],
  });

  expect(code).toBe("NO_CONSENT");
  expect(funnelWords).toBe("Если это исправить: 2 наставника → 1 с согласием");
});

test("says that changes are counted from the best pairs, not from those there", () => {
  const one = {
    mentors: [
      aMentor(topics("а")),
      aMentor({ id: "НМ-002", form: "ученик – ученик" }),
    ],
    mentees: [
      aMentee(topics("а")),
      aMentee({ id: "НСТ-002", ...topics("б") }),
      aMentee({ id: "НСТ-003", form: "ученик – ученик" }),
    ],
  };

  expect(explained({ ...one, pairs: [] }, "НСТ-002")).toMatchObject({
    code: "PLACE_FREE",
    changesWords:
      "Что поможет (каждое изменение проверено новым подбором). Считано от лучшего набора, пары на вкладке от него отличаются.",
  });
});
