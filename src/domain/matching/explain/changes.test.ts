import { expect, test } from "vitest";
import { aMentee, aMentor, criterion } from "../testing/people";
import { explained } from "./testing/explained";

const topics = (...values: string[]) => ({ answers: { topics: values } });

test.each([
  [
    "own-consent",
    { mentors: [aMentor()], mentees: [aMentee({ consent: "no" })] },
    "Получить согласие: пара появится (всего пар: +1).",
  ],
  [
    "own-status",
    { mentors: [aMentor()], mentees: [aMentee({ active: false })] },
    "Вернуть в программу, исправив статус: пара появится (всего пар: +1).",
  ],
  [
    "own-form",
    { mentors: [aMentor()], mentees: [aMentee({ form: null })] },
    "Указать форму наставничества «педагог – педагог»: пара появится (всего пар: +1).",
  ],
  [
    "mentor-consent",
    { mentors: [aMentor({ consent: "no" })], mentees: [aMentee()] },
    "Получить согласие наставника – НМ-001: пара появится (всего пар: +1).",
  ],
  [
    "mentor-form",
    { mentors: [aMentor({ form: null })], mentees: [aMentee()] },
    "Указать форму наставничества «педагог – педагог» – НМ-001: пара появится (всего пар: +1).",
  ],
  [
    "mentor-status",
    { mentors: [aMentor({ active: false })], mentees: [aMentee()] },
    "Вернуть наставника в программу – НМ-001: пара появится (всего пар: +1).",
  ],
  [
    "never",
    {
      mentors: [aMentor()],
      mentees: [aMentee()],
      rules: { never: [["НСТ-001", "НМ-001"]] },
    },
    "Снять запрет пары – НМ-001: пара появится (всего пар: +1).",
  ],
  [
    "place",
    { mentors: [aMentor({ capacity: 0 })], mentees: [aMentee()] },
    "Добавить место – НМ-001 (станет 1): пара появится (всего пар: +1).",
  ],
  [
    "soften",
    {
      mentors: [aMentor(topics("б"))],
      mentees: [aMentee(topics("а"))],
      criteria: [criterion("topics", "must")],
    },
    "Критерий «Темы: запрос и компетенции»: сделать «важно» вместо «обязательно»: пара появится (всего пар: +1).",
  ],
  [
    "threshold",
    {
      mentors: [aMentor(topics("а"))],
      mentees: [aMentee(topics("а", "б"))],
      rules: { minScore: 600 },
    },
    "Порог балла 500 вместо 600: пара появится (всего пар: +1).",
  ],
  [
    "gap",
    {
      mentors: [aMentor({ answers: { grade: 11 } })],
      mentees: [aMentee({ answers: { grade: 5 } })],
      criteria: [criterion("class-gap", "must")],
    },
    "Критерий «Разница в классах»: допустить на 1 больше (предел 5 вместо 4): пара появится (всего пар: +1).",
  ],
] as const)("finds that %s is enough", (kind, one, sentence) => {
  const { changes } = explained(one);

  expect(changes.find((change) => change.kind === kind)).toMatchObject({
    gain: 1,
    helps: true,
    words: sentence,
  });
});
